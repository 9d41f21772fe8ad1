#include "base/terminal_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/utf8.h"

using namespace anjuan;
using namespace std::string_view_literals;

TEST_CASE("text of others cannot steer the terminal") {
  struct Row {
    std::string name;
    std::string_view text;
    const char* want;
  };
  const Row rows[] = {
      {"plain text is kept", "案卷 abc，《法》。", "案卷 abc，《法》。"},
      {"a tab is one space", "a\tb", "a b"},
      {"line ends", "a\r\nb\n", "a\uFFFD\uFFFDb\uFFFD"},
      {"an escape sequence", "\x1B[31mred", "\uFFFD[31mred"},
      {"NUL", "a\0b"sv, "a\uFFFDb"},
      {"DEL", "a\x7F", "a\uFFFD"},
      {"C1: CSI in one character", "\xC2\x9B", "\uFFFD"},
      {"next line U+0085", "\xC2\x85", "\uFFFD"},
      {"no-break space is a character", "\xC2\xA0", "\xC2\xA0"},
      {"line separator", "\u2028", "\uFFFD"},
      {"right-to-left override", "\u202Egpj.exe", "\uFFFDgpj.exe"},
      {"isolates", "\u2066a\u2069", "\uFFFDa\uFFFD"},
      {"marks without width", "a\u200Bb\u200F", "a\uFFFDb\uFFFD"},
      {"Arabic letter mark", "\u061C", "\uFFFD"},
      {"byte order mark", "\uFEFF", "\uFFFD"},
      {"malformed bytes", "\xFF案\xE6", "\uFFFD案\uFFFD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(ForTerminal(row.text) == row.want);
  }
}

TEST_CASE("no control character of either set comes through") {
  for (char32_t c = 0; c < 0xA0; ++c) {
    CAPTURE(static_cast<int>(c));
    const bool printable = c >= 0x20 && c < 0x7F;
    const bool tab = c == '\t';
    CHECK(ForTerminal(c) == (printable ? c : tab ? U' ' : U'\uFFFD'));
  }
}
