#include "report/survey_view.h"

#include <algorithm>

#include "base/texts/survey.h"
#include "report/severity_word.h"
#include "report/survey_tables.h"
#include "survey/ranking.h"

namespace anjuan {
namespace {

namespace text = survey_text;

constexpr size_t kFrequentInRow = 3;

class SurveyView {
 public:
  SurveyView(const Survey& survey, const SurveyViewOptions& options, Lang lang)
      : survey_(survey), options_(options), lang_(lang), grades_(survey.Grades()) {}

  Document Make() {
    document_.title = Say(lang_, text::kSurveyName);
    AddOpening();
    std::vector<Dimension> by = options_.by;
    if (options_.rank && std::find(by.begin(), by.end(), *options_.rank) == by.end()) {
      by.insert(by.begin(), *options_.rank);
    }
    for (const Dimension dimension : by) {
      dimension == Dimension::kStage || dimension == Dimension::kRule ? AddPlaces(dimension)
                                                                      : AddSlices(dimension);
    }
    AddFrequent();
    AddUndecided();
    AddMissing();
    AddVetoed();
    AddInputs();
    return std::move(document_);
  }

 private:
  std::string Words(TextId id) const { return Say(lang_, id); }
  void Note(TextId id, std::initializer_list<std::string_view> args) {
    document_.blocks.push_back(Paragraph{Say(lang_, id, args)});
  }

  void AddOpening() {
    Note(text::kSurveyScope,
         {std::to_string(survey_.runs()), std::to_string(survey_.found()),
          std::to_string(survey_.audited()), std::to_string(survey_.all().cases)});
    if (!survey_.first_day().empty()) {
      Note(text::kSurveyDays, {survey_.first_day(), survey_.last_day()});
    }
    if (survey_.unaudited() > 0) {
      Note(text::kSurveyUnaudited, {std::to_string(survey_.unaudited())});
    }
    for (std::string& note : SurveyNotes(survey_, lang_)) {
      document_.blocks.push_back(Paragraph{std::move(note)});
    }
    TableFiller table("all", Words(text::kTotals));
    SliceColumns(table);
    table.Row();
    SliceCells(survey_.all(), table);
    document_.blocks.push_back(table.Take());
  }

  void SliceColumns(TableFiller& table) {
    table.Column("cases", Words(text::kCases), ColumnType::kCount);
    table.Column("average", Words(text::kAverage), ColumnType::kPoints);
    table.Column("lowest", Words(text::kLowest), ColumnType::kPoints);
    for (size_t i = 0; i < grades_.size(); ++i) {
      table.Column("grade_" + std::to_string(i + 1), grades_[i], ColumnType::kCount);
    }
    table.Column("vetoed", Words(text::kVetoed), ColumnType::kCount);
    table.Column("flawed", Words(text::kFlawed), ColumnType::kCount);
    table.Column("defects", Words(text::kDefects), ColumnType::kCount);
    table.Column("per_hundred", Words(text::kPerHundred), ColumnType::kPoints);
    table.Bar();
    table.Column("undecided", Words(text::kUndecided), ColumnType::kCount);
    table.Column("waived", Words(text::kWaived), ColumnType::kCount);
    table.Column("frequent", Words(text::kFrequent));
  }
  void SliceCells(const Slice& slice, TableFiller& table) {
    table.Cell(slice.cases);
    table.Number(slice.Average());
    table.Number(slice.scored > 0 ? std::optional(slice.lowest) : std::nullopt);
    for (const std::string& grade : grades_) {
      const auto found = slice.grades.find(grade);
      table.Cell(found == slice.grades.end() ? 0 : found->second);
    }
    table.Cell(slice.vetoed);
    table.Cell(slice.flawed);
    table.Cell(slice.defects);
    table.Number(slice.DefectsPerHundred(slice.cases));
    table.Cell(slice.undecided);
    table.Cell(slice.waived);
    table.Cell(FrequentInWords(survey_, slice, kFrequentInRow, lang_));
  }

