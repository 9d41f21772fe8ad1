// Oversights in packs that are sound: each with its place, its line and a caret.
#include "pack/lint.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/file_reader.h"
#include "support/small_model.h"

using namespace anjuan;

namespace {

constexpr const char kPack[] = R"(name: 试
title: 试验
version: "1"
model: small
law_date: {default: decision.date}
stages: {decide: 决定}
params: {limit: {type: int, value: 90}}
scoring: {scheme: generic}
)";

constexpr const char kRule[] = R"(id: T-1
name: late
title: 超期
stage: 决定
severity: major
basis: [某法 1]
covers: [RI-1]
why: 说明
when: has(filing.approved_on)
require: has(decision.date) && decision.date <= filing.approved_on + days(params.limit)
message: 超期
fix: 无
score: {section: 程序, deduct: 1, cap: 1}
tests: [{name: 一, expect: passed, case: {}}]
)";

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  if (from.empty()) return text;
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// Packs by folder: what lint prints of them, "" where it has nothing to say.
std::string Linted(const MemoryReader& files, const std::vector<std::string>& folders) {
  const std::unique_ptr<const Model> model = SmallModel();
  DiagnosticSink sink;
  CompiledPacks packs;
  for (const std::string& folder : folders) {
    std::optional<Pack> loaded = LoadPack(files, folder, {&files, ""}, sink);
    REQUIRE(loaded.has_value());
    packs.push_back(CompilePack(std::move(*loaded), *model, /*named=*/true, sink));
    CAPTURE(Format(sink, Lang::kEnglish));
    REQUIRE(packs.back() != nullptr);
  }
  LintPacks(packs, *model, sink);
  return Format(sink, Lang::kEnglish);
}

MemoryReader OnePack(const std::string& pack, const std::string& rule) {
  MemoryReader files;
  files.Add("p/pack.yaml", pack);
  files.Add("p/decide/T-1.yaml", rule);
  return files;
}

}  // namespace

TEST_CASE("lint has nothing to say of a careful rule") {
  CHECK(Linted(OnePack(kPack, kRule), {"p"}) == "");
}

TEST_CASE("lint shows an oversight whole") {
  struct Row {
    const char* name;
    const char* from;
    const char* to;
    const char* want;
  };
  const Row rows[] = {
      {"no tests", "tests: [{name: 一, expect: passed, case: {}}]", "tests: []",
       R"(p/decide/T-1.yaml:14:8: warning: rule T-1 has no tests [no-tests]
 14 | tests: []
    |        ^~
)"},
      {"a when that is always false", "when: has(filing.approved_on)",
       "when: has(filing.approved_on) && false",
       R"(p/decide/T-1.yaml:9:7: warning: 'when' is false whatever the case file says [constant-condition]
 9 | when: has(filing.approved_on) && false
   |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)"},
      {"a check that is always true", "require: has(decision.date) &&",
       "require: true || params.limit > 0 && decision.sealed && has(decision.date) &&",
       R"(p/decide/T-1.yaml:10:10: warning: 'require' is true whatever the case file says [constant-condition]
 10 | require: true || params.limit > 0 && decision.sealed && has(decision.date) && decision.date <= filing.approved_on + days(params.limit)
    |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
p/decide/T-1.yaml:10:38: note: a blank decision.sealed is not considered: it leaves the rule undecided [blank-not-considered]
 10 | require: true || params.limit > 0 && decision.sealed && has(decision.date) && decision.date <= filing.approved_on + days(params.limit)
    |                                      ^~~~~~~~~~~~~~~
help: write has(decision.sealed) where a blank decides; let a 'present' rule look for one that must be filled
)"},
      {"\\d beside Chinese", "require: has(decision.date) &&",
       "require: has(decision.number) && decision.number.matches(r'\\d号') && has(decision.date) "
       "&&",
       R"(p/decide/T-1.yaml:10:58: warning: \d in a pattern knows ASCII alone, neither Chinese nor full-width characters [ascii-class]
 10 | require: has(decision.number) && decision.number.matches(r'\d号') && has(decision.date) && decision.date <= filing.approved_on + days(params.limit)
    |                                                          ^~~~~~~
help: write \p{Han} for a Chinese character; for digits use nfkcDigits() first, then [0-9]
)"},
      {"a blank that nobody considers", "has(decision.date) && ", "",
       R"(p/decide/T-1.yaml:10:10: note: a blank decision.date is not considered: it leaves the rule undecided [blank-not-considered]
 10 | require: decision.date <= filing.approved_on + days(params.limit)
    |          ^~~~~~~~~~~~~
help: write has(decision.date) where a blank decides; let a 'present' rule look for one that must be filled
)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string rule = Replaced(kRule, row.from, row.to);
    CHECK(Linted(OnePack(kPack, rule), {"p"}) == row.want);
  }
}

