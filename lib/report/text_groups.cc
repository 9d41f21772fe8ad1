#include "report/text_groups.h"

#include <algorithm>

#include "base/display_width.h"
#include "base/terminal_text.h"
#include "base/texts/gate.h"
#include "base/texts/report.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

// Between the parts of a line on its way from Case to Gather; no text made safe for a terminal
// holds them.
constexpr char kPart = '\x1F';
constexpr char kRecord = '\x1E';

std::string_view Take(std::string_view& text, char end) {
  const size_t at = text.find(end);
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at + 1);
  return part;
}

}  // namespace

TextGroups::TextGroups(const RunInfo& info) : info_(info), look_(info) {
  for (size_t i = 0; i < kSeverities; ++i) {
    const std::string word = SeverityWord(static_cast<Severity>(i), info_.lang);
    word_cells_ = std::max(word_cells_, DisplayWidth(word));
  }
}

// A key that sorts groups as they are to stand, and the heading.
std::pair<std::string, std::string> TextGroups::KeyOf(const CaseResult& result,
                                                      const Finding& finding) const {
  const Rule& rule = *finding.rule;
  const std::string rank = std::to_string(1000 + info_.rules->StageRank(rule));
  switch (info_.group_by) {
    case GroupBy::kRule:
      return {rank + rule.id, rule.id + "  " + rule.title};
    case GroupBy::kStage:
      return {rank, rule.stage};
    case GroupBy::kAgency:
    case GroupBy::kFile:
      break;
  }
  const std::optional<std::string>& agency = result.identity.agency;
  if (!agency || agency->empty()) return {"\x7F", look_.Words(report_text::kUnnamedGroup)};
  const std::string name = ForTerminal(*agency);
  return {name, name};
}

void TextGroups::Case(const CaseResult& result, std::string& cases) const {
  for (const Finding& finding : result.findings) {
    if (finding.outcome != Outcome::kFailed) continue;
    const auto [key, heading] = KeyOf(result, finding);
    const SeverityLook& severity = LookOf(finding.rule->severity);
    std::string place = ForTerminal(result.file);
    if (finding.line != 0) place += ':' + std::to_string(finding.line);
    std::string text = place;
    if (finding.relief == Relief::kWaived) text += "  " + look_.Words(gate_text::kWaivedWord);
    if (finding.known) text += "  " + look_.Words(report_text::kReportKnown);
    if (info_.group_by != GroupBy::kRule) text += "  " + finding.rule->id;
    text += "  " + OnOneLine(finding.message);
    // Columns of the widest sign and the widest word.
    const std::string mark = PadTo(severity.sign, DisplayWidth(LookOf(Severity::kFatal).sign)) +
                             ' ' +
                             PadTo(SeverityWord(finding.rule->severity, info_.lang), word_cells_);
    std::string line = "  " + look_.Paint(severity.color, mark) + "  ";
    const size_t indent = 2 + DisplayWidth(mark) + 2;
    look_.Rest(indent, indent, "", text, line);
    cases += key;
    cases += kPart;
    cases += heading;
    cases += kPart;
    cases += line;
    cases += kRecord;
  }
}

void TextGroups::Gather(std::string_view cases) {
  while (!cases.empty()) {
    std::string_view record = Take(cases, kRecord);
    Group& group = groups_[std::string(Take(record, kPart))];
    group.heading = Take(record, kPart);
    group.lines += record;
    ++group.count;
  }
}

void TextGroups::Append(std::string& out) const {
  for (const auto& [key, group] : groups_) {
    out += look_.Paint(kBold, group.heading) + "  " +
           look_.Paint(kDim, look_.Words(report_text::kGroupCount, {std::to_string(group.count)}));
    out += '\n' + group.lines + '\n';
  }
}

}  // namespace anjuan
