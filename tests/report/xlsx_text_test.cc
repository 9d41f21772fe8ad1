// Text as a cell may hold it, names as a sheet may have them.
#include "report/xlsx_text.h"

#include <doctest/doctest.h>

using namespace anjuan;

TEST_CASE("text of a cell is valid XML, reads back the same, and is cut where all can see it") {
  struct Row {
    const char* name;
    std::string text;
    size_t most;
    const char* want;
  };
  const Row rows[] = {
      {"plain", "案卷 a=1", 100, "案卷 a=1"},
      {"tabs and line ends stay", "a\tb\nc", 100, "a\tb\nc"},
      {"a carriage return would be lost", "a\rb", 100, "a_x000D_b"},
      {"an escape character", "\x1b[31m", 100, "_x001B_[31m"},
      {"a NUL", std::string("a\0b", 3), 100, "a_x0000_b"},
      {"no characters of XML", "\uFFFE\uFFFF", 100, "_xFFFE__xFFFF_"},
      {"bytes that are no UTF-8", "a\xFF", 100, "a\uFFFD"},
      {"what looks escaped", "_x0041_", 100, "_x005F_x0041_"},
      {"twice", "_x0041__x0042_", 100, "_x005F_x0041__x005F_x0042_"},
      {"sharing an underscore", "_x0041_x0042_", 100, "_x005F_x0041_x005F_x0042_"},
      {"what only begins so", "_x004_ _x00G1_ _y0041_", 100, "_x004_ _x00G1_ _y0041_"},
      {"just as long as a cell", "abcde", 5, "abcde"},
      {"one too long", "abcdef", 5, "abc.."},
      {"a character of two units fits", "abc\U00020BB7", 5, "abc\U00020BB7"},
      {"and not with one more", "abc\U00020BB7d", 5, "abc.."},
      {"nor is it halved", "ab\U00020BB7cd", 5, "ab.."},
      {"an escape is not halved", "abcd\x1b", 10, "abcd.."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(XlsxText(row.text, "..", row.most) == row.want);
  }
}

TEST_CASE("a text is cut to what a cell holds") {
  const std::string text(32'768, 'a');
  CHECK(XlsxText(text.substr(1), "…") == text.substr(1));
  CHECK(XlsxText(text, "…") == std::string(32'766, 'a') + "…");
}

TEST_CASE("names of sheets are what every spreadsheet takes") {
  struct Row {
    const char* name;
    const char* given;
    std::vector<std::string> taken;
    const char* want;
  };
  const Row rows[] = {
      {"plain", "汇总", {}, "汇总"},
      {"characters no name has", "a[1]:b*c?d/e\\f", {}, "a 1  b c d e f"},
      {"quotes at the ends", "'a'b'", {}, "a'b"},
      {"nothing left", "''", {}, "S"},
      {"a name that is kept for others", "History", {}, "S"},
      {"31 units",
       "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
       {},
       "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"},
      {"32 units",
       "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
       {},
       "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"},
      {"taken in another case", "Cases", {"cases"}, "Cases (2)"},
      {"taken twice", "a", {"a", "A (2)"}, "a (3)"},
      {"taken, and long",
       "abcdefghijklmnopqrstuvwxyzabcde",
       {"abcdefghijklmnopqrstuvwxyzabcde"},
       "abcdefghijklmnopqrstuvwxyza (2)"},
      {"a line end", "a\nb", {}, "a b"},
      {"bytes that are no UTF-8", "a\xFF", {}, "a\uFFFD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(SheetName(row.given, row.taken, "S") == row.want);
  }
}
