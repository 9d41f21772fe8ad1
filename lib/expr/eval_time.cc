#include "expr/eval_time.h"

#include <limits>

#include "value/date.h"
#include "value/money.h"
#include "value/period.h"

namespace anjuan::expr {
namespace {

Value Of(std::optional<Date> date) {
  return date ? Value::Number(date->days) : Value::Error(ErrorCode::kOverflow);
}

Date DateIn(const Value& value) { return Date{static_cast<int32_t>(value.number)}; }

Value Periods(const Value& count, Period::Unit unit) {
  if (count.number < std::numeric_limits<int32_t>::min() + 1 ||
      count.number > std::numeric_limits<int32_t>::max()) {
    return Value::Error(ErrorCode::kOverflow);
  }
  Value value = Value::Number(count.number);
  value.code = static_cast<uint16_t>(unit);
  return value;
}

// A day that the calendar gave, or the year it lacks.
Value Of(const Result<Date, YearWithoutData>& date) {
  return date.ok() ? Value::Number(date->days) : Value::UnknownYear(date.error().year);
}

Value Moved(const Value& date, const Value& period, int64_t sign, const WorkdayCalendar& calendar) {
  const Period by{static_cast<Period::Unit>(period.code),
                  static_cast<int32_t>(sign * period.number)};
  if (by.unit == Period::Unit::kWorkdays) return Of(calendar.AddWorkdays(DateIn(date), by.count));
  return Of(AddPeriod(DateIn(date), by));
}

// Exactly 2025-03-01: what a pack says must not depend on how exports write dates.
bool DigitsAt(std::string_view text, size_t at, size_t count, int& number) {
  number = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    number = number * 10 + (text[i] - '0');
  }
  return true;
}

}  // namespace

Value Identity(const Value& value) { return value; }

Value DateOfText(const Value& value) {
  const std::string_view text = value.view();
  int year = 0;
  int month = 0;
  int day = 0;
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                      DigitsAt(text, 0, 4, year) && DigitsAt(text, 5, 2, month) &&
                      DigitsAt(text, 8, 2, day);
  const std::optional<Date> date = shaped ? MakeDate(year, month, day) : std::nullopt;
  return date ? Value::Number(date->days) : Value::Error(ErrorCode::kBadConversion);
}

Value DateOfParts(Arguments args, const Node&, Frame&) {
  for (int i = 0; i < 3; ++i) {
    if (args[i].number < 0 || args[i].number > 9999) return Value::Error(ErrorCode::kBadArgument);
  }
  const std::optional<Date> date =
      MakeDate(static_cast<int>(args[0].number), static_cast<int>(args[1].number),
               static_cast<int>(args[2].number));
  return date ? Value::Number(date->days) : Value::Error(ErrorCode::kBadArgument);
}

Value DateOfTimestamp(const Value& moment) {
  // East of Greenwich the last evening belongs to a year that has no dates.
  const Date day = DateOfMoment(moment.number);
  return day > kLastDate ? Value::Error(ErrorCode::kOverflow) : Value::Number(day.days);
}

Value YearOf(const Value& date) { return Value::Number(CivilOf(DateIn(date)).year); }
Value MonthOf(const Value& date) { return Value::Number(CivilOf(DateIn(date)).month); }
Value DayOf(const Value& date) { return Value::Number(CivilOf(DateIn(date)).day); }
Value WeekdayNumber(const Value& date) { return Value::Number(WeekdayOf(DateIn(date))); }

Value DaysUntil(const Value& from, const Value& to) {
  return Value::Number(to.number - from.number);
}

Value WorkdaysUntil(const Value& from, const Value& to, const WorkdayCalendar& calendar) {
  const auto count = calendar.WorkdaysUntil(DateIn(from), DateIn(to));
  return count.ok() ? Value::Number(*count) : Value::UnknownYear(count.error().year);
}

Value IsWorkday(const Value& date, const WorkdayCalendar& calendar) {
  const Date day = DateIn(date);
  if (!calendar.Covers(day)) return Value::UnknownYear(CivilOf(day).year);
  return Value::Bool(calendar.IsWorkday(day));
}

Value OrNextWorkday(const Value& date, const WorkdayCalendar& calendar) {
  return Of(calendar.OrNextWorkday(DateIn(date)));
}

Value PeriodOfDays(const Value& count) { return Periods(count, Period::Unit::kDays); }
Value PeriodOfWorkdays(const Value& count) { return Periods(count, Period::Unit::kWorkdays); }
Value PeriodOfMonths(const Value& count) { return Periods(count, Period::Unit::kMonths); }
Value PeriodOfYears(const Value& count) { return Periods(count, Period::Unit::kYears); }

Value AddPeriodTo(const Value& date, const Value& period, const WorkdayCalendar& calendar) {
  return Moved(date, period, 1, calendar);
}
Value SubtractPeriod(const Value& date, const Value& period, const WorkdayCalendar& calendar) {
  return Moved(date, period, -1, calendar);
}

Value YuanOfInt(const Value& yuan) {
  int64_t fen = 0;
  if (__builtin_mul_overflow(yuan.number, int64_t{100}, &fen)) {
    return Value::Error(ErrorCode::kOverflow);
  }
  return Value::Number(fen);
}

Value YuanOfText(const Value& yuan) {
  // Plain digits only, so that what a pack says is what it looks like.
  for (const char c : yuan.view()) {
    const bool plain = (c >= '0' && c <= '9') || c == '.' || c == '-';
    if (!plain) return Value::Error(ErrorCode::kBadConversion);
  }
  const std::optional<Money> money = ParseMoney(yuan.view());
  return money ? Value::Number(money->fen) : Value::Error(ErrorCode::kBadConversion);
}

}  // namespace anjuan::expr
