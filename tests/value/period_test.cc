#include "value/period.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace anjuan;

TEST_CASE("a period moves a date by days, months or years; months end where they end") {
  using Unit = Period::Unit;
  struct Row {
    std::string name;
    std::string from;
    Period period;
    std::string want;
  };
  const Row rows[] = {
      {"ninety days", "2023-03-02", {Unit::kDays, 90}, "2023-05-31"},
      {"no days", "2023-03-02", {Unit::kDays, 0}, "2023-03-02"},
      {"days back", "2023-03-02", {Unit::kDays, -2}, "2023-02-28"},
      {"six months", "2023-08-31", {Unit::kMonths, 6}, "2024-02-29"},
      {"months back", "2023-03-31", {Unit::kMonths, -1}, "2023-02-28"},
      {"two years", "2022-02-28", {Unit::kYears, 2}, "2024-02-28"},
      {"a year from a leap day", "2024-02-29", {Unit::kYears, 1}, "2025-02-28"},
      {"years back to a leap day", "2028-02-29", {Unit::kYears, -4}, "2024-02-29"},
      {"past the last year", "9999-01-01", {Unit::kYears, 1}, "none"},
      {"before the first", "0001-12-31", {Unit::kMonths, -12}, "none"},
      {"more years than there are", "2023-01-01", {Unit::kYears, INT32_MAX}, "none"},
      {"fewer days than there are", "2023-01-01", {Unit::kDays, INT32_MIN}, "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Date from;
    REQUIRE(ParseDate(row.from, from) == Parsed::kValue);
    const std::optional<Date> to = AddPeriod(from, row.period);
    CHECK((to ? FormatDate(*to) : "none") == row.want);
  }
}

TEST_CASE("periods are equal in unit and count") {
  CHECK(Period{Period::Unit::kMonths, 12} == Period{Period::Unit::kMonths, 12});
  CHECK_FALSE(Period{Period::Unit::kMonths, 12} == Period{Period::Unit::kYears, 1});
}
