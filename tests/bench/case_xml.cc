#include "case_xml.h"

#include <algorithm>

#include "export.h"

namespace {

std::string Write(const Case& it, const Prosaic& prose, Random random, std::string_view encoding) {
  Export out(it, prose, random, encoding);
  out.xml.OpenRow("案卷", {{"完整", out.Kept("是")}});
  WriteInvestigation(out);
  WriteDecision(out);
  WriteVolume(out);
  out.xml.Close("案卷");
  return out.xml.Take();
}

}  // namespace

std::string WriteXml(const Case& it, Random random, int bytes, std::string_view encoding) {
  const int fields = static_cast<int>(Write(it, {}, random, encoding).size());
  // A text ends with a whole sentence, on average half a sentence late.
  const int late = 200;
  const int left = std::max(1000, bytes - fields - late);
  const int hearing = it.hearing == Hearing::kHeld ? 1 : 0;
  const int notice = it.noticed() ? 1 : 0;
  const int share = left / (8 + hearing + notice);
  const Prosaic prose{.site = share * 2,
                      .questions = share * 3,
                      .hearing = share * hearing,
                      .facts = share,
                      .notice = share * notice,
                      .decision = share * 2};
  return Write(it, prose, random, encoding);
}
