// A document as a workbook: its text on the first sheet, then a sheet a table.
#include "base/texts/survey.h"
#include "report/document_formats.h"
#include "report/xlsx_book.h"

namespace anjuan {
namespace {

constexpr int kTextCells = 90;

std::string Plain(const StyledText& text) {
  std::string out;
  for (const TextSpan& span : text.spans) out += span.text;
  return out;
}

class TextLines {
 public:
  explicit TextLines(std::vector<StyledText>& lines) : lines_(lines) {}

  void operator()(const Heading& heading) {
    lines_.emplace_back();
    lines_.push_back(StyledText().Add(heading.text, true));
  }
  void operator()(const Paragraph& paragraph) { lines_.push_back(paragraph.text); }
  void operator()(const TextList& list) {
    size_t number = 0;
    for (const StyledText& item : list.items) {
      lines_.emplace_back((list.ordered ? std::to_string(++number) + ". " : "· ") + Plain(item));
    }
  }
  void operator()(const Table& table) {
    if (!table.caption.empty()) lines_.emplace_back(table.name + ": " + table.caption);
  }

 private:
  std::vector<StyledText>& lines_;
};

void AddTable(const Table& table, XlsxBook& book) {
  std::vector<XlsxColumn> columns;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    XlsxColumn& column = columns.emplace_back();
    column.name = table.columns[i].name;
    column.type = table.columns[i].type;
    column.bar = table.bar == i;
  }
  const size_t sheet = book.AddTable(table.name, std::move(columns));
  std::vector<XlsxCell> cells;
  for (const std::vector<TableCell>& row : table.rows) {
    cells.clear();
    for (const TableCell& cell : row) cells.push_back({cell, {}});
    book.AddRow(sheet, cells);
  }
}

}  // namespace

std::string RenderXlsx(const Document& document, Lang lang) {
  XlsxBook book(Say(lang, survey_text::kCutWord));
  std::vector<StyledText> lines{StyledText().Add(document.title, true)};
  for (const DocumentBlock& block : document.blocks) std::visit(TextLines(lines), block);
  book.AddText(Say(lang, survey_text::kTextSheet), lines, kTextCells);
  for (const DocumentBlock& block : document.blocks) {
    if (const auto* const table = std::get_if<Table>(&block)) AddTable(*table, book);
  }
  return book.Finish();
}

}  // namespace anjuan
