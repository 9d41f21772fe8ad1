// Waivers: what a file of them may say, and which finding each agrees with.
#include "audit/waivers.h"

#include <doctest/doctest.h>

#include "audit/gate.h"
#include "pack/pack.h"

using namespace anjuan;

namespace {

constexpr std::string_view kRules[] = {"P-NOTICE-01", "P-DECIDE-01"};

std::unique_ptr<const Waivers> ReadText(const std::string& text, DiagnosticSink& sink) {
  return Waivers::Read(std::make_shared<const Source>("w.yaml", text), kRules, sink);
}

// One waiver with the lines given, and what is needed besides.
std::string One(const std::string& lines) {
  return "waivers:\n  - {rule: P-NOTICE-01, reason: 已核对, approver: 王某, until: 2024-12-31, " +
         lines + "}\n";
}

struct Failed {
  explicit Failed(const std::string& id) { rule.id = id; }
  Finding finding() const {
    Finding finding;
    finding.rule = &rule;
    finding.fingerprint = "0123456789abcdef";
    return finding;
  }
  Rule rule;
};

}  // namespace

TEST_CASE("a mistake in a waivers file is told with its place") {
  struct Row {
    const char* name;
    std::string text;
    const char* want;
  };
  const Row rows[] = {
      {"a rule that there is not",
       "waivers:\n- {rule: P-NOTCE-01, file: a.xml, reason: r, approver: a, until: 2024-12-31}\n",
       "w.yaml:2:10: error: there is no rule 'P-NOTCE-01' [unknown-rule]\n"
       " 2 | - {rule: P-NOTCE-01, file: a.xml, reason: r, approver: a, until: 2024-12-31}\n"
       "   |          ^~~~~~~~~~\n"
       "help: did you mean 'P-NOTICE-01'?\n"},
      {"no reason",
       "waivers:\n- {rule: P-NOTICE-01, file: a.xml, approver: a, until: 2024-12-31}\n",
       "w.yaml:2:3: error: key 'reason' is missing [missing-key]\n"
       " 2 | - {rule: P-NOTICE-01, file: a.xml, approver: a, until: 2024-12-31}\n"
       "   |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
      {"nobody approved it",
       "waivers:\n- {rule: P-NOTICE-01, file: a.xml, reason: r, approver: ' ', until: "
       "2024-12-31}\n",
       "w.yaml:2:57: error: 'approver' is blank [waiver-blank]\n"
       " 2 | - {rule: P-NOTICE-01, file: a.xml, reason: r, approver: ' ', until: 2024-12-31}\n"
       "   |                                                         ^~~\n"},
      {"no last day", "waivers:\n- {rule: P-NOTICE-01, file: a.xml, reason: r, approver: a}\n",
       "w.yaml:2:3: error: key 'until' is missing [missing-key]\n"
       " 2 | - {rule: P-NOTICE-01, file: a.xml, reason: r, approver: a}\n"
       "   |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
      {"a day that is none",
       "waivers:\n- {rule: P-NOTICE-01, file: a.xml, reason: r, approver: a, until: 2024-02-30}\n",
       "w.yaml:2:67: error: '2024-02-30' is no date; write 2021-07-15 [not-a-date]\n"
       " 2 | - {rule: P-NOTICE-01, file: a.xml, reason: r, approver: a, until: 2024-02-30}\n"
       "   |                                                                   ^~~~~~~~~~\n"},
      {"no place", "waivers:\n- {rule: P-NOTICE-01, reason: r, approver: a, until: 2024-12-31}\n",
       "w.yaml:2:3: error: a waiver needs a file or a fingerprint [waiver-without-place]\n"
       " 2 | - {rule: P-NOTICE-01, reason: r, approver: a, until: 2024-12-31}\n"
       "   |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
      {"a file that names none",
       "waivers:\n- {rule: P-NOTICE-01, file: ./, reason: r, approver: a, until: 2024-12-31}\n",
       "w.yaml:2:29: error: 'file' is blank [waiver-blank]\n"
       " 2 | - {rule: P-NOTICE-01, file: ./, reason: r, approver: a, until: 2024-12-31}\n"
       "   |                             ^~\n"},
      {"a fingerprint a digit short",
       "waivers:\n- rule: P-NOTICE-01\n  fingerprint: 0123456789abcde\n  reason: r\n  approver: a\n"
       "  until: 2024-12-31\n",
       "w.yaml:3:16: error: '0123456789abcde' is no fingerprint, which has 16 lower-case "
       "hexadecimal digits [not-a-fingerprint]\n"
       " 3 |   fingerprint: 0123456789abcde\n"
       "   |                ^~~~~~~~~~~~~~~\n"},
      {"a key that is none", "waivers: []\nwaver: []\n",
       "w.yaml:2:1: error: unknown key 'waver' [unknown-key]\n"
       " 2 | waver: []\n"
       "   | ^~~~~\n"},
      {"no list", "{}\n",
       "w.yaml:1:1: error: key 'waivers' is missing [missing-key]\n"
       " 1 | {}\n"
       "   | ^~\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DiagnosticSink sink;
    CHECK(ReadText(row.text, sink) == nullptr);
    CHECK(Format(sink, Lang::kEnglish) == row.want);
  }
}

TEST_CASE("a waiver agrees by its rule and every place it gives") {
  struct Row {
    const char* name;
    std::string place;
    const char* rule;
    const char* file;
    bool agrees;
  };
  const Row rows[] = {
      {"the file itself", "file: a/9.xml", "P-NOTICE-01", "a/9.xml", true},
      {"a path that ends with it", "file: 9.xml", "P-NOTICE-01", "x/a/9.xml", true},
      {"by whole names", "file: 9.xml", "P-NOTICE-01", "a/19.xml", false},
      {"./ says nothing", "file: ./a/9.xml", "P-NOTICE-01", "a/9.xml", true},
      {"a longer path", "file: b/a/9.xml", "P-NOTICE-01", "a/9.xml", false},
      {"another rule", "file: a/9.xml", "P-DECIDE-01", "a/9.xml", false},
      {"the fingerprint", "fingerprint: 0123456789abcdef", "P-NOTICE-01", "b.xml", true},
      {"another one", "fingerprint: 0123456789abcdee", "P-NOTICE-01", "b.xml", false},
      {"both", "file: b.xml, fingerprint: 0123456789abcdef", "P-NOTICE-01", "b.xml", true},
      {"one of both", "file: c.xml, fingerprint: 0123456789abcdef", "P-NOTICE-01", "b.xml", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DiagnosticSink sink;
    const auto waivers = ReadText(One(row.place), sink);
    REQUIRE_MESSAGE(waivers != nullptr, Format(sink, Lang::kEnglish));
    const Failed failed(row.rule);
    CHECK(waivers->Of(failed.finding(), row.file).empty() != row.agrees);
    Finding open = failed.finding();
    open.outcome = Outcome::kIndeterminate;
    CHECK(waivers->Of(open, row.file).empty());
  }
}

TEST_CASE("a waiver holds through its last day") {
  DiagnosticSink sink;
  const auto waivers = ReadText(One("file: a.xml"), sink);
  REQUIRE(waivers != nullptr);
  const Failed failed("P-NOTICE-01");
  for (const int day : {30, 31, 32}) {
    CAPTURE(day);
    Gate gate;
    gate.waivers = waivers.get();
    gate.as_of = *AddDays(*MakeDate(2024, 12, 1), day - 1);
    CaseResult result;
    result.file = "a.xml";
    result.findings = {failed.finding()};
    CHECK(gate.LetPass(result) == (day <= 31));
    CHECK((result.findings[0].relief == Relief::kWaived) == (day <= 31));
    CHECK((result.findings[0].waiver != nullptr) == (day <= 31));
    GateTally tally = gate.Nothing();
    gate.Count(result, 0, tally);
    CHECK(tally.waivers[0].count == 1);
  }
}

TEST_CASE("limits: at the limit a case passes, past it it does not") {
  struct Row {
    const char* name;
    std::optional<int64_t> min_score;  // hundredths
    std::optional<IndeterminateLimit> most;
    uint64_t below;
    uint64_t undecided;
  };
  // Scored 89.5; 2 of 8 rules that apply are indeterminate.
  const Row rows[] = {
      {"no limit", {}, {}, 0, 0},
      {"at the score", 8950, {}, 0, 0},
      {"a hundredth above it", 8951, {}, 1, 0},
      {"as many", {}, IndeterminateLimit{false, 2}, 0, 0},
      {"one fewer", {}, IndeterminateLimit{false, 1}, 0, 1},
      {"the share", {}, IndeterminateLimit{true, 25}, 0, 0},
      {"a smaller share", {}, IndeterminateLimit{true, 24}, 0, 1},
  };
  const Scheme scheme;
  CaseResult result;
  result.file = "a.xml";
  result.score.scheme = &scheme;
  result.score.value = {8950};
  result.counts = {4, 1, 2, 90, 1};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Gate gate;
    if (row.min_score) gate.min_score = Points{*row.min_score};
    gate.max_indeterminate = row.most;
    GateTally tally;
    gate.Count(result, 0, tally);
    CHECK(tally.below_score.count == row.below);
    CHECK(tally.too_undecided.count == row.undecided);
    if (row.undecided > 0) CHECK(tally.too_undecided.figure == "2/8");
  }
}

TEST_CASE("the first case is the first of the inputs, in whatever order tallies merge") {
  CaseResult result;
  Occurrences a;
  Occurrences b;
  result.file = "b.xml";
  a.Add(result, 7, "x");
  result.file = "a.xml";
  result.record = 2;
  b.Add(result, 3, "y");
  result.record = 1;
  b.Add(result, 3, "z");
  Occurrences forwards = a;
  forwards.Merge(b);
  Occurrences backwards = b;
  backwards.Merge(a);
  for (const Occurrences& sum : {forwards, backwards}) {
    CHECK(sum.count == 3);
    CHECK(sum.file == "a.xml");
    CHECK(sum.record == 1);
    CHECK(sum.figure == "z");
  }
}
