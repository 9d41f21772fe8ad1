#include "base/terminal_text.h"

#include "base/utf8.h"

namespace anjuan {

char32_t ForTerminal(char32_t c) {
  if (c == '\t') return U' ';
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool unseen = c == 0x00AD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
                      (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
                      (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
  return control || unseen ? U'\uFFFD' : c;
}

std::string ForTerminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    AppendUtf8(ForTerminal(c.value), out);
    i += static_cast<size_t>(c.length);
  }
  return out;
}

}  // namespace anjuan
