// Days and working days for the plain tree-walker: from one day to the next.
#pragma once

#include <optional>

#include "expr/plain_strings.h"
#include "value/date.h"

namespace anjuan::expr {

// Functions of dates and periods, by the calendar of the examples.
std::vector<PlainFunction> DayFunctions();

Plain PlainDate(std::optional<Date> date);  // an error where there is no such day

// `date` and a period, forwards or (sign -1) backwards.
Plain Moved(const Plain& date, const Plain& period, int sign);

}  // namespace anjuan::expr
