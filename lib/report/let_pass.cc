#include "report/let_pass.h"

#include <numeric>

#include "base/texts/gate.h"

namespace anjuan {
namespace {

std::string SumOf(const std::array<uint64_t, kSeverities>& findings) {
  return std::to_string(std::accumulate(findings.begin(), findings.end(), uint64_t{0}));
}

}  // namespace

void AppendLetPass(const TextLook& look, const CaseResult& result, std::string& out) {
  const auto line = [&](const std::string& text) { look.Line(2, "", text, out); };
  for (const Finding& finding : result.findings) {
    const Rule& rule = *finding.rule;
    if (finding.relief == Relief::kWaived) {
      const Waiver& waiver = *finding.waiver;
      line(look.Words(gate_text::kWaivedLine,
                      {rule.id, rule.title, OnOneLine(waiver.approver),
                       waiver.until ? FormatDate(*waiver.until) : "", OnOneLine(waiver.reason)}));
    } else if (finding.known) {
      line(look.Words(gate_text::kKnownLine, {rule.id, rule.title, OnOneLine(finding.message)}));
    }
  }
  if (result.counts.waived > 0) {
    line(look.Words(gate_text::kCaseWaived, {std::to_string(result.counts.waived)}));
  }
}

std::vector<std::string> LetPassTotals(const RunInfo& info, const Summary& summary) {
  std::vector<std::string> lines;
  const std::string waived = SumOf(summary.waived);
  const std::string known = SumOf(summary.known);
  if (waived != "0" || known != "0") {
    lines.push_back(Say(info.lang, gate_text::kTotalLetPass, {waived, known}));
  }
  if (!info.has_baseline()) return lines;
  const GateTally& tally = summary.gate;
  const uint64_t there = tally.entries.size() - tally.gone() - tally.unseen();
  lines.push_back(
      Say(info.lang, gate_text::kTotalBaseline,
          {std::to_string(there), std::to_string(tally.gone()), std::to_string(tally.unseen())}));
  return lines;
}

std::string CasesLine(const Summary& summary, Lang lang) {
  std::string line = Say(lang, TextId::kTotalCases,
                         {std::to_string(summary.cases), std::to_string(summary.failed)});
  if (summary.known_only == 0) return line;
  return line + Say(lang, gate_text::kCasesKnownOnly, {std::to_string(summary.known_only)});
}

}  // namespace anjuan
