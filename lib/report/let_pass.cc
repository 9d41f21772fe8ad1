#include "report/let_pass.h"

#include <numeric>

#include "base/terminal_text.h"
#include "base/texts/gate.h"

namespace anjuan {
namespace {

std::string SumOf(const std::array<uint64_t, kSeverities>& findings) {
  return std::to_string(std::accumulate(findings.begin(), findings.end(), uint64_t{0}));
}

}  // namespace

void AppendLetPass(const CaseResult& result, Lang lang, std::string& out) {
  for (const Finding& finding : result.findings) {
    const Rule& rule = *finding.rule;
    if (finding.relief == Relief::kWaived) {
      const Waiver& waiver = *finding.waiver;
      out += "  " +
             Say(lang, gate_text::kWaivedLine,
                 {rule.id, rule.title, ForTerminal(waiver.approver),
                  waiver.until ? FormatDate(*waiver.until) : "", ForTerminal(waiver.reason)}) +
             '\n';
    } else if (finding.known) {
      out += "  " +
             Say(lang, gate_text::kKnownLine, {rule.id, rule.title, ForTerminal(finding.message)}) +
             '\n';
    }
  }
  if (result.counts.waived > 0) {
    out += "  " + Say(lang, gate_text::kCaseWaived, {std::to_string(result.counts.waived)}) + '\n';
  }
}

void AppendLetPass(const RunInfo& info, const Summary& summary, std::string& out) {
  const std::string waived = SumOf(summary.waived);
  const std::string known = SumOf(summary.known);
  if (waived != "0" || known != "0") {
    out += "  " + Say(info.lang, gate_text::kTotalLetPass, {waived, known}) + '\n';
  }
  if (info.gate == nullptr || info.gate->baseline == nullptr) return;
  const GateTally& tally = summary.gate;
  const uint64_t there = tally.entries.size() - tally.gone() - tally.unseen();
  out +=
      "  " +
      Say(info.lang, gate_text::kTotalBaseline,
          {std::to_string(there), std::to_string(tally.gone()), std::to_string(tally.unseen())}) +
      '\n';
}

}  // namespace anjuan
