#include "base/wrap.h"

#include <doctest/doctest.h>

using namespace anjuan;

TEST_CASE("text is broken where a reader would, and goes on behind its label") {
  struct Row {
    const char* name;
    const char* text;
    size_t column;
    size_t indent;
    size_t width;
    const char* want;
  };
  const Row rows[] = {
      {"what fits stays on its line", "处罚决定", 2, 2, 10, "处罚决定"},
      {"one cell too many breaks", "处罚决定", 2, 2, 9, "处罚决\n  定"},
      {"no width, no breaks", "处罚决定处罚决定", 2, 2, 0, "处罚决定处罚决定"},
      {"a word of letters is kept whole", "rule P-DECIDE-01 fails", 0, 0, 15,
       "rule\nP-DECIDE-01\nfails"},
      {"a space ends a line and is not seen", "aaa bbb ccc", 0, 1, 7, "aaa bbb\n ccc"},
      {"no line begins with a closing mark", "作出决定，扣除", 0, 0, 8, "作出决\n定，扣除"},
      {"no line ends in an opening mark", "决定（补正）", 0, 0, 6, "决定\n（补\n正）"},
      {"a word longer than a line stands out", "一 abcdefghij 二", 0, 0, 6, "一\nabcdefghij\n二"},
      {"a width that leaves no room breaks nothing", "处罚决定", 6, 6, 5, "处罚决定"},
      {"a date stays together", "于 2023-07-14 作出", 0, 0, 13, "于 2023-07-14\n作出"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string out;
    AppendWrapped(row.text, row.column, row.indent, row.width, out);
    CHECK(out == row.want);
  }
}
