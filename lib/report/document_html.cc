// A document as one page: no script, nothing loaded, readable in light and dark, on a narrow
// screen and on A4.
#include <algorithm>

#include "base/utf8.h"
#include "report/content_policy.h"
#include "report/document_formats.h"
#include "report/html_escape.h"

namespace anjuan {
namespace {

constexpr int64_t kBarLength = 120;  // pixels

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #b9bec4; --head: #eef1f4; --soft: #55595f; --bar: #2f6fb3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181b; --line: #4a4f55; --head: #24282d; --soft: #a8adb3; --bar: #6aa9e9; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 64rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; border-bottom: 2px solid; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.1rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
.scroll:focus-visible { outline: 3px solid var(--bar); }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
caption span { display: block; font-weight: normal; color: var(--soft); }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: break-word; max-width: 28rem; }
th { background: var(--head); }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.d { white-space: nowrap; }
svg { display: block; forced-color-adjust: none; }
rect { fill: var(--bar); }
@page { size: A4; margin: 18mm 15mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --line: #777; --head: #eee; --soft: #333; --bar: #555; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  .scroll { overflow: visible; }
  table { width: 100%; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2, h3, h4, caption { break-after: avoid; }
  rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

// Characters that no page may hold, and bytes that are none, become U+FFFD.
std::string Escaped(std::string_view text) {
  std::string clean;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const bool space = c.value == '\t' || c.value == '\n' || c.value == '\r';
    const bool control = (c.value < 0x20 && !space) || (c.value >= 0x7F && c.value < 0xA0);
    const bool none = (c.value & 0xFFFE) == 0xFFFE;
    AppendUtf8(control || none ? U'\uFFFD' : c.value, clean);
    i += static_cast<size_t>(c.length);
  }
  return EscapeHtml(clean);
}

// Text of others keeps its direction of writing to itself.
std::string Apart(std::string_view text) { return "<bdi>" + Escaped(text) + "</bdi>"; }

std::string_view ClassOf(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return "";
    case ColumnType::kDate:
      return " class=\"d\"";
    case ColumnType::kCount:
    case ColumnType::kShare:
    case ColumnType::kPoints:
      break;
  }
  return " class=\"n\"";
}

class HtmlPage {
 public:
  explicit HtmlPage(std::string& out) : out_(out) {}

  void operator()(const Heading& heading) {
    const std::string level = std::to_string(std::clamp(heading.level, 1, 3) + 1);
    out_ += "<h" + level + '>' + Apart(heading.text) + "</h" + level + ">\n";
  }
  void operator()(const Paragraph& paragraph) {
    out_ += "<p>";
    Styled(paragraph.text);
    out_ += "</p>\n";
  }
  void operator()(const TextList& list) {
    out_ += list.ordered ? "<ol>\n" : "<ul>\n";
    for (const StyledText& item : list.items) {
      out_ += "<li>";
      Styled(item);
      out_ += "</li>\n";
    }
    out_ += list.ordered ? "</ol>\n" : "</ul>\n";
  }
  void operator()(const Table& table) {
    // What scrolls must be reached by the keyboard.
    out_ += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
            Escaped(table.name) + "\">\n<table>\n<caption>" +
            (table.headed ? std::string() : Apart(table.name));
    if (!table.caption.empty()) out_ += "<span>" + Apart(table.caption) + "</span>";
    out_ += "</caption>\n<thead><tr>";
    for (const TableColumn& column : table.columns) {
      out_ += "<th scope=\"col\"";
      out_ += ClassOf(column.type);
      out_ += '>' + Apart(column.name) + "</th>";
    }
    if (table.bar) out_ += "<td></td>";
    out_ += "</tr></thead>\n<tbody>\n";
    const int64_t greatest = GreatestBar(table);
    for (const std::vector<TableCell>& row : table.rows) {
      out_ += "<tr>";
      for (size_t i = 0; i < table.columns.size(); ++i) {
        out_ += "<td";
        out_ += ClassOf(table.columns[i].type);
        out_ += '>' + Apart(CellText(table.columns[i], row[i])) + "</td>";
      }
      if (table.bar) out_ += "<td>" + Bar(row[*table.bar], greatest) + "</td>";
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n</div>\n";
  }

 private:
  void Styled(const StyledText& text) {
    for (const TextSpan& span : text.spans) {
      out_ += span.strong ? "<strong>" + Apart(span.text) + "</strong>" : Apart(span.text);
    }
  }

  // The number stands beside it: nothing to read out.
  static std::string Bar(const TableCell& cell, int64_t greatest) {
    const int64_t length = BarLength(cell, greatest, kBarLength);
    if (length == 0) return "";
    return "<svg width=\"" + std::to_string(length) +
           "\" height=\"14\" aria-hidden=\"true\"><rect width=\"" + std::to_string(length) +
           "\" height=\"14\"/></svg>";
  }

  std::string& out_;
};

}  // namespace

std::string RenderHtml(const Document& document, Lang lang) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" +
                    std::string(lang == Lang::kEnglish ? "en" : "zh-CN") +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                    "style-src " +
                    PolicyHash(kStyle) +
                    "; img-src data:; base-uri 'none'; form-action 'none'\">\n"
                    "<meta name=\"referrer\" content=\"no-referrer\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<link rel=\"icon\" href=\"data:,\">\n<title>" +
                    Escaped(document.title) + "</title>\n<style>" + std::string(kStyle) +
                    "</style>\n</head>\n<body>\n<main>\n<h1>" + Apart(document.title) + "</h1>\n";
  for (const DocumentBlock& block : document.blocks) std::visit(HtmlPage(out), block);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace anjuan
