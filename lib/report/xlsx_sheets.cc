// Rows of one case, and of a file that could not be audited.
#include "report/xlsx_sheets.h"

#include "audit/labels.h"
#include "audit/waiver.h"
#include "base/texts/survey.h"
#include "report/finding_words.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

constexpr size_t kMostLines = 200;  // of a cell; a spreadsheet shows 253

TableCell OrNothing(const std::optional<std::string>& text) {
  return text ? TableCell(*text) : TableCell();
}

TableCell DayOrText(const std::optional<std::string>& text) {
  Date date;
  if (text && ParseDate(*text, date) == Parsed::kValue) return date;
  return OrNothing(text);
}

TableCell LineOf(uint32_t line) { return line == 0 ? TableCell() : TableCell(int64_t{line}); }

// What may link to the case, by what a reader knows it.
TableCell NameOf(const CaseResult& result) {
  return result.identity.case_number.value_or(result.file);
}

class CaseRows {
 public:
  CaseRows(const RunInfo& info, const RuleRows& rules, const CaseResult& result, std::string& out)
      : info_(info), rules_(rules), result_(result), out_(out) {}

  void Write() {
    Case();
    for (const Finding& finding : result_.findings) {
      finding.outcome == Outcome::kFailed ? Failed(finding) : Undecided(finding);
    }
  }

 private:
  void Case() {
    Begin(kCaseSheet);
    const CaseIdentity& identity = result_.identity;
    const Counts& counts = result_.counts;
    Place();
    for (const auto& text : {identity.case_number, identity.case_title, identity.agency,
                             identity.agency_group, identity.procedure}) {
      Cell(OrNothing(text));
    }
    Cell(DayOrText(identity.decided_on));
    const Score& score = result_.score;
    const bool scored = score.scheme != nullptr;
    Cell(scored ? TableCell(score.value.hundredths) : TableCell());
    Cell(scored ? TableCell(score.floor.hundredths) : TableCell());
    Cell(scored ? TableCell(score.grade_name()) : TableCell());
    std::vector<std::string> vetoes;
    for (const Rule* const rule : score.vetoes) vetoes.push_back(rule->id);
    Cell(LinesOf(vetoes, info_.lang));
    for (const uint32_t count : {counts.failed, counts.indeterminate, counts.passed,
                                 counts.not_applicable, counts.waived}) {
      Cell(int64_t{count});
    }
    AppendRow(row_, out_);
  }

  void Failed(const Finding& finding) {
    const Rule& rule = *finding.rule;
    Begin(kFindingSheet);
    Place();
    Cell(NameOf(result_), RowLink::kCase);
    Cell(SeverityWord(rule.severity, info_.lang));
    Link(rule);
    Cell(rule.title);
    Cell(finding.message);
    Cell(LineOf(finding.line));
    Cell(finding.path);
    Cell(rule.stage);
    Cell(LinesOf(BasisItems(finding), info_.lang));
    Cell(rule.fix);
    Cell(LinesOf(EvidenceItems(finding, info_.lang), info_.lang));
    Cell(finding.deduct.hundredths);
    Relieved(finding);
    Cell(finding.known ? Say(info_.lang, survey_text::kKnownWord) : "");
    Cell(finding.fingerprint);
    AppendRow(row_, out_);
  }

  void Relieved(const Finding& finding) {
    const bool waived = finding.relief == Relief::kWaived;
    std::string word;
    if (waived) word = Say(info_.lang, survey_text::kReliefWaived);
    if (finding.relief == Relief::kSubsumed) word = Say(info_.lang, survey_text::kReliefSubsumed);
    Cell(word);
    const Waiver* const waiver = waived ? finding.waiver : nullptr;
    Cell(waiver != nullptr ? waiver->reason : "");
    Cell(waiver != nullptr ? waiver->approver : "");
    Cell(waiver != nullptr && waiver->until ? TableCell(*waiver->until) : TableCell());
  }

  void Undecided(const Finding& finding) {
    const Rule& rule = *finding.rule;
    Begin(kUncheckedSheet);
    Cell(Say(info_.lang, survey_text::kUncheckedRule));
    Place();
    Cell(NameOf(result_), RowLink::kCase);
    Cell(SeverityWord(rule.severity, info_.lang));
    Link(rule);
    Cell(rule.title);
    Cell(finding.message);
    Cell(LineOf(finding.line));
    Cell(rule.stage);
    std::vector<std::string> missing;
    for (const std::string& cause : finding.missing) {
      missing.push_back(LabelOfCause(info_.rules->model(), cause, info_.lang));
    }
    Cell(LinesOf(missing, info_.lang));
    Cell(finding.deduct.hundredths);
    AppendRow(row_, out_);
  }

  void Begin(AuditSheet sheet) {
    row_.sheet = sheet;
    row_.cells.clear();
  }
  void Place() {
    Cell(result_.file);
    Cell(int64_t{result_.record} + 1);
  }
  void Cell(TableCell value, RowLink link = RowLink::kNone) {
    row_.cells.push_back({std::move(value), link, 0});
  }
  void Link(const Rule& rule) {
    row_.cells.push_back({rule.id, RowLink::kRule, rules_.RowOf(rule)});
  }

  const RunInfo& info_;
  const RuleRows& rules_;
  const CaseResult& result_;
  std::string& out_;
  PackedRow row_;
};

}  // namespace

std::string LinesOf(const std::vector<std::string>& lines, Lang lang) {
  std::string out;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i == kMostLines) {
      return out + '\n' + Say(lang, TextId::kMoreEvidence, {std::to_string(lines.size() - i)});
    }
    if (i > 0) out += '\n';
    out += lines[i];
  }
  return out;
}

void AppendCaseRows(const RunInfo& info, const RuleRows& rules, const CaseResult& result,
                    std::string& out) {
  CaseRows(info, rules, result, out).Write();
}

void AppendInputRow(const RunInfo& info, const InputFinding& finding, std::string& out) {
  PackedRow row;
  row.sheet = kUncheckedSheet;
  row.cells.resize(ColumnsOf(kUncheckedSheet, info).size());
  row.cells[0].value =
      Say(info.lang, finding.audited() ? survey_text::kNotedFile : survey_text::kUncheckedFile);
  row.cells[1].value = finding.file;
  row.cells[7].value = Say(info.lang, finding.message);
  row.cells[8].value = LineOf(finding.line);
  AppendRow(row, out);
}

}  // namespace anjuan
