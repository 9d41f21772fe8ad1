// A period as a bar of text: how its days lie around its last lawful day.
//
// Shape: "====..|" and "======|!!": = days that ran, . days left, > today in a running period, |
// the
//        last lawful day (a cell of its own), ! days too many or too few. Of a step that must come
//        so long before another, = are the days before that one.
// Scale: the cells given are all used; a stretch of days has as many of them as its share, and
// never
//        none, so that one day too many in a year is still seen.
// ASCII: other signs for bars are one cell wide on one terminal and two on the next.
#pragma once

#include <string>
#include <vector>

#include "audit/judged_period.h"

namespace anjuan {

struct BarPart {
  char sign = '=';
  int64_t days = 0;  // 0: a single cell
};

// Nothing where a day is not known.
std::vector<BarPart> BarOf(const JudgedPeriod& period);

// Requires cells >= parts.size().
std::string LayOut(const std::vector<BarPart>& parts, size_t cells);

}  // namespace anjuan