  void AddSlices(Dimension dimension) {
    const bool ranked = options_.rank == dimension;
    TableFiller table(
        "by_" + std::string(KeyOf(dimension)), Say(lang_, text::kBy, {Words(NameOf(dimension))}),
        ranked ? Say(lang_, text::kRankCaption, {std::to_string(options_.least)}) : "");
    if (ranked) table.Column("rank", Words(text::kRank), ColumnType::kCount);
    table.Column(KeyOf(dimension), Words(NameOf(dimension)));
    if (dimension == Dimension::kAgency) table.Column("group", Words(text::kGroup));
    SliceColumns(table);
    std::vector<RankedSlice> slices;
    if (ranked) {
      slices = Rank(survey_, dimension, options_.least);
    } else {
      for (const auto& [name, slice] : survey_.By(dimension)) slices.push_back({0, name, &slice});
    }
    for (const RankedSlice& slice : slices) {
      table.Row();
      if (ranked && slice.rank > 0) table.Cell(slice.rank);
      if (ranked && slice.rank == 0) table.Nothing();
      std::string name = ShownName(survey_, dimension, slice.name, lang_);
      if (ranked && slice.slice->cases < options_.least) name += Words(text::kFewCases);
      table.Cell(std::move(name));
      if (dimension == Dimension::kAgency) {
        table.Cell(ShownName(survey_, Dimension::kGroup, survey_.GroupOf(slice.name), lang_));
      }
      SliceCells(*slice.slice, table);
    }
    Put(table);
  }

  // Stages and rules: where the defects are. Stages in the order of reports.
  void AddPlaces(Dimension dimension) {
    std::vector<std::string> names;
    if (dimension == Dimension::kStage) names = survey_.Stages();
    for (const auto& [name, slice] : survey_.By(dimension)) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    TableFiller table("by_" + std::string(KeyOf(dimension)),
                      Say(lang_, text::kBy, {Words(NameOf(dimension))}));
    table.Column(KeyOf(dimension), Words(NameOf(dimension)));
    table.Column("flawed", Words(text::kFlawed), ColumnType::kCount);
    table.Column("share", Words(text::kShareOfFiles), ColumnType::kShare);
    table.Bar();
    table.Column("average", Words(text::kAverageThere), ColumnType::kPoints);
    table.Column("vetoed", Words(text::kVetoed), ColumnType::kCount);
    table.Column("defects", Words(text::kDefects), ColumnType::kCount);
    table.Column("per_hundred", Words(text::kPerHundred), ColumnType::kPoints);
    table.Column("undecided", Words(text::kUndecided), ColumnType::kCount);
    table.Column("frequent", Words(text::kFrequent));
    for (const std::string& name : names) {
      const auto found = survey_.By(dimension).find(name);
      if (found == survey_.By(dimension).end()) continue;
      const Slice& slice = found->second;
      table.Row();
      table.Cell(ShownName(survey_, dimension, name, lang_));
      table.Cell(slice.cases);
      table.Number(ShareOf(slice.cases, survey_.all().cases));
      table.Number(slice.Average());
      table.Cell(slice.vetoed);
      table.Cell(slice.defects);
      table.Number(slice.DefectsPerHundred(survey_.all().cases));
      table.Cell(slice.undecided);
      table.Cell(FrequentInWords(survey_, slice, kFrequentInRow, lang_));
    }
    Put(table);
  }

  void AddFrequent() {
    TableFiller table("frequent", Words(text::kFrequent), Words(text::kFrequentCaption));
    table.Column("rule", Words(text::kRule));
    table.Column("title", Words(text::kProblem));
    table.Column("stage", Words(text::kStage));
    table.Column("severity", Words(text::kSeverity));
    table.Column("files", Words(text::kFlawed), ColumnType::kCount);
    table.Column("share", Words(text::kShareOfFiles), ColumnType::kShare);
    table.Bar();
    table.Column("defects", Words(text::kDefects), ColumnType::kCount);
    table.Column("example", Words(text::kExample));
    for (const std::string& rule : FrequentDefects(survey_.all(), options_.top)) {
      const RuleFact& fact = survey_.rules().at(rule);
      const RuleTally& tally = survey_.all().rules.at(rule);
      table.Row();
      table.Cell(rule);
      table.Cell(fact.title);
      table.Cell(fact.stage);
      table.Cell(SeverityWord(fact.severity, lang_));
      table.Cell(tally.cases);
      table.Number(ShareOf(tally.cases, survey_.all().cases));
      table.Cell(tally.defects);
      const std::vector<Example>& examples = survey_.ExamplesOf(rule);
      table.Cell(examples.empty() ? std::string()
                                  : Say(lang_, text::kExampleOf,
                                        {NumberOf(examples[0].where), examples[0].message}));
    }
    Put(table);
  }

