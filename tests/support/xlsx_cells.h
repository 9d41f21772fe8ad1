// The cells of a workbook, as its parts have them.
#pragma once

#include <map>
#include <string>

namespace anjuan {

struct XlsxSheetCells {
  std::map<std::string, std::string> cells;  // "A1": text:… as XML has it, or number:…
  std::map<std::string, std::string> links;  // "A1": 'Sheet'!A2
  std::string xml;
};

// By name. Fails the test where the bytes are no workbook.
std::map<std::string, XlsxSheetCells> CellsOf(const std::string& workbook);

// `bytes` in a file that lives until the end of the program; its path.
std::string InFile(const std::string& bytes);

}  // namespace anjuan
