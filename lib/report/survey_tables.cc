#include "report/survey_tables.h"

#include "base/texts/survey.h"
#include "survey/ranking.h"

namespace anjuan {
namespace {

namespace text = survey_text;

struct DimensionRow {
  std::string_view key;
  TextId name;
};
// In the order of Dimension.
constexpr DimensionRow kDimensionRows[] = {
    {"agency", text::kAgency}, {"group", text::kGroup},     {"stage", text::kStage},
    {"rule", text::kRule},     {"officer", text::kOfficer}, {"sector", text::kSector},
    {"month", text::kMonth},
};
static_assert(std::size(kDimensionRows) == kDimensions);

}  // namespace

TableFiller::TableFiller(std::string key, std::string name, std::string caption) {
  table_.key = std::move(key);
  table_.name = std::move(name);
  table_.caption = std::move(caption);
}

void TableFiller::Column(std::string_view key, std::string name, ColumnType type) {
  table_.columns.push_back({std::string(key), std::move(name), type});
}

void TableFiller::Cell(std::string text) {
  table_.rows.back().emplace_back(std::in_place_type<std::string>, std::move(text));
}

void TableFiller::Cell(uint64_t count) { Number(static_cast<int64_t>(count)); }

void TableFiller::Number(std::optional<int64_t> number) {
  if (!number) return Nothing();
  table_.rows.back().emplace_back(std::in_place_type<int64_t>, *number);
}

void TableFiller::Nothing() { table_.rows.back().emplace_back(); }

std::optional<int64_t> ShareOf(uint64_t part, uint64_t all) {
  if (all == 0) return std::nullopt;
  return static_cast<int64_t>((2000 * part + all) / (2 * all));
}

std::string_view KeyOf(Dimension dimension) {
  return kDimensionRows[static_cast<size_t>(dimension)].key;
}

TextId NameOf(Dimension dimension) { return kDimensionRows[static_cast<size_t>(dimension)].name; }

std::string ShownName(const Survey& survey, Dimension dimension, const std::string& name,
                      Lang lang) {
  if (name.empty()) {
    return Say(lang, dimension == Dimension::kGroup ? text::kUngrouped : TextId::kNotStated);
  }
  return dimension == Dimension::kRule ? name + ' ' + TitleOf(survey, name) : name;
}

std::string FrequentInWords(const Survey& survey, const Slice& slice, size_t most, Lang lang) {
  std::string words;
  for (const std::string& rule : FrequentDefects(slice, most)) {
    if (!words.empty()) words += Say(lang, TextId::kListComma);
    words += Say(lang, text::kRuleTimes,
                 {TitleOf(survey, rule), std::to_string(slice.rules.at(rule).cases)});
  }
  return words;
}

std::string TitleOf(const Survey& survey, const std::string& rule) {
  const auto found = survey.rules().find(rule);
  return found == survey.rules().end() ? rule : found->second.title;
}

}  // namespace anjuan
