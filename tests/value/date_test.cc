#include "value/date.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace anjuan;

namespace {

Date D(int year, int month, int day) {
  const std::optional<Date> date = MakeDate(year, month, day);
  REQUIRE(date.has_value());
  return *date;
}

std::string Shown(std::optional<Date> date) { return date ? FormatDate(*date) : "none"; }

// The date as printed, or what else the text says.
std::string ParsedDate(const std::string& text) {
  Date date;
  switch (ParseDate(text, date)) {
    case Parsed::kValue:
      return FormatDate(date);
    case Parsed::kPartial:
      return "partial";
    case Parsed::kBad:
      break;
  }
  return "bad";
}

std::string ParsedMoment(const std::string& text) {
  int64_t seconds = 0;
  switch (ParseDatetime(text, seconds)) {
    case Parsed::kValue:
      return FormatMoment(seconds);
    case Parsed::kPartial:
      return "partial";
    case Parsed::kBad:
      break;
  }
  return "bad";
}

}  // namespace

TEST_CASE("only days of the calendar are dates, in years 1 to 9999") {
  struct Row {
    std::string name;
    int year;
    int month;
    int day;
    bool is_date;
  };
  const Row rows[] = {
      {"first day", 1, 1, 1, true},
      {"the day before it", 0, 12, 31, false},
      {"last day", 9999, 12, 31, true},
      {"the day after it", 10000, 1, 1, false},
      {"leap day", 2024, 2, 29, true},
      {"no leap day", 2023, 2, 29, false},
      {"no leap day in 1900", 1900, 2, 29, false},
      {"leap day in 2000", 2000, 2, 29, true},
      {"31 days", 2023, 1, 31, true},
      {"32 days", 2023, 1, 32, false},
      {"30 days", 2023, 4, 30, true},
      {"31 of 30", 2023, 4, 31, false},
      {"day 0", 2023, 4, 0, false},
      {"month 0", 2023, 0, 1, false},
      {"month 13", 2023, 13, 1, false},
      {"negative", 2023, -1, -1, false},
      {"past a byte", 2023, 257, 1, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(MakeDate(row.year, row.month, row.day).has_value() == row.is_date);
  }
}

TEST_CASE("days are counted from 1970-01-01") {
  CHECK(D(1970, 1, 1).days == 0);
  CHECK(D(1969, 12, 31).days == -1);
  CHECK(D(2000, 3, 1).days == 11017);
  CHECK(D(1, 1, 1) == kFirstDate);
  CHECK(D(9999, 12, 31) == kLastDate);
  CHECK(D(2024, 3, 1).days - D(2024, 2, 28).days == 2);
  CHECK(D(2023, 3, 1).days - D(2023, 2, 28).days == 1);
}

TEST_CASE("every day of 400 years comes back as it went in, and weekdays follow each other") {
  int weekday = WeekdayOf(D(1800, 1, 1));
  for (int32_t days = D(1800, 1, 1).days; days <= D(2200, 1, 1).days; ++days) {
    const CivilDay civil = CivilOf(Date{days});
    const std::optional<Date> back = MakeDate(civil.year, civil.month, civil.day);
    REQUIRE(back.has_value());
    REQUIRE(back->days == days);
    REQUIRE(WeekdayOf(*back) == weekday);
    weekday = weekday % 7 + 1;
  }
}

TEST_CASE("weekdays begin on Monday") {
  CHECK(WeekdayOf(D(2024, 4, 8)) == 1);
  CHECK(WeekdayOf(D(2024, 4, 7)) == 7);
  CHECK(WeekdayOf(D(1970, 1, 1)) == 4);
  CHECK(WeekdayOf(kFirstDate) == 1);
  CHECK(WeekdayOf(kLastDate) == 5);
}

TEST_CASE("dates print in one form") {
  CHECK(FormatDate(D(2023, 3, 2)) == "2023-03-02");
  CHECK(FormatDate(kFirstDate) == "0001-01-01");
  CHECK(FormatDate(kLastDate) == "9999-12-31");
}

TEST_CASE("months are added to the day's number, at most the month's end") {
  struct Row {
    Date from;
    int64_t months;
    std::string want;
  };
  const Row rows[] = {
      {D(2023, 1, 15), 1, "2023-02-15"},
      {D(2023, 1, 31), 1, "2023-02-28"},
      {D(2024, 1, 31), 1, "2024-02-29"},
      {D(2024, 1, 30), 1, "2024-02-29"},
      {D(2023, 3, 31), 1, "2023-04-30"},
      {D(2023, 3, 31), -1, "2023-02-28"},
      {D(2024, 2, 29), 12, "2025-02-28"},
      {D(2024, 2, 29), 48, "2028-02-29"},
      {D(2023, 12, 31), 2, "2024-02-29"},
      {D(2023, 1, 1), -1, "2022-12-01"},
      {D(2023, 1, 1), 0, "2023-01-01"},
      {D(2023, 7, 31), -5, "2023-02-28"},
      {D(9999, 11, 30), 1, "9999-12-30"},
      {D(9999, 12, 31), 1, "none"},
      {D(1, 2, 1), -1, "0001-01-01"},
      {D(1, 1, 31), -1, "none"},
      {D(1, 1, 1), int64_t{9999} * 12 - 1, "9999-12-01"},
      {D(1, 1, 1), int64_t{9999} * 12, "none"},
      {D(2023, 1, 1), INT64_C(4'000'000'000'000), "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(FormatDate(row.from));
    CAPTURE(row.months);
    CHECK(Shown(AddMonths(row.from, row.months)) == row.want);
  }
}

TEST_CASE("days are added within years 1 to 9999") {
  CHECK(Shown(AddDays(D(2024, 2, 28), 1)) == "2024-02-29");
  CHECK(Shown(AddDays(D(2023, 12, 31), 1)) == "2024-01-01");
  CHECK(Shown(AddDays(D(2023, 3, 2), 90)) == "2023-05-31");
  CHECK(Shown(AddDays(D(2024, 1, 1), -1)) == "2023-12-31");
  CHECK(Shown(AddDays(kLastDate, 0)) == "9999-12-31");
  CHECK(Shown(AddDays(kLastDate, 1)) == "none");
  CHECK(Shown(AddDays(kFirstDate, -1)) == "none");
  CHECK(Shown(AddDays(kLastDate, INT64_MAX)) == "none");
  CHECK(Shown(AddDays(kFirstDate, INT64_MIN)) == "none");
}

TEST_CASE("a date is read in every form it is written in") {
  struct Row {
    std::string text;
    std::string want;
  };
  const Row rows[] = {
      {"2023-01-05", "2023-01-05"},         {"2023-1-5", "2023-01-05"},
      {"2023/1/5", "2023-01-05"},           {"2023/01/05", "2023-01-05"},
      {"2023.1.5", "2023-01-05"},           {"20230105", "2023-01-05"},
      {"2023年1月5日", "2023-01-05"},       {"2023年01月05日", "2023-01-05"},
      {"２０２３年１月５日", "2023-01-05"}, {"２０２３－０１－０５", "2023-01-05"},
      {"２０２３／１／５", "2023-01-05"},   {"２０２３０１０５", "2023-01-05"},
      {"2023 年 1 月 5 日", "2023-01-05"},  {"2023年　1月　5日", "2023-01-05"},
      {" 2023-01-05\n", "2023-01-05"},      {"\t2023年1月5日 ", "2023-01-05"},
      {"2024-02-29", "2024-02-29"},         {"0001-01-01", "0001-01-01"},
      {"9999-12-31", "9999-12-31"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ParsedDate(row.text) == row.want);
  }
}

TEST_CASE("a date given in part is partial, a printed form with gaps among them") {
  for (const std::string text :
       {"2025年3月", "2025年", "2025", "2025-03", "2025/3", "2025.3", "２０２５年３月",
        " 2025年3月 ", "2025年3月  日", "2025年3月日", "2025年  月  日", "2025年月日",
        "    年  月  日", "年月日", "年3月5日"}) {
    CAPTURE(text);
    CHECK(ParsedDate(text) == "partial");
  }
}

TEST_CASE("what is no date is bad, never guessed at") {
  for (const std::string text : {"",
                                 " ",
                                 "无",
                                 "-",
                                 "2023-02-29",
                                 "2023-13-01",
                                 "2023-00-10",
                                 "2023-01-32",
                                 "20230230",
                                 "0000-01-01",
                                 "10000-01-01",
                                 "23-01-05",
                                 "2023-01/05",
                                 "2023年1月5",
                                 "2023年1月5号",
                                 "2023年13月",
                                 "2023年1-5",
                                 "2023-001-05",
                                 "2023-01-005",
                                 "202301",
                                 "2023015",
                                 "202301050",
                                 "2023-01-05T",
                                 "2023-01-05x",
                                 "x2023-01-05",
                                 "2023-01-05-",
                                 "2023--01-05",
                                 "-2023-01-05",
                                 "2023 01 05",
                                 "20 23-01-05",
                                 "2023-01-0 5",
                                 "2023-01-05 09:30",
                                 "2023年1月5日9时",
                                 "1月5日",
                                 "二〇二三年一月五日",
                                 "2023年 13月 日",
                                 "2023年1 2月 日",
                                 "年月",
                                 "日",
                                 "2023年1月5日日",
                                 "2023-01-05\xFF",
                                 "99999999999999999999",
                                 "2023-1-5-6-7-8-9"}) {
    CAPTURE(text);
    CHECK(ParsedDate(text) == "bad");
  }
}

TEST_CASE("a moment is read to the minute or the second, as time in China") {
  struct Row {
    std::string text;
    std::string want;
  };
  const Row rows[] = {
      {"2023-03-10 09:05", "2023-03-10T09:05:00+08:00"},
      {"2023-03-10 9:05", "2023-03-10T09:05:00+08:00"},
      {"2023-03-10T09:05:30", "2023-03-10T09:05:30+08:00"},
      {"2023-03-10T09:05:30+08:00", "2023-03-10T09:05:30+08:00"},
      {"2023/3/10 9:5", "2023-03-10T09:05:00+08:00"},
      {"20230310 09:05", "2023-03-10T09:05:00+08:00"},
      {"20230310T09:05:59", "2023-03-10T09:05:59+08:00"},
      {"2023年3月10日9时5分", "2023-03-10T09:05:00+08:00"},
      {"2023年3月10日 9时5分30秒", "2023-03-10T09:05:30+08:00"},
      {"2023年3月10日9:05", "2023-03-10T09:05:00+08:00"},
      {"2023年3月10日9点5分", "2023-03-10T09:05:00+08:00"},
      {"2023 年 3 月 10 日 9 时 5 分", "2023-03-10T09:05:00+08:00"},
      {"２０２３年３月１０日９：０５", "2023-03-10T09:05:00+08:00"},
      {"2023-03-10 00:00", "2023-03-10T00:00:00+08:00"},
      {"2023-03-10 23:59:59", "2023-03-10T23:59:59+08:00"},
      {"0001-01-01 00:00", "0001-01-01T00:00:00+08:00"},
      {"9999-12-31 23:59:59", "9999-12-31T23:59:59+08:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ParsedMoment(row.text) == row.want);
  }
}

TEST_CASE("a moment without its day or its clock time is partial") {
  for (const std::string text :
       {"2023-03-10", "2023年3月10日", "20230310", "2023年3月", "2023年3月10日9时", "2023年3月 日",
        "2023年3月10日 时 分", "2023年3月10日9时 分", "年 月 日 时 分"}) {
    CAPTURE(text);
    CHECK(ParsedMoment(text) == "partial");
  }
}

TEST_CASE("what is no moment is bad") {
  for (const std::string text : {"",
                                 "09:05",
                                 "2023-03-10 24:00",
                                 "2023-03-10 23:60",
                                 "2023-03-10 23:59:60",
                                 "2023-02-30 09:05",
                                 "2023-03-1009:05",
                                 "2023-03-10-09:05",
                                 "2023-03-10 9",
                                 "2023-03-10 9:",
                                 "2023-03-10 009:05",
                                 "2023-03-10 09:005",
                                 "2023-03-10 09:05:000",
                                 "2023-03-10 9时05",
                                 "2023-03-10 9:5分",
                                 "2023-03-10 09:05:30:1",
                                 "2023-03-10TT09:05",
                                 "2023-03-10 09:05Z",
                                 "2023-03-10 09:05-08:00",
                                 "2023-03 09:05",
                                 "2023-03-10 上午9:05"}) {
    CAPTURE(text);
    CHECK(ParsedMoment(text) == "bad");
  }
}

TEST_CASE("the day of a moment is the day in China, not in Greenwich") {
  int64_t seconds = 0;
  REQUIRE(ParseDatetime("2023-03-10 00:00", seconds) == Parsed::kValue);
  CHECK(FormatDate(DateOfMoment(seconds)) == "2023-03-10");
  CHECK(FormatDate(DateOfMoment(seconds - 1)) == "2023-03-09");
  CHECK(FormatDate(DateOfMoment(seconds + 86'399)) == "2023-03-10");
  CHECK(FormatDate(DateOfMoment(seconds + 86'400)) == "2023-03-11");
  CHECK(FormatDate(DateOfMoment(0)) == "1970-01-01");
  CHECK(FormatDate(DateOfMoment(-kChinaOffsetSeconds)) == "1970-01-01");
  CHECK(FormatDate(DateOfMoment(-kChinaOffsetSeconds - 1)) == "1969-12-31");
  CHECK(FormatMoment(0) == "1970-01-01T08:00:00+08:00");
}
