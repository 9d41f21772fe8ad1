// The formats a document can be written in. A new one: its own file and one row in
// document_formats.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/document.h"

namespace anjuan {

struct DocumentFormat {
  std::string_view name;
  std::string (*render)(const Document& document, Lang lang);
  bool binary = false;  // goes to a file only
  // What is wrong with a document that was written to `path`; "" where it reads back whole. Null: a
  // text, there is nothing to read back.
  std::string (*fault)(const std::string& path) = nullptr;
};

std::span<const DocumentFormat> DocumentFormats();
const DocumentFormat* FindDocumentFormat(std::string_view name);

// For a terminal or a plain file; bars of ▇. Long cells stay whole.
std::string RenderText(const Document& document, Lang lang);
std::string RenderMarkdown(const Document& document, Lang lang);
// One self-contained page.
std::string RenderHtml(const Document& document, Lang lang);
// The tables. One alone is header and records; several are parted by an empty line, each under a
// record of its name. What is no table is left out.
std::string RenderCsv(const Document& document, Lang lang);
// A sheet a table; before them one of the title and the text. "" where the system gives no room for
// temporary files.
std::string RenderXlsx(const Document& document, Lang lang);
// {"title", "blocks": [block…]}; block:
//   {"type": "heading", "level", "text"}
//   {"type": "paragraph", "text": [{"text", "strong"}]}
//   {"type": "list", "ordered", "items": [[{"text", "strong"}]…]}
//   {"type": "table", "key", "name", "caption": null | text, "columns": [{"key", "name", "type":
//    text | count | share | points | date}], "rows": [[cell…]…]}
// A cell is a text, a number (of a share percent: 12.5), a date as text, or null.
std::string RenderJson(const Document& document, Lang lang);

}  // namespace anjuan
