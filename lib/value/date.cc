#include "value/date.h"

#include <array>
#include <chrono>

#include "base/utf8.h"

namespace anjuan {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int64_t kSecondsPerDay = 86'400;
constexpr std::string_view kChinaOffset = "+08:00";

year_month_day YmdOf(Date date) { return sys_days(std::chrono::days(date.days)); }

bool IsBlank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; }

// 2025年3月  日: a printed form in which not all was filled in. `units` are its words, in order.
bool IsFormWithGaps(std::string_view text, std::u32string_view units) {
  constexpr int kMost[] = {9999, 12, 31, 23, 59};
  size_t unit = 0;
  int value = 0;
  int digits = 0;
  bool closed = false;  // a blank stands behind the digits
  bool gap = false;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    i += static_cast<size_t>(c.length);
    const char32_t level = LevelWidth(c.value);
    if (IsBlank(level)) {
      closed = digits > 0;
    } else if (level >= U'0' && level <= U'9') {
      if (closed || ++digits > 4) return false;
      value = value * 10 + static_cast<int>(level - U'0');
    } else {
      if (unit == units.size() || level != units[unit]) return false;
      if (digits > (unit == 0 ? 4 : 2) || value > kMost[unit]) return false;
      gap = gap || digits == 0;
      ++unit;
      value = digits = 0;
      closed = false;
    }
  }
  return gap && digits == 0 && unit == units.size();
}

// Numbers of a date or clock time and what stands behind each: 2023年3月2日 is 2023 年, 3 月, 2 日.
class Numbers {
 public:
  // False where the text holds anything but short numbers and single separators.
  bool Read(std::string_view text) {
    bool in_number = false;
    for (size_t i = 0; i < text.size();) {
      const CodePoint c = DecodeAt(text, i);
      i += static_cast<size_t>(c.length);
      const char32_t level = LevelWidth(c.value);
      if (level >= U'0' && level <= U'9') {
        if (!in_number && !Open()) return false;
        in_number = true;
        Part& part = parts_[count_ - 1];
        if (++part.digits > 8) return false;
        part.value = part.value * 10 + static_cast<int>(level - U'0');
      } else {
        in_number = false;
        const bool blank = IsBlank(level);
        if (count_ == 0) {
          if (!blank) return false;
        } else if (Part& part = parts_[count_ - 1]; blank) {
          part.blank_behind = true;
        } else if (part.behind != 0) {
          return false;
        } else {
          part.behind = level;
        }
      }
    }
    return count_ > 0;
  }

  size_t count() const { return count_; }
  int value(size_t i) const { return parts_[i].value; }
  int digits(size_t i) const { return parts_[i].digits; }
  char32_t behind(size_t i) const { return parts_[i].behind; }
  bool blank_behind(size_t i) const { return parts_[i].blank_behind; }

 private:
  struct Part {
    int value = 0;
    int digits = 0;
    char32_t behind = 0;  // the separator or unit, 0: none
    bool blank_behind = false;
  };

  bool Open() {
    if (count_ == parts_.size()) return false;
    ++count_;
    return true;
  }

  std::array<Part, 6> parts_;
  size_t count_ = 0;
};

bool IsDateSeparator(char32_t c) { return c == U'-' || c == U'/' || c == U'.'; }

// The numbers [0, used) are a day, with `last` behind the last one: 日 in Chinese, else nothing.
Parsed DateFrom(const Numbers& numbers, size_t& used, char32_t& last, Date& date) {
  last = 0;
  if (numbers.digits(0) == 8) {
    const int ymd = numbers.value(0);
    const std::optional<Date> made = MakeDate(ymd / 10000, ymd / 100 % 100, ymd % 100);
    used = 1;
    last = numbers.behind(0);
    if (made) date = *made;
    return made ? Parsed::kValue : Parsed::kBad;
  }
  if (numbers.digits(0) != 4) return Parsed::kBad;
  const char32_t first = numbers.behind(0);
  const bool chinese = first == U'年';
  if (numbers.count() == 1) {
    used = 1;
    return chinese || first == 0 ? Parsed::kPartial : Parsed::kBad;
  }
  if (!chinese && !IsDateSeparator(first)) return Parsed::kBad;
  if (numbers.digits(1) > 2 || numbers.value(1) < 1 || numbers.value(1) > 12) return Parsed::kBad;
  const char32_t second = numbers.behind(1);
  if (numbers.count() == 2) {
    used = 2;
    return second == (chinese ? U'月' : U'\0') ? Parsed::kPartial : Parsed::kBad;
  }
  if (second != (chinese ? U'月' : first) || numbers.digits(2) > 2) return Parsed::kBad;
  if (chinese && numbers.behind(2) != U'日')
    return Parsed::kBad;  // cut off, perhaps inside the day
  const std::optional<Date> made = MakeDate(numbers.value(0), numbers.value(1), numbers.value(2));
  if (!made) return Parsed::kBad;
  used = 3;
  last = numbers.behind(2);
  if (chinese && last == U'日') last = 0;
  date = *made;
  return Parsed::kValue;
}

}  // namespace

std::optional<Date> MakeDate(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const year_month_day ymd{std::chrono::year(year),
                           std::chrono::month(static_cast<unsigned>(month)),
                           std::chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok()) return std::nullopt;
  return Date{static_cast<int32_t>(sys_days(ymd).time_since_epoch().count())};
}

