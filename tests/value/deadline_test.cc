#include "value/deadline.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace anjuan;

namespace {

Date D(int year, int month, int day) { return *MakeDate(year, month, day); }

constexpr int kFirstYear = 2007;
constexpr int kLastYear = 2026;

// Holidays and make-up days drawn at random, for the years that law files come from.
WorkdayCalendar DrawCalendar(std::mt19937& random) {
  std::vector<WorkdayCalendar::Year> years;
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    WorkdayCalendar::Year drawn{year, {}, {}};
    for (Date day = D(year, 1, 1); day <= D(year, 12, 31); day.days += 1) {
      const bool weekend = WeekdayOf(day) > 5;
      const auto dice = random() % 40;
      if (dice == 0 && weekend) drawn.makeup_days.push_back(day);
      if (dice < 4 && !weekend) drawn.holidays.push_back(day);
    }
    years.push_back(std::move(drawn));
  }
  return WorkdayCalendar(std::move(years));
}

bool IsLeftOut(Date day, const std::vector<DayRange>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const DayRange& range) {
    return range.first <= day && day <= range.last;
  });
}

// The same questions, answered by walking from day to day.
struct DayLoop {
  const WorkdayCalendar& calendar;
  const std::vector<DayRange>& left_out;
  bool workdays;

  int64_t Count(Date from, Date to, bool of_left_out) const {
    int64_t count = 0;
    for (Date day{from.days + 1}; day <= to; day.days += 1) {
      if (workdays && !calendar.IsWorkday(day)) continue;
      count += IsLeftOut(day, left_out) == of_left_out ? 1 : 0;
    }
    return count;
  }

  Date End(Date from, int64_t count) const {
    Date day = from;
    while (count > 0) {
      day.days += 1;
      const bool counts = (!workdays || calendar.IsWorkday(day)) && !IsLeftOut(day, left_out);
      count -= counts ? 1 : 0;
    }
    return day;
  }
};

}  // namespace

TEST_CASE("the end of a period and the days that count agree with a walk from day to day") {
  std::mt19937 random(20210715);
  const WorkdayCalendar calendar = DrawCalendar(random);
  const Date first = D(kFirstYear, 1, 1);
  constexpr int kSpan = 6900;  // days of the years but the last, where a period may end
  size_t wrong = 0;
  for (int question = 0; question < 100'000; ++question) {
    const Date from{first.days + static_cast<int32_t>(random() % kSpan)};
    std::vector<DayRange> ranges;
    for (size_t i = random() % 4; i > 0; --i) {
      const Date begins{from.days - 20 + static_cast<int32_t>(random() % 120)};
      ranges.push_back({begins, Date{begins.days - 2 + static_cast<int32_t>(random() % 30)}});
    }
    const std::vector<DayRange> left_out = UnionOf(ranges);
    const bool workdays = random() % 2 == 0;
    const DayLoop loop{calendar, ranges, workdays};
    const DayCounter counter(calendar, left_out, workdays);
    Period period;
    period.unit = workdays            ? Period::Unit::kWorkdays
                  : random() % 3 == 0 ? Period::Unit::kMonths
                                      : Period::Unit::kDays;
    const bool months = period.unit == Period::Unit::kMonths;
    period.count = static_cast<int32_t>(1 + random() % (months ? 6 : 90));
    const int64_t count =
        months ? int64_t{AddMonths(from, period.count)->days} - from.days : period.count;
    const auto end = counter.End(from, period);
    const Date to{from.days + static_cast<int32_t>(random() % 200)};
    const auto counted = counter.Counted(from, to);
    const auto excluded = counter.LeftOut(from, to);
    const bool right = end.ok() && counted.ok() && excluded.ok() && *end == loop.End(from, count) &&
                       *counted == loop.Count(from, to, false) &&
                       *excluded == loop.Count(from, to, true);
    if (right) continue;
    CAPTURE(question);
    CAPTURE(FormatDate(from));
    CHECK(right);
    if (++wrong == 5) break;
  }
  CHECK(wrong == 0);
}

TEST_CASE("questions about working days agree with a walk from day to day") {
  std::mt19937 random(20130101);
  const WorkdayCalendar calendar = DrawCalendar(random);
  const Date first = D(kFirstYear + 1, 1, 1);
  size_t wrong = 0;
  for (int question = 0; question < 100'000; ++question) {
    const Date day{first.days + static_cast<int32_t>(random() % 6500)};
    const auto count = static_cast<int32_t>(random() % 121) - 60;
    Date walked = day;
    for (int32_t left = std::abs(count); left > 0;) {
      walked.days += count > 0 ? 1 : -1;
      left -= calendar.IsWorkday(walked) ? 1 : 0;
    }
    Date next = day;
    while (!calendar.IsWorkday(next)) next.days += 1;
    int64_t between = 0;
    const Date to{day.days + static_cast<int32_t>(random() % 200)};
    for (Date at{day.days + 1}; at <= to; at.days += 1) between += calendar.IsWorkday(at) ? 1 : 0;
    const bool right =
        *calendar.AddWorkdays(day, count) == walked && *calendar.OrNextWorkday(day) == next &&
        *calendar.WorkdaysUntil(day, to) == between && *calendar.WorkdaysUntil(to, day) == -between;
    if (right) continue;
    CAPTURE(FormatDate(day));
    CAPTURE(count);
    CHECK(right);
    if (++wrong == 5) break;
  }
  CHECK(wrong == 0);
}

TEST_CASE("an extension counts where it was approved by the last day before it") {
  const WorkdayCalendar calendar({{2023, {}, {}}, {2024, {}, {}}});
  struct Row {
    const char* name;
    Date end;
    std::vector<Extension> extensions;
    bool rolls;
    Date want;
  };
  const Date end = D(2023, 5, 31);  // Wednesday
  const Row rows[] = {
      {"none", end, {}, true, end},
      {"approved on the last day", end, {{end, D(2023, 6, 30)}}, true, D(2023, 6, 30)},
      {"approved the day after", end, {{D(2023, 6, 1), D(2023, 6, 30)}}, true, end},
      {"a second one within the first",
       end,
       {{D(2023, 6, 20), D(2023, 7, 31)}, {D(2023, 5, 1), D(2023, 6, 30)}},
       true,
       D(2023, 7, 31)},
      {"a second one behind the first",
       end,
       {{D(2023, 7, 1), D(2023, 7, 31)}, {D(2023, 5, 1), D(2023, 6, 30)}},
       true,
       D(2023, 6, 30)},
      {"it does not shorten", end, {{D(2023, 5, 1), D(2023, 5, 10)}}, true, end},
      {"the last day is a Saturday", D(2023, 6, 3), {}, true, D(2023, 6, 5)},
      {"a Saturday that does not move", D(2023, 6, 3), {}, false, D(2023, 6, 3)},
      {"approved on the Monday it moved to",
       D(2023, 6, 3),
       {{D(2023, 6, 5), D(2023, 6, 30)}},
       true,
       D(2023, 6, 30)},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto due = Extended(row.end, row.extensions, row.rolls, calendar);
    REQUIRE(due.ok());
    CHECK(FormatDate(*due) == FormatDate(row.want));
  }
  CHECK(Extended(D(2025, 1, 1), {}, true, calendar).error().year == 2025);
}
