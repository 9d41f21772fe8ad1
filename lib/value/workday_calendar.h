// Statutory periods counted in working days (工作日).
//
// Law:    a working day is no Saturday, Sunday or statutory holiday; a weekend day that a yearly
//         notice makes up with (调休) is one. Which periods run in working days is said by the law
//         that sets the period, so by the rule. All other periods are calendar days: Date + days,
//         not this class. The start day is not counted.
// Shape:  whole years, each there or not: between years with data there may be years without.
// Owns:   its tables; built once, then immutable and safe to share between threads.
// Cost:   no question walks over days; each is a look at a table, found in O(log gaps).
// Errors: YearWithoutData: the first year that a question meets, as it counts, of which nothing is
//         known.
// Never:  guesses. Next year's holidays are not known until announced.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "value/date.h"

namespace anjuan {

struct YearWithoutData {
  int year = 0;
};

class WorkdayCalendar {
 public:
  struct Year {
    int year = 0;
    std::vector<Date> holidays;     // days off, on weekdays or not
    std::vector<Date> makeup_days;  // weekend days worked instead
  };

  // A calendar of no years: every question lacks one.
  WorkdayCalendar() = default;

  // Years and days in any order. Requires each year once, and each day within its own.
  explicit WorkdayCalendar(std::vector<Year> years);

  bool Covers(Date day) const { return RunOf(day) != nullptr; }
  bool IsWorkday(Date day) const;  // Requires Covers(day).

  // The last day of a period of `n` working days running from `start`: the n-th working day after
  // it, for negative n before it, `start` itself for 0. `start` is not counted and need not be
  // covered.
  Result<Date, YearWithoutData> AddWorkdays(Date start, int32_t n) const;

  // Working days in (from, to]; where `to` is the earlier day, those in (to, from], negative.
  Result<int64_t, YearWithoutData> WorkdaysUntil(Date from, Date to) const;

  // `day` itself or the first working day after it.
  Result<Date, YearWithoutData> OrNextWorkday(Date day) const;

 private:
  // Years that follow each other, every one with data.
  struct Run {
    Date first;
    Date last;
    std::vector<int32_t> before;  // [i]: working days in [first, first + i), up to last + 1
    std::vector<Date> workdays;   // in order
    int32_t Before(Date day) const { return before[static_cast<size_t>(day.days - first.days)]; }
    int32_t Through(Date day) const { return Before(Date{day.days + 1}); }
  };

  const Run* RunOf(Date day) const;  // null: a day of no year with data

  std::vector<Run> runs_;  // in order, a gap between each two
};

}  // namespace anjuan
