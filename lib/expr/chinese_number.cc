#include "expr/chinese_number.h"

#include "base/utf8.h"

namespace anjuan::expr {
namespace {

constexpr std::u32string_view kDigits[] = {U"〇零○", U"一壹弌", U"二贰贰两貳", U"三叁參参",
                                           U"四肆",  U"五伍",   U"六陆陸",     U"七柒",
                                           U"八捌",  U"九玖"};

// 0 to 9, or -1.
int DigitOf(char32_t c) {
  for (int digit = 0; digit < 10; ++digit) {
    if (kDigits[digit].find(c) != std::u32string_view::npos) return digit;
  }
  return -1;
}

// 十 百 千 within a group of four, 0 for anything else.
int64_t SmallUnit(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    default:
      return 0;
  }
}

// 万 and 亿 close a group.
int64_t LargeUnit(char32_t c) {
  if (c == U'万' || c == U'萬') return 10'000;
  if (c == U'亿' || c == U'億') return 100'000'000;
  return 0;
}

std::u32string CodePoints(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeAt(text, i);
    out.push_back(point.value);
    i += static_cast<size_t>(point.length);
  }
  return out;
}

// 二〇二五: digits side by side, no unit among them.
std::optional<int64_t> ReadDigits(std::u32string_view text) {
  int64_t number = 0;
  if (text.size() > 18) return std::nullopt;
  for (const char32_t c : text) {
    const int digit = DigitOf(c);
    if (digit < 0) return std::nullopt;
    number = number * 10 + digit;
  }
  return number;
}

// Up to 9999: units fall from 千 to 个, a zero fills what is left out. A digit behind a unit
// without its own (三百五) is not read: it may mean 350 or a slip.
std::optional<int64_t> ReadGroup(std::u32string_view text, bool leading) {
  int64_t total = 0;
  int64_t last_unit = 10'000;
  int digit = -1;
  bool zero = false;
  for (const char32_t c : text) {
    if (const int next = DigitOf(c); next >= 0) {
      if (digit > 0 || (zero && next == 0)) return std::nullopt;
      zero = next == 0;
      digit = next == 0 ? -1 : next;
      continue;
    }
    const int64_t unit = SmallUnit(c);
    if (unit == 0 || unit >= last_unit) return std::nullopt;
    // 十五 is fifteen at the head of a number and behind a zero of it; elsewhere 一十五.
    const bool bare_ten = digit < 0 && unit == 10 && total == 0 && (leading || zero);
    if (digit < 0 && !bare_ten) return std::nullopt;
    total += (digit < 0 ? 1 : digit) * unit;
    last_unit = unit;
    digit = -1;
    zero = false;
  }
  if (zero && total > 0) return std::nullopt;
  if (digit > 0) {
    // Behind 十, behind a zero, or alone: 一万五 may mean 15 000 or a slip.
    const bool after_zero = text.size() > 1 && DigitOf(text[text.size() - 2]) == 0;
    const bool alone = leading && text.size() == 1;
    const bool closes = last_unit == 10 || after_zero || alone;
    if (!closes) return std::nullopt;
    total += digit;
  }
  return total;
}

std::optional<int64_t> ReadUnits(std::u32string_view text) {
  int64_t total = 0;
  int64_t below = 0;  // what stands before the next 亿
  int64_t last_large = INT64_MAX;
  size_t begin = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    const int64_t unit = i == text.size() ? 1 : LargeUnit(text[i]);
    if (unit == 0) continue;
    const std::u32string_view group = text.substr(begin, i - begin);
    if (group.empty() && (unit != 100'000'000 || below == 0) && i < text.size()) {
      return std::nullopt;
    }
    if (unit >= last_large && !(unit == 100'000'000 && last_large == 10'000 && total == 0)) {
      return std::nullopt;
    }
    const std::optional<int64_t> value = group.empty() ? 0 : ReadGroup(group, begin == 0);
    if (!value) return std::nullopt;
    if (unit == 100'000'000) {
      total = (below + *value) * unit;
      below = 0;
    } else {
      below += *value * unit;
    }
    last_large = unit;
    begin = i + 1;
  }
  return total + below;
}

std::optional<int64_t> ReadNumber(std::u32string_view text) {
  if (text.empty()) return std::nullopt;
  if (const std::optional<int64_t> digits = ReadDigits(text)) {
    // 一 and 二〇二五, but 零五 is no way to write five.
    if (text.size() == 1 || DigitOf(text.front()) != 0) return digits;
    return std::nullopt;
  }
  if (text.size() > 32) return std::nullopt;
  return ReadUnits(text);
}

// What stands before one of `marks`, which is taken too; nothing where none is there.
std::optional<std::u32string_view> TakeUntil(std::u32string_view& text, std::u32string_view marks) {
  const size_t at = text.find_first_of(marks);
  if (at == std::u32string_view::npos) return std::nullopt;
  const std::u32string_view before = text.substr(0, at);
  text.remove_prefix(at + 1);
  return before;
}

}  // namespace

std::optional<int64_t> ReadChineseNumber(std::string_view text) {
  return ReadNumber(CodePoints(text));
}

std::optional<Money> ReadChineseMoney(std::string_view written) {
  const std::u32string text = CodePoints(written);
  std::u32string_view rest = text;
  if (rest.starts_with(U"人民币")) rest.remove_prefix(3);
  int64_t fen = 0;
  bool any = false;
  if (const auto yuan = TakeUntil(rest, U"元圆圓")) {
    const std::optional<int64_t> number = ReadNumber(*yuan);
    if (!number || __builtin_mul_overflow(*number, int64_t{100}, &fen)) return std::nullopt;
    any = true;
  }
  for (const auto& [mark, worth] : {std::pair{U"角", 10}, std::pair{U"分", 1}}) {
    auto part = TakeUntil(rest, mark);
    if (!part) continue;
    // 元零伍分: the zero stands for the 角 that is left out.
    if (any && part->size() == 2 && DigitOf(part->front()) == 0) part->remove_prefix(1);
    const int digit = part->size() == 1 ? DigitOf(part->front()) : -1;
    if (digit < 0) return std::nullopt;
    fen += int64_t{digit} * worth;
    any = true;
  }
  if (rest == U"整" || rest == U"正") rest = {};
  if (!any || !rest.empty()) return std::nullopt;
  return Money{fen};
}

}  // namespace anjuan::expr
