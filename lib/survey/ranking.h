// The slices of a dimension from best to worst.
//
// Order: by the average score, the highest first; where nothing is scored, by defects per hundred
//        files, the fewest first. What is equal has the same rank, and the next rank is passed
//        over (1, 2, 2, 4).
// Never: ranks a slice with fewer cases than `least`, or one without a score among scored ones, or
//        the cases that do not say where they belong; these stand behind, by name.
#pragma once

#include <string>
#include <vector>

#include "survey/survey.h"

namespace anjuan {

struct RankedSlice {
  uint64_t rank = 0;  // 0: not ranked
  std::string name;
  const Slice* slice = nullptr;
};

// Points into the survey.
std::vector<RankedSlice> Rank(const Survey& survey, Dimension by, uint64_t least);

// Rules with defects, by cases with one, the most first, then by defects, then by id; at most
// `most`.
std::vector<std::string> FrequentDefects(const Slice& slice, size_t most);
// Likewise by cases that were left undecided.
std::vector<std::string> OftenUndecided(const Slice& slice, size_t most);

}  // namespace anjuan
