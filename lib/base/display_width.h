// Cells a text takes on a terminal: two for East Asian wide and full-width characters, none for
// combining marks and control characters, one for the rest.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace anjuan {

int DisplayWidth(char32_t code_point);
size_t DisplayWidth(std::string_view text);

// `text` and as many spaces as bring it to `width` cells; longer text is kept whole.
std::string PadTo(std::string_view text, size_t width);

// At most `width` cells of `text`; what is cut off is shown as one …
std::string CutTo(std::string_view text, size_t width);

}  // namespace anjuan
