// Mistakes in a pack: all of them in one run, each with its place, its line and a caret.
#include <doctest/doctest.h>

#include "base/file_reader.h"
#include "pack/compiled_pack.h"
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
when: 处罚决定.盖章
require: 处罚决定.日期 <= 立案.批准日期 + days(params.limit)
message: "{处罚决定.日期} 才作出决定"
fix: 无
score: {section: 程序, deduct: 1, cap: 1}
tests: []
)";

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  if (from.empty()) return text;
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// What loading and compiling the pack prints; "" where it is sound.
std::string Printed(const Model& model, const std::string& pack, const std::string& rule) {
  MemoryReader files;
  files.Add("p/pack.yaml", pack);
  files.Add("p/decide/T-1.yaml", rule);
  DiagnosticSink sink;
  std::optional<Pack> loaded = LoadPack(files, "p", {&files, "none/"}, sink);
  if (loaded) {
    const auto compiled = CompilePack(std::move(*loaded), model, /*named=*/true, sink);
    CHECK((compiled != nullptr || sink.has_errors()));
  }
  return Format(sink, Lang::kEnglish);
}

}  // namespace

TEST_CASE("a sound pack says nothing") { CHECK(Printed(*SmallModel(), kPack, kRule) == ""); }

TEST_CASE("a mistake in a rule is shown whole, the caret under the character that is wrong") {
  struct Row {
    const char* name;
    const char* from;
    const char* to;
    const char* want;
  };
  const Row rows[] = {
      {"a field misspelt in Chinese", "立案.批准日期", "立案.批淮日期",
       R"(p/decide/T-1.yaml:10:21: error: unknown field '立案.批淮日期' [unknown-field]
 10 | require: 处罚决定.日期 <= 立案.批淮日期 + days(params.limit)
    |                           ^~~~~~~~~~~~~
help: did you mean '立案.批准日期' (filing.approved_on)?
)"},
      {"a parameter that is none", "params.limit", "params.limits",
       R"(p/decide/T-1.yaml:10:36: error: unknown field 'params.limits' [unknown-field]
 10 | require: 处罚决定.日期 <= 立案.批准日期 + days(params.limits)
    |                                                ^~~~~~~~~~~~~
help: did you mean 'params.limit'?
)"},
      {"a severity that is none", "severity: major", "severity: majr",
       R"(p/decide/T-1.yaml:5:11: error: unknown severity 'majr', want fatal, major, minor or hint [unknown-severity]
 5 | severity: majr
   |           ^~~~
help: did you mean 'major'?
)"},
      {"a when that is no bool", "when: 处罚决定.盖章", "when: 处罚决定.日期",
       R"(p/decide/T-1.yaml:9:7: error: want a bool here, found date [not-bool]
 9 | when: 处罚决定.日期
   |       ^~~~~~~~~~~~~
)"},
      {"a list where an expression belongs", "when: 处罚决定.盖章", "when: [处罚决定.盖章]",
       nullptr},
      {"another stage than its folder's", "stage: 决定", "stage: 立案",
       R"(p/decide/T-1.yaml:4:8: error: the rule's stage is '立案' but its folder 'decide' holds stage '决定' [stage-of-folder]
 4 | stage: 立案
   |        ^~~~
)"},
  };
  const auto model = SmallModel();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string printed = Printed(*model, kPack, Replaced(kRule, row.from, row.to));
    if (row.want == nullptr) {
      CHECK(printed.find("[not-an-expression]") != std::string::npos);
    } else {
      CHECK(printed == row.want);
    }
  }
}

TEST_CASE("ten mistakes give ten diagnostics in one run") {
  std::string rule = kRule;
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"name: late\n", "nam: late\n"},         // an unknown key, and one that is missing
           {"severity: major", "severity: 严重"},   // an unknown word
           {"basis: [某法 1]", "basis: []"},        // nothing where something is needed
           {"处罚决定.盖章", "处罚决定.盖张"},      // a field in Chinese
           {"立案.批准日期", "filing.aproved_on"},  // a field in ASCII
           {"params.limit", "params.limt"},         // a parameter
           {"{处罚决定.日期}", "{处罚决定.日其}"},  // in the message
           {"deduct: 1", "deduct: 一"},             // a number in words
           {"stage: 决定", "stage: 立案"}}) {       // not the folder's
    rule = Replaced(std::move(rule), from, to);
  }
  const std::string printed = Printed(*SmallModel(), kPack, rule);
  CAPTURE(printed);
  size_t count = 0;
  for (size_t at = printed.find(": error: "); at != std::string::npos;
       at = printed.find(": error: ", at + 1)) {
    ++count;
  }
  CHECK(count == 10);
}

TEST_CASE("a mistake in pack.yaml is shown with its place") {
  struct Row {
    const char* from;
    const char* to;
    const char* want;
  };
  const Row rows[] = {
      {"model: small", "modell: small",
       "p/pack.yaml:4:1: error: unknown key 'modell' [unknown-key]"},
      {"{type: int, value: 90}", "{type: int, value: 九十}",
       "error: the value of parameter 'limit' is no int [param-type]"},
      {"{type: int, value: 90}", "{type: itn, value: 90}",
       "error: parameter 'limit' has the unknown type 'itn'"},
      {"{type: int, value: 90}", "{type: int}",
       "error: parameter 'limit' wants either value or values [param-value]"},
      {"{type: int, value: 90}",
       "{type: int, values: [{to: 2021-12-31, value: 60}, {from: 2021-12-31, value: 30}]}",
       "error: the date ranges of parameter 'limit' overlap [param-overlap]"},
      {"default: decision.date", "default: decision.number",
       "error: want a date here, found string [not-date]"},
      {"law_date: {default: decision.date}", "law_date: {决走: decision.date}",
       "error: stages has no stage '决走' [unknown-stage]"},
  };
  const auto model = SmallModel();
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const std::string printed = Printed(*model, Replaced(kPack, row.from, row.to), kRule);
    CAPTURE(printed);
    CHECK(printed.find(row.want) != std::string::npos);
  }
}

TEST_CASE("a parameter has the value of its day, both ends of a range included") {
  struct Row {
    std::optional<Date> day;
    std::optional<int64_t> want;
  };
  const Row rows[] = {
      {MakeDate(2021, 12, 31), 60}, {MakeDate(2022, 1, 1), 30},
      {MakeDate(2023, 12, 31), 30}, {MakeDate(2024, 1, 1), std::nullopt},
      {std::nullopt, std::nullopt},
  };
  MemoryReader files;
  files.Add(
      "p/pack.yaml",
      Replaced(
          kPack, "value: 90",
          "values: [{to: 2021-12-31, value: 60}, {from: 2022-01-01, to: 2023-12-31, value: 30}]"));
  DiagnosticSink sink;
  const auto model = SmallModel();
  std::optional<Pack> loaded = LoadPack(files, "p", {&files, "none/"}, sink);
  REQUIRE(loaded);
  const auto pack = CompilePack(std::move(*loaded), *model, true, sink);
  REQUIRE(pack);
  for (const Row& row : rows) {
    std::vector<Slot> slots(2);
    pack->ParamsOn(row.day, slots.data());
    CHECK((slots[1].state == State::kPresent) == row.want.has_value());
    if (row.want) CHECK(slots[1].number == *row.want);
  }
}
