#include "value/money.h"

#include <array>

#include "base/utf8.h"

namespace anjuan {
namespace {

struct Unit {
  std::string_view name;
  int64_t fen;
};

// Longest first, so that 万元 is not read as 万 and a rest.
constexpr Unit kUnits[] = {
    {"亿元", 10'000'000'000}, {"万元", 1'000'000}, {"亿", 10'000'000'000},
    {"万", 1'000'000},        {"元整", 100},       {"元", 100},
};
constexpr std::string_view kPrefixes[] = {"人民币", "¥", "RMB", "￥"};

// Longer texts are no amounts of money.
constexpr size_t kMostDigits = 18;

// White space and full-width forms levelled; false where the text is too long to be an amount.
bool Level(std::string_view text, std::string& out) {
  if (text.size() > 80) return false;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    i += static_cast<size_t>(c.length);
    const char32_t level = c.value == U'￥' ? U'¥' : LevelWidth(c.value);
    if (level != U' ' && level != U'\t') AppendUtf8(level, out);
  }
  return true;
}

}  // namespace

std::optional<Money> ParseMoney(std::string_view written) {
  std::string level;
  if (!Level(written, level)) return std::nullopt;
  std::string_view text = level;
  for (const std::string_view prefix : kPrefixes) {
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  }
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  int64_t unit = 100;
  for (const Unit& row : kUnits) {
    if (!text.ends_with(row.name)) continue;
    unit = row.fen;
    text.remove_suffix(row.name.size());
    break;
  }

  // Digits before the point in groups of three where commas are used, then the decimals.
  int64_t fen = 0;
  size_t digits = 0;
  size_t since_comma = 0;
  bool commas = false;
  bool decimals = false;
  int64_t scale = unit;
  for (const char c : text) {
    if (c == ',' && !decimals) {
      if (digits == 0 || (commas && since_comma != 3) || (!commas && digits > 3)) {
        return std::nullopt;
      }
      commas = true;
      since_comma = 0;
    } else if (c == '.' && !decimals && digits > 0) {
      decimals = true;
      if (commas && since_comma != 3) return std::nullopt;
      since_comma = 3;
    } else if (c >= '0' && c <= '9') {
      if (++digits > kMostDigits) return std::nullopt;
      const int64_t digit = c - '0';
      int64_t part = 0;
      if (decimals) {
        if (scale % 10 != 0) return std::nullopt;  // finer than a fen
        scale /= 10;
        part = digit * scale;
      } else {
        ++since_comma;
        if (__builtin_mul_overflow(fen, 10, &fen) || __builtin_mul_overflow(digit, unit, &part)) {
          return std::nullopt;
        }
      }
      if (__builtin_add_overflow(fen, part, &fen)) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0 || text.ends_with('.') || (commas && since_comma != 3)) return std::nullopt;
  return Money{negative ? -fen : fen};
}

std::string FormatMoney(Money money) {
  const bool negative = money.fen < 0;
  const uint64_t fen = negative ? 0 - static_cast<uint64_t>(money.fen)
                                : static_cast<uint64_t>(money.fen);
  std::string text = (negative ? "-" : "") + std::to_string(fen / 100) + '.';
  text += static_cast<char>('0' + fen % 100 / 10);
  text += static_cast<char>('0' + fen % 10);
  return text;
}

}  // namespace anjuan
