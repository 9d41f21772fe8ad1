#include "report/finding_words.h"

#include "base/texts/report.h"

namespace anjuan {
namespace {

void AppendItem(std::string_view item, Lang lang, std::string& list) {
  if (!list.empty()) list += Say(lang, TextId::kListSemicolon);
  list.append(item);
}

std::string Joined(const std::vector<std::string>& items, Lang lang) {
  std::string list;
  for (const std::string& item : items) AppendItem(item, lang, list);
  return list;
}

}  // namespace

std::string ValueWords(const Evidence& evidence, Lang lang) {
  if (!evidence.value) return Say(lang, TextId::kMissingWord);
  if (evidence.value->empty()) return Say(lang, TextId::kBlankWord);
  if (!evidence.yes_no) return *evidence.value;
  return Say(lang, *evidence.value == "true" ? TextId::kExprYes : TextId::kExprNo);
}

std::vector<std::string> EvidenceItems(const Finding& finding, Lang lang) {
  std::vector<std::string> items;
  items.reserve(finding.evidence.size());
  for (const Evidence& evidence : finding.evidence) {
    std::string& item = items.emplace_back(evidence.label + " = " + ValueWords(evidence, lang));
    if (evidence.line != 0) item += Say(lang, TextId::kAtLine, {std::to_string(evidence.line)});
  }
  return items;
}

std::string EvidenceWords(const Finding& finding, Lang lang) {
  return Joined(EvidenceItems(finding, lang), lang);
}

std::vector<std::string> BasisItems(const Finding& finding) {
  std::vector<std::string> items = finding.rule->basis;
  for (size_t i = 0; i < items.size(); ++i) {
    const std::optional<Date> version = VersionOfBasis(finding, i);
    if (version) items[i] += " (" + FormatDate(*version) + ")";
  }
  return items;
}

std::string BasisWords(const Finding& finding, Lang lang) {
  return Joined(BasisItems(finding), lang);
}

std::string MissingWords(const Finding& finding, Lang lang) {
  return Joined(finding.missing, lang);
}

bool IsWaived(const Finding& finding) { return finding.relief == Relief::kWaived; }

std::string WaiverWords(const Finding& finding, Lang lang) {
  if (!IsWaived(finding)) return "";
  std::string out = Say(lang, report_text::kReportWaived);
  if (finding.waiver == nullptr) return out;
  const Waiver& waiver = *finding.waiver;
  if (!waiver.reason.empty()) AppendItem(waiver.reason, lang, out);
  if (!waiver.approver.empty()) {
    AppendItem(Say(lang, report_text::kReportApprover, {waiver.approver}), lang, out);
  }
  if (waiver.until) {
    AppendItem(Say(lang, report_text::kReportUntil, {FormatDate(*waiver.until)}), lang, out);
  }
  return out;
}

bool IsCounted(const Finding& finding) { return !IsWaived(finding) && !finding.known; }

std::string MarkedMessage(const Finding& finding, Lang lang) {
  if (IsCounted(finding)) return finding.message;
  const std::string mark =
      IsWaived(finding) ? WaiverWords(finding, lang) : Say(lang, report_text::kReportKnown);
  return Say(lang, report_text::kReportMark, {mark}) + finding.message;
}

}  // namespace anjuan
