#include "report/severity_word.h"

namespace anjuan {

std::string SeverityWord(Severity severity, Lang lang) {
  constexpr TextId kWords[kSeverities] = {TextId::kSeverityHint, TextId::kSeverityMinor,
                                          TextId::kSeverityMajor, TextId::kSeverityFatal};
  return Say(lang, kWords[static_cast<size_t>(severity)]);
}

}  // namespace anjuan
