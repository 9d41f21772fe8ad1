#include "value/workday_calendar.h"

#include <doctest/doctest.h>

#include <string>

using namespace anjuan;

namespace {

Date D(std::string_view text) {
  Date date;
  REQUIRE(ParseDate(text, date) == Parsed::kValue);
  return date;
}

std::vector<Date> Days(std::initializer_list<const char*> texts) {
  std::vector<Date> days;
  for (const char* const text : texts) days.push_back(D(text));
  return days;
}

// 2020, 2023 and 2024, with the holidays that the tests need, out of order; 2021 and 2022 lack.
WorkdayCalendar Calendar() {
  return WorkdayCalendar(
      {{2024,
        Days({"2024-01-01", "2024-04-06", "2024-04-04", "2024-04-05", "2024-10-01", "2024-10-02",
              "2024-10-03", "2024-10-04", "2024-10-05", "2024-10-06", "2024-10-07"}),
        Days({"2024-10-12", "2024-04-07", "2024-09-29"})},
       {2020, Days({"2020-01-01"}), {}},
       {2023, Days({"2023-01-01", "2023-01-02", "2023-12-30", "2023-12-31"}), {}}});
}

std::string Text(const Result<Date, YearWithoutData>& got) {
  return got.ok() ? FormatDate(*got) : "lacks " + std::to_string(got.error().year);
}

std::string Text(const Result<int64_t, YearWithoutData>& got) {
  return got.ok() ? std::to_string(*got) : "lacks " + std::to_string(got.error().year);
}

}  // namespace

TEST_CASE("a weekday is a workday unless it is a holiday, a weekend day only if it is made up") {
  struct Row {
    const char* name;
    const char* day;
    bool want;
  };
  const Row rows[] = {
      {"a Wednesday", "2024-04-03", true},
      {"a holiday on a Thursday", "2024-04-04", false},
      {"a holiday on a Saturday", "2024-04-06", false},
      {"a Sunday worked instead", "2024-04-07", true},
      {"a Saturday", "2024-04-13", false},
      {"a Sunday", "2024-04-14", false},
      {"a leap day", "2024-02-29", true},
      {"the first day of a year", "2024-01-01", false},
      {"the last day of a year", "2024-12-31", true},
  };
  const WorkdayCalendar calendar = Calendar();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    REQUIRE(calendar.Covers(D(row.day)));
    CHECK(calendar.IsWorkday(D(row.day)) == row.want);
  }
}

TEST_CASE("a period of working days skips weekends and holidays and ends on a workday") {
  struct Row {
    const char* name;
    const char* start;
    int n;
    const char* want;
  };
  const Row rows[] = {
      {"the start day is not counted", "2024-04-08", 1, "2024-04-09"},
      {"no days", "2024-04-06", 0, "2024-04-06"},
      {"a weekend is skipped", "2024-04-12", 1, "2024-04-15"},
      {"a holiday is skipped, its made-up Sunday counts", "2024-04-01", 5, "2024-04-09"},
      {"the made-up Sunday is the last day", "2024-04-03", 1, "2024-04-07"},
      {"a period may start on a day off", "2024-04-06", 1, "2024-04-07"},
      {"over New Year", "2023-12-28", 2, "2024-01-02"},
      {"over National Day, its made-up Sunday before and Saturday behind", "2024-09-27", 7,
       "2024-10-12"},
      {"over a leap day", "2024-02-28", 2, "2024-03-01"},
      {"a year of workdays", "2023-12-31", 257, "2024-12-31"},
      {"back: the start day is not counted", "2024-04-09", -1, "2024-04-08"},
      {"back over a weekend", "2024-04-15", -1, "2024-04-12"},
      {"back over a holiday", "2024-04-09", -5, "2024-04-01"},
      {"back from a day off", "2024-04-06", -1, "2024-04-03"},
      {"back over New Year", "2024-01-02", -1, "2023-12-29"},
      {"to the last day that is known", "2024-12-30", 1, "2024-12-31"},
      {"one day past it", "2024-12-30", 2, "lacks 2025"},
      {"from the last day", "2024-12-31", 1, "lacks 2025"},
      {"to the first workday that is known", "2020-01-03", -1, "2020-01-02"},
      {"one day before it", "2020-01-03", -2, "lacks 2019"},
      {"the start need not be known", "2019-12-31", 1, "2020-01-02"},
      {"nor going back", "2025-01-01", -1, "2024-12-31"},
      {"up to a gap", "2020-12-30", 1, "2020-12-31"},
      {"into a gap", "2020-12-30", 2, "lacks 2021"},
      {"a gap is not jumped over", "2020-12-30", 600, "lacks 2021"},
      {"inside a gap", "2022-05-01", 1, "lacks 2022"},
      {"out of a gap", "2022-12-31", 1, "2023-01-03"},
      {"back into a gap", "2023-01-03", -1, "lacks 2022"},
      {"many years on", "2024-01-01", INT32_MAX, "lacks 2025"},
      {"many years back", "2024-01-01", INT32_MIN, "lacks 2022"},
  };
  const WorkdayCalendar calendar = Calendar();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Text(calendar.AddWorkdays(D(row.start), row.n)) == row.want);
  }
}

