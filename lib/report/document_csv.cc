// The tables of a document as CSV that a spreadsheet opens: RFC 4180, with a mark of UTF-8.
#include "report/csv_field.h"
#include "report/document_formats.h"

namespace anjuan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";

void AppendTable(const Table& table, std::string& out) {
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += ',';
    out += CsvCell(table.columns[i].name);
  }
  out += kLineEnd;
  for (const std::vector<TableCell>& row : table.rows) {
    for (size_t i = 0; i < table.columns.size(); ++i) {
      if (i > 0) out += ',';
      const std::string text = CellText(table.columns[i], row[i]);
      out += std::holds_alternative<std::string>(row[i]) ? CsvCell(text) : text;
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
      out += CsvCell(tables[i]->name);
      out += kLineEnd;
    }
    AppendTable(*tables[i], out);
  }
  return out;
}

}  // namespace anjuan
