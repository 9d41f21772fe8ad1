#include "report/csv_field.h"

#include "base/terminal_text.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr size_t kMostUnits = 32'767;  // of UTF-16, in a cell

bool IsLineEnd(char32_t c) { return c == '\n' || c == '\r'; }

bool LooksLikeFormula(std::string_view text) {
  constexpr std::u32string_view kPassedOver = U" \"'\u00A0\u3000";
  constexpr std::u32string_view kStarts = U"=+-@\t\r\n＝＋－＠";
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (kPassedOver.find(c.value) == std::u32string_view::npos) {
      return c.value == 0 || kStarts.find(c.value) != std::u32string_view::npos;
    }
    i += static_cast<size_t>(c.length);
  }
  return false;
}

}  // namespace

std::string CsvRaw(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += c;
    out += c;
  }
  return out += '"';
}

std::string CsvCell(std::string_view text) {
  std::string cell = LooksLikeFormula(text) ? "'" : "";
  size_t units = cell.size();
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    i += static_cast<size_t>(c.length);
    units += c.value > 0xFFFF ? 2 : 1;
    if (units >= kMostUnits && i < text.size()) {
      cell += "…";
      break;
    }
    const bool stays = IsLineEnd(c.value) || c.value == '\t';
    AppendUtf8(stays ? c.value : ForTerminal(c.value), cell);
  }
  return CsvRaw(cell);
}

}  // namespace anjuan
