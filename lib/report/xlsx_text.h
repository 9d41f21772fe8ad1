// Text of others as a spreadsheet may hold it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan {

inline constexpr size_t kMostCellUnits = 32'767;  // UTF-16 units of a cell

// Valid XML 1.0 that reads back as `text`: what XML forbids becomes _xHHHH_, and what looks like
// that already has its underscore escaped. Bytes that are no UTF-8 become U+FFFD. Of a text too
// long for a cell the beginning, then `cut`.
std::string XlsxText(std::string_view text, std::string_view cut, size_t most = kMostCellUnits);

// A name a sheet may have, unlike those `taken` in either case of letters: at most 31 UTF-16
// units, none of []:*?/\, no quote at an end. `fallback` where nothing is left of `name`.
std::string SheetName(std::string_view name, const std::vector<std::string>& taken,
                      std::string_view fallback);

}  // namespace anjuan
