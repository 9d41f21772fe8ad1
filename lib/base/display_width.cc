#include "base/display_width.h"

#include "base/utf8.h"

namespace anjuan {

int DisplayWidth(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if (c < 0x300) return 1;
  const bool combining = (c <= 0x36F) || (c >= 0x200B && c <= 0x200F) ||
                         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) ||
                         c == 0xFEFF;
  if (combining) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) ||
                    (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
                    (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
                    (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    width += static_cast<size_t>(DisplayWidth(c.value));
    i += static_cast<size_t>(c.length);
  }
  return width;
}

std::string PadTo(std::string_view text, size_t width) {
  std::string out(text);
  const size_t have = DisplayWidth(text);
  if (have < width) out.append(width - have, ' ');
  return out;
}

std::string CutTo(std::string_view text, size_t width) {
  size_t cells = 0;
  size_t fits = 0;  // bytes that leave a cell for the ellipsis
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    cells += static_cast<size_t>(DisplayWidth(c.value));
    if (cells > width) return std::string(text.substr(0, fits)) + "…";
    i += static_cast<size_t>(c.length);
    if (cells + 1 <= width) fits = i;
  }
  return std::string(text);
}

}  // namespace anjuan
