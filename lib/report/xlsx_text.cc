#include "report/xlsx_text.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr size_t kMostNameUnits = 31;
constexpr size_t kEscapedUnits = 7;  // _xHHHH_

size_t UnitsOf(char32_t c) { return c > 0xFFFF ? 2 : 1; }

size_t UnitsOf(std::string_view text) {
  size_t units = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    units += UnitsOf(c.value);
    i += static_cast<size_t>(c.length);
  }
  return units;
}

// Of `text` what fits into `units`.
std::string_view Beginning(std::string_view text, size_t units) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (UnitsOf(c.value) > units) return text.substr(0, i);
    units -= UnitsOf(c.value);
    i += static_cast<size_t>(c.length);
  }
  return text;
}

// _xHHHH_ at the beginning.
bool LooksEscaped(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6,
                     [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

std::string Escape(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out = "_x";
  for (const int shift : {12, 8, 4, 0}) out += kDigits[c >> shift & 15];
  return out + '_';
}

// U+10FFFE and the like are allowed.
bool Forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
}

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool IsTaken(const std::string& name, const std::vector<std::string>& taken) {
  return std::any_of(taken.begin(), taken.end(),
                     [&](const std::string& other) { return Lower(other) == Lower(name); });
}

}  // namespace

// Counts what is written, not what it reads back as: libxlsxwriter measures that.
std::string XlsxText(std::string_view text, std::string_view cut, size_t most) {
  std::string out;
  size_t units = 0;
  const size_t room = most - std::min(most, UnitsOf(cut));
  size_t kept = 0;  // bytes of `out` that leave room for `cut`
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const bool escaped = Forbidden(c.value) || LooksEscaped(text.substr(i, 7));
    units += escaped ? kEscapedUnits : UnitsOf(c.value);
    if (units > most) return out.substr(0, kept) + std::string(cut);
    if (escaped) {
      out += Escape(c.value);
    } else {
      AppendUtf8(c.value, out);
    }
    if (units <= room) kept = out.size();
    i += static_cast<size_t>(c.length);
  }
  return out;
}

std::string SheetName(std::string_view name, const std::vector<std::string>& taken,
                      std::string_view fallback) {
  constexpr std::string_view kNever = "[]:*?/\\";
  std::string clean;
  for (size_t i = 0; i < name.size();) {
    const CodePoint c = DecodeAt(name, i);
    const bool never = c.value < 0x80 && kNever.find(static_cast<char>(c.value)) != kNever.npos;
    const bool control = c.value < 0x20 || (c.value & 0xFFFE) == 0xFFFE;
    AppendUtf8(never || control ? U' ' : c.value, clean);
    i += static_cast<size_t>(c.length);
  }
  const auto trim = [](std::string& text) {
    const size_t first = text.find_first_not_of(" '");
    text.erase(0, std::min(first, text.size()));
    while (text.ends_with(' ') || text.ends_with('\'')) text.pop_back();
  };
  trim(clean);
  clean = Beginning(clean, kMostNameUnits);
  trim(clean);
  if (clean.empty() || Lower(clean) == "history") clean = fallback;  // a name Excel keeps
  std::string out = clean;
  for (size_t n = 2; IsTaken(out, taken); ++n) {
    const std::string tail = " (" + std::to_string(n) + ')';
    out = std::string(Beginning(clean, kMostNameUnits - tail.size())) + tail;
  }
  return out;
}

}  // namespace anjuan
