// Mistakes in a scoring scheme: each with its place, its line and a caret.
#include "pack/scheme.h"

#include <doctest/doctest.h>

#include "pack/shipped.h"

using namespace anjuan;

namespace {

constexpr const char kDeduct[] = R"(name: s
title: 试
style: deduct
full: 100
sections: {程序: 60, 文书: 40}
veto: fail
grades: {优秀: 90, 合格: 60, 不合格: 0}
)";

constexpr const char kEarn[] = R"(name: s
title: 试
style: earn
full: 100
sections: [程序, 文书]
base: 50
earned: 50
elements: 20
roles: [{section: 文书, severity: minor, as: element}]
veto: zero
grades: {优秀: 90, 合格: 60, 不合格: 0}
)";

constexpr const char kFixed[] = R"(name: s
title: 试
style: fixed
full: 100
sections: [程序, 文书]
each: rule
sizes: [{severity: fatal, points: 10}, {severity: major, points: 5}, {severity: minor, points: 2}, {points: 1}]
veto: minus 100
grades: {优秀: 90, 合格: 60, 不合格: 0}
)";

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string Printed(const std::string& text, Lang lang = Lang::kEnglish) {
  MemoryReader files;
  files.Add("s.yaml", text);
  DiagnosticSink sink;
  const auto scheme = LoadScheme(files, "s.yaml", sink);
  CHECK((scheme == nullptr) == sink.has_errors());
  return Format(sink, lang);
}

}  // namespace

TEST_CASE("sound schemes say nothing") {
  for (const char* const text : {kDeduct, kEarn, kFixed}) CHECK(Printed(text) == "");
  CHECK(Printed(Replaced(kDeduct, "veto: fail", "veto: minus 9.5")) == "");
  CHECK(Printed(Replaced(kDeduct, "{程序: 60, 文书: 40}", "{程序: 59.5, 文书: 40.5}")) == "");
}

TEST_CASE("the shipped schemes are sound, and called as their files are") {
  MemoryReader files;
  for (size_t i = 0; i < kShippedFileCount; ++i) {
    files.Add(std::string(kShippedFiles[i].path), std::string(kShippedFiles[i].text));
  }
  const SchemeShelf shelf{&files, "schemes/"};
  const std::vector<std::string> names = SchemeNames(shelf);
  CHECK(names == std::vector<std::string>{"earn", "fixed", "generic"});
  for (const std::string& name : names) {
    DiagnosticSink sink;
    const auto scheme = LoadScheme(files, shelf.PathOf(name), sink);
    REQUIRE_MESSAGE(scheme != nullptr, Format(sink, Lang::kEnglish));
    CHECK(scheme->name == name);
  }
}

