#include "expr/lexer_strings.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace anjuan::expr {
namespace {

int DigitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// Exactly `count` digits of `base` at `at`, or false.
bool ReadCode(std::string_view text, size_t at, size_t count, int base, uint32_t& code) {
  if (text.size() < at || text.size() - at < count) return false;
  uint64_t value = 0;
  for (size_t i = 0; i < count; ++i) {
    const int digit = DigitOf(text[at + i]);
    if (digit >= base) return false;
    value = value * static_cast<uint64_t>(base) + static_cast<uint64_t>(digit);
  }
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
  code = static_cast<uint32_t>(value);
  return true;
}

constexpr std::string_view kLetters = "abfnrtv\\?\"'`";
constexpr std::string_view kMeaning = "\a\b\f\n\r\t\v\\?\"'`";

// Appends what the escape at `at` (a backslash) stands for; its length, or 0 where it is bad.
size_t Escape(std::string_view text, size_t at, std::string& out) {
  if (at + 1 >= text.size()) return 0;
  const char c = text[at + 1];
  if (const size_t i = kLetters.find(c); i != std::string_view::npos) {
    out.push_back(kMeaning[i]);
    return 2;
  }
  size_t skip = 2;
  size_t digits = 0;
  int base = 16;
  switch (c) {
    case 'x':
    case 'X':
      digits = 2;
      break;
    case 'u':
      digits = 4;
      break;
    case 'U':
      digits = 8;
      break;
    case '0':
    case '1':
    case '2':
    case '3':
      skip = 1, digits = 3, base = 8;
      break;
    default:
      return 0;
  }
  uint32_t code = 0;
  if (!ReadCode(text, at + skip, digits, base, code)) return 0;
  AppendUtf8(code, out);
  return skip + digits;
}

// A bad escape as its author sees it: the letter, and the digits of a code that is none.
size_t LengthOfBad(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return 1;
  size_t length = 1 + static_cast<size_t>(DecodeAt(text, at + 1).length);
  const char c = text[at + 1];
  const size_t most = c == 'u' ? 6 : c == 'U' ? 10 : c == 'x' || c == 'X' ? 4 : length;
  while (length < most && at + length < text.size() && DigitOf(text[at + length]) < 16) ++length;
  return length;
}

}  // namespace

ScannedString ScanString(std::string_view text, size_t begin, bool raw) {
  ScannedString scanned;
  const char quote = text[begin];
  const std::string three(3, quote);
  const bool triple = text.substr(begin, 3) == three;
  size_t at = begin + (triple ? 3 : 1);
  while (at < text.size()) {
    const char c = text[at];
    if (triple ? text.substr(at, 3) == three : c == quote) {
      scanned.closed = true;
      scanned.end = at + (triple ? 3 : 1);
      return scanned;
    }
    if (!triple && (c == '\n' || c == '\r')) break;
    if (c != '\\' || raw) {
      scanned.value.push_back(c);
      ++at;
      continue;
    }
    size_t length = Escape(text, at, scanned.value);
    if (length == 0) {
      length = LengthOfBad(text, at);
      scanned.bad_escapes.push_back({at, at + length});
    }
    at += length;
  }
  scanned.end = std::min(at, text.size());
  return scanned;
}

}  // namespace anjuan::expr
