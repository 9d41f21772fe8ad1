// Text on lines of a terminal, broken where a reader would: at a space, or between Chinese
// characters, but never before a mark that closes or after one that opens.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace anjuan {

// Appends `text`, which begins at cell `column`; where it would pass `width` cells it goes on in a
// new line behind `indent` spaces. A word longer than a line stands out. `width` 0: no breaks.
// No line feed at the end.
void AppendWrapped(std::string_view text, size_t column, size_t indent, size_t width,
                   std::string& out);

}  // namespace anjuan
