#include "working_days.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace {

using std::chrono::sys_days;
using std::chrono::year;

constexpr Day On(int y, unsigned m, unsigned d) {
  return sys_days{year{y} / static_cast<int>(m) / static_cast<int>(d)};
}

struct Span {
  Day first, last;
};

constexpr std::array<Span, 18> kHolidays = {{
    {On(2023, 1, 1), On(2023, 1, 2)},
    {On(2023, 1, 21), On(2023, 1, 27)},
    {On(2023, 4, 5), On(2023, 4, 5)},
    {On(2023, 4, 29), On(2023, 5, 3)},
    {On(2023, 6, 22), On(2023, 6, 24)},
    {On(2023, 9, 29), On(2023, 10, 6)},
    {On(2024, 1, 1), On(2024, 1, 1)},
    {On(2024, 2, 10), On(2024, 2, 17)},
    {On(2024, 4, 4), On(2024, 4, 6)},
    {On(2024, 5, 1), On(2024, 5, 5)},
    {On(2024, 6, 10), On(2024, 6, 10)},
    {On(2024, 9, 15), On(2024, 9, 17)},
    {On(2024, 10, 1), On(2024, 10, 7)},
    {On(2025, 1, 1), On(2025, 1, 1)},
    {On(2025, 1, 28), On(2025, 2, 4)},
    {On(2025, 4, 4), On(2025, 4, 6)},
    {On(2025, 5, 1), On(2025, 5, 5)},
    {On(2025, 5, 31), On(2025, 6, 2)},
}};

constexpr std::array<Day, 18> kWorkedWeekends = {
    On(2023, 1, 28), On(2023, 1, 29), On(2023, 4, 23), On(2023, 5, 6),  On(2023, 6, 25),
    On(2023, 10, 7), On(2023, 10, 8), On(2024, 2, 4),  On(2024, 2, 18), On(2024, 4, 7),
    On(2024, 4, 28), On(2024, 5, 11), On(2024, 9, 14), On(2024, 9, 29), On(2024, 10, 12),
    On(2025, 1, 26), On(2025, 2, 8),  On(2025, 4, 27)};

}  // namespace

bool IsWorkingDay(Day day) {
  for (const Span& span : kHolidays) {
    if (span.first <= day && day <= span.last) return false;
  }
  const std::chrono::weekday weekday(day);
  if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) return true;
  return std::ranges::find(kWorkedWeekends, day) != kWorkedWeekends.end();
}

Day Later(Day day, int count) {
  while (count > 0 || !IsWorkingDay(day)) {
    day += std::chrono::days{1};
    if (count > 0 && IsWorkingDay(day)) --count;
  }
  return day;
}

int YearOf(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

std::string Format(Day day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", YearOf(day),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}
