#include <algorithm>

#include "survey/survey.h"

namespace anjuan {
namespace {

// a / b, half up; of nothing 0.
int64_t Divide(int64_t a, int64_t b) { return b == 0 ? 0 : (2 * a + b) / (2 * b); }

}  // namespace

void Slice::Merge(const Slice& other) {
  if (other.scored > 0) lowest = scored == 0 ? other.lowest : std::min(lowest, other.lowest);
  cases += other.cases;
  flawed += other.flawed;
  scored += other.scored;
  score_sum += other.score_sum;
  vetoed += other.vetoed;
  defects += other.defects;
  undecided += other.undecided;
  waived += other.waived;
  for (const auto& [grade, count] : other.grades) grades[grade] += count;
  for (const auto& [rule, tally] : other.rules) {
    RuleTally& to = rules[rule];
    to.cases += tally.cases;
    to.defects += tally.defects;
    to.undecided += tally.undecided;
    to.waived += tally.waived;
  }
}

std::optional<int64_t> Slice::Average() const {
  if (scored == 0) return std::nullopt;
  return Divide(score_sum, static_cast<int64_t>(scored));
}

int64_t Slice::DefectsPerHundred(uint64_t of) const {
  return Divide(static_cast<int64_t>(defects) * 100 * 100, static_cast<int64_t>(of));
}

}  // namespace anjuan
