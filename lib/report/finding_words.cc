#include "report/finding_words.h"

#include "base/texts/report.h"

namespace anjuan {
namespace {

void AppendItem(std::string_view item, Lang lang, std::string& list) {
  if (!list.empty()) list += Say(lang, TextId::kListSemicolon);
  list.append(item);
}

}  // namespace

std::string SeverityWord(Severity severity, Lang lang) {
  constexpr TextId kWords[kSeverities] = {TextId::kSeverityHint, TextId::kSeverityMinor,
                                          TextId::kSeverityMajor, TextId::kSeverityFatal};
  return Say(lang, kWords[static_cast<size_t>(severity)]);
}

std::string ValueWords(const Evidence& evidence, Lang lang) {
  if (!evidence.value) return Say(lang, TextId::kMissingWord);
  if (evidence.value->empty()) return Say(lang, TextId::kBlankWord);
  if (!evidence.yes_no) return *evidence.value;
  return Say(lang, *evidence.value == "true" ? TextId::kExprYes : TextId::kExprNo);
}

std::string EvidenceWords(const Finding& finding, Lang lang) {
  std::string out;
  for (const Evidence& evidence : finding.evidence) {
    std::string item = evidence.label + " = " + ValueWords(evidence, lang);
    if (evidence.line != 0) item += Say(lang, TextId::kAtLine, {std::to_string(evidence.line)});
    AppendItem(item, lang, out);
  }
  return out;
}

std::string BasisWords(const Finding& finding, Lang lang) {
  std::string out;
  for (size_t i = 0; i < finding.rule->basis.size(); ++i) {
    std::string item = finding.rule->basis[i];
    const std::optional<Date> version = VersionOfBasis(finding, i);
    if (version) item += " (" + FormatDate(*version) + ")";
    AppendItem(item, lang, out);
  }
  return out;
}

std::string MissingWords(const Finding& finding, Lang lang) {
  std::string out;
  for (const std::string& missing : finding.missing) AppendItem(missing, lang, out);
  return out;
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
