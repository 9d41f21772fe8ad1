// A document for a terminal: tables aligned by the cells a character takes.
#include <algorithm>

#include "base/display_width.h"
#include "base/terminal_text.h"
#include "report/document_formats.h"

namespace anjuan {
namespace {

constexpr size_t kMostPadding = 48;  // a longer cell stays whole and stands out of its column
constexpr int64_t kBarCells = 20;
constexpr std::string_view kGap = "  ";

std::string Repeated(std::string_view sign, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += sign;
  return out;
}

std::string OneLine(const StyledText& text) {
  std::string out;
  for (const TextSpan& span : text.spans) out += span.text;
  std::replace(out.begin(), out.end(), '\n', ' ');
  return ForTerminal(out);
}

bool IsNumber(ColumnType type) { return type != ColumnType::kText && type != ColumnType::kDate; }

std::string Aligned(const std::string& text, size_t width, bool right) {
  if (!right) return PadTo(text, width);
  const size_t have = DisplayWidth(text);
  return std::string(have < width ? width - have : 0, ' ') + text;
}

class TextPage {
 public:
  explicit TextPage(std::string& out) : out_(out) {}

  void operator()(const Heading& heading) {
    Line(std::string(static_cast<size_t>(std::clamp(heading.level, 1, 3)) + 1, '#') + ' ' +
         OneLine(heading.text));
  }
  void operator()(const Paragraph& paragraph) { Line(OneLine(paragraph.text)); }
  void operator()(const TextList& list) {
    size_t number = 0;
    for (const StyledText& item : list.items) {
      Line((list.ordered ? std::to_string(++number) + ". " : "· ") + OneLine(item));
    }
  }
  void operator()(const Table& table) {
    if (!table.name.empty() && !table.headed) Line(OneLine(table.name));
    if (!table.caption.empty()) Line(OneLine(table.caption));
    std::vector<std::vector<std::string>> cells;
    std::vector<size_t> widths;
    for (const TableColumn& column : table.columns) {
      widths.push_back(DisplayWidth(OneLine(column.name)));
    }
    for (const std::vector<TableCell>& row : table.rows) {
      std::vector<std::string>& texts = cells.emplace_back();
      for (size_t i = 0; i < table.columns.size(); ++i) {
        texts.push_back(OneLine(CellText(table.columns[i], row[i])));
        const size_t width = DisplayWidth(texts.back());
        if (width <= kMostPadding) widths[i] = std::max(widths[i], width);
      }
    }
    std::string head;
    size_t all = 0;
    for (size_t i = 0; i < table.columns.size(); ++i) {
      const TableColumn& column = table.columns[i];
      if (i > 0) head += kGap;
      head += Aligned(OneLine(column.name), widths[i], IsNumber(column.type));
      all += widths[i] + (i > 0 ? kGap.size() : 0);
    }
    Line(head);
    Line(Repeated("─", all));
    const int64_t greatest = GreatestBar(table);
    for (size_t r = 0; r < cells.size(); ++r) {
      std::string line;
      for (size_t i = 0; i < cells[r].size(); ++i) {
        if (i > 0) line += kGap;
        line += Aligned(cells[r][i], widths[i], IsNumber(table.columns[i].type));
      }
      if (table.bar) {
        const int64_t length = BarLength(table.rows[r][*table.bar], greatest, kBarCells);
        line += std::string(kGap) + Repeated("▇", static_cast<size_t>(length));
      }
      Line(line);
    }
  }

 private:
  void Line(std::string text) {
    while (text.ends_with(' ')) text.pop_back();
    out_ += text + '\n';
  }

  std::string& out_;
};

}  // namespace

std::string RenderText(const Document& document, Lang /*lang*/) {
  const std::string title = OneLine(document.title);
  std::string out = title + '\n' + Repeated("═", DisplayWidth(title)) + '\n';
  for (const DocumentBlock& block : document.blocks) {
    out += '\n';
    std::visit(TextPage(out), block);
  }
  return out;
}

}  // namespace anjuan
