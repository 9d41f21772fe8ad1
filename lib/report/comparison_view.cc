#include <algorithm>

#include "base/texts/survey.h"
#include "report/survey_tables.h"
#include "report/survey_view.h"

namespace anjuan {
namespace {

namespace text = survey_text;

std::string TrendName(Trend trend, Lang lang) {
  constexpr TextId kNames[] = {text::kBetter, text::kSame, text::kWorse, text::kOnlyNow,
                               text::kOnlyThen};
  return Say(lang, kNames[static_cast<size_t>(trend)]);
}

class ComparisonView {
 public:
  ComparisonView(const Survey& then, const Survey& now, Dimension by, size_t top, Lang lang)
      : then_(then), now_(now), by_(by), top_(top), lang_(lang) {}

  void AddTo(Document& document) {
    const Comparison comparison = Compare(then_, now_, by_);
    document.blocks.push_back(Heading{1, Words(text::kComparison)});
    if (comparison.other_rules) {
      document.blocks.push_back(Paragraph{Words(text::kComparisonRules)});
    }
    if (!comparison.by_score) {
      document.blocks.push_back(Paragraph{Words(text::kComparisonByDefects)});
    }
    TableFiller all("compared_all", Words(text::kTotals));
    Columns(all);
    Row(comparison.all, all);
    document.blocks.push_back(all.Take());
    TableFiller table("compared_by_" + std::string(KeyOf(by_)),
                      Say(lang_, text::kBy, {Words(NameOf(by_))}));
    table.Column(KeyOf(by_), Words(NameOf(by_)));
    Columns(table);
    for (const ComparedSlice& slice : comparison.slices) {
      table.Row();
      table.Cell(ShownName(now_, by_, slice.name, lang_));
      Cells(slice, table);
    }
    if (!table.empty()) document.blocks.push_back(table.Take());
    AddKinds(comparison.all, document);
  }

 private:
  std::string Words(TextId id) const { return Say(lang_, id); }

  void Columns(TableFiller& table) {
    table.Column("trend", Words(text::kTrend));
    table.Column("cases_then", Words(text::kCasesThen), ColumnType::kCount);
    table.Column("cases_now", Words(text::kCasesNow), ColumnType::kCount);
    table.Column("average_then", Words(text::kAverageThen), ColumnType::kPoints);
    table.Column("average_now", Words(text::kAverageNow), ColumnType::kPoints);
    table.Column("per_hundred_then", Words(text::kPerHundredThen), ColumnType::kPoints);
    table.Column("per_hundred_now", Words(text::kPerHundredNow), ColumnType::kPoints);
    table.Column("new", Words(text::kNewKinds));
    table.Column("again", Words(text::kRepeatedKinds));
    table.Column("gone", Words(text::kGoneKinds));
  }
  void Row(const ComparedSlice& slice, TableFiller& table) {
    table.Row();
    Cells(slice, table);
  }
  void Cells(const ComparedSlice& slice, TableFiller& table) {
    table.Cell(TrendName(slice.trend, lang_));
    for (const Slice* const side : {slice.then, slice.now}) table.Cell(side ? side->cases : 0);
    for (const Slice* const side : {slice.then, slice.now}) {
      table.Number(side == nullptr ? std::nullopt : side->Average());
    }
    const bool place = by_ == Dimension::kStage || by_ == Dimension::kRule;
    for (const Slice* const side : {slice.then, slice.now}) {
      const Survey& survey = side == slice.then ? then_ : now_;
      table.Number(side == nullptr ? std::nullopt
                                   : std::optional(side->DefectsPerHundred(
                                         place ? survey.all().cases : side->cases)));
    }
    for (const auto* const rules : {&slice.fresh, &slice.again, &slice.gone}) {
      std::string words;
      for (const std::string& rule : *rules) words += (words.empty() ? "" : " ") + rule;
      table.Cell(std::move(words));
    }
  }

  // New kinds first, then repeated ones by how many files have them.
  void AddKinds(const ComparedSlice& all, Document& document) {
    TableFiller table("compared_kinds", Words(text::kComparedKinds));
    table.Column("kind", Words(text::kKind));
    table.Column("rule", Words(text::kRule));
    table.Column("title", Words(text::kProblem));
    table.Column("files_then", Words(text::kFlawedThen), ColumnType::kCount);
    table.Column("share_then", Words(text::kShareThen), ColumnType::kShare);
    table.Column("files_now", Words(text::kFlawedNow), ColumnType::kCount);
    table.Column("share_now", Words(text::kShareNow), ColumnType::kShare);
    for (const auto& [kind, rules] :
         {std::pair{text::kNewKinds, &all.fresh}, std::pair{text::kRepeatedKinds, &all.again},
          std::pair{text::kGoneKinds, &all.gone}}) {
      std::vector<std::string> sorted = *rules;
      const auto files = [](const Survey& survey, const std::string& rule) -> uint64_t {
        const auto found = survey.all().rules.find(rule);
        return found == survey.all().rules.end() ? 0 : found->second.cases;
      };
      std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
        return std::pair(files(now_, a), files(then_, a)) >
               std::pair(files(now_, b), files(then_, b));
      });
      if (sorted.size() > top_) sorted.resize(top_);
      for (const std::string& rule : sorted) {
        table.Row();
        table.Cell(Words(kind));
        table.Cell(rule);
        table.Cell(TitleOf(now_.rules().count(rule) > 0 ? now_ : then_, rule));
        for (const Survey* const survey : {&then_, &now_}) {
          table.Cell(files(*survey, rule));
          table.Number(ShareOf(files(*survey, rule), survey->all().cases));
        }
      }
    }
    if (!table.empty()) document.blocks.push_back(table.Take());
  }

  const Survey& then_;
  const Survey& now_;
  Dimension by_;
  size_t top_;
  Lang lang_;
};

}  // namespace

void AddComparison(const Survey& then, const Survey& now, Dimension by, size_t top, Lang lang,
                   Document& document) {
  ComparisonView(then, now, by, top, lang).AddTo(document);
}

}  // namespace anjuan
