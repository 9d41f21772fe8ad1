// The last lawful day of a statutory period (法定期间的届满日), and how many days have run.
//
// Law:    the day of the event is not counted; a last day that falls on a holiday moves to the next
//         working day where the law says so; what each period leaves out and who may extend it is
//         said by the law that sets it, so by the rule.
// Units:  days or working days as the period says. Months and years are the days up to the same
//         day of the month.
// Shape:  ranges of days left out (扣除期间) hold both ends; UnionOf puts them in order, none
//         overlapping, so that no day is left out twice.
// Errors: YearWithoutData from the calendar; nothing outside years 1 to 9999.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "value/period.h"
#include "value/workday_calendar.h"

namespace anjuan {

struct DayRange {
  Date first;
  Date last;
};

// Ranges that end before they begin are dropped.
std::vector<DayRange> UnionOf(std::vector<DayRange> ranges);

// An extension (延期): lawful where it was approved by the day the period would have ended.
struct Extension {
  Date approved;
  Date until;
};

class DayCounter {
 public:
  // `left_out` as UnionOf gives it. Both must outlive the counter.
  DayCounter(const WorkdayCalendar& calendar, std::span<const DayRange> left_out, bool workdays)
      : calendar_(calendar), left_out_(left_out), workdays_(workdays) {}

  // Days in (from, to] that count, and those that are left out; 0 where `to` is not later.
  Result<int64_t, YearWithoutData> Counted(Date from, Date to) const;
  Result<int64_t, YearWithoutData> LeftOut(Date from, Date to) const;

  // The day on which a period from `from` ends, not moved and not extended. Requires a count of at
  // least 0 and the unit that the counter was made for.
  Result<Date, YearWithoutData> End(Date from, Period period) const;

 private:
  Result<int64_t, YearWithoutData> All(Date from, Date to) const;
  Result<Date, YearWithoutData> Advance(Date day, int64_t count) const;

  const WorkdayCalendar& calendar_;
  std::span<const DayRange> left_out_;
  bool workdays_;
};

// `end`, moved to a working day where `rolls`, after the extensions that were lawful.
Result<Date, YearWithoutData> Extended(Date end, std::vector<Extension> extensions, bool rolls,
                                       const WorkdayCalendar& calendar);

}  // namespace anjuan
