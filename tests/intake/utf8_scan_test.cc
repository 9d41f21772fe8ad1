#include "intake/utf8_scan.h"

#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"

using namespace anjuan;

TEST_CASE("the first byte that is no UTF-8 is found, and whether the text was only cut") {
  struct Row {
    const char* name;
    std::string text;
    size_t valid;
    bool cut;
  };
  const Row rows[] = {
      {"nothing", "", 0, false},
      {"ASCII", "abcdefghijklmnop", 16, false},
      {"all lengths", "a\xC3\xA9\xE6\xA1\x88\xF0\xA0\xAE\xB7z", 11, false},
      {"a continuation alone", "ab\x80", 2, false},
      {"overlong in two", "ab\xC0\x80", 2, false},
      {"overlong in three", "ab\xE0\x9F\xBF", 2, false},
      {"the least of three", "ab\xE0\xA0\x80", 5, false},
      {"overlong in four", "\xF0\x8F\xBF\xBF", 0, false},
      {"a surrogate", "\xE6\xA1\x88\xED\xA0\x80", 3, false},
      {"before the surrogates", "\xED\x9F\xBF", 3, false},
      {"past the last", "\xF4\x90\x80\x80", 0, false},
      {"the last", "\xF4\x8F\xBF\xBF", 4, false},
      {"FF", "abcdefgh\xFF", 8, false},
      {"cut in two", "ab\xC3", 2, true},
      {"cut in three", "\xE6\xA1\x88\xE6\xA1", 3, true},
      {"cut in four", "\xF0\xA0\xAE", 0, true},
      {"a cut surrogate is none", "\xED\xA0", 0, false},
      {"a cut overlong form is none", "\xE0\x9F", 0, false},
      {"a lead before ASCII", "\xE6z", 0, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Utf8Scan scan = ScanUtf8(row.text);
    CHECK(scan.valid == row.valid);
    CHECK(scan.cut == row.cut);
  }
}

TEST_CASE("every pair and triple of bytes is judged as the plain decoder judges it") {
  std::string text = "12345678";
  size_t differ = 0;
  const auto check = [&] {
    const size_t plain = FindInvalidUtf8(text);
    if (ScanUtf8(text).valid != (plain == std::string::npos ? text.size() : plain)) ++differ;
  };
  for (int a = 0x80; a < 0x100; ++a) {
    for (int b = 0; b < 0x100; ++b) {
      text.resize(8);
      text += {static_cast<char>(a), static_cast<char>(b)};
      check();
      for (const int c : {0x00, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}) {
        text.resize(10);
        text += {static_cast<char>(c), '\xE6', '\xA1', '\x88'};
        check();
      }
    }
  }
  CHECK(differ == 0);
}
