#include "expr/plain_moments.h"

#include <fmt/format.h>

#include <regex>

#include "value/date.h"

namespace anjuan::expr {
namespace {

using Kind = Plain::Kind;
using Args = const std::vector<Plain>&;
__extension__ using Nanos = __int128;

constexpr Nanos kSecond = 1'000'000'000;
constexpr int64_t kDay = 86'400;

Nanos NanosOf(const Plain& moment) { return moment.number * kSecond + moment.more; }

Nanos Floor(Nanos a, Nanos b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

Plain MomentOf(Nanos nanos) {
  const Nanos seconds = Floor(nanos, kSecond);
  if (seconds < Nanos{kFirstDate.days} * kDay || seconds >= (Nanos{kLastDate.days} + 1) * kDay) {
    return Failure();
  }
  return MakePlain(Kind::kTimestamp, static_cast<int64_t>(seconds),
                   static_cast<int64_t>(nanos - seconds * kSecond));
}

Plain DurationOf(Nanos nanos) {
  if (nanos < INT64_MIN || nanos > INT64_MAX) return Failure();
  return MakePlain(Kind::kDuration, static_cast<int64_t>(nanos));
}

// .5 as nanoseconds; the digits behind the point.
int64_t Fraction(std::string digits) {
  digits.resize(9, '0');
  return std::stoll(digits);
}

std::optional<int64_t> OffsetOf(const std::string& zone) {
  if (zone == "UTC" || zone == "Z") return 0;
  if (zone == "Asia/Shanghai") return 8 * 3600;
  static const std::regex form("([+-]?)([01][0-9]|2[0-3]):([0-5][0-9])");
  std::smatch parts;
  if (!std::regex_match(zone, parts, form)) return std::nullopt;
  const int64_t offset = std::stoi(parts[2]) * 3600 + std::stoi(parts[3]) * 60;
  return parts[1] == "-" ? -offset : offset;
}

Plain ToTimestamp(Args args) {
  if (args[0].is(Kind::kTimestamp)) return args[0];
  if (args[0].is(Kind::kInt)) return MomentOf(args[0].number * kSecond);
  static const std::regex form(
      "([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])"
      "(?:[.]([0-9]{1,9}))?([Zz]|[+-].*)");
  std::smatch parts;
  if (!std::regex_match(args[0].text, parts, form)) return Failure();
  const auto number = [&](size_t i) { return std::stoi(parts[i]); };
  const std::optional<Date> date = MakeDate(number(1), number(2), number(3));
  const std::string zone = parts[8];
  const std::optional<int64_t> offset = OffsetOf(zone == "z" ? "Z" : zone);
  if (!date || !offset) return Failure();
  const Nanos seconds =
      Nanos{date->days} * kDay + number(4) * 3600 + number(5) * 60 + number(6) - *offset;
  return MomentOf(seconds * kSecond + (parts[7].matched ? Fraction(parts[7]) : 0));
}

Plain ToDuration(Args args) {
  if (args[0].is(Kind::kDuration)) return args[0];
  std::string text = args[0].text;
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.erase(0, 1);
  if (text == "0") return DurationOf(0);
  if (text.empty()) return Failure();
  static const std::regex form("^([0-9]*)(?:[.]([0-9]*))?(h|ms|m|s|us|µs|ns)");
  Nanos total = 0;
  std::smatch parts;
  while (std::regex_search(text, parts, form)) {
    const std::string whole = parts[1];
    const std::string fraction = parts[2];
    if (whole.empty() && fraction.empty()) return Failure();
    if (whole.size() > 18) return Failure();
    const std::string unit = parts[3];
    Nanos worth = unit == "h"    ? 3600 * kSecond
                  : unit == "m"  ? 60 * kSecond
                  : unit == "s"  ? kSecond
                  : unit == "ms" ? 1'000'000
                  : unit == "ns" ? 1
                                 : 1'000;
    if (!whole.empty()) total += std::stoll(whole) * worth;
    for (const char digit : fraction) {
      worth /= 10;
      total += (digit - '0') * worth;
    }
    text = parts.suffix();
  }
  return text.empty() ? DurationOf(minus ? -total : total) : Failure();
}

// A part of the civil time at an offset; without one, of UTC.
template <typename Part>
PlainFunction Getter(std::string_view name, Part part) {
  return {name, [part](Args args) {
            const std::optional<int64_t> offset =
                args.size() > 1 ? OffsetOf(args[1].text) : std::optional<int64_t>(0);
            if (!offset) return Failure();
            const int64_t seconds = args[0].number + *offset;
            const auto day = static_cast<int64_t>(Floor(seconds, kDay));
            return Whole(part(Date{static_cast<int32_t>(day)}, seconds - day * kDay, args[0].more));
          }};
}

// The same of a duration: how many whole ones it holds.
PlainFunction Both(PlainFunction getter, int64_t unit, int64_t modulus) {
  return {getter.name, [getter, unit, modulus](Args args) {
            if (!args[0].is(Kind::kDuration)) return getter.call(args);
            return Whole(args[0].number / unit % modulus);
          }};
}

}  // namespace

Plain Later(const Plain& moment, const Plain& duration) {
  return MomentOf(NanosOf(moment) + duration.number);
}

Plain Earlier(const Plain& moment, const Plain& duration) {
  return MomentOf(NanosOf(moment) - duration.number);
}

Plain Between(const Plain& earlier, const Plain& later) {
  return DurationOf(NanosOf(later) - NanosOf(earlier));
}

std::string WriteMoment(const Plain& moment) {
  const auto day = static_cast<int64_t>(Floor(moment.number, kDay));
  const int64_t second = moment.number - day * kDay;
  std::string text = fmt::format("{}T{:02}:{:02}:{:02}", FormatDate({static_cast<int32_t>(day)}),
                                 second / 3600, second / 60 % 60, second % 60);
  std::string fraction = moment.more == 0 ? "" : fmt::format(".{:09}", moment.more);
  while (fraction.ends_with('0')) fraction.pop_back();
  return text + fraction + "Z";
}

std::string WriteDuration(const Plain& duration) {
  const Nanos nanos = duration.number < 0 ? -Nanos{duration.number} : Nanos{duration.number};
  const auto rest = static_cast<int64_t>(nanos % kSecond);
  std::string fraction = rest == 0 ? "" : fmt::format(".{:09}", rest);
  while (fraction.ends_with('0')) fraction.pop_back();
  return (duration.number < 0 ? "-" : "") + std::to_string(static_cast<int64_t>(nanos / kSecond)) +
         fraction + "s";
}

std::vector<PlainFunction> MomentFunctions() {
  constexpr int64_t kNano = 1'000'000'000;
  const auto day_of_year = [](Date day) {
    return day.days - MakeDate(CivilOf(day).year, 1, 1)->days;
  };
  return {
      {"timestamp", ToTimestamp},
      {"duration", ToDuration},
      Getter("getFullYear", [](Date day, int64_t, int64_t) { return CivilOf(day).year; }),
      Getter("getMonth", [](Date day, int64_t, int64_t) { return CivilOf(day).month - 1; }),
      Getter("getDate", [](Date day, int64_t, int64_t) { return CivilOf(day).day; }),
      Getter("getDayOfMonth", [](Date day, int64_t, int64_t) { return CivilOf(day).day - 1; }),
      Getter("getDayOfWeek", [](Date day, int64_t, int64_t) { return WeekdayOf(day) % 7; }),
      Getter("getDayOfYear",
             [day_of_year](Date day, int64_t, int64_t) { return day_of_year(day); }),
      Both(Getter("getHours", [](Date, int64_t second, int64_t) { return second / 3600; }),
           3600 * kNano, INT64_MAX),
      Both(Getter("getMinutes", [](Date, int64_t second, int64_t) { return second / 60 % 60; }),
           60 * kNano, INT64_MAX),
      Both(Getter("getSeconds", [](Date, int64_t second, int64_t) { return second % 60; }), kNano,
           INT64_MAX),
      Both(
          Getter("getMilliseconds", [](Date, int64_t, int64_t nanos) { return nanos / 1'000'000; }),
          1'000'000, 1'000),
  };
}

}  // namespace anjuan::expr
