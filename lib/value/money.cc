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

constexpr size_t kMostBytes = 80;  // longer texts are no amounts of money
constexpr size_t kMostDigits = 18;

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

// Full-width forms levelled, in place of an allocation; nothing where the text is too long.
class Levelled {
 public:
  explicit Levelled(std::string_view text) {
    if (text.size() > kMostBytes) return;
    for (size_t i = 0; i < text.size();) {
      const CodePoint c = DecodeAt(text, i);
      const char32_t level = LevelWidth(c.value);
      if (level < 0x80) {
        bytes_[size_++] = static_cast<char>(level);
      } else {
        text.copy(bytes_.data() + size_, static_cast<size_t>(c.length), i);
        size_ += static_cast<size_t>(c.length);
      }
      i += static_cast<size_t>(c.length);
    }
  }

  std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, kMostBytes> bytes_;
  size_t size_ = 0;
};

}  // namespace

std::optional<Money> ParseMoney(std::string_view written) {
  const Levelled level(written);
  std::string_view text = Trim(level.text());
  for (const std::string_view prefix : kPrefixes) {
    if (text.starts_with(prefix)) text = Trim(text.substr(prefix.size()));
  }
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  int64_t unit = 100;
  for (const Unit& row : kUnits) {
    if (!text.ends_with(row.name)) continue;
    unit = row.fen;
    text = Trim(text.substr(0, text.size() - row.name.size()));
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
  const uint64_t fen =
      negative ? 0 - static_cast<uint64_t>(money.fen) : static_cast<uint64_t>(money.fen);
  std::string text = (negative ? "-" : "") + std::to_string(fen / 100) + '.';
  text += static_cast<char>('0' + fen % 100 / 10);
  text += static_cast<char>('0' + fen % 10);
  return text;
}

}  // namespace anjuan
