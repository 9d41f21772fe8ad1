// String literals: where they end and what they hold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan::expr {

// Bytes [begin, end) that are no escape, or one of a surrogate or past U+10FFFF.
struct BadEscape {
  size_t begin = 0;
  size_t end = 0;
};

struct ScannedString {
  std::string value;
  size_t end = 0;  // one past the closing quote, or where the scan stopped
  bool closed = false;
  std::vector<BadEscape> bad_escapes;
};

// The literal whose opening quote stands at `begin`; three quotes open a text of several lines.
ScannedString ScanString(std::string_view text, size_t begin, bool raw);

}  // namespace anjuan::expr
