#include "base/source.h"

#include <doctest/doctest.h>

#include <string>

using namespace anjuan;

TEST_CASE("places are lines and code points, from one") {
  const Source source("a.yaml", "案号: 1\r\nb\n\n𠮷x");
  struct Row {
    std::string name;
    uint32_t offset;
    uint32_t line;
    uint32_t column;
  };
  const Row rows[] = {
      {"begin", 0, 1, 1},
      {"second character", 3, 1, 2},
      {"behind two characters", 6, 1, 3},
      {"CR", 9, 1, 6},
      {"LF", 10, 1, 7},
      {"next line", 11, 2, 1},
      {"empty line", 13, 3, 1},
      {"last line", 14, 4, 1},
      {"behind a character of four bytes", 18, 4, 2},
      {"the end", 19, 4, 3},
      {"past the end counts as the end", 99, 4, 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Place place = source.PlaceOf(row.offset);
    CHECK(place.line == row.line);
    CHECK(place.column == row.column);
  }
}

TEST_CASE("a line's text comes without its line end") {
  const Source source("a.yaml", "案号: 1\r\nb\n\nc\r");
  CHECK(std::string(source.LineText(1)) == "案号: 1");
  CHECK(std::string(source.LineText(2)) == "b");
  CHECK(std::string(source.LineText(3)) == "");
  CHECK(std::string(source.LineText(4)) == "c");
  CHECK(std::string(source.LineText(0)) == "");
  CHECK(std::string(source.LineText(5)) == "");
}

TEST_CASE("an empty text has one empty line") {
  const Source source("a.yaml", "");
  CHECK(source.PlaceOf(0).line == 1);
  CHECK(source.PlaceOf(0).column == 1);
  CHECK(source.LineText(1).empty());
}