CivilDay CivilOf(Date date) {
  const year_month_day ymd = YmdOf(date);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int WeekdayOf(Date date) {
  return static_cast<int>(
      std::chrono::weekday(sys_days(std::chrono::days(date.days))).iso_encoding());
}

std::string FormatDate(Date date) {
  const CivilDay day = CivilOf(date);
  std::string text = "0000-00-00";
  const auto put = [&](size_t at, int value, int width) {
    for (int i = width - 1; i >= 0; --i, value /= 10) {
      text[at + static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
    }
  };
  put(0, day.year, 4);
  put(5, day.month, 2);
  put(8, day.day, 2);
  return text;
}

std::optional<Date> AddMonths(Date date, int64_t months) {
  const CivilDay day = CivilOf(date);
  const int64_t total = int64_t{day.year} * 12 + (day.month - 1) + months;
  if (total < 12 || total >= int64_t{10000} * 12) return std::nullopt;
  const int year = static_cast<int>(total / 12);
  const int month = static_cast<int>(total % 12) + 1;
  for (int last = day.day; last >= 28; --last) {
    if (const std::optional<Date> made = MakeDate(year, month, last)) return made;
  }
  return MakeDate(year, month, day.day);
}

std::optional<Date> AddDays(Date date, int64_t days) {
  int64_t sum = 0;
  if (__builtin_add_overflow(int64_t{date.days}, days, &sum)) return std::nullopt;
  if (sum < kFirstDate.days || sum > kLastDate.days) return std::nullopt;
  return Date{static_cast<int32_t>(sum)};
}

Parsed ParseDate(std::string_view text, Date& date) {
  if (IsFormWithGaps(text, U"年月日")) return Parsed::kPartial;
  Numbers numbers;
  size_t used = 0;
  char32_t last = 0;
  if (!numbers.Read(text)) return Parsed::kBad;
  const Parsed parsed = DateFrom(numbers, used, last, date);
  if (parsed != Parsed::kValue) return parsed;
  return used == numbers.count() && last == 0 ? Parsed::kValue : Parsed::kBad;
}

Parsed ParseDatetime(std::string_view text, int64_t& seconds) {
  if (IsFormWithGaps(text, U"年月日") || IsFormWithGaps(text, U"年月日时分")) {
    return Parsed::kPartial;
  }
  if (text.ends_with(kChinaOffset)) text.remove_suffix(kChinaOffset.size());
  Numbers numbers;
  size_t used = 0;
  char32_t last = 0;
  Date date;
  if (!numbers.Read(text)) return Parsed::kBad;
  const Parsed day = DateFrom(numbers, used, last, date);
  if (day == Parsed::kBad) return day;
  if (day == Parsed::kPartial) return used == numbers.count() ? day : Parsed::kBad;
  if (used == numbers.count()) return last == 0 ? Parsed::kPartial : Parsed::kBad;

  // Between the day and the clock time: T, white space, or the 日 of a Chinese date.
  const bool parted =
      last == U'T' ||
      (last == 0 && (numbers.blank_behind(used - 1) || numbers.behind(used - 1) == U'日'));
  const size_t left = numbers.count() - used;
  const bool chinese = numbers.behind(used) == U'时' || numbers.behind(used) == U'點' ||
                       numbers.behind(used) == U'点';
  if (!parted || left > 3) return Parsed::kBad;
  if (left == 1) return chinese ? Parsed::kPartial : Parsed::kBad;
  const char32_t after_minute = numbers.behind(used + 1);
  const char32_t after_second = left == 3 ? numbers.behind(used + 2) : U'\0';
  const bool shaped = chinese
                          ? (after_minute == U'分' && (after_second == 0 || after_second == U'秒'))
                          : (numbers.behind(used) == U':' && after_second == 0 &&
                             after_minute == (left == 3 ? U':' : U'\0'));
  const int64_t hour = numbers.value(used);
  const int64_t minute = numbers.value(used + 1);
  const int64_t second = left == 3 ? numbers.value(used + 2) : 0;
  if (!shaped || hour > 23 || minute > 59 || second > 59) return Parsed::kBad;
  if (numbers.digits(used) > 2 || numbers.digits(used + 1) > 2) return Parsed::kBad;
  if (left == 3 && numbers.digits(used + 2) > 2) return Parsed::kBad;
  seconds = int64_t{date.days} * kSecondsPerDay + hour * 3600 + minute * 60 + second -
            kChinaOffsetSeconds;
  return Parsed::kValue;
}

Date DateOfMoment(int64_t seconds) {
  const int64_t local = seconds + kChinaOffsetSeconds;
  const int64_t days = local >= 0 ? local / kSecondsPerDay : -((-local - 1) / kSecondsPerDay) - 1;
  return Date{static_cast<int32_t>(days)};
}

std::string FormatMoment(int64_t seconds) {
  const Date date = DateOfMoment(seconds);
  int64_t rest = seconds + kChinaOffsetSeconds - int64_t{date.days} * kSecondsPerDay;
  std::string text = FormatDate(date) + "T00:00:00+08:00";
  for (const size_t at : {size_t{17}, size_t{14}, size_t{11}}) {
    const int64_t part = at == 11 ? rest : rest % 60;
    text[at] = static_cast<char>('0' + part / 10);
    text[at + 1] = static_cast<char>('0' + part % 10);
    rest /= 60;
  }
  return text;
}

}  // namespace anjuan
