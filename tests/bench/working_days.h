// The days on which the offices of the made-up cases are open.
//
// Shape: Monday to Friday, less the holidays and with the made-up weekend days of 2023 to 2025;
//        outside these years weekends alone are closed.
#pragma once

#include <chrono>
#include <string>

using Day = std::chrono::sys_days;

bool IsWorkingDay(Day day);

// The working day `count` working days after `day`, which is not counted; with 0, `day` itself or
// the first working day after it. Requires count >= 0.
Day Later(Day day, int count);

int YearOf(Day day);
std::string Format(Day day);  // 2023-04-28
