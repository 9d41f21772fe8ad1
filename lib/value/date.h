// A civil day (日期): no time, no zone.
//
// Units: days since 1970-01-01, proleptic Gregorian, years 1 to 9999.
// Law:   files state days, not instants; a period in days is civil days, never 24-hour spans.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anjuan {

struct Date {
  int32_t days = 0;

  friend auto operator<=>(const Date&, const Date&) = default;
};

struct CivilDay {
  int year = 1970;
  int month = 1;
  int day = 1;
};

// The day, or nothing where the calendar has no such day.
std::optional<Date> MakeDate(int year, int month, int day);
CivilDay CivilOf(Date date);
int WeekdayOf(Date date);  // Monday = 1 … Sunday = 7

std::string FormatDate(Date date);  // 2023-03-02

// The same day of the month `months` later (or earlier), at the month's end where it is shorter
// (month end is clamped). Nothing outside years 1 to 9999.
std::optional<Date> AddMonths(Date date, int64_t months);
std::optional<Date> AddDays(Date date, int64_t days);

inline constexpr Date kFirstDate{-719162};  // 0001-01-01
inline constexpr Date kLastDate{2932896};   // 9999-12-31

// What a text says of a day or a moment.
enum class Parsed {
  kValue,
  kPartial,  // given in part: 2025年3月, a day without its clock time
  kBad,
};

// 2023-01-05, 2023/1/5, 2023.1.5, 20230105, 2023年1月5日; full-width digits count as ASCII. In
// part: 2023, 2023-01, 2023年1月, and a printed form with gaps (2023年1月  日).
Parsed ParseDate(std::string_view text, Date& date);

// A moment (时刻), to the minute or the second, in seconds since 1970-01-01T00:00Z; civil time in
// China is +08:00. Forms: a date as above, then T or white space (none behind 日), then 9:05,
// 09:05:30, 9时5分; +08:00 may stand at the end.
Parsed ParseDatetime(std::string_view text, int64_t& seconds);

inline constexpr int64_t kChinaOffsetSeconds = int64_t{8} * 3600;
Date DateOfMoment(int64_t seconds);         // the +08:00 day
std::string FormatMoment(int64_t seconds);  // 2023-03-02T09:05:00+08:00

}  // namespace anjuan
