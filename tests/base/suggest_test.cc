#include "base/suggest.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

using namespace anjuan;

TEST_CASE("distance counts edits of characters, a swap of neighbours as one") {
  struct Row {
    std::u32string_view a;
    std::u32string_view b;
    size_t want;
  };
  const Row rows[] = {
      {U"", U"", 0},
      {U"", U"ab", 2},
      {U"date", U"date", 0},
      {U"date", U"dte", 1},
      {U"date", U"daate", 1},
      {U"date", U"dare", 1},
      {U"date", U"adte", 1},
      {U"date", U"daet", 1},
      {U"kitten", U"sitting", 3},
      {U"ca", U"abc", 3},
      {U"批准日期", U"批淮日期", 1},
      {U"批准日期", U"准批日期", 1},
      {U"批准日期", U"日期", 2},
      {U"𠮷野", U"吉野", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.want);
    CHECK(EditDistance(row.a, row.b, 9) == row.want);
    CHECK(EditDistance(row.b, row.a, 9) == row.want);
    CHECK(EditDistance(row.a, row.b, row.want) == row.want);
    if (row.want > 0) CHECK(EditDistance(row.a, row.b, row.want - 1) == row.want);
  }
}

TEST_CASE("names within a third of the written length are offered, nearest first, then by name") {
  struct Row {
    std::string name;
    std::string written;
    std::vector<std::string_view> names;
    std::vector<std::string> want;
  };
  const Row rows[] = {
      {"one edit", "dte", {"date", "number"}, {"'date'"}},
      {"one edit is always allowed", "ab", {"abc", "xyz"}, {"'abc'"}},
      {"two edits in five characters are too many", "abcde", {"abxye"}, {}},
      {"two edits in six are not", "abcdef", {"abxyef"}, {"'abxyef'"}},
      {"three in six are", "abcdef", {"axyzef"}, {}},
      {"nearest first",
       "approvd_on",
       {"approved_by", "approved_on"},
       {"'approved_on'", "'approved_by'"}},
      {"then by name", "date", {"dates", "dated", "dater"}, {"'dated'", "'dater'", "'dates'"}},
      {"three at most",
       "date",
       {"dates", "dated", "dater", "datec"},
       {"'datec'", "'dated'", "'dater'"}},
      {"Chinese counts characters, not bytes",
       "批淮日期",
       {"批准日期", "告知日期"},
       {"'批准日期'"}},
      {"two characters allow one edit", "日其", {"日期", "文号"}, {"'日期'"}},
      {"a written name of one character: none", "日", {"日期", "期"}, {}},
      {"a name of one character is not offered", "日期", {"日"}, {}},
      {"the name itself is no hint", "date", {"date"}, {}},
      {"each once", "dte", {"date", "date"}, {"'date'"}},
      {"no candidates", "date", {}, {}},
      {"nothing written", "", {"date"}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Suggest(row.written, row.names) == row.want);
  }
}

TEST_CASE("a candidate is shown as its owner wants") {
  const std::vector<Candidate> candidates = {
      {"aproved_on", "'filing.aproved_on'"},
      {"approved_on", "'filing.approved_on' (立案.批准日期)"},
  };
  CHECK(Suggest("approvd_on", candidates) ==
        std::vector<std::string>{"'filing.approved_on' (立案.批准日期)", "'filing.aproved_on'"});
}

TEST_CASE("hints are joined in the language of their sentence") {
  const auto said = [](Lang lang, const std::vector<std::string>& hints) {
    return Say(lang, TextId::kDidYouMean, {JoinSuggestions(hints)});
  };
  CHECK(said(Lang::kEnglish, {"'a'"}) == "did you mean 'a'?");
  CHECK(said(Lang::kEnglish, {"'a'", "'b'"}) == "did you mean 'a' or 'b'?");
  CHECK(said(Lang::kEnglish, {"'a'", "'b'", "'c'"}) == "did you mean 'a', 'b' or 'c'?");
  CHECK(said(Lang::kChinese, {"'a'", "'b'", "'c'"}) == "是否想写 'a', 'b' 或 'c'?");
}
