#include "survey/comparison.h"

namespace anjuan {
namespace {

bool HasDefect(const Slice& slice, const std::string& rule) {
  const auto found = slice.rules.find(rule);
  return found != slice.rules.end() && found->second.defects > 0;
}

void CompareRules(ComparedSlice& to) {
  static const Slice kNothing;
  const Slice& then = to.then == nullptr ? kNothing : *to.then;
  const Slice& now = to.now == nullptr ? kNothing : *to.now;
  for (const auto& [rule, tally] : now.rules) {
    if (tally.defects > 0) (HasDefect(then, rule) ? to.again : to.fresh).push_back(rule);
  }
  for (const auto& [rule, tally] : then.rules) {
    if (tally.defects > 0 && !HasDefect(now, rule)) to.gone.push_back(rule);
  }
}

Trend TrendOf(int64_t rise) {
  return rise > 0 ? Trend::kBetter : rise < 0 ? Trend::kWorse : Trend::kSame;
}

}  // namespace

Comparison Compare(const Survey& then, const Survey& now, Dimension by) {
  Comparison comparison;
  comparison.other_rules = then.rule_sets() != now.rule_sets();
  const bool of_defects = by == Dimension::kStage || by == Dimension::kRule;
  comparison.by_score =
      then.schemes() == now.schemes() && then.all().scored > 0 && now.all().scored > 0;
  const auto compare = [&](const std::string& name, const Slice* a, const Slice* b, bool by_score) {
    ComparedSlice slice;
    slice.name = name;
    slice.then = a;
    slice.now = b;
    if (a == nullptr || b == nullptr) {
      slice.trend = a == nullptr ? Trend::kOnlyNow : Trend::kOnlyThen;
    } else if (by_score && a->scored > 0 && b->scored > 0 && *a->Average() != *b->Average()) {
      slice.trend = TrendOf(*b->Average() - *a->Average());
    } else {
      const uint64_t of_a = of_defects ? then.all().cases : a->cases;
      const uint64_t of_b = of_defects ? now.all().cases : b->cases;
      slice.trend = TrendOf(a->DefectsPerHundred(of_a) - b->DefectsPerHundred(of_b));
    }
    CompareRules(slice);
    return slice;
  };
  comparison.all = compare("", &then.all(), &now.all(), comparison.by_score);
  if (of_defects) comparison.by_score = false;
  std::set<std::string> names;
  for (const auto& [name, slice] : then.By(by)) names.insert(name);
  for (const auto& [name, slice] : now.By(by)) names.insert(name);
  const auto find = [by](const Survey& survey, const std::string& name) {
    const auto found = survey.By(by).find(name);
    return found == survey.By(by).end() ? nullptr : &found->second;
  };
  for (const std::string& name : names) {
    comparison.slices.push_back(
        compare(name, find(then, name), find(now, name), comparison.by_score));
  }
  return comparison;
}

}  // namespace anjuan
