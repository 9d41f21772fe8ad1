// What an audit's workbook says of all cases together: its rules and its totals.
#include "base/texts/survey.h"
#include "report/severity_word.h"
#include "report/xlsx_sheets.h"

namespace anjuan {
namespace {

constexpr ColumnType kText = ColumnType::kText;
constexpr ColumnType kCount = ColumnType::kCount;
constexpr ColumnType kPoints = ColumnType::kPoints;
constexpr ColumnType kDate = ColumnType::kDate;

}  // namespace

RuleRows::RuleRows(const RuleSet& rules) {
  const auto add = [&](const Rule& rule) {
    if (rows_.emplace(&rule, static_cast<uint32_t>(rules_.size())).second) rules_.push_back(&rule);
  };
  for (size_t i = 0; i < rules.rule_count(); ++i) add(rules.rule(i));
  add(rules.data_value_rule());
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
        {LinesOf(rule.basis, info.lang)},
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
    count(w::kTotalFindings, SeverityWord(static_cast<Severity>(i), info.lang),
          summary.findings[i]);
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
