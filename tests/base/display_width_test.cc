#include "base/display_width.h"

#include <doctest/doctest.h>

#include <string>

using namespace anjuan;

TEST_CASE("Chinese and full-width characters take two cells, combining and control ones none") {
  struct Row {
    std::string name;
    std::string text;
    size_t cells;
  };
  const Row rows[] = {
      {"nothing", "", 0},
      {"ASCII", "abc", 3},
      {"Chinese", "案卷", 4},
      {"mixed", "a案b", 4},
      {"full-width punctuation", "：（）", 6},
      {"ideographic stop and brackets", "。〔〕", 6},
      {"outside the basic plane", "𠮷", 2},
      {"half-width katakana", "ｱ", 1},
      {"an accent that combines", "e\xCC\x81", 1},
      {"control characters", "\x1B\x07", 0},
      {"malformed bytes, as U+FFFD", "\xFF\xFE", 2},
      {"an ellipsis", "…", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(DisplayWidth(row.text) == row.cells);
  }
}

TEST_CASE("padding counts cells and never cuts") {
  CHECK(PadTo("案号", 6) == "案号  ");
  CHECK(PadTo("案号", 4) == "案号");
  CHECK(PadTo("案号", 3) == "案号");
  CHECK(PadTo("", 2) == "  ");
}

TEST_CASE("cutting leaves at most so many cells, the ellipsis among them") {
  struct Row {
    std::string name;
    std::string text;
    size_t width;
    const char* want;
  };
  const Row rows[] = {
      {"it fits", "案卷", 4, "案卷"},
      {"one cell too many", "案卷a", 4, "案…"},
      {"a wide character is never halved", "案卷", 3, "案…"},
      {"ASCII", "abcdef", 4, "abc…"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(CutTo(row.text, row.width) == row.want);
    CHECK(DisplayWidth(CutTo(row.text, row.width)) <= row.width);
  }
}
