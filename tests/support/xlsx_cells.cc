#include "support/xlsx_cells.h"

#include <doctest/doctest.h>

#include <fstream>

#include "intake/zip_entries.h"
#include "report/scratch_folder.h"

namespace anjuan {
namespace {

// What stands between `open` and `close` behind `at`, which moves past it; "" and npos: nothing.
std::string Between(const std::string& text, std::string_view open, std::string_view close,
                    size_t& at) {
  const size_t begin = text.find(open, at);
  if (begin == std::string::npos) {
    at = begin;
    return "";
  }
  const size_t start = begin + open.size();
  at = text.find(close, start);
  return text.substr(start, at - start);
}

std::string Attribute(const std::string& tag, const std::string& name) {
  size_t at = 0;
  return Between(tag, ' ' + name + "=\"", "\"", at);
}

XlsxSheetCells ReadSheet(const std::string& xml) {
  XlsxSheetCells sheet;
  sheet.xml = xml;
  for (size_t at = 0;;) {
    const std::string cell = Between(xml, "<c ", "</c>", at);
    if (at == std::string::npos) break;
    const std::string tag = ' ' + cell.substr(0, cell.find('>'));
    size_t inside = 0;
    if (Attribute(tag, "t") == "inlineStr") {
      const std::string text = Between(cell, "<t", "</t>", inside);
      sheet.cells[Attribute(tag, "r")] = "text:" + text.substr(text.find('>') + 1);
    } else {
      sheet.cells[Attribute(tag, "r")] = "number:" + Between(cell, "<v>", "</v>", inside);
    }
  }
  for (size_t at = 0;;) {
    const std::string link = ' ' + Between(xml, "<hyperlink ", "/>", at);
    if (at == std::string::npos) break;
    sheet.links[Attribute(link, "ref")] = Attribute(link, "location");
  }
  return sheet;
}

}  // namespace

std::string InFile(const std::string& bytes) {
  static ScratchFolder folder;
  static int number = 0;
  std::string path = folder.PathOf(std::to_string(++number));
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::map<std::string, XlsxSheetCells> CellsOf(const std::string& workbook) {
  std::map<std::string, std::string> parts;
  std::string* part = nullptr;
  const auto error =
      ReadZip(InFile(workbook), {[&](const std::string& name) { part = &parts[name]; },
                                 [&](std::string_view bytes) { *part += bytes; }});
  REQUIRE_FALSE(error.has_value());
  std::map<std::string, XlsxSheetCells> sheets;
  const std::string& book = parts["xl/workbook.xml"];
  size_t number = 0;
  for (size_t at = 0;;) {
    const std::string tag = ' ' + Between(book, "<sheet ", "/>", at);
    if (at == std::string::npos) break;
    sheets[Attribute(tag, "name")] =
        ReadSheet(parts["xl/worksheets/sheet" + std::to_string(++number) + ".xml"]);
  }
  return sheets;
}

}  // namespace anjuan
