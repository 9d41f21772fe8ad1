#include "expr/plain_days.h"

#include <limits>

#include "expr/trial.h"
#include "value/period.h"
#include "value/workday_calendar.h"

namespace anjuan::expr {
namespace {

using Kind = Plain::Kind;
using Args = const std::vector<Plain>&;

Date DayOf(const Plain& value) { return {static_cast<int32_t>(value.number)}; }

// Unknown where the calendar lacks the year.
Plain IsWorkday(Date day) {
  return ExampleCalendar().Covers(day) ? Truth(ExampleCalendar().IsWorkday(day)) : Unknown();
}

// The count-th working day from `day` on, which is not counted.
Plain AfterWorkdays(Date day, int64_t count) {
  const int step = count < 0 ? -1 : 1;
  while (count != 0) {
    day.days += step;
    Plain works = IsWorkday(day);
    if (!works.here()) return works;
    if (works.is_true()) count -= step;
  }
  return MakePlain(Kind::kDate, day.days);
}

Plain WorkdaysUntil(Date from, Date to) {
  const bool back = to < from;
  if (back) std::swap(from, to);
  int64_t count = 0;
  while (from < to) {
    ++from.days;
    Plain works = IsWorkday(from);
    if (!works.here()) return works;
    count += works.is_true();
  }
  return Whole(back ? -count : count);
}

Plain OrNextWorkday(Date day) {
  for (;; ++day.days) {
    Plain works = IsWorkday(day);
    if (!works.here()) return works;
    if (works.is_true()) return MakePlain(Kind::kDate, day.days);
  }
}

Plain PeriodOf(const Plain& count, Period::Unit unit) {
  const bool fits = count.number > std::numeric_limits<int32_t>::min() &&
                    count.number <= std::numeric_limits<int32_t>::max();
  return fits ? MakePlain(Kind::kPeriod, count.number, static_cast<int64_t>(unit)) : Failure();
}

}  // namespace

Plain PlainDate(std::optional<Date> date) {
  return date ? MakePlain(Kind::kDate, date->days) : Failure();
}

Plain Moved(const Plain& date, const Plain& period, int sign) {
  const auto unit = static_cast<Period::Unit>(period.more);
  const auto count = static_cast<int32_t>(sign * period.number);
  if (unit == Period::Unit::kWorkdays) return AfterWorkdays(DayOf(date), count);
  return PlainDate(AddPeriod(DayOf(date), {unit, count}));
}

std::vector<PlainFunction> DayFunctions() {
  return {
      {"year", [](Args args) { return Whole(CivilOf(DayOf(args[0])).year); }},
      {"month", [](Args args) { return Whole(CivilOf(DayOf(args[0])).month); }},
      {"day", [](Args args) { return Whole(CivilOf(DayOf(args[0])).day); }},
      {"weekday", [](Args args) { return Whole(WeekdayOf(DayOf(args[0]))); }},
      {"daysUntil", [](Args args) { return Whole(args[1].number - args[0].number); }},
      {"days", [](Args args) { return PeriodOf(args[0], Period::Unit::kDays); }},
      {"workdays", [](Args args) { return PeriodOf(args[0], Period::Unit::kWorkdays); }},
      {"months", [](Args args) { return PeriodOf(args[0], Period::Unit::kMonths); }},
      {"years", [](Args args) { return PeriodOf(args[0], Period::Unit::kYears); }},
      {"isWorkday", [](Args args) { return IsWorkday(DayOf(args[0])); }},
      {"orNextWorkday", [](Args args) { return OrNextWorkday(DayOf(args[0])); }},
      {"workdaysUntil", [](Args args) { return WorkdaysUntil(DayOf(args[0]), DayOf(args[1])); }},
  };
}

}  // namespace anjuan::expr
