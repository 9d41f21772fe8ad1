#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace anjuan;
using namespace std::string_view_literals;

TEST_CASE("well-formed sequences decode to their code point") {
  struct Row {
    std::string name;
    std::string_view text;
    char32_t value;
    int length;
  };
  const Row rows[] = {
      {"NUL", "\0"sv, 0, 1},
      {"last of one byte", "\x7F", 0x7F, 1},
      {"first of two", "\xC2\x80", 0x80, 2},
      {"last of two", "\xDF\xBF", 0x7FF, 2},
      {"first of three", "\xE0\xA0\x80", 0x800, 3},
      {"a Chinese character", "案", U'案', 3},
      {"before the surrogates", "\xED\x9F\xBF", 0xD7FF, 3},
      {"behind the surrogates", "\xEE\x80\x80", 0xE000, 3},
      {"last of three", "\xEF\xBF\xBF", 0xFFFF, 3},
      {"first of four", "\xF0\x90\x80\x80", 0x10000, 4},
      {"outside the basic plane", "𠮷", U'𠮷', 4},
      {"last of all", "\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const CodePoint c = DecodeAt(row.text, 0);
    CHECK(c.valid);
    CHECK(c.value == row.value);
    CHECK(c.length == row.length);
    CHECK(FindInvalidUtf8(row.text) == std::string_view::npos);
    std::string back;
    AppendUtf8(row.value, back);
    CHECK(back == row.text);
  }
}

TEST_CASE("a malformed sequence is one byte of U+FFFD, and its place is found") {
  struct Row {
    std::string name;
    std::string_view text;
  };
  const Row rows[] = {
      {"a lone trail byte", "\x80"},
      {"overlong of two", "\xC0\x80"},
      {"overlong of two, highest", "\xC1\xBF"},
      {"overlong of three", "\xE0\x9F\xBF"},
      {"overlong of four", "\xF0\x8F\xBF\xBF"},
      {"a high surrogate", "\xED\xA0\x80"},
      {"a low surrogate", "\xED\xBF\xBF"},
      {"past U+10FFFF", "\xF4\x90\x80\x80"},
      {"five bytes", "\xF8\x88\x80\x80\x80"},
      {"0xFF", "\xFF"},
      {"cut off", "\xE6\xA1"},
      {"broken by ASCII", "\xE6\x41\x88"},
      {"GBK bytes", "\xB0\xB8\xBE\xED"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const CodePoint c = DecodeAt(row.text, 0);
    CHECK_FALSE(c.valid);
    CHECK(c.value == 0xFFFD);
    CHECK(c.length == 1);
    CHECK(FindInvalidUtf8("案" + std::string(row.text)) == 3);
  }
}

TEST_CASE("at the end there is no code point") {
  CHECK(DecodeAt("", 0).length == 0);
  CHECK(DecodeAt("a", 1).length == 0);
}

TEST_CASE("code points are counted, not bytes") {
  CHECK(CountCodePoints("") == 0);
  CHECK(CountCodePoints("abc") == 3);
  CHECK(CountCodePoints("案卷 a𠮷") == 5);
}

TEST_CASE("full-width forms and the ideographic space are levelled, the rest is kept") {
  CHECK(LevelWidth(U'０') == U'0');
  CHECK(LevelWidth(U'！') == U'!');
  CHECK(LevelWidth(U'～') == U'~');
  CHECK(LevelWidth(U'　') == U' ');
  CHECK(LevelWidth(U'￥') == U'￥');
  CHECK(LevelWidth(U'｟') == U'｟');
  CHECK(LevelWidth(U'案') == U'案');
  CHECK(LevelWidth(U'a') == U'a');
}
