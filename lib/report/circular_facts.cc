#include "report/circular_facts.h"

#include <algorithm>

#include "base/texts/survey.h"
#include "pack/pack.h"
#include "report/severity_word.h"
#include "report/survey_tables.h"
#include "survey/ranking.h"

namespace anjuan {
namespace {

namespace text = survey_text;

using enum ColumnType;

constexpr size_t kFrequentInRow = 3;

constexpr FactName kOverall[] = {
    {"agency"},
    {"group"},
    {"agencies", kCount},
    {"reports", kCount},
    {"found", kCount},
    {"audited", kCount},
    {"unaudited", kCount},
    {"first_day"},
    {"last_day"},
    {"due"},
    {"cases", kCount},
    {"average", kPoints},
    {"lowest", kPoints},
    {"grades"},
    {"vetoed", kCount},
    {"flawed", kCount},
    {"flawed_share", kShare},
    {"defects", kCount},
    {"per_hundred", kPoints},
    {"undecided", kCount},
    {"frequent"},
    {"listed", kCount},
    {"unlisted", kCount},
    {"vetoed_unlisted", kCount},
    {"unaudited_unlisted", kCount},
};
constexpr FactName kAgencyRow[] = {
    {"rank", kCount},
    {"agency"},
    {"group"},
    {"cases", kCount},
    {"average", kPoints},
    {"lowest", kPoints},
    {"grades"},
    {"vetoed", kCount},
    {"flawed", kCount},
    {"flawed_share", kShare},
    {"defects", kCount},
    {"per_hundred", kPoints},
    {"undecided", kCount},
    {"frequent"},
};
constexpr FactName kStageRow[] = {
    {"stage"}, {"files", kCount}, {"share", kShare}, {"defects", kCount}, {"frequent"}};
constexpr FactName kRuleRow[] = {
    {"number", kCount}, {"rule"},          {"title"},           {"stage"}, {"severity"},
    {"files", kCount},  {"share", kShare}, {"defects", kCount}, {"basis"}, {"fix"},
    {"example_agency"}, {"example_case"},  {"example"},
};
constexpr FactName kFileRow[] = {{"agency"},         {"case"},  {"title"},  {"file"},
                                 {"score", kPoints}, {"grade"}, {"reasons"}};
constexpr FactName kInputRow[] = {{"file"}, {"message"}};
constexpr FactName kDefectRow[] = {{"number", kCount}, {"case"},  {"case_title"}, {"file"},
                                   {"rule"},           {"title"}, {"stage"},      {"severity"},
                                   {"message"},        {"basis"}, {"fix"}};

struct RowsRow {
  std::string_view kind;
  std::span<const FactName> facts;
};
constexpr RowsRow kRows[] = {
    {"ranking", kAgencyRow},         {"praised", kAgencyRow},    {"lagging", kAgencyRow},
    {"vetoed_agencies", kAgencyRow}, {"stages", kStageRow},      {"common", kRuleRow},
    {"model_files", kFileRow},       {"vetoed_files", kFileRow}, {"unaudited", kInputRow},
    {"defects", kDefectRow},
};

std::string NumberOf(const CaseRef& where) {
  return where.case_number.empty() ? where.file : where.case_number;
}

std::string JoinedBasis(const RuleFact& fact, Lang lang) {
  std::string words;
  for (const std::string& one : fact.basis) {
    if (!words.empty()) words += Say(lang, TextId::kListComma);
    words += one;
  }
  return words;
}

TableCell Number(uint64_t n) {
  return TableCell(std::in_place_type<int64_t>, static_cast<int64_t>(n));
}

TableCell Maybe(std::optional<int64_t> n) {
  return n ? TableCell(std::in_place_type<int64_t>, *n) : TableCell();
}

}  // namespace

std::span<const FactName> CircularFacts() { return kOverall; }

std::span<const FactName> FactsOfRows(std::string_view rows) {
  for (const RowsRow& row : kRows) {
    if (row.kind == rows) return row.facts;
  }
  return {};
}

std::vector<std::string_view> KindsOfRows() {
  std::vector<std::string_view> kinds;
  for (const RowsRow& row : kRows) kinds.push_back(row.kind);
  return kinds;
}

void CircularSource::AddSlice(const Slice& slice, Facts& to) const {
  to["cases"] = Number(slice.cases);
  to["average"] = Maybe(slice.Average());
  to["lowest"] = Maybe(slice.scored > 0 ? std::optional(slice.lowest) : std::nullopt);
  to["vetoed"] = Number(slice.vetoed);
  to["flawed"] = Number(slice.flawed);
  to["flawed_share"] = Maybe(ShareOf(slice.flawed, slice.cases));
  to["defects"] = Number(slice.defects);
  to["per_hundred"] = Maybe(slice.DefectsPerHundred(slice.cases));
  to["undecided"] = Number(slice.undecided);
  to["frequent"] = FrequentInWords(survey_, slice, kFrequentInRow, lang_);
  std::string grades;
  for (const std::string& grade : survey_.Grades()) {
    const auto found = slice.grades.find(grade);
    const uint64_t count = found == slice.grades.end() ? 0 : found->second;
    if (!grades.empty()) grades += Say(lang_, TextId::kListComma);
    grades += Say(lang_, text::kGradeTimes, {grade, std::to_string(count)});
  }
  to["grades"] = std::move(grades);
}

Facts CircularSource::Overall(const std::string* agency) const {
  Facts facts;
  facts["agencies"] = Number(survey_.By(Dimension::kAgency).size());
  facts["reports"] = Number(survey_.runs());
  facts["found"] = Number(survey_.found());
  facts["audited"] = Number(survey_.audited());
  facts["unaudited"] = Number(survey_.unaudited());
  facts["vetoed_unlisted"] = Number(survey_.all().vetoed - survey_.vetoed().size());
  facts["unaudited_unlisted"] = Number(survey_.InputCount() - survey_.inputs().size());
  facts["first_day"] = survey_.first_day();
  facts["last_day"] = survey_.last_day();
  facts["due"] = options_.due ? FormatDate(*options_.due) : Say(lang_, text::kDayToFillIn);
  if (agency == nullptr) {
    AddSlice(survey_.all(), facts);
    return facts;
  }
  const Slice& slice = survey_.By(Dimension::kAgency).at(*agency);
  facts["agency"] = ShownName(survey_, Dimension::kAgency, *agency, lang_);
  facts["group"] = ShownName(survey_, Dimension::kGroup, survey_.GroupOf(*agency), lang_);
  AddSlice(slice, facts);
  const uint64_t listed = survey_.ListOf(*agency).size();
  facts["listed"] = Number(listed);
  facts["unlisted"] = Number(slice.defects - std::min(slice.defects, listed));
  return facts;
}

std::vector<Facts> CircularSource::Rows(std::string_view kind, const std::string* agency) const {
  const Slice& slice =
      agency == nullptr ? survey_.all() : survey_.By(Dimension::kAgency).at(*agency);
  if (kind == "stages") return Stages();
  if (kind == "common") return Common(slice);
  if (kind == "model_files") return Files(survey_.best(), true);
  if (kind == "vetoed_files") return Files(survey_.vetoed(), false);
  if (kind == "defects") return agency == nullptr ? std::vector<Facts>() : Defects(*agency);
  if (kind == "unaudited") {
    std::vector<Facts> rows;
    for (const auto& [file, message] : survey_.inputs()) {
      Facts& row = rows.emplace_back();
      row["file"] = file;
      row["message"] = message;
    }
    return rows;
  }
  return Ranking(kind);
}

// praised: ranked, without a vetoed file, at or above the average of all. lagging: ranked, below
// it, the last first.
std::vector<Facts> CircularSource::Ranking(std::string_view kind) const {
  std::vector<Facts> rows;
  const std::optional<int64_t> average = survey_.all().Average();
  const int64_t per_hundred = survey_.all().DefectsPerHundred(survey_.all().cases);
  for (const RankedSlice& ranked : Rank(survey_, Dimension::kAgency, options_.least)) {
    const Slice& slice = *ranked.slice;
    const bool below = average && slice.scored > 0
                           ? *slice.Average() < *average
                           : slice.DefectsPerHundred(slice.cases) > per_hundred;
    if (kind == "praised" && (ranked.rank == 0 || slice.vetoed > 0 || below)) continue;
    if (kind == "lagging" && (ranked.rank == 0 || !below)) continue;
    if (kind == "vetoed_agencies" && slice.vetoed == 0) continue;
    Facts& row = rows.emplace_back();
    row["rank"] = ranked.rank == 0 ? TableCell() : Number(ranked.rank);
    std::string name = ShownName(survey_, Dimension::kAgency, ranked.name, lang_);
    if (kind == "ranking" && slice.cases < options_.least) name += Say(lang_, text::kFewCases);
    row["agency"] = std::move(name);
    row["group"] = ShownName(survey_, Dimension::kGroup, survey_.GroupOf(ranked.name), lang_);
    AddSlice(slice, row);
  }
  if (kind == "lagging") std::reverse(rows.begin(), rows.end());
  return rows;
}

std::vector<Facts> CircularSource::Stages() const {
  std::vector<Facts> rows;
  const auto& by_stage = survey_.By(Dimension::kStage);
  std::vector<std::string> names = survey_.Stages();
  for (const auto& [name, slice] : by_stage) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  for (const std::string& name : names) {
    const auto found = by_stage.find(name);
    if (found == by_stage.end() || found->second.defects == 0) continue;
    const Slice& slice = found->second;
    Facts& row = rows.emplace_back();
    row["stage"] = name;
    row["files"] = Number(slice.cases);
    row["share"] = Maybe(ShareOf(slice.cases, survey_.all().cases));
    row["defects"] = Number(slice.defects);
    row["frequent"] = FrequentInWords(survey_, slice, kFrequentInRow, lang_);
  }
  return rows;
}

std::vector<Facts> CircularSource::Common(const Slice& slice) const {
  std::vector<Facts> rows;
  for (const std::string& rule : FrequentDefects(slice, slice.rules.size())) {
    const RuleFact& fact = survey_.rules().at(rule);
    const RuleTally& tally = slice.rules.at(rule);
    Facts& row = rows.emplace_back();
    row["number"] = Number(rows.size());
    row["rule"] = rule;
    row["title"] = fact.title;
    row["stage"] = fact.stage;
    row["severity"] = SeverityWord(fact.severity, lang_);
    row["files"] = Number(tally.cases);
    row["share"] = Maybe(ShareOf(tally.cases, slice.cases));
    row["defects"] = Number(tally.defects);
    row["basis"] = JoinedBasis(fact, lang_);
    row["fix"] = fact.fix;
    const std::vector<Example>& examples = survey_.ExamplesOf(rule);
    if (examples.empty()) continue;
    const CaseRef& where = examples.front().where;
    row["example_agency"] = ShownName(survey_, Dimension::kAgency, where.agency, lang_);
    row["example_case"] = NumberOf(where);
    row["example"] = examples.front().message;
  }
  return rows;
}

std::vector<Facts> CircularSource::Files(const std::vector<ScoredCase>& files, bool best) const {
  std::vector<Facts> rows;
  for (const ScoredCase& one : files) {
    Facts& row = rows.emplace_back();
    row["agency"] = ShownName(survey_, Dimension::kAgency, one.where.agency, lang_);
    row["case"] = NumberOf(one.where);
    row["title"] = one.where.title;
    row["file"] = one.where.file;
    row["score"] = Maybe(best ? -one.rank : one.rank);
    row["grade"] = one.grade;
    std::string reasons;
    for (const std::string& rule : one.vetoes) {
      if (!reasons.empty()) reasons += Say(lang_, TextId::kListComma);
      reasons += TitleOf(survey_, rule);
    }
    row["reasons"] = std::move(reasons);
  }
  return rows;
}

std::vector<Facts> CircularSource::Defects(const std::string& agency) const {
  std::vector<Facts> rows;
  for (const ListedDefect& defect : survey_.ListOf(agency)) {
    const RuleFact& fact = survey_.rules().at(defect.rule);
    Facts& row = rows.emplace_back();
    row["number"] = Number(rows.size());
    row["case"] = NumberOf(defect.where);
    row["case_title"] = defect.where.title;
    row["file"] = defect.where.file;
    row["rule"] = defect.rule;
    row["title"] = fact.title;
    row["stage"] = fact.stage;
    row["severity"] = SeverityWord(fact.severity, lang_);
    row["message"] = defect.message;
    row["basis"] = JoinedBasis(fact, lang_);
    row["fix"] = fact.fix;
  }
  return rows;
}

}  // namespace anjuan
