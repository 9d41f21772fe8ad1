// Outcomes and a scheme into a score: every sum below can be counted by hand.
#include "audit/scorer.h"

#include <doctest/doctest.h>

#include <deque>

#include "pack/shipped.h"

using namespace anjuan;

namespace {

using enum Outcome;
using enum Severity;

std::shared_ptr<const Scheme> SchemeFrom(const std::string& text) {
  MemoryReader files;
  files.Add("s.yaml", text);
  DiagnosticSink sink;
  std::shared_ptr<const Scheme> scheme = LoadScheme(files, "s.yaml", sink);
  REQUIRE_MESSAGE(scheme != nullptr, Format(sink, Lang::kEnglish));
  return scheme;
}

std::string ShippedText(const std::string& name) {
  for (size_t i = 0; i < kShippedFileCount; ++i) {
    if (kShippedFiles[i].path == "schemes/" + name + ".yaml") {
      return std::string(kShippedFiles[i].text);
    }
  }
  FAIL("no scheme " << name);
  return "";
}

std::shared_ptr<const Scheme> ShippedScheme(const std::string& name) {
  return SchemeFrom(ShippedText(name));
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// A rule and what it came to: so many failed findings, and one that leaves so many places open.
struct Asked {
  Severity severity;
  std::string section;
  int64_t deduct;  // hundredths
  int64_t cap;
  Outcome outcome;
  uint32_t failed = 0;
  std::optional<uint32_t> open = std::nullopt;
  Relief relief = Relief::kNone;
};

struct Scored {
  Scored(std::shared_ptr<const Scheme> scheme, const std::vector<Asked>& asked) {
    std::vector<const Rule*> set;
    std::vector<Outcome> outcomes;
    for (const Asked& one : asked) {
      Rule& rule = rules.emplace_back();
      rule.id = "R-" + std::to_string(rules.size());
      rule.severity = one.severity;
      rule.score = {one.section, {one.deduct}, {one.cap}};
      set.push_back(&rule);
      outcomes.push_back(one.outcome);
      for (uint32_t i = 0; i < one.failed; ++i) Found(rule, kFailed, 1, one.relief);
      if (one.open) Found(rule, kIndeterminate, *one.open, one.relief);
    }
    const Scorer scorer(std::move(scheme), set);
    scorer.Run(outcomes, findings, score);
    value = FormatPoints(score.value);
    floor = FormatPoints(score.floor);
    grade = score.grade_name();
  }

  void Found(const Rule& rule, Outcome outcome, uint32_t places, Relief relief) {
    Finding& finding = findings.emplace_back();
    finding.rule = &rule;
    finding.outcome = outcome;
    finding.places = places;
    finding.relief = relief;
  }

  // What each finding takes or has at stake.
  std::string Deducts() const {
    std::string text;
    for (const Finding& finding : findings) {
      text += (text.empty() ? "" : " ") + FormatPoints(finding.deduct);
    }
    return text;
  }

  std::deque<Rule> rules;
  std::vector<Finding> findings;
  Score score;
  std::string value;
  std::string floor;
  std::string grade;
};

// One file for all three schemes.
const std::vector<Asked>& OneFile() {
  static const std::vector<Asked> file = {
      {kMajor, "程序", 500, 500, kFailed, 1},
      {kMajor, "程序", 300, 300, kPassed},
      {kMinor, "文书", 50, 100, kFailed, 3},                 // 0.5 × 3, at most 1
      {kMinor, "归档", 50, 50, kFailed, 1},
      {kMajor, "事实证据", 200, 400, kIndeterminate, 0, 2},  // two places open
      {kHint, "法律适用", 300, 300, kNotApplicable},
      {kHint, "事实证据", 0, 0, kFailed, 1},                 // only points something out
      {kFatal, "主体", 1000, 1000, kPassed},
  };
  return file;
}

}  // namespace

TEST_CASE("the three styles of counting, one file each way") {
  struct Row {
    const char* scheme;
    const char* value;
    const char* floor;
    const char* grade;
    const char* deducts;
  };
  const Row rows[] = {
      // 主体 10 + 事实证据 20 + 法律适用 20 + 程序 30 − 5 + 文书 15 − 1 + 归档 5 − 0.5 = 93.5
      // R-5 failed twice: 事实证据 20 − 4, so 89.5
      {"generic", "93.5", "89.5", "优秀", "5 0.5 0.5 0 0.5 4 0"},
      // items applicable: R-1 5, R-2 3, R-4 0.5, R-5 4 = 12.5 (R-6 in neither sum, R-8 the gate)
      // kept: 12.5 − 5 − 0.5 = 7; 50 × 7 / 12.5 = 28; basic elements: R-3 1
      // 50 + 28 − 1 = 77; R-5 failed: 50 × 3 / 12.5 = 12, so 61
      {"earn", "77", "61", "合格", "5 0.5 0.5 0 0.5 4 0"},
      // R-1 5, R-3 2 (minor, 文书), R-4 2 (minor, 归档): 100 − 9 = 91
      // R-5 (major) 5, so 86
      {"fixed", "91", "86", "优秀", "5 2 0 0 2 5 0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.scheme);
    const Scored scored(ShippedScheme(row.scheme), OneFile());
    CHECK(scored.value == row.value);
    CHECK(scored.floor == row.floor);
    CHECK(scored.grade == row.grade);
    CHECK(scored.Deducts() == row.deducts);
  }
}

TEST_CASE("earn: 84 of 88 points and 3 for basic elements are 94.73") {
  // 50 × 84 / 88 = 47.7272…, half up 47.73; 50 + 47.73 − 3 = 94.73
  const Scored scored(ShippedScheme("earn"), {{kMajor, "程序", 400, 400, kFailed, 1},
                                              {kMajor, "事实证据", 8400, 8400, kPassed},
                                              {kMinor, "文书", 300, 300, kFailed, 1}});
  CHECK(scored.value == "94.73");
  CHECK(ShareOf({5000}, {1}, {3}).hundredths == 1667);  // 1666.67
  CHECK(ShareOf({5000}, {1}, {80}).hundredths == 63);   // 62.5: half up
  CHECK(ShareOf({5000}, {0}, {0}).hundredths == 5000);  // nothing could be lost
}

TEST_CASE("earn: what is not applicable is in neither sum") {
  // Failed and counted: 50 × 5 / 10 = 25. Not applicable: 50 × 5 / 5 = 50. Passed: 50 × 10 / 10.
  struct Row {
    Outcome outcome;
    uint32_t failed;
    const char* value;
    const char* of;
  };
  for (const Row& row : {Row{kFailed, 1, "75", "10"}, Row{kNotApplicable, 0, "100", "5"},
                         Row{kPassed, 0, "100", "10"}}) {
    const Scored scored(
        ShippedScheme("earn"),
        {{kMajor, "程序", 500, 500, kPassed}, {kMajor, "程序", 500, 500, row.outcome, row.failed}});
    CHECK(scored.value == row.value);
    CHECK(FormatPoints(scored.score.parts[0].of) == row.of);
  }
}

TEST_CASE("caps: a rule takes at most its cap, a section at most its points, elements 20") {
  struct Row {
    const char* name;
    const char* scheme;
    std::vector<Asked> asked;
    const char* value;
  };
  const Row rows[] = {
      {"a rule below its cap", "generic", {{kMinor, "程序", 100, 300, kFailed, 2}}, "98"},
      {"a rule at its cap", "generic", {{kMinor, "程序", 100, 300, kFailed, 3}}, "97"},
      {"a rule over its cap", "generic", {{kMinor, "程序", 100, 300, kFailed, 4}}, "97"},
      {"a finding over its rule's cap", "generic", {{kMinor, "程序", 500, 300, kFailed, 1}}, "97"},
      {"a section below its points", "generic", {{kMajor, "归档", 450, 450, kFailed, 1}}, "95.5"},
      {"a section at its points", "generic", {{kMajor, "归档", 500, 500, kFailed, 1}}, "95"},
      {"a section over its points",
       "generic",
       {{kMajor, "归档", 500, 500, kFailed, 1}, {kMinor, "归档", 50, 50, kFailed, 1}},
       "95"},
      {"every section used up: never below 0",
       "generic",
       {{kMajor, "主体", 9900, 9900, kFailed, 1},
        {kMajor, "事实证据", 9900, 9900, kFailed, 1},
        {kMajor, "法律适用", 9900, 9900, kFailed, 1},
        {kMajor, "程序", 9900, 9900, kFailed, 1},
        {kMajor, "文书", 9900, 9900, kFailed, 1},
        {kMajor, "归档", 9900, 9900, kFailed, 1}},
       "0"},
      {"elements below 20", "earn", {{kMinor, "文书", 1950, 1950, kFailed, 1}}, "80.5"},
      {"elements at 20", "earn", {{kMinor, "文书", 2000, 2000, kFailed, 1}}, "80"},
      {"elements over 20", "earn", {{kMinor, "文书", 2050, 2050, kFailed, 1}}, "80"},
      {"fixed: once a rule", "fixed", {{kMajor, "程序", 100, 300, kFailed, 3}}, "95"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Scored(ShippedScheme(row.scheme), row.asked).value == row.value);
  }
}

TEST_CASE("fixed: a size for each finding where the scheme says so, down to 0") {
  const auto each = SchemeFrom(Replaced(ShippedText("fixed"), "each: rule", "each: finding"));
  CHECK(Scored(each, {{kMajor, "程序", 100, 300, kFailed, 3}}).value == "85");
  CHECK(Scored(each, {{kMajor, "程序", 100, 300, kFailed, 20}}).value == "0");
  CHECK(Scored(each, {{kMajor, "程序", 100, 300, kFailed, 21}}).value == "0");
}

TEST_CASE("a veto does what the scheme says, and points are taken beside it") {
  struct Row {
    const char* veto;
    int64_t taken;
    const char* value;
    const char* floor;
    const char* grade;
  };
  const Row rows[] = {
      {"not_excellent", 500, "95", "95", "良好"}, {"not_excellent", 3000, "70", "70", "合格"},
      {"fail", 500, "95", "95", "不合格"},        {"zero", 500, "0", "0", "不合格"},
      {"minus 100", 500, "0", "0", "不合格"},     {"minus 9.5", 500, "85.5", "85.5", "良好"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.veto);
    const auto scheme = SchemeFrom(
        Replaced(ShippedText("generic"), "veto: fail", std::string("veto: ") + row.veto));
    const Scored scored(scheme, {{kFatal, "程序", row.taken, row.taken, kFailed, 1}});
    CHECK(scored.value == row.value);
    CHECK(scored.floor == row.floor);
    CHECK(scored.grade == row.grade);
    CHECK(scored.score.vetoes.size() == 1);
  }
}

TEST_CASE("an indeterminate fatal rule is a veto in the floor alone") {
  struct Row {
    const char* veto;
    const char* floor;
  };
  for (const Row& row :
       {Row{"fail", "95"}, Row{"not_excellent", "95"}, Row{"zero", "0"}, Row{"minus 50", "45"}}) {
    CAPTURE(row.veto);
    const auto scheme = SchemeFrom(
        Replaced(ShippedText("generic"), "veto: fail", std::string("veto: ") + row.veto));
    const Scored scored(scheme, {{kFatal, "程序", 500, 500, kIndeterminate, 0, 1}});
    CHECK(scored.value == "100");
    CHECK(scored.floor == row.floor);
    CHECK(scored.grade == "优秀");
  }
}

TEST_CASE(
    "what is at stake: the places that are open, all of the cap where nobody knows how many") {
  struct Row {
    const char* name;
    Asked asked;
    const char* value;
    const char* floor;
    const char* deducts;
  };
  const Row rows[] = {
      {"one place", {kMinor, "程序", 100, 300, kIndeterminate, 0, 1}, "100", "99", "1"},
      {"three places", {kMinor, "程序", 100, 300, kIndeterminate, 0, 3}, "100", "97", "3"},
      {"more than the cap", {kMinor, "程序", 100, 300, kIndeterminate, 0, 9}, "100", "97", "3"},
      {"an open list",
       {kMinor, "程序", 100, 300, kIndeterminate, 0, kUnknownPlaces},
       "100",
       "97",
       "3"},
      {"beside a failed one", {kMinor, "程序", 100, 300, kFailed, 2, 5}, "98", "97", "1 1 1"},
      {"beside a cap reached", {kMinor, "程序", 100, 200, kFailed, 2, 5}, "98", "98", "1 1 0"},
      {"subsumed",
       {kMinor, "程序", 100, 300, kIndeterminate, 0, 1, Relief::kSubsumed},
       "100",
       "100",
       "0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Scored scored(ShippedScheme("generic"), {row.asked});
    CHECK(scored.value == row.value);
    CHECK(scored.floor == row.floor);
    CHECK(scored.Deducts() == row.deducts);
  }
}

TEST_CASE(
    "subsumed and waived take nothing; a subsumed rule keeps its veto, a waived one does not") {
  for (const char* const scheme : {"generic", "earn", "fixed"}) {
    CAPTURE(scheme);
    for (const Relief relief : {Relief::kSubsumed, Relief::kWaived}) {
      const Scored minor(ShippedScheme(scheme),
                         {{kMinor, "程序", 100, 100, kFailed, 1, {}, relief}});
      CHECK(minor.value == "100");
      CHECK(minor.Deducts() == "0");
      REQUIRE(minor.score.lines.size() == 1);
      CHECK(minor.score.lines[0].free == (relief == Relief::kSubsumed));
      CHECK(minor.score.lines[0].waived == (relief == Relief::kWaived));
      const Scored fatal(ShippedScheme(scheme),
                         {{kFatal, "程序", 100, 100, kFailed, 1, {}, relief}});
      CHECK(fatal.Deducts() == "0");
      CHECK(fatal.grade == (relief == Relief::kWaived ? "优秀" : "不合格"));
    }
  }
}

TEST_CASE("a grade begins at its bound and ends just below the better one's") {
  struct Row {
    int64_t taken;
    const char* grade;
  };
  const Row rows[] = {{0, "优秀"},    {1000, "优秀"}, {1001, "良好"},  {2000, "良好"},
                      {2001, "合格"}, {4000, "合格"}, {4001, "不合格"}};
  // One section for all, so that any sum can be taken.
  const auto scheme = SchemeFrom(
      "name: g\ntitle: g\nstyle: deduct\nfull: 100\nsections: {程序: 100}\nveto: fail\n"
      "grades: {优秀: 90, 良好: 80, 合格: 60, 不合格: 0}\n");
  for (const Row& row : rows) {
    CAPTURE(row.taken);
    CHECK(Scored(scheme, {{kMajor, "程序", row.taken, row.taken, kFailed, 1}}).grade == row.grade);
  }
}

TEST_CASE("a clean file has no lines; findings about the data take nothing") {
  const Scored clean(ShippedScheme("generic"), {{kMajor, "程序", 500, 500, kPassed}});
  CHECK(clean.value == "100");
  CHECK(clean.score.lines.empty());
  Scored scored(ShippedScheme("generic"), {});
  Rule data;
  scored.Found(data, kFailed, 1, Relief::kNone);
  const Scorer scorer(ShippedScheme("generic"), {});
  scorer.Run({}, scored.findings, scored.score);
  CHECK(FormatPoints(scored.score.value) == "100");
}

TEST_CASE("lines stand by section, then as the rules do") {
  const Scored scored(ShippedScheme("generic"), {{kMinor, "归档", 50, 50, kFailed, 1},
                                                 {kMinor, "程序", 100, 100, kFailed, 1},
                                                 {kMinor, "主体", 100, 100, kFailed, 1},
                                                 {kMinor, "程序", 100, 100, kFailed, 1}});
  std::string ids;
  for (const ScoreLine& line : scored.score.lines) ids += line.rule->id + ' ';
  CHECK(ids == "R-3 R-2 R-4 R-1 ");
}

TEST_CASE("a rule that two packs share is one rule: its points are possible and taken once") {
  std::deque<Rule> rules(1);
  rules[0].id = "R-1";
  rules[0].severity = kMajor;
  rules[0].score = {"程序", {500}, {500}};
  const Rule* const twice[] = {&rules[0], &rules[0]};
  const Outcome outcomes[] = {kFailed, kFailed};
  std::vector<Finding> findings(2);
  for (Finding& finding : findings) finding.rule = &rules[0];
  Score score;
  Scorer(ShippedScheme("earn"), twice).Run(outcomes, findings, score);
  CHECK(FormatPoints(score.parts[0].of) == "5");
  CHECK(FormatPoints(score.value) == "50");
}
