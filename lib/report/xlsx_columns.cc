// Names, types and colours of the columns of an audit's workbook.
#include "base/texts/survey.h"
#include "report/severity_word.h"
#include "report/xlsx_sheets.h"

namespace anjuan {
namespace {

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

}  // namespace anjuan
