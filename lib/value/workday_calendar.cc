#include "value/workday_calendar.h"

#include <algorithm>
#include <cassert>

namespace anjuan {
namespace {

constexpr int kSaturday = 6;

Date DayAfter(Date day) { return Date{day.days + 1}; }
Date DayBefore(Date day) { return Date{day.days - 1}; }

YearWithoutData YearOf(Date day) { return {CivilOf(day).year}; }

bool Has(const std::vector<Date>& days, Date day) {
  return std::find(days.begin(), days.end(), day) != days.end();
}

}  // namespace

WorkdayCalendar::WorkdayCalendar(std::vector<Year> years) {
  std::sort(years.begin(), years.end(),
            [](const Year& a, const Year& b) { return a.year < b.year; });
  for (const Year& year : years) {
    const Date first = *MakeDate(year.year, 1, 1);
    const Date last = *MakeDate(year.year, 12, 31);
    assert(runs_.empty() || runs_.back().last < first);
    if (runs_.empty() || runs_.back().last != DayBefore(first))
      runs_.push_back({first, {}, {0}, {}});
    Run& run = runs_.back();
    run.last = last;
    for (Date day = first; day <= last; day = DayAfter(day)) {
      const bool weekend = WeekdayOf(day) >= kSaturday;
      if (weekend ? Has(year.makeup_days, day) : !Has(year.holidays, day)) {
        run.workdays.push_back(day);
      }
      run.before.push_back(static_cast<int32_t>(run.workdays.size()));
    }
  }
}

const WorkdayCalendar::Run* WorkdayCalendar::RunOf(Date day) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), day,
                                      [](Date d, const Run& run) { return d < run.first; });
  if (after == runs_.begin() || (after - 1)->last < day) return nullptr;
  return &*(after - 1);
}

bool WorkdayCalendar::IsWorkday(Date day) const {
  const Run* const run = RunOf(day);
  assert(run != nullptr);
  return run->Through(day) > run->Before(day);
}

Result<Date, YearWithoutData> WorkdayCalendar::AddWorkdays(Date start, int32_t n) const {
  if (n == 0) return start;
  const Date next = n > 0 ? DayAfter(start) : DayBefore(start);
  const Run* const run = RunOf(next);
  if (run == nullptr) return YearOf(next);
  const int64_t count = static_cast<int64_t>(run->workdays.size());
  const int64_t at = n > 0 ? int64_t{run->Before(next)} + n - 1 : int64_t{run->Through(next)} + n;
  if (at < 0) return YearOf(DayBefore(run->first));
  if (at >= count) return YearOf(DayAfter(run->last));
  return run->workdays[static_cast<size_t>(at)];
}

Result<int64_t, YearWithoutData> WorkdayCalendar::WorkdaysUntil(Date from, Date to) const {
  if (from == to) return int64_t{0};
  const Date begin = std::min(from, to);
  const Date end = std::max(from, to);
  const Run* const run = RunOf(DayAfter(begin));
  if (run == nullptr) return YearOf(DayAfter(begin));
  if (end > run->last) return YearOf(DayAfter(run->last));
  const int64_t count = run->Through(end) - run->Before(DayAfter(begin));
  return from < to ? count : -count;
}

Result<Date, YearWithoutData> WorkdayCalendar::OrNextWorkday(Date day) const {
  const Run* const run = RunOf(day);
  if (run == nullptr) return YearOf(day);
  const size_t at = static_cast<size_t>(run->Before(day));
  if (at == run->workdays.size()) return YearOf(DayAfter(run->last));
  return run->workdays[at];
}

}  // namespace anjuan
