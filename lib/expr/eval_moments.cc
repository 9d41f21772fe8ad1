#include "expr/eval_moments.h"

#include <charconv>

#include "expr/eval_strings.h"
#include "value/date.h"

namespace anjuan::expr {
namespace {

constexpr int64_t kNanos = 1'000'000'000;
constexpr int64_t kDaySeconds = 86'400;
constexpr int64_t kFirstSecond = int64_t{kFirstDate.days} * kDaySeconds;
constexpr int64_t kLastSecond = (int64_t{kLastDate.days} + 1) * kDaySeconds - 1;

Value Overflow() { return Value::Error(ErrorCode::kOverflow); }
Value BadText() { return Value::Error(ErrorCode::kBadConversion); }

int64_t FloorDivide(int64_t a, int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

Value Moment(int64_t seconds, int64_t nanos) {
  if (seconds < kFirstSecond || seconds > kLastSecond) return Overflow();
  return Value::Moment(seconds, static_cast<uint32_t>(nanos));
}

// Exactly `count` digits, which are taken off `text`.
bool TakeDigits(std::string_view& text, size_t count, int& number) {
  if (text.size() < count) return false;
  number = 0;
  for (size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return true;
}

bool Take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// .5 as nanoseconds; at most nine digits.
bool TakeFraction(std::string_view& text, int64_t& nanos) {
  nanos = 0;
  if (!Take(text, '.')) return true;
  int64_t unit = kNanos / 10;
  bool any = false;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9' && unit > 0) {
    nanos += (text.front() - '0') * unit;
    unit /= 10;
    any = true;
    text.remove_prefix(1);
  }
  return any;
}

// hh:mm
bool TakeClock(std::string_view& text, int64_t& seconds) {
  int hours = 0;
  int minutes = 0;
  if (!TakeDigits(text, 2, hours) || !Take(text, ':') || !TakeDigits(text, 2, minutes)) {
    return false;
  }
  if (hours > 23 || minutes > 59) return false;
  seconds = (int64_t{hours} * 60 + minutes) * 60;
  return true;
}

struct Unit {
  std::string_view name;
  int64_t nanos;
};
// The longer name first where one begins another.
constexpr Unit kUnits[] = {{"ms", 1'000'000},     {"us", 1'000},      {"µs", 1'000}, {"ns", 1},
                           {"h", 3'600 * kNanos}, {"m", 60 * kNanos}, {"s", kNanos}};

const Unit* TakeUnit(std::string_view& text) {
  for (const Unit& unit : kUnits) {
    if (!text.starts_with(unit.name)) continue;
    text.remove_prefix(unit.name.size());
    return &unit;
  }
  return nullptr;
}

// 1.5h as nanoseconds; what is less than one is dropped.
bool TakeAmount(std::string_view& text, int64_t& nanos) {
  int64_t whole = 0;
  size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    if (__builtin_mul_overflow(whole, int64_t{10}, &whole) ||
        __builtin_add_overflow(whole, int64_t{text[digits] - '0'}, &whole)) {
      return false;
    }
    ++digits;
  }
  text.remove_prefix(digits);
  std::string_view fraction;
  if (Take(text, '.')) {
    size_t length = 0;
    while (length < text.size() && text[length] >= '0' && text[length] <= '9') ++length;
    fraction = text.substr(0, length);
    text.remove_prefix(length);
  }
  const Unit* const unit = digits + fraction.size() > 0 ? TakeUnit(text) : nullptr;
  if (unit == nullptr || __builtin_mul_overflow(whole, unit->nanos, &nanos)) return false;
  int64_t worth = unit->nanos;
  for (const char digit : fraction) {
    worth /= 10;
    if (__builtin_add_overflow(nanos, (digit - '0') * worth, &nanos)) return false;
  }
  return true;
}

void AppendNumber(int64_t number, int width, std::string& out) {
  const std::string digits = std::to_string(number);
  out.append(
      digits.size() < static_cast<size_t>(width) ? static_cast<size_t>(width) - digits.size() : 0,
      '0');
  out += digits;
}

// .5 with no trailing zero; nothing for 0.
void AppendFraction(int64_t nanos, std::string& out) {
  if (nanos == 0) return;
  out += '.';
  AppendNumber(nanos, 9, out);
  out.erase(out.find_last_not_of('0') + 1);
}

}  // namespace

Value TimestampOfText(const Value& value) {
  std::string_view text = value.view();
  int year = 0;
  int month = 0;
  int day = 0;
  int64_t clock = 0;
  int second = 0;
  int64_t nanos = 0;
  if (!TakeDigits(text, 4, year) || !Take(text, '-') || !TakeDigits(text, 2, month) ||
      !Take(text, '-') || !TakeDigits(text, 2, day)) {
    return BadText();
  }
  if (!Take(text, 'T') && !Take(text, 't')) return BadText();
  if (!TakeClock(text, clock) || !Take(text, ':') || !TakeDigits(text, 2, second) || second > 59 ||
      !TakeFraction(text, nanos)) {
    return BadText();
  }
  int64_t offset = 0;
  if (!Take(text, 'Z') && !Take(text, 'z')) {
    const bool west = Take(text, '-');
    if (!west && !Take(text, '+')) return BadText();
    if (!TakeClock(text, offset)) return BadText();
    if (west) offset = -offset;
  }
  const std::optional<Date> date = MakeDate(year, month, day);
  if (!text.empty() || !date) return BadText();
  return Moment(int64_t{date->days} * kDaySeconds + clock + second - offset, nanos);
}

Value TimestampOfInt(const Value& seconds) { return Moment(seconds.number, 0); }

Value IntOfTimestamp(const Value& moment) { return Value::Number(moment.number); }

Value DurationOfText(const Value& value) {
  std::string_view text = value.view();
  const bool negative = Take(text, '-');
  if (!negative) Take(text, '+');
  if (text == "0") return Value::Number(0);
  if (text.empty()) return BadText();
  int64_t total = 0;
  while (!text.empty()) {
    int64_t nanos = 0;
    if (!TakeAmount(text, nanos) || __builtin_add_overflow(total, nanos, &total)) {
      return BadText();
    }
  }
  return Value::Number(negative ? -total : total);
}

Value TextOfTimestamp(Arguments args, const Node&, Frame& frame) {
  const int64_t day = FloorDivide(args[0].number, kDaySeconds);
  const int64_t second = args[0].number - day * kDaySeconds;
  std::string out = FormatDate({static_cast<int32_t>(day)}) + "T";
  AppendNumber(second / 3600, 2, out);
  out += ':';
  AppendNumber(second / 60 % 60, 2, out);
  out += ':';
  AppendNumber(second % 60, 2, out);
  AppendFraction(args[0].size, out);
  return NewText(out + "Z", frame);
}

Value TextOfDuration(Arguments args, const Node&, Frame& frame) {
  const int64_t nanos = args[0].number;
  const uint64_t size = nanos < 0 ? 0 - static_cast<uint64_t>(nanos) : static_cast<uint64_t>(nanos);
  std::string out = nanos < 0 ? "-" : "";
  out += std::to_string(size / kNanos);
  AppendFraction(static_cast<int64_t>(size % kNanos), out);
  return NewText(out + "s", frame);
}

Value AddDuration(const Value& moment, const Value& duration) {
  const int64_t carried = int64_t{moment.size} + duration.number % kNanos;
  const int64_t extra = FloorDivide(carried, kNanos);
  return Moment(moment.number + duration.number / kNanos + extra, carried - extra * kNanos);
}

Value AddToDuration(const Value& duration, const Value& moment) {
  return AddDuration(moment, duration);
}

Value SubtractDuration(const Value& moment, const Value& duration) {
  if (duration.number == INT64_MIN) return Overflow();
  return AddDuration(moment, Value::Number(-duration.number));
}

Value Between(const Value& later, const Value& earlier) {
  int64_t seconds = later.number - earlier.number;
  int64_t nanos = 0;
  if (__builtin_mul_overflow(seconds, kNanos, &nanos) ||
      __builtin_add_overflow(nanos, int64_t{later.size} - int64_t{earlier.size}, &nanos)) {
    return Overflow();
  }
  return Value::Number(nanos);
}

bool ZoneOffset(std::string_view zone, int64_t& seconds) {
  seconds = 0;
  if (zone == "UTC" || zone == "Z") return true;
  if (zone == "Asia/Shanghai") {
    seconds = kChinaOffsetSeconds;
    return true;
  }
  const bool west = Take(zone, '-');
  if (!west) Take(zone, '+');
  if (!TakeClock(zone, seconds) || !zone.empty()) return false;
  if (west) seconds = -seconds;
  return true;
}

Value PartOf(Part part, const Value& moment, int64_t offset) {
  const int64_t local = moment.number + offset;
  const int64_t day = FloorDivide(local, kDaySeconds);
  const int64_t second = local - day * kDaySeconds;
  const Date date{static_cast<int32_t>(day)};
  switch (part) {
    case Part::kFullYear:
      return Value::Number(CivilOf(date).year);
    case Part::kMonth:
      return Value::Number(CivilOf(date).month - 1);
    case Part::kDate:
      return Value::Number(CivilOf(date).day);
    case Part::kDayOfMonth:
      return Value::Number(CivilOf(date).day - 1);
    case Part::kDayOfWeek:
      return Value::Number(WeekdayOf(date) % 7);
    case Part::kDayOfYear: {
      const std::optional<Date> first = MakeDate(CivilOf(date).year, 1, 1);
      return first ? Value::Number(date.days - first->days) : Overflow();
    }
    case Part::kHours:
      return Value::Number(second / 3600);
    case Part::kMinutes:
      return Value::Number(second / 60 % 60);
    case Part::kSeconds:
      return Value::Number(second % 60);
    case Part::kMilliseconds:
      return Value::Number(moment.size / 1'000'000);
  }
  return Overflow();
}

Value HoursOf(const Value& d) { return Value::Number(d.number / (3600 * kNanos)); }
Value MinutesOf(const Value& d) { return Value::Number(d.number / (60 * kNanos)); }
Value SecondsOf(const Value& d) { return Value::Number(d.number / kNanos); }
Value MillisecondsOf(const Value& d) { return Value::Number(d.number / 1'000'000 % 1'000); }

}  // namespace anjuan::expr
