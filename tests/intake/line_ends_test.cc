#include "intake/line_ends.h"

#include <doctest/doctest.h>

#include <vector>

using namespace anjuan;

TEST_CASE("CR and LF, and CR alone, are one LF, wherever a piece ends") {
  struct Row {
    std::vector<const char*> pieces;
    const char* plain;
  };
  const Row rows[] = {
      {{"a\nb\n"}, "a\nb\n"},         {{"a\r\nb\r\n"}, "a\nb\n"}, {{"a\rb\r"}, "a\nb\n"},
      {{"\r\r\n\n\r"}, "\n\n\n\n"},   {{"a\r", "\nb"}, "a\nb"},   {{"a\r", "", "\nb"}, "a\nb"},
      {{"a\r", "\n", "\n"}, "a\n\n"}, {{"a\r", "\r\n"}, "a\n\n"}, {{"a\r", "b"}, "a\nb"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.plain);
    LineEnds ends;
    std::string plain;
    for (const char* const piece : row.pieces) plain += ends.Plain(piece);
    CHECK(plain == row.plain);
  }
}

TEST_CASE("a file begins afresh, and what holds no CR is not copied") {
  LineEnds ends;
  CHECK(ends.Plain("a\r") == "a\n");
  ends.Begin();
  const std::string_view text = "\nb";
  CHECK(ends.Plain(text).data() == text.data());
}