  void AddUndecided() {
    TableFiller table("undecided", Words(text::kUndecidedRules));
    table.Column("rule", Words(text::kRule));
    table.Column("title", Words(text::kProblem));
    table.Column("files", Words(text::kCases), ColumnType::kCount);
    table.Column("share", Words(text::kShareOfFiles), ColumnType::kShare);
    for (const std::string& rule : OftenUndecided(survey_.all(), options_.top)) {
      const uint64_t cases = survey_.all().rules.at(rule).undecided;
      table.Row();
      table.Cell(rule);
      table.Cell(TitleOf(survey_, rule));
      table.Cell(cases);
      table.Number(ShareOf(cases, survey_.all().cases));
    }
    Put(table);
  }

  void AddMissing() {
    std::vector<std::pair<std::string, uint64_t>> facts(survey_.missing().begin(),
                                                        survey_.missing().end());
    std::stable_sort(facts.begin(), facts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (facts.size() > options_.top) facts.resize(options_.top);
    TableFiller table("missing", Words(text::kMissingFacts));
    table.Column("fact", Words(text::kFact));
    table.Column("files", Words(text::kCases), ColumnType::kCount);
    for (const auto& [fact, cases] : facts) {
      table.Row();
      table.Cell(fact);
      table.Cell(cases);
    }
    Put(table);
  }

  void AddVetoed() {
    TableFiller table(
        "vetoed", Words(text::kVetoed),
        Say(lang_, text::kVetoedCaption,
            {std::to_string(survey_.all().vetoed), std::to_string(survey_.vetoed().size())}));
    table.Column("agency", Words(text::kAgency));
    table.Column("case", Words(text::kCaseNumber));
    table.Column("file", Words(text::kFile));
    table.Column("score", Words(text::kScore), ColumnType::kPoints);
    table.Column("grade", Words(text::kGrade));
    table.Column("rules", Words(text::kVetoes));
    for (const ScoredCase& one : survey_.vetoed()) {
      table.Row();
      table.Cell(ShownName(survey_, Dimension::kAgency, one.where.agency, lang_));
      table.Cell(NumberOf(one.where));
      table.Cell(one.where.file);
      table.Number(one.rank);
      table.Cell(one.grade);
      std::string rules;
      for (const std::string& rule : one.vetoes) {
        if (!rules.empty()) rules += Words(TextId::kListComma);
        rules += TitleOf(survey_, rule);
      }
      table.Cell(std::move(rules));
    }
    Put(table);
  }

  void AddInputs() {
    TableFiller table(
        "inputs", Words(text::kInputs),
        Say(lang_, text::kInputsCaption,
            {std::to_string(survey_.InputCount()), std::to_string(survey_.inputs().size())}));
    table.Column("file", Words(text::kFile));
    table.Column("message", Words(text::kWhy));
    for (const auto& [file, message] : survey_.inputs()) {
      table.Row();
      table.Cell(file);
      table.Cell(message);
    }
    Put(table);
  }

  static std::string NumberOf(const CaseRef& where) {
    return where.case_number.empty() ? where.file : where.case_number;
  }

  void Put(TableFiller& table) {
    if (!table.empty()) document_.blocks.push_back(table.Take());
  }

  const Survey& survey_;
  const SurveyViewOptions& options_;
  Lang lang_;
  std::vector<std::string> grades_;
  Document document_;
};

}  // namespace

std::vector<std::string> SurveyNotes(const Survey& survey, Lang lang) {
  std::vector<std::string> notes;
  const auto note = [&](TextId id, uint64_t count) {
    notes.push_back(Say(lang, id, {std::to_string(count)}));
  };
  if (const uint64_t twice = survey.CountedTwice(); twice > 0) note(text::kSurveyTwice, twice);
  if (const size_t sets = survey.rule_sets().size(); sets > 1) note(text::kSurveyRuleSets, sets);
  if (const size_t schemes = survey.schemes().size(); schemes > 1) {
    note(text::kSurveySchemes, schemes);
  }
  return notes;
}

Document SurveyDocument(const Survey& survey, const SurveyViewOptions& options, Lang lang) {
  return SurveyView(survey, options, lang).Make();
}

}  // namespace anjuan
