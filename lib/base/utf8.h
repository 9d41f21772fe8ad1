// UTF-8 as code points. No normalization, no locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace anjuan {

struct CodePoint {
  char32_t value = 0;  // U+FFFD for a malformed sequence
  int length = 0;      // bytes it takes in the text, 1 for a malformed byte, 0 at the end
  bool valid = true;
};

// The code point that begins at `offset`. Requires offset <= text.size().
CodePoint DecodeAt(std::string_view text, size_t offset);

// Offset of the first malformed byte (overlong, surrogate, past U+10FFFF, cut off), or npos.
size_t FindInvalidUtf8(std::string_view text);

size_t CountCodePoints(std::string_view text);

void AppendUtf8(char32_t code_point, std::string& out);

// The same text with the full-width forms U+FF01..FF5E and U+3000 as ASCII, ASCII as it is.
char32_t LevelWidth(char32_t code_point);

}  // namespace anjuan
