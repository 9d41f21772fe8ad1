// A length of time that law sets (期间): so many days, working days, months or years.
//
// Law: the day of the event is not counted (民法典 201); a period in days runs through non-working
//      days unless its law says 工作日. Working days need the calendar (workday_calendar.h).
#pragma once

#include <cstdint>
#include <optional>

#include "value/date.h"

namespace anjuan {

struct Period {
  enum class Unit : uint8_t { kDays, kWorkdays, kMonths, kYears };
  Unit unit = Unit::kDays;
  int32_t count = 0;

  friend bool operator==(const Period&, const Period&) = default;
};

// `date` moved by a period of days, months or years (count may be negative). Nothing outside years
// 1 to 9999. Requires unit != kWorkdays.
std::optional<Date> AddPeriod(Date date, Period period);

}  // namespace anjuan