TEST_CASE("workdays until a day count that day and not the first; the other way round negative") {
  struct Row {
    const char* name;
    const char* from;
    const char* to;
    const char* want;
  };
  const Row rows[] = {
      {"a day to the next", "2024-04-08", "2024-04-09", "1"},
      {"the same day", "2024-04-08", "2024-04-08", "0"},
      {"the same day of a year without data", "2022-04-08", "2022-04-08", "0"},
      {"over a weekend", "2024-04-12", "2024-04-15", "1"},
      {"to a day off", "2024-04-12", "2024-04-14", "0"},
      {"a made-up Sunday counts", "2024-04-03", "2024-04-07", "1"},
      {"over a holiday", "2024-04-01", "2024-04-09", "5"},
      {"earlier", "2024-04-09", "2024-04-01", "-5"},
      {"earlier, to a day off", "2024-04-15", "2024-04-13", "-1"},
      {"over New Year", "2023-12-28", "2024-01-02", "2"},
      {"over two years", "2022-12-31", "2024-12-31", "516"},
      {"to the last day that is known", "2024-12-30", "2024-12-31", "1"},
      {"a day past it", "2024-12-30", "2025-01-01", "lacks 2025"},
      {"from the day before the first", "2019-12-31", "2020-01-02", "1"},
      {"from a day before that", "2019-12-30", "2020-01-02", "lacks 2019"},
      {"over a gap, the first year of it", "2020-06-01", "2024-06-01", "lacks 2021"},
      {"over a gap, earlier", "2024-06-01", "2020-06-01", "lacks 2021"},
      {"out of a gap", "2022-06-01", "2024-06-01", "lacks 2022"},
  };
  const WorkdayCalendar calendar = Calendar();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Text(calendar.WorkdaysUntil(D(row.from), D(row.to))) == row.want);
  }
}

TEST_CASE("a last day that is a day off moves to the next workday") {
  struct Row {
    const char* name;
    const char* day;
    const char* want;
  };
  const Row rows[] = {
      {"a workday stays", "2024-04-08", "2024-04-08"},
      {"a Saturday moves to Monday", "2024-04-13", "2024-04-15"},
      {"a holiday moves to its made-up Sunday", "2024-04-04", "2024-04-07"},
      {"over the year's end", "2023-12-30", "2024-01-02"},
      {"a year without data", "2025-01-01", "lacks 2025"},
      {"inside a gap", "2021-07-01", "lacks 2021"},
  };
  const WorkdayCalendar calendar = Calendar();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Text(calendar.OrNextWorkday(D(row.day))) == row.want);
  }
}

TEST_CASE("a year that ends on days off does not say what comes after them") {
  // 2022-12-31 is a Saturday.
  const WorkdayCalendar calendar(std::vector<WorkdayCalendar::Year>{{2022, {}, {}}});
  CHECK(Text(calendar.OrNextWorkday(D("2022-12-30"))) == "2022-12-30");
  CHECK(Text(calendar.OrNextWorkday(D("2022-12-31"))) == "lacks 2023");
  CHECK(Text(calendar.AddWorkdays(D("2022-12-30"), 1)) == "lacks 2023");
  CHECK(Text(calendar.WorkdaysUntil(D("2022-12-30"), D("2022-12-31"))) == "0");
}

TEST_CASE("a calendar of no years knows nothing and says which year it would need") {
  const WorkdayCalendar calendar;
  CHECK_FALSE(calendar.Covers(D("2024-01-01")));
  CHECK(Text(calendar.AddWorkdays(D("2023-12-31"), 1)) == "lacks 2024");
  CHECK(Text(calendar.AddWorkdays(D("2024-01-01"), -1)) == "lacks 2023");
  CHECK(Text(calendar.WorkdaysUntil(D("2024-01-01"), D("2025-01-01"))) == "lacks 2024");
  CHECK(Text(calendar.OrNextWorkday(D("2024-01-01"))) == "lacks 2024");
}

TEST_CASE("every question agrees with a walk over the days") {
  const WorkdayCalendar calendar = Calendar();
  const Date first = D("2023-01-01");
  const Date last = D("2024-12-31");
  for (Date from = first; from <= last; from.days += 13) {
    CAPTURE(FormatDate(from));
    int count = 0;
    Date next = from;
    for (Date day{from.days + 1}; day <= last; ++day.days) {
      const bool worked = calendar.IsWorkday(day);
      count += worked;
      if (worked) {
        CHECK(Text(calendar.AddWorkdays(from, count)) == FormatDate(day));
        if (next == from && !calendar.IsWorkday(from)) next = day;
      }
      CHECK(Text(calendar.WorkdaysUntil(from, day)) == std::to_string(count));
      CHECK(Text(calendar.WorkdaysUntil(day, from)) == std::to_string(-count));
    }
    if (next != from || calendar.IsWorkday(from)) {
      CHECK(Text(calendar.OrNextWorkday(from)) == FormatDate(next));
    }
    int back = 0;
    for (Date day{from.days - 1}; day >= first; --day.days) {
      if (calendar.IsWorkday(day)) {
        CHECK(Text(calendar.AddWorkdays(from, --back)) == FormatDate(day));
      }
    }
  }
}
