// Baselines: what is known, what is new, what is gone.
#include "audit/baseline.h"

#include <doctest/doctest.h>

#include "audit/gate.h"
#include "pack/pack.h"

using namespace anjuan;

namespace {

using Values = std::vector<std::pair<std::string, std::optional<std::string>>>;

Rule OneRule() {
  Rule rule;
  rule.id = "T-1";
  return rule;
}

Finding FindingOf(const Rule& rule, const std::string& fingerprint, const Values& values) {
  Finding finding;
  finding.rule = &rule;
  finding.fingerprint = fingerprint;
  for (const auto& [field, value] : values) finding.evidence.push_back({field, "", value, 1});
  return finding;
}

CaseResult CaseOf(const std::string& file, std::optional<std::string> number,
                  std::vector<Finding> findings) {
  CaseResult result;
  result.file = file;
  result.identity.case_number = std::move(number);
  result.findings = std::move(findings);
  return result;
}

std::unique_ptr<const Baseline> Written(const std::vector<CaseResult>& cases) {
  std::string text(kBaselineHead);
  for (const CaseResult& result : cases) {
    for (const Finding& finding : result.findings) text += LineOf(EntryOf(finding, result));
  }
  DiagnosticSink sink;
  auto baseline = Baseline::Read(std::make_shared<const Source>("b.txt", text), sink);
  REQUIRE_MESSAGE(baseline != nullptr, Format(sink, Lang::kEnglish));
  return baseline;
}

}  // namespace

TEST_CASE("a line reads back as it was written, whatever stands in it") {
  const BaselineEntry entry{"f",
                            "T-1",
                            "a\tb\\n.xml",
                            "一\n二",
                            {{"x.y", "=\\\t\r\n="}, {"gone", std::nullopt}, {"blank", ""}}};
  const std::string line = LineOf(entry);
  CHECK(line == "f\tT-1\ta\\tb\\\\n.xml\t一\\n二\tx.y==\\\\\\t\\r\\n=\tgone\tblank=\n");
  DiagnosticSink sink;
  const auto baseline = Baseline::Read(
      std::make_shared<const Source>("b.txt", std::string(kBaselineHead) + line), sink);
  REQUIRE(baseline != nullptr);
  REQUIRE(baseline->entries().size() == 1);
  const BaselineEntry& read = baseline->entries()[0];
  CHECK(read.file == entry.file);
  CHECK(read.case_number == entry.case_number);
  CHECK(read.evidence == entry.evidence);
}

