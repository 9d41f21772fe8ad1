// Two surveys side by side: what is better, what is worse, what is new, what comes again.
//
// Never: reads a rule that the earlier reports did not ask as a defect that was not there; it says
//        where the rule sets differ, and whoever reads the table judges.
#pragma once

#include <string>
#include <vector>

#include "survey/survey.h"

namespace anjuan {

enum class Trend : uint8_t { kBetter, kSame, kWorse, kOnlyNow, kOnlyThen };

struct ComparedSlice {
  std::string name;
  const Slice* then = nullptr;  // null: only now
  const Slice* now = nullptr;   // null: only then
  Trend trend = Trend::kSame;
  std::vector<std::string> fresh;  // rules with defects now and none then
  std::vector<std::string> again;  // both times
  std::vector<std::string> gone;   // then, and none now
};

struct Comparison {
  ComparedSlice all;
  std::vector<ComparedSlice> slices;  // by name
  bool by_score = false;              // trends go by the average score; else by defects per hundred
  bool other_rules = false;           // the two have different rule sets
};

// Points into both. Of stages and rules trends go by the share of files with a defect there.
Comparison Compare(const Survey& then, const Survey& now, Dimension by);

}  // namespace anjuan