TEST_CASE("a mistake in a scheme is shown whole") {
  struct Row {
    const char* name;
    const char* base;
    const char* from;
    const char* to;
    const char* want;
  };
  const Row rows[] = {
      {"sections below the full mark", kDeduct, "文书: 40", "文书: 39.5",
       R"(s.yaml:5:11: error: sections add up to 99.5, but the full mark is 100 [points-do-not-add-up]
 5 | sections: {程序: 60, 文书: 39.5}
   |           ^~~~~~~~~~~~~~~~~~~~~~
)"},
      {"sections above the full mark", kDeduct, "文书: 40", "文书: 41",
       R"(s.yaml:5:11: error: sections add up to 101, but the full mark is 100 [points-do-not-add-up]
 5 | sections: {程序: 60, 文书: 41}
   |           ^~~~~~~~~~~~~~~~~~~~
)"},
      {"base and earned", kEarn, "earned: 50", "earned: 40",
       R"(s.yaml:6:7: error: base + earned add up to 90, but the full mark is 100 [points-do-not-add-up]
 6 | base: 50
   |       ^~
)"},
      {"points in words", kDeduct, "文书: 40", "文书: 四十",
       R"(s.yaml:5:24: error: '四十' is no number of points; write a plain number with at most two decimals [not-points]
 5 | sections: {程序: 60, 文书: 四十}
   |                            ^~~~
)"},
      {"points below 0", kEarn, "elements: 20", "elements: -20",
       R"(s.yaml:8:11: error: '-20' is no number of points; write a plain number with at most two decimals [not-points]
 8 | elements: -20
   |           ^~~
)"},
      {"a full mark of 0", kFixed, "full: 100", "full: 0",
       R"(s.yaml:4:7: error: the full mark is above 0 and at most 1000, found 0 [full-mark]
 4 | full: 0
   |       ^
s.yaml:9:14: error: grade '优秀' begins at 90, above the full mark 0 [grade-above-full]
 9 | grades: {优秀: 90, 合格: 60, 不合格: 0}
   |                ^~
)"},
      {"two grades from one bound", kDeduct, "合格: 60", "合格: 90",
       R"(s.yaml:7:22: error: grade '合格' from 90 overlaps '优秀' from 90; grades stand best first [grades-overlap]
 7 | grades: {优秀: 90, 合格: 90, 不合格: 0}
   |                          ^~
)"},
      {"a worse grade first", kDeduct, "{优秀: 90, 合格: 60, 不合格: 0}",
       "{合格: 60, 优秀: 90, 不合格: 0}",
       R"(s.yaml:7:22: error: grade '优秀' from 90 overlaps '合格' from 60; grades stand best first [grades-overlap]
 7 | grades: {合格: 60, 优秀: 90, 不合格: 0}
   |                          ^~
)"},
      {"a grade above the full mark", kDeduct, "优秀: 90", "优秀: 100.5",
       R"(s.yaml:7:14: error: grade '优秀' begins at 100.5, above the full mark 100 [grade-above-full]
 7 | grades: {优秀: 100.5, 合格: 60, 不合格: 0}
   |                ^~~~~
)"},
      {"points below the lowest grade", kDeduct, "不合格: 0", "不合格: 30",
       R"(s.yaml:7:31: error: the lowest grade '不合格' begins at 0, found 30 [lowest-grade]
 7 | grades: {优秀: 90, 合格: 60, 不合格: 30}
   |                                      ^~
)"},
      {"one grade", kDeduct, "{优秀: 90, 合格: 60, 不合格: 0}", "{合格: 0}",
       R"(s.yaml:7:9: error: want at least two grades [too-few-grades]
 7 | grades: {合格: 0}
   |         ^~~~~~~~~
)"},
      {"a veto that is none", kDeduct, "veto: fail", "veto: fial",
       R"(s.yaml:6:7: error: unknown veto 'fial', want one of: not_excellent fail zero minus N [unknown-word]
 6 | veto: fial
   |       ^~~~
help: did you mean 'fail'?
)"},
      {"minus nothing", kDeduct, "veto: fail", "veto: minus",
       R"(s.yaml:6:7: error: unknown veto 'minus', want one of: not_excellent fail zero minus N [unknown-word]
 6 | veto: minus
   |       ^~~~~
)"},
      {"minus a word", kDeduct, "veto: fail", "veto: minus all",
       R"(s.yaml:6:7: error: unknown veto 'minus all', want one of: not_excellent fail zero minus N [unknown-word]
 6 | veto: minus all
   |       ^~~~~~~~~
)"},
      {"a style that is none", kDeduct, "style: deduct", "style: deducts",
       R"(s.yaml:3:8: error: unknown style 'deducts', want one of: deduct earn fixed [unknown-word]
 3 | style: deducts
   |        ^~~~~~~
help: did you mean 'deduct'?
)"},
      {"a role that is none", kEarn, "as: element", "as: elements",
       R"(s.yaml:9:44: error: unknown as 'elements', want one of: item element gate [unknown-word]
 9 | roles: [{section: 文书, severity: minor, as: elements}]
   |                                              ^~~~~~~~
help: did you mean 'element'?
)"},
      {"a role for a section that is none", kEarn, "section: 文书", "section: 文本",
       R"(s.yaml:9:19: error: scoring scheme 's' has no section '文本', it has: 程序 文书 [unknown-section]
 9 | roles: [{section: 文本, severity: minor, as: element}]
   |                   ^~~~
help: did you mean '文书'?
)"},
      {"a size for a severity that is none", kFixed, "severity: major", "severity: majr",
       R"(s.yaml:7:51: error: unknown severity 'majr', want fatal, major, minor or hint [unknown-severity]
 7 | sizes: [{severity: fatal, points: 10}, {severity: majr, points: 5}, {severity: minor, points: 2}, {points: 1}]
   |                                                   ^~~~
)"},
      {"no size for a severity", kFixed, ", {points: 1}]", "]",
       R"(s.yaml:7:8: error: sizes has no row for hint in every section [no-size-for]
 7 | sizes: [{severity: fatal, points: 10}, {severity: major, points: 5}, {severity: minor, points: 2}]
   |        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)"},
      {"each what", kFixed, "each: rule", "each: place",
       R"(s.yaml:6:7: error: unknown each 'place', want one of: rule finding [unknown-word]
 6 | each: place
   |       ^~~~~
)"},
      {"a section twice", kFixed, "[程序, 文书]", "[程序, 程序]",
       R"(s.yaml:5:16: error: section '程序' is named twice [section-twice]
 5 | sections: [程序, 程序]
   |                  ^~~~
)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Printed(Replaced(row.base, row.from, row.to)) == row.want);
  }
}

