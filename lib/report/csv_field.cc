#include "report/csv_field.h"

#include "base/terminal_text.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr size_t kMostUnits = 32'767;  // of UTF-16, in a cell

bool IsLineEnd(char32_t c) { return c == '\n' || c == '\r'; }

bool LooksLikeFormula(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \"'");
  if (begin == std::string_view::npos) return false;
  const char32_t first = DecodeAt(text, begin).value;
  constexpr std::u32string_view kStarts = U"=+-@\t\r\n＝＋－＠";
  return first == 0 || kStarts.find(first) != std::u32string_view::npos;
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