TEST_CASE("what is no baseline is told, at the first line that is none") {
  struct Row {
    const char* name;
    std::string text;
    const char* want;  // the first line of the diagnostic
  };
  const std::string bad =
      ": error: not a line of a baseline: fingerprint, rule, file and case number set apart by "
      "tabs, then field=value, and a line end [bad-baseline-line]\n";
  const Row rows[] = {
      {"another file", "{}\n",
       "b.txt:1:1: error: this is no baseline: the first line must be anjuan-baseline 1 "
       "[not-a-baseline]\n"},
      {"a later form", "anjuan-baseline 10\n",
       "b.txt:1:1: error: this is no baseline: the first line must be anjuan-baseline 1 "
       "[not-a-baseline]\n"},
      {"too few parts", "anjuan-baseline 1\nf\tT-1\ta.xml\n", "b.txt:2:1"},
      {"no fingerprint", "anjuan-baseline 1\n\tT-1\ta.xml\t\n", "b.txt:2:1"},
      {"an empty line", "anjuan-baseline 1\n\n", "b.txt:2:1"},
      {"cut off", "anjuan-baseline 1\nf\tT-1\ta.xml\t\tx=1", "b.txt:2:1"},
      {"a backslash before nothing known", "anjuan-baseline 1\nf\tT-1\ta.xml\t\tx=\\q\n",
       "b.txt:2:1"},
      {"evidence without a field", "anjuan-baseline 1\nf\tT-1\ta.xml\t\t=1\n", "b.txt:2:1"},
      {"the second line", "anjuan-baseline 1\nf\tT-1\ta.xml\t\nf\n", "b.txt:3:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DiagnosticSink sink;
    CHECK(Baseline::Read(std::make_shared<const Source>("b.txt", row.text), sink) == nullptr);
    const std::string got = Format(sink, Lang::kEnglish);
    std::string want = row.want;
    if (!want.ends_with('\n')) want += bad;
    CHECK(got.substr(0, got.find('\n') + 1) == want);
  }
}

TEST_CASE("a finding is known by its fingerprint and its values") {
  const Rule rule = OneRule();
  const Values values = {{"docs[3].date", "2024-01-02"}, {"docs[3].number", std::nullopt}};
  const auto baseline = Written({CaseOf("a.xml", "一", {FindingOf(rule, "f1", values)})});
  struct Row {
    const char* name;
    std::string fingerprint;
    Values values;
    bool known;
  };
  const Row rows[] = {
      {"the same", "f1", values, true},
      {"another fingerprint", "f2", values, false},
      {"another value", "f1", {{"docs[3].date", "2024-01-03"}, {"docs[3].number", {}}}, false},
      {"blank, no longer missing",
       "f1",
       {{"docs[3].date", "2024-01-02"}, {"docs[3].number", ""}},
       false},
      {"one value more",
       "f1",
       {{"docs[3].date", "2024-01-02"}, {"docs[3].number", {}}, {"x", "1"}},
       false},
      {"one fewer", "f1", {{"docs[3].date", "2024-01-02"}}, false},
      {"another place in the list",
       "f1",
       {{"docs[4].date", "2024-01-02"}, {"docs[4].number", {}}},
       true},
      {"in another order", "f1", {{"docs[3].number", {}}, {"docs[3].date", "2024-01-02"}}, true},
      {"a day later, the step still to be taken",
       "f1",
       {{"docs[3].date", "2024-01-02"}, {"docs[3].number", {}}, {"deadline.counted", "9"}},
       true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(baseline->Find(FindingOf(rule, row.fingerprint, row.values)).has_value() == row.known);
  }
  Finding open = FindingOf(rule, "f1", values);
  open.outcome = Outcome::kIndeterminate;
  CHECK_FALSE(baseline->Find(open).has_value());
}

TEST_CASE("an entry is gone where its case was audited, and unseen where it was not") {
  const Rule rule = OneRule();
  const auto baseline = Written({
      CaseOf("a.xml", "一", {FindingOf(rule, "f1", {}), FindingOf(rule, "f2", {{"x", "1"}})}),
      CaseOf("b.xml", std::nullopt, {FindingOf(rule, "f3", {})}),
  });
  Gate gate;
  gate.baseline = baseline.get();
  GateTally tally = gate.Nothing();
  CHECK(tally.gone() == 0);
  CHECK(tally.unseen() == 3);
  CaseResult moved =
      CaseOf("c.xml", "一", {FindingOf(rule, "f1", {}), FindingOf(rule, "f2", {{"x", "2"}})});
  gate.LetPass(moved);
  CHECK(moved.findings[0].known);
  CHECK_FALSE(moved.findings[1].known);
  gate.Count(moved, 0, tally);
  CHECK(tally.gone() == 1);
  CHECK(tally.unseen() == 1);
  GateTally merged = gate.Nothing();
  gate.Count(CaseOf("./b.xml", std::nullopt, {}), 1, merged);
  merged.Merge(tally);
  CHECK(merged.gone() == 2);
  CHECK(merged.unseen() == 0);
}

TEST_CASE("two copies of a finding are one entry") {
  const Rule rule = OneRule();
  const auto baseline = Written({CaseOf("a.xml", "一", {FindingOf(rule, "f1", {})}),
                                 CaseOf("b.xml", "一", {FindingOf(rule, "f1", {})})});
  CHECK(baseline->entries().size() == 1);
}
