// Horizontal bars, a row each: a name, the bar, a number.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace anjuan {

struct BarPiece {
  std::string kind;  // a class of the page's style
  uint64_t size = 0;
};

struct BarRow {
  std::string name;  // as it is
  std::vector<BarPiece> pieces;

  uint64_t total() const {
    uint64_t sum = 0;
    for (const BarPiece& piece : pieces) sum += piece.size;
    return sum;
  }
};

// The longest fills the width; "" of no rows.
std::string BarTable(const std::string& caption, const std::vector<BarRow>& rows);

}  // namespace anjuan
