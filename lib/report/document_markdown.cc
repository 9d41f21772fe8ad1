// A document as Markdown, as GitHub and GitLab show it.
#include <algorithm>

#include "report/document_formats.h"
#include "report/markdown_text.h"

namespace anjuan {
namespace {

constexpr int64_t kBarCells = 20;

// Text for Markdown at the beginning of a line, where "1." "-" "+" "=" begin something.
std::string AtLineStart(std::string text) {
  const size_t first = text.find_first_not_of(' ');
  text.erase(0, std::min(first, text.size()));
  const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')')) {
    text.insert(digits, 1, '\\');
  } else if (!text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '=')) {
    text.insert(0, 1, '\\');
  }
  return text;
}

std::string Inline(const StyledText& styled) {
  std::string out;
  for (const TextSpan& span : styled.spans) {
    const std::string text = ForMarkdown(span.text);
    out += span.strong && !text.empty() ? "<strong>" + text + "</strong>" : text;
  }
  return AtLineStart(std::move(out));
}

class MarkdownPage {
 public:
  explicit MarkdownPage(std::string& out) : out_(out) {}

  void operator()(const Heading& heading) {
    out_ += std::string(static_cast<size_t>(std::clamp(heading.level, 1, 3)) + 1, '#') + ' ' +
            ForMarkdown(heading.text) + '\n';
  }
  void operator()(const Paragraph& paragraph) { out_ += Inline(paragraph.text) + '\n'; }
  void operator()(const TextList& list) {
    size_t number = 0;
    for (const StyledText& item : list.items) {
      out_ += (list.ordered ? std::to_string(++number) + ". " : "- ") + Inline(item) + '\n';
    }
  }
  void operator()(const Table& table) {
    if (!table.name.empty() && !table.headed) out_ += "**" + ForMarkdown(table.name) + "**\n\n";
    if (!table.caption.empty()) out_ += AtLineStart(ForMarkdown(table.caption)) + "\n\n";
    std::vector<std::string> names;
    std::vector<std::string> marks;
    for (const TableColumn& column : table.columns) {
      const bool number = column.type != ColumnType::kText && column.type != ColumnType::kDate;
      names.push_back(ForMarkdown(column.name));
      marks.emplace_back(number ? "---:" : "---");
    }
    if (table.bar) {
      names.emplace_back();
      marks.emplace_back("---");
    }
    AppendMarkdownRow(names, out_);
    AppendMarkdownRow(marks, out_);
    const int64_t greatest = GreatestBar(table);
    for (const std::vector<TableCell>& row : table.rows) {
      std::vector<std::string> cells;
      for (size_t i = 0; i < table.columns.size(); ++i) {
        const std::string text = CellText(table.columns[i], row[i]);
        // Of digits and signs nothing acts.
        cells.push_back(std::holds_alternative<std::string>(row[i]) ? ForMarkdown(text) : text);
      }
      if (table.bar) {
        std::string& bar = cells.emplace_back();
        for (int64_t n = BarLength(row[*table.bar], greatest, kBarCells); n > 0; --n) bar += "▇";
      }
      AppendMarkdownRow(cells, out_);
    }
  }

 private:
  std::string& out_;
};

}  // namespace

std::string RenderMarkdown(const Document& document, Lang /*lang*/) {
  std::string out = "# " + ForMarkdown(document.title) + '\n';
  for (const DocumentBlock& block : document.blocks) {
    out += '\n';
    std::visit(MarkdownPage(out), block);
  }
  return out;
}

}  // namespace anjuan
