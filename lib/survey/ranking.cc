#include "survey/ranking.h"

#include <algorithm>

namespace anjuan {
namespace {

template <typename Measure>
std::vector<std::string> Most(const Slice& slice, size_t most, Measure measure) {
  std::vector<std::string> rules;
  for (const auto& [rule, tally] : slice.rules) {
    if (measure(tally).first > 0) rules.push_back(rule);
  }
  std::stable_sort(rules.begin(), rules.end(), [&](const std::string& a, const std::string& b) {
    return measure(slice.rules.at(a)) > measure(slice.rules.at(b));
  });
  if (rules.size() > most) rules.resize(most);
  return rules;
}

}  // namespace

std::vector<RankedSlice> Rank(const Survey& survey, Dimension by, uint64_t least) {
  const bool by_score = survey.all().scored > 0;
  const auto value = [by_score](const Slice& slice) {
    return by_score ? -slice.Average().value_or(0) : slice.DefectsPerHundred(slice.cases);
  };
  std::vector<RankedSlice> ranked;
  std::vector<RankedSlice> others;
  for (const auto& [name, slice] : survey.By(by)) {
    const bool fits = !name.empty() && slice.cases >= least && (!by_score || slice.scored > 0);
    (fits ? ranked : others).push_back({0, name, &slice});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [&](const RankedSlice& a, const RankedSlice& b) {
    return value(*a.slice) < value(*b.slice);
  });
  for (size_t i = 0; i < ranked.size(); ++i) {
    const bool tied = i > 0 && value(*ranked[i].slice) == value(*ranked[i - 1].slice);
    ranked[i].rank = tied ? ranked[i - 1].rank : i + 1;
  }
  ranked.insert(ranked.end(), others.begin(), others.end());
  return ranked;
}

std::vector<std::string> FrequentDefects(const Slice& slice, size_t most) {
  return Most(slice, most, [](const RuleTally& t) { return std::pair{t.cases, t.defects}; });
}

std::vector<std::string> OftenUndecided(const Slice& slice, size_t most) {
  return Most(slice, most, [](const RuleTally& t) { return std::pair{t.undecided, t.cases}; });
}

}  // namespace anjuan
