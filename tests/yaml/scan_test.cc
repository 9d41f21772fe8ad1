#include "yaml/scan.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace anjuan::yaml;

constexpr size_t kNone = std::string_view::npos;

TEST_CASE("a line end is found before CR LF and LF alike") {
  CHECK(LineEnd("ab\ncd", 0) == 2);
  CHECK(LineEnd("ab\r\ncd", 0) == 2);
  CHECK(LineEnd("ab\r\ncd", 4) == 6);
  CHECK(LineEnd("", 0) == 0);
  CHECK(LineEnd("\n", 0) == 0);
}

TEST_CASE("blanks, line ends and comments are skipped") {
  CHECK(SkipBlanks("  \t x", 0) == 4);
  CHECK(SkipBlanks("# 说明\r\n # b\n-", 0) == 15);
  CHECK(SkipBlanks("  ", 0) == 2);
  CHECK(SkipBlanks("", 0) == 0);
}

TEST_CASE("a full-width colon counts as a slip behind what may be a key") {
  struct Row {
    std::string line;
    size_t want;
  };
  const Row rows[] = {
      {"名称：x", 6},      {"  名称：x", 8},     {"- 名称：x", 8},      {"- - a：", 5},
      {"a：", 1},          {"：x", kNone},       {"名称: x：y", kNone}, {"'名称：x'", kNone},
      {"名 称：x", kNone}, {"# 名称：x", kNone}, {"名称", kNone},       {"[名称：x]", kNone},
      {"", kNone},         {"-", kNone},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const std::string_view line = row.line;
    CHECK(FindColonSlip(line, 0, line.size()) == row.want);
  }
}

TEST_CASE("where a scalar ends, and whether it runs on") {
  struct Row {
    std::string name;
    std::string_view text;
    size_t begin;
    std::string_view value;
    uint32_t end;
    bool runs_on;
  };
  const Row rows[] = {
      {"plain", "a: b c # d", 3, "b c", 6, false},
      {"plain that runs on", "a: b\n  c\n", 3, "b c", 4, true},
      {"single-quoted", "'a''b' x", 0, "a'b", 6, false},
      {"single-quoted that runs on", "'a\n b'", 0, "a b", 2, true},
      {"never closed", "'a", 0, "a", 2, true},
      {"double-quoted", R"("a\"b" x)", 0, "a\"b", 6, false},
      {"a backslash before the closing quote", R"("a\\" x)", 0, "a\\", 5, false},
      {"a backslash at the very end", "\"a\\", 0, "a", 3, true},
      {"literal", "|\n  a\n\nb", 0, "a\n", 5, false},
      {"folded: its header", ">-\n  a\n", 0, "a", 2, false},
      {"nothing at the end of the text", "a:", 2, "", 2, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const ScalarExtent extent =
        ExtentOf(row.text, row.begin, FormAt(row.text, row.begin), row.value);
    CHECK(extent.end == row.end);
    CHECK(extent.runs_on == row.runs_on);
  }
}
