// A workbook of tables, written row by row: what is in memory does not grow with the rows, but for
// the links.
//
// Shape:  a table is a sheet: its header in row 1, frozen, with filters; of more rows than a sheet
//         holds the rest stands on further sheets of its name.
// Text:   raw; it is never a formula. A text too long for a cell ends in `cut`.
// Bytes:  the same for the same calls: no time, no name of a user or a host.
// Errors: a workbook that cannot be written (no room for temporary files) comes out empty.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace anjuan {

enum class Hue : uint8_t { kRed, kOrange, kYellow, kGreen, kBlue, kGrey };

struct XlsxColumn {
  std::string name;
  ColumnType type = ColumnType::kText;
  bool verbatim = false;  // an identifier: stays as it is where somebody edits it
  bool bar = false;       // numbers are drawn as bars too
  struct Mark {
    std::string text;
    Hue hue;
  };
  std::vector<Mark> marks = {};  // cells that say just that are coloured
};

// A row of a table of the book, from 0, that may still be to come.
struct XlsxPlace {
  size_t table = 0;
  uint64_t row = 0;
};

struct XlsxCell {
  TableCell value;
  std::optional<XlsxPlace> link = {};   // of text; past what a sheet may have it is plain text
  std::optional<ColumnType> type = {};  // where it is not its column's
};

struct XlsxLimits {
  uint64_t rows = 1'048'576;  // of a sheet, the header's too
  size_t cell_units = 32'767;
  size_t links = 65'530;  // of a sheet
};

class XlsxBook {
 public:
  explicit XlsxBook(std::string cut, const XlsxLimits& limits = {});
  ~XlsxBook();
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;

  // Sheets stand in the order of these calls, further sheets behind them all.
  size_t AddTable(std::string_view name, std::vector<XlsxColumn> columns);
  // A cell a column.
  void AddRow(size_t table, std::span<const XlsxCell> cells);
  uint64_t RowsOf(size_t table) const;
  // A sheet of lines without a header, wrapped at `width` cells.
  void AddText(std::string_view name, const std::vector<StyledText>& lines, int width);

  // The file. Nothing can be added behind it.
  std::string Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What is wrong with the workbook at `path`: the part and what it is; "" where every part reads
// back whole and is well-formed.
std::string XlsxFault(const std::string& path);

}  // namespace anjuan
