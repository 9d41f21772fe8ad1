#include "report/xlsx_sheets.h"

#include "audit/labels.h"
#include "audit/waiver.h"
#include "base/texts/survey.h"
#include "report/finding_words.h"

namespace anjuan {
namespace {

constexpr size_t kMostLines = 200;  // of a cell; a spreadsheet shows 253

constexpr Hue kSeverityHues[kSeverities] = {Hue::kGrey, Hue::kYellow, Hue::kOrange, Hue::kRed};

std::vector<XlsxColumn::Mark> SeverityMarks(Lang lang) {
  std::vector<XlsxColumn::Mark> marks;
  for (int i = kSeverities - 1; i >= 0; --i) {
    marks.push_back({SeverityWord(static_cast<Severity>(i), lang), kSeverityHues[i]});
  }
  return marks;
}

// The best is green, the last red.
std::vector<XlsxColumn::Mark> GradeMarks(const RuleSet& rules) {
  std::vector<XlsxColumn::Mark> marks;
  if (rules.scorer() == nullptr) return marks;
  const std::vector<Scheme::Grade>& grades = rules.scorer()->scheme().grades;
  for (size_t i = 0; i < grades.size(); ++i) {
    const Hue hue = i == 0                   ? Hue::kGreen
                    : i + 1 == grades.size() ? Hue::kRed
                    : i == 1                 ? Hue::kBlue
                                             : Hue::kYellow;
    marks.push_back({grades[i].name, hue});
  }
  return marks;
}

struct ColumnWord {
  TextId name;
  ColumnType type = ColumnType::kText;
  bool verbatim = false;
};

constexpr ColumnType kText = ColumnType::kText;
constexpr ColumnType kCount = ColumnType::kCount;
constexpr ColumnType kPoints = ColumnType::kPoints;
constexpr ColumnType kDate = ColumnType::kDate;

std::vector<ColumnWord> WordsOf(AuditSheet sheet) {
  namespace w = survey_text;
  switch (sheet) {
    case kSummarySheet:
      return {
          {w::kColCategory}, {w::kColItem}, {w::kColValue, kCount}, {w::kColIndeterminate, kCount}};
    case kCaseSheet:
      return {{w::kColFile},
              {w::kColRecord, kCount},
              {w::kColCaseNumber, kText, true},
              {w::kColCaseTitle},
              {w::kColAgency},
              {w::kColAgencyGroup},
              {w::kColProcedure},
              {w::kColDecidedOn, kDate},
              {w::kColScore, kPoints},
              {w::kColScoreFloor, kPoints},
              {w::kColGrade},
              {w::kColVetoes},
              {w::kColFailed, kCount},
              {w::kColIndeterminate, kCount},
              {w::kColPassed, kCount},
              {w::kColNotApplicable, kCount},
              {w::kColWaived, kCount}};
    case kFindingSheet:
      return {{w::kColFile},
              {w::kColRecord, kCount},
              {w::kColCaseNumber, kText, true},
              {w::kColSeverity},
              {w::kColRule, kText, true},
              {w::kColTitle},
              {w::kColMessage},
              {w::kColLine, kCount},
              {w::kColPath},
              {w::kColStage},
              {w::kColBasis},
              {w::kColFix},
              {w::kColEvidence},
              {w::kColDeduct, kPoints},
              {w::kColRelief},
              {w::kColWaiverReason},
              {w::kColApprover},
              {w::kColUntil, kDate},
              {w::kColKnown},
              {w::kColFingerprint, kText, true}};
    case kRuleSheet:
      return {{w::kColRule, kText, true},
              {w::kColPack},
              {w::kColStage},
              {w::kColSeverity},
              {w::kColTitle},
              {w::kColWhy},
              {w::kColFix},
              {w::kColBasis},
              {w::kColDeduct, kPoints},
              {w::kColCap, kPoints},
              {w::kColFailed, kCount},
              {w::kColIndeterminate, kCount}};
    case kUncheckedSheet:
      return {{w::kColCategory},       {w::kColFile},
              {w::kColRecord, kCount}, {w::kColCaseNumber, kText, true},
              {w::kColSeverity},       {w::kColRule, kText, true},
              {w::kColTitle},          {w::kColMessage},
              {w::kColLine, kCount},   {w::kColStage},
              {w::kColMissing},        {w::kColDeduct, kPoints}};
  }
  return {};
}

TableCell OrNothing(const std::optional<std::string>& text) {
  return text ? TableCell(*text) : TableCell();
}

TableCell DayOrText(const std::optional<std::string>& text) {
  Date date;
  if (text && ParseDate(*text, date) == Parsed::kValue) return date;
  return OrNothing(text);
}

TableCell LineOf(uint32_t line) { return line == 0 ? TableCell() : TableCell(int64_t{line}); }

// A line each, the first ones where they are too many.
std::string Lines(const std::vector<std::string>& lines, Lang lang) {
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

std::string EvidenceOf(const Finding& finding, Lang lang) {
  std::vector<std::string> lines;
  for (const Evidence& evidence : finding.evidence) {
    std::string& line = lines.emplace_back(evidence.label + " = ");
    if (!evidence.value) {
      line += Say(lang, TextId::kMissingWord);
    } else if (evidence.value->empty()) {
      line += Say(lang, TextId::kBlankWord);
    } else {
      line += *evidence.value;
    }
    if (evidence.line != 0) line += Say(lang, TextId::kAtLine, {std::to_string(evidence.line)});
  }
  return Lines(lines, lang);
}

std::string BasisOf(const Finding& finding, Lang lang) {
  std::vector<std::string> lines = finding.rule->basis;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (const auto version = VersionOfBasis(finding, i))
      lines[i] += " (" + FormatDate(*version) + ')';
  }
  return Lines(lines, lang);
}

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
    Cell(Lines(vetoes, info_.lang));
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
    Cell(BasisOf(finding, info_.lang));
    Cell(rule.fix);
    Cell(EvidenceOf(finding, info_.lang));
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
    Cell(Lines(missing, info_.lang));
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

std::string NameOf(AuditSheet sheet, Lang lang) {
  constexpr TextId kNames[kAuditSheets] = {survey_text::kSheetSummary, survey_text::kSheetCases,
                                           survey_text::kSheetFindings, survey_text::kSheetRules,
                                           survey_text::kSheetUnchecked};
  return Say(lang, kNames[sheet]);
}

std::vector<XlsxColumn> ColumnsOf(AuditSheet sheet, const RunInfo& info) {
  std::vector<XlsxColumn> columns;
  for (const ColumnWord& word : WordsOf(sheet)) {
    XlsxColumn& column = columns.emplace_back();
    column.name = Say(info.lang, word.name);
    column.type = word.type;
    column.verbatim = word.verbatim;
    if (word.name == survey_text::kColSeverity) column.marks = SeverityMarks(info.lang);
    if (word.name == survey_text::kColGrade) column.marks = GradeMarks(*info.rules);
    if (word.name == survey_text::kColRelief) {
      column.marks = {{Say(info.lang, survey_text::kReliefWaived), Hue::kBlue}};
    }
  }
  return columns;
}

RuleRows::RuleRows(const RuleSet& rules) {
  const auto add = [&](const Rule& rule) {
    if (rows_.emplace(&rule, static_cast<uint32_t>(rules_.size())).second) rules_.push_back(&rule);
  };
  for (size_t i = 0; i < rules.rule_count(); ++i) add(rules.rule(i));
  add(rules.data_value_rule());
}

void AppendCaseRows(const RunInfo& info, const RuleRows& rules, const CaseResult& result,
                    std::string& out) {
  CaseRows(info, rules, result, out).Write();
}

void AppendInputRow(const RunInfo& info, const InputFinding& finding, std::string& out) {
  PackedRow row;
  row.sheet = kUncheckedSheet;
  row.cells.resize(WordsOf(kUncheckedSheet).size());
  row.cells[0].value =
      Say(info.lang, finding.audited() ? survey_text::kNotedFile : survey_text::kUncheckedFile);
  row.cells[1].value = finding.file;
  row.cells[7].value = Say(info.lang, finding.message);
  row.cells[8].value = LineOf(finding.line);
  AppendRow(row, out);
}

void AddRuleRows(const RunInfo& info, const RuleRows& rules, const Summary& summary, size_t table,
                 XlsxBook& book) {
  std::vector<Tally> tallies(rules.rules().size());
  for (size_t i = 0; i < summary.by_rule.size(); ++i) {
    tallies[rules.RowOf(info.rules->rule(i))].Add(summary.by_rule[i]);
  }
  for (size_t i = 0; i < tallies.size(); ++i) {
    const Rule& rule = *rules.rules()[i];
    const bool counted = &rule != &info.rules->data_value_rule();
    const auto count = [&](uint64_t n) {
      return counted ? TableCell(static_cast<int64_t>(n)) : TableCell();
    };
    const XlsxCell cells[] = {
        {rule.id},
        {rule.pack},
        {rule.stage},
        {SeverityWord(rule.severity, info.lang)},
        {rule.title},
        {rule.why},
        {rule.fix},
        {Lines(rule.basis, info.lang)},
        {rule.score.deduct.hundredths},
        {rule.score.cap.hundredths},
        {count(tallies[i].failed)},
        {count(tallies[i].indeterminate)},
    };
    book.AddRow(table, cells);
  }
}

void AddSummaryRows(const RunInfo& info, const Summary& summary, size_t table, XlsxBook& book) {
  namespace w = survey_text;
  const auto words = [&](TextId id) { return Say(info.lang, id); };
  const auto add = [&](TextId category, std::string item, TableCell value, ColumnType type,
                       TableCell undecided = {}) {
    const XlsxCell cells[] = {
        {words(category)}, {std::move(item)}, {std::move(value), {}, type}, {std::move(undecided)}};
    book.AddRow(table, cells);
  };
  const auto count = [&](TextId category, std::string item, uint64_t n) {
    add(category, std::move(item), static_cast<int64_t>(n), kCount);
  };
  add(w::kTotalRun, words(w::kTotalVersion), info.version, kText);
  add(w::kTotalRun, words(w::kTotalAsOf), info.as_of, kDate);
  for (const auto& pack : info.rules->packs()) {
    add(w::kTotalRun, Say(info.lang, w::kTotalPack, {pack->pack.name}),
        pack->pack.version + " sha256:" + pack->pack.digest, kText);
  }
  count(w::kTotalFiles, words(w::kTotalFound), summary.found);
  count(w::kTotalFiles, words(w::kTotalAudited), summary.audited);
  count(w::kTotalFiles, words(w::kTotalUnaudited), summary.unaudited);
  count(w::kTotalCases, words(w::kTotalAll), summary.cases);
  count(w::kTotalCases, words(w::kTotalWithDefects), summary.failed);
  for (size_t i = kSeverities; i-- > 0;) {
    count(w::kTotalFindings, SeverityWord(static_cast<Severity>(i), info.lang), summary.findings[i]);
  }
  count(w::kTotalOutcomes, words(w::kTotalDecided), summary.decided);
  count(w::kTotalOutcomes, words(w::kColIndeterminate), summary.undecided);
  if (const uint64_t asked = summary.decided + summary.undecided; asked > 0) {
    add(w::kTotalOutcomes, words(w::kTotalDecidedShare),
        static_cast<int64_t>(summary.decided * 1000 / asked), ColumnType::kShare);
  }
  if (summary.scored > 0) {
    const Scheme& scheme = info.rules->scorer()->scheme();
    add(w::kTotalScoring, words(w::kTotalScheme), scheme.title, kText);
    add(w::kTotalScoring, words(w::kTotalAverage), summary.AverageScore().hundredths, kPoints);
    add(w::kTotalScoring, words(w::kTotalLowest), summary.lowest_score, kPoints);
    for (size_t i = 0; i < summary.by_grade.size(); ++i) {
      count(w::kTotalScoring, scheme.grades[i].name, summary.by_grade[i]);
    }
  }
  for (const auto& [agency, tally] : summary.by_agency) {
    add(w::kTotalAgencies, agency, static_cast<int64_t>(tally.failed), kCount,
        static_cast<int64_t>(tally.indeterminate));
  }
  for (const auto& [law, cases] : summary.unknown_laws) {
    count(w::kTotalUnknownLaws, law, cases);
  }
}

}  // namespace anjuan
