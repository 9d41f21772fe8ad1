// Dates, periods and money as functions of rule expressions.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

Value Identity(const Value& value);

Value DateOfText(const Value& text);
Value DateOfParts(Arguments args, const Node& node, Frame& frame);
Value DateOfTimestamp(const Value& moment);  // the +08:00 day
Value YearOf(const Value& date);
Value MonthOf(const Value& date);
Value DayOf(const Value& date);
Value WeekdayNumber(const Value& date);
Value DaysUntil(const Value& from, const Value& to);
Value WorkdaysUntil(const Value& from, const Value& to, const WorkdayCalendar& calendar);
Value IsWorkday(const Value& date, const WorkdayCalendar& calendar);
Value OrNextWorkday(const Value& date, const WorkdayCalendar& calendar);

Value PeriodOfDays(const Value& count);
Value PeriodOfWorkdays(const Value& count);
Value PeriodOfMonths(const Value& count);
Value PeriodOfYears(const Value& count);
Value AddPeriodTo(const Value& date, const Value& period, const WorkdayCalendar& calendar);
Value SubtractPeriod(const Value& date, const Value& period, const WorkdayCalendar& calendar);

Value YuanOfInt(const Value& yuan);
Value YuanOfText(const Value& yuan);

}  // namespace anjuan::expr
