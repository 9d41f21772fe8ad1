// The tables of a document as CSV that a spreadsheet opens: RFC 4180, with a mark of UTF-8.
#include <array>

#include "base/utf8.h"
#include "report/document_formats.h"

namespace anjuan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::array<char32_t, 12> kFormulaStarts = {
    U'=', U'+', U'-', U'@', U'\t', U'\r', U'\n', U'\0', U'\uFF1D', U'\uFF0B', U'\uFF0D', U'\uFF20'};

// A spreadsheet drops spaces and quotes before it looks for a formula.
bool IsPassedOver(char32_t c) {
  return c == U' ' || c == U'"' || c == U'\'' || c == U'\u00A0' || c == U'\u3000';
}

bool BeginsFormula(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (!IsPassedOver(c.value)) {
      for (const char32_t start : kFormulaStarts) {
        if (c.value == start) return true;
      }
      return false;
    }
    i += static_cast<size_t>(c.length);
  }
  return false;
}

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  if (BeginsFormula(text)) out += '\'';
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (c.value == '"') out += '"';
    AppendUtf8(c.value, out);
    i += static_cast<size_t>(c.length);
  }
  return out + '"';
}

void AppendTable(const Table& table, std::string& out) {
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += ',';
    out += Quoted(table.columns[i].name);
  }
  out += kLineEnd;
  for (const std::vector<TableCell>& row : table.rows) {
    for (size_t i = 0; i < table.columns.size(); ++i) {
      if (i > 0) out += ',';
      const std::string text = CellText(table.columns[i], row[i]);
      out += std::holds_alternative<std::string>(row[i]) ? Quoted(text) : text;
    }
    out += kLineEnd;
  }
}

}  // namespace

std::string RenderCsv(const Document& document, Lang /*lang*/) {
  std::vector<const Table*> tables;
  for (const DocumentBlock& block : document.blocks) {
    if (const auto* const table = std::get_if<Table>(&block)) tables.push_back(table);
  }
  std::string out(kByteOrderMark);
  for (size_t i = 0; i < tables.size(); ++i) {
    if (i > 0) out += kLineEnd;
    if (tables.size() > 1) {
      out += Quoted(tables[i]->name);
      out += kLineEnd;
    }
    AppendTable(*tables[i], out);
  }
  return out;
}

}  // namespace anjuan
