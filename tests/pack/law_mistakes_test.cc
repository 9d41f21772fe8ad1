#include <doctest/doctest.h>

#include "pack/basis.h"
#include "pack/law_book.h"
#include "pack/rule_reader.h"

using namespace anjuan;

namespace {

constexpr std::string_view kLaw = R"(name: 某法
short: [某]
versions:
  - adopted: 2020-01-01
    from: 2020-06-01
    articles: 80
    verified: text
    fines:
      - {article: 5, paragraph: 1, conduct: 甲, min: 100, max: 200}
)";

std::string Printed(std::string_view text) {
  MemoryReader files;
  files.Add("laws/a.yaml", std::string(text));
  DiagnosticSink sink;
  const auto book = LoadLawBook(files, "laws", sink);
  CHECK(book != nullptr);
  return Format(sink, Lang::kEnglish);
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string FirstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("a mistake in a law file is told where it stands") {
  struct Row {
    const char* from;
    const char* to;
    const char* says;
  };
  const Row rows[] = {
      {"name: 某法", "title: 某法", "laws/a.yaml:1:1: error: key 'name' is missing [missing-key]"},
      {"name: 某法", "name: ''", "laws/a.yaml:1:7: error: 'name' must not be empty [empty-value]"},
      {"short: [某]", "short: 某",
       "laws/a.yaml:2:8: error: 'short' must be a list, not '某' [wrong-kind]"},
      {"short: [某]", "commenced: 2020-06-01",
       "laws/a.yaml:2:12: error: commenced must lie before the first version's day, 2020-06-01 "
       "[law-commenced]"},
      {"from: 2020-06-01", "from: 2020年6月",
       "laws/a.yaml:5:11: error: '2020年6月' is no date; write 2021-07-15 [not-a-date]"},
      {"articles: 80", "articles: 八十",
       "laws/a.yaml:6:15: error: found '八十', want a whole number from 1 to 10000 [law-number]"},
      {"articles: 80", "articles: 80\n    to: 2020-05-31",
       "laws/a.yaml:4:5: error: the version from 2020-06-01 ends before it begins "
       "[law-ends-early]"},
      {"verified: text", "verified: txt",
       "laws/a.yaml:7:15: error: found 'txt', want one of: text, excerpt, memory [unknown-word]"},
      {"verified: text", "verified: text\n    confirm: {from: 2021-01-01}",
       "laws/a.yaml:8:14: error: key 'why' is missing [missing-key]"},
      {"article: 5", "article: 81",
       "laws/a.yaml:9:19: error: found '81', want a whole number from 1 to 80 [law-number]"},
      {"min: 100, max: 200", "min: 300, max: 200",
       "laws/a.yaml:9:9: error: the floor is above the ceiling [law-range-upside-down]"},
      {"min: 100, max: 200", "min: 100",
       "laws/a.yaml:9:9: error: want either max, and min where there is one, or of and max_times, "
       "and min_times and base_floor where there are [law-range]"},
      {"min: 100, max: 200", "of: 货值金额, max: 200",
       "laws/a.yaml:9:9: error: want either max, and min where there is one, or of and max_times, "
       "and min_times and base_floor where there are [law-range]"},
      {"min: 100, max: 200", "of: 货值金额, max_times: 0.12345",
       "laws/a.yaml:9:69: error: '0.12345' is no multiple; write a plain number with at most four "
       "decimals [law-times]"},
      {"max: 200", "max: 200, when: {of: 货值金额, from: 1, below: 2}",
       "laws/a.yaml:9:74: error: want one of from, over, below, upto [law-one-limit]"},
      {"conduct: 甲", "conduct: 甲, itmes: [1]",
       "laws/a.yaml:9:48: error: unknown key 'itmes' [unknown-key]"},
  };
  CHECK(Printed(kLaw) == "");
  for (const Row& row : rows) {
    CAPTURE(row.to);
    CHECK(FirstLine(Printed(Replaced(std::string(kLaw), row.from, row.to))) == row.says);
  }
}

TEST_CASE("versions follow one another, and a name is one law's") {
  const std::string two = std::string(kLaw) +
                          "  - {adopted: 2022-01-01, from: 2022-01-01, articles: 90, verified: "
                          "text}\n";
  CHECK(FirstLine(Printed(two)) ==
        "laws/a.yaml:10:5: error: the version from 2022-01-01 overlaps the one before it; write "
        "the oldest first [law-versions-overlap]");
  MemoryReader files;
  files.Add("laws/a.yaml", std::string(kLaw));
  files.Add("laws/b.yaml", "repealed:\n  - {name: 中华人民共和国某法, to: 2019-12-31, by: 乙法}\n");
  DiagnosticSink sink;
  LoadLawBook(files, "laws", sink);
  CHECK(FirstLine(Format(sink, Lang::kEnglish)) ==
        "laws/b.yaml:1:1: error: the name '某法' already stands for another law or standard "
        "[law-name-twice]");
}

TEST_CASE("the basis of a rule is in the book and in force while the rule is") {
  struct Row {
    const char* basis;
    const char* effective;  // "": always
    const char* says;       // "": sound
  };
  const Row rows[] = {
      {"某法 80", "", ""},
      {"某 80.1.2", "", ""},
      {"中华人民共和国某法 1", "", ""},
      {"S1 送达", "", ""},
      {"某法 90", "", ""},
      {"某法 91", "", "'某法' has no article 91 [basis-no-article]"},
      {"某法 90", "effective: {to: 2021-12-31}", "'某法' has no article 90 [basis-no-article]"},
      {"某法 80", "effective: {to: 2021-12-31}", ""},
      {"旧法 5", "effective: {to: 2019-12-31}", ""},
      {"旧法 5", "effective: {from: 2020-01-01}",
       "'旧法' was in force until 2019-12-31, before the rule is [basis-not-in-force]"},
      {"乙法 5", "", "rules/laws has no law or standard '乙法' [unknown-law]"},
      {"某法", "",
       "basis '某法' wants a law with article[.paragraph[.item]], such as 59.1.2 "
       "[basis-wants-article]"},
      {"某法 五", "",
       "basis '某法 五' wants a law with article[.paragraph[.item]], such as 59.1.2 "
       "[basis-wants-article]"},
      {"某法 5.1.2.3", "",
       "basis '某法 5.1.2.3' wants a law with article[.paragraph[.item]], such as 59.1.2 "
       "[basis-wants-article]"},
      {"某法 5.", "",
       "basis '某法 5.' wants a law with article[.paragraph[.item]], such as 59.1.2 "
       "[basis-wants-article]"},
      {"S1", "", "basis 'S1' wants an item behind the standard's code [basis-wants-item]"},
  };
  MemoryReader files;
  files.Add(
      "laws/a.yaml",
      Replaced(std::string(kLaw), "    articles: 80", "    to: 2021-12-31\n    articles: 80") +
          "  - {adopted: 2022-01-01, from: 2022-01-01, articles: 90, verified: text}\n");
  files.Add("laws/b.yaml", "repealed:\n  - {name: 旧法, to: 2019-12-31, by: 某法}\n");
  files.Add("laws/c.yaml", "standards:\n  - {code: S1, name: 某标准, strength: A}\n");
  DiagnosticSink loading;
  const auto book = LoadLawBook(files, "laws", loading);
  REQUIRE(Format(loading, Lang::kEnglish) == "");
  for (const Row& row : rows) {
    CAPTURE(row.basis);
    CAPTURE(row.effective);
    const std::string text =
        "id: T-1\nname: x\ntitle: 甲\nstage: 甲\nseverity: major\nbasis: [" +
        std::string(row.basis) + "]\ncovers: [RI-1]\nwhy: 说明\nrequire: true\nmessage: 甲\n" +
        "fix: 无\nscore: {section: 程序, deduct: 1, cap: 1}\ntests: []\n" + row.effective + "\n";
    const auto source = std::make_shared<const Source>("T-1.yaml", text);
    DiagnosticSink sink;
    auto document = yaml::Parse(source, sink);
    REQUIRE(document);
    const auto rule = ReadRule(std::make_shared<const yaml::Document>(std::move(*document)), "p",
                               {"a", "甲"}, sink);
    REQUIRE(rule != nullptr);
    REQUIRE(Format(sink, Lang::kEnglish) == "");
    CheckBasis(*rule, *book, sink);
    const std::string says =
        row.says[0] == 0 ? "" : "T-1.yaml:6:9: error: " + std::string(row.says);
    CHECK(FirstLine(Format(sink, Lang::kEnglish)) == says);
  }
}
