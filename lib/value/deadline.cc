#include "value/deadline.h"

#include <algorithm>

namespace anjuan {

std::vector<DayRange> UnionOf(std::vector<DayRange> ranges) {
  std::erase_if(ranges, [](const DayRange& range) { return range.last < range.first; });
  std::sort(ranges.begin(), ranges.end(),
            [](const DayRange& a, const DayRange& b) { return a.first < b.first; });
  std::vector<DayRange> merged;
  for (const DayRange& range : ranges) {
    if (!merged.empty() && range.first <= merged.back().last) {
      merged.back().last = std::max(merged.back().last, range.last);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

Result<int64_t, YearWithoutData> DayCounter::All(Date from, Date to) const {
  if (to <= from) return int64_t{0};
  if (workdays_) return calendar_.WorkdaysUntil(from, to);
  return int64_t{to.days} - from.days;
}

Result<Date, YearWithoutData> DayCounter::Advance(Date day, int64_t count) const {
  // Past the last date there is no calendar either.
  const std::optional<Date> far = AddDays(day, count);
  if (!far) return YearWithoutData{CivilOf(kLastDate).year + 1};
  return workdays_ ? calendar_.AddWorkdays(day, static_cast<int32_t>(count)) : *far;
}

Result<int64_t, YearWithoutData> DayCounter::LeftOut(Date from, Date to) const {
  int64_t sum = 0;
  for (const DayRange& range : left_out_) {
    const Date before = std::max(from, Date{range.first.days - 1});
    const Result<int64_t, YearWithoutData> days = All(before, std::min(to, range.last));
    if (!days.ok()) return days;
    sum += *days;
  }
  return sum;
}

Result<int64_t, YearWithoutData> DayCounter::Counted(Date from, Date to) const {
  const Result<int64_t, YearWithoutData> all = All(from, to);
  if (!all.ok()) return all;
  const Result<int64_t, YearWithoutData> left_out = LeftOut(from, to);
  if (!left_out.ok()) return left_out;
  return *all - *left_out;
}

Result<Date, YearWithoutData> DayCounter::End(Date from, Period period) const {
  int64_t count = period.count;
  if (period.unit == Period::Unit::kMonths || period.unit == Period::Unit::kYears) {
    const std::optional<Date> same_day = AddPeriod(from, period);
    if (!same_day) return YearWithoutData{CivilOf(kLastDate).year + 1};
    count = int64_t{same_day->days} - from.days;
  }
  Result<Date, YearWithoutData> end = Advance(from, count);
  for (const DayRange& range : left_out_) {
    if (!end.ok()) return end;
    const Date before = std::max(from, Date{range.first.days - 1});
    if (range.last <= before) continue;
    if (*end <= before) break;
    const Result<int64_t, YearWithoutData> days = All(before, range.last);
    if (!days.ok()) return days.error();
    end = Advance(*end, *days);
  }
  return end;
}

Result<Date, YearWithoutData> Extended(Date end, std::vector<Extension> extensions, bool rolls,
                                       const WorkdayCalendar& calendar) {
  const auto moved = [&](Date day) -> Result<Date, YearWithoutData> {
    if (!rolls) return day;
    return calendar.OrNextWorkday(day);
  };
  std::sort(extensions.begin(), extensions.end(),
            [](const Extension& a, const Extension& b) { return a.approved < b.approved; });
  Result<Date, YearWithoutData> due = moved(end);
  for (const Extension& extension : extensions) {
    if (!due.ok() || extension.approved > *due) break;
    if (extension.until > end) {
      end = extension.until;
      due = moved(end);
    }
  }
  return due;
}

}  // namespace anjuan