TEST_CASE("a key of another style is unknown, one of its own is needed") {
  struct Row {
    const char* base;
    const char* from;
    const char* to;
    const char* id;
  };
  const Row rows[] = {
      {kDeduct, "veto: fail", "veto: fail\nelements: 20", "[unknown-key]"},
      {kFixed, "each: rule", "each: rule\nbase: 50", "[unknown-key]"},
      {kEarn, "elements: 20\n", "", "[missing-key]"},
      {kDeduct, "veto: fail\n", "", "[missing-key]"},
      {kEarn, "[程序, 文书]", "{程序: 60, 文书: 40}", "[wrong-kind]"},
      {kDeduct, "{程序: 60, 文书: 40}", "[程序, 文书]", "[wrong-kind]"},
      {kDeduct, "name: s", "name: [s]", "[wrong-kind]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const std::string printed = Printed(Replaced(row.base, row.from, row.to));
    CHECK_MESSAGE(printed.find(row.id) != std::string::npos, printed);
  }
  CHECK(Printed("- a\n") != "");
  CHECK(Printed("") != "");
  CHECK(Printed("a: &x 1\n") != "");
}

TEST_CASE("a rule of a section that the scheme does not have is told at the rule") {
  MemoryReader files;
  files.Add("s.yaml", kDeduct);
  files.Add("p/pack.yaml",
            "name: p\ntitle: p\nversion: \"1\"\nmodel: m\nstages: {decide: 决定}\n"
            "scoring: {scheme: s}\n");
  files.Add("p/decide/T-1.yaml",
            "id: T-1\nname: late\ntitle: 超期\nstage: 决定\nseverity: major\nbasis: [某法 1]\n"
            "covers: [RI-1]\nwhy: 说明\nrequire: 'true'\nmessage: 甲\nfix: 无\n"
            "score: {section: 程续, deduct: 1, cap: 1}\ntests: []\n");
  DiagnosticSink sink;
  const std::optional<Pack> pack = LoadPack(files, "p", {&files, "none/"}, sink);
  const auto scheme = LoadScheme(files, "s.yaml", sink);
  REQUIRE(pack);
  REQUIRE(scheme != nullptr);
  REQUIRE_MESSAGE(!sink.has_errors(), Format(sink, Lang::kEnglish));
  CheckSections(*scheme, *pack, sink);
  CHECK(
      Format(sink, Lang::kChinese) ==
      R"(p/decide/T-1.yaml:12:18: 错误: 计分方案 's' 没有部分 '程续',有: 程序 文书 [unknown-section]
 12 | score: {section: 程续, deduct: 1, cap: 1}
    |                  ^~~~
提示: 是否想写 '程序'?
)");
}
