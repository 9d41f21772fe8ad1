// Rows of a workbook as bytes: made by many threads, written by one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace anjuan {

enum class RowLink : uint8_t {
  kNone,
  kCase,  // to the case that the row stands behind
  kRule,  // to a row of the rules
};

struct PackedCell {
  TableCell value;
  RowLink link = RowLink::kNone;
  uint32_t rule = 0;  // of kRule
};

struct PackedRow {
  uint8_t sheet = 0;
  std::vector<PackedCell> cells;
};

void AppendRow(const PackedRow& row, std::string& out);
// Takes the first row off `bytes`, as AppendRow wrote it; its memory is used again. False: none.
bool TakeRow(std::string_view& bytes, PackedRow& row);

}  // namespace anjuan