TEST_CASE("a parameter that nobody reads is shown where it stands") {
  const std::string pack = Replaced(kPack, "params: {", "params: {spare: {type: int, value: 1}, ");
  CHECK(Linted(OnePack(pack, kRule), {"p"}) ==
        R"(p/pack.yaml:7:10: warning: no rule reads the parameter 'spare' [unused-param]
 7 | params: {spare: {type: int, value: 1}, limit: {type: int, value: 90}}
   |          ^~~~~
)");
}

TEST_CASE("a sibling that asks for the field answers for its blank") {
  const std::string bare = Replaced(kRule, "has(decision.date) && ", "");
  std::string sibling = Replaced(kRule, "id: T-1", "id: T-2");
  sibling = Replaced(sibling, "title: 超期", "title: 缺日期");
  sibling =
      sibling.replace(sibling.find("require:"), sibling.find("message:") - sibling.find("require:"),
                      "present: [decision.date]\n");
  MemoryReader files = OnePack(kPack, bare);
  files.Add("p/decide/T-2.yaml", sibling);
  CHECK(Linted(files, {"p"}) == "");
}

TEST_CASE("titles are told apart in one pack, ids over packs that do not inherit") {
  MemoryReader files = OnePack(kPack, kRule);
  files.Add("p/decide/T-2.yaml", Replaced(kRule, "id: T-1", "id: T-2"));
  CHECK(Linted(files, {"p"}) ==
        R"(p/decide/T-2.yaml:3:8: warning: title '超期' is that of rule T-1 as well [title-twice]
 3 | title: 超期
   |        ^~~~
)");

  MemoryReader two = OnePack(kPack, kRule);
  two.Add("q/pack.yaml", Replaced(kPack, "name: 试", "name: 再试"));
  two.Add("q/decide/T-1.yaml", kRule);
  CHECK(
      Linted(two, {"p", "q"}) ==
      R"(q/decide/T-1.yaml:1:5: error: rule id 'T-1' stands in pack '试' as well [rule-id-in-two-packs]
 1 | id: T-1
   |     ^~~
)");
  two.Add("q/pack.yaml", Replaced(kPack, "model: small", "model: small\nextends: [p]"));
  CHECK(Linted(two, {"p", "q"}) == "");
}

TEST_CASE("fields that no rule reads are counted by value: no entity, no list of records") {
  const std::unique_ptr<const Model> model = SmallModel();
  DiagnosticSink sink;
  const MemoryReader files = OnePack(kPack, kRule);
  CompiledPacks packs;
  packs.push_back(CompilePack(*LoadPack(files, "p", {&files, ""}, sink), *model, true, sink));
  const std::vector<const Field*> unread = UnreadFields(packs, *model);
  CHECK(CountValueFields(*model) == 26);
  const auto is_unread = [&](const char* path) {
    return std::any_of(unread.begin(), unread.end(),
                       [&](const Field* field) { return field->path == path; });
  };
  CHECK_FALSE(is_unread("decision.date"));
  CHECK_FALSE(is_unread("documents[].date"));  // decision.date may come from there
  CHECK(is_unread("decision.sealed"));
  CHECK_FALSE(is_unread("decision"));
}
