// How far bytes are UTF-8, at the speed of reading them.
#pragma once

#include <cstddef>
#include <string_view>

namespace anjuan {

struct Utf8Scan {
  size_t valid = 0;  // bytes of whole characters before the first mistake, or all
  bool cut = false;  // what follows is the beginning of a character that the text ends in
};

// U+0000 passes: it is valid UTF-8.
Utf8Scan ScanUtf8(std::string_view text);

}  // namespace anjuan
