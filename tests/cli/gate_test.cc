// Waivers, baselines and limits, as a user meets them.
#include <doctest/doctest.h>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

constexpr const char* kClean = "samples/01-合格案卷.xml";
constexpr const char* kLate = "samples/03-超期办案.xml";    // one finding, P-DECIDE-01; score 95
constexpr const char* kPoor = "samples/14-不完整导出.xml";  // mostly indeterminate
constexpr const char* kCutOff = "samples/16-截断.xml";

Ran Audit(std::vector<std::string> arguments, const std::string& day = "2024-12-31") {
  arguments.insert(arguments.begin(), {"audit", "--lang", "en", "--as-of", day});
  return Anjuan(arguments);
}

std::string WaiverOf(const std::string& rule, const std::string& file) {
  return "waivers:\n- rule: " + rule + "\n  file: " + file +
         "\n  reason: 已核对\n  approver: 王某\n  until: 2024-12-31\n";
}

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a waived finding stays in sight, takes no points and does not fail the run") {
  const Scratch scratch;
  const std::string waivers = scratch.Path("w.yaml");
  WriteFile(waivers, WaiverOf("P-DECIDE-01", "03-超期办案.xml"));
  const Ran text = Audit({"--waivers", waivers, kLate});
  CHECK(text.exit == 0);
  CHECK(text.err == "");
  CHECK(Has(text.out, "○ waived P-DECIDE-01"));
  CHECK(Has(text.out, "(approved by 王某 until 2024-12-31: 已核对)"));
  CHECK(Has(text.out, "findings that do not count: 1 waived · 0 in the baseline"));
  CHECK(Has(text.out, "score 100"));
  const Ran json = Audit({"--waivers", waivers, "-o", "json", kLate});
  CHECK(Has(json.out,
            "\"waiver\":{\"rule\":\"P-DECIDE-01\",\"reason\":\"已核对\",\"approver\":\"王某\","
            "\"until\":\"2024-12-31\"},\"baseline\":null"));
  CHECK(Has(json.out, "\"failed\":0,\"indeterminate\":1,"));
  CHECK(Has(json.out, "\"waived\":1}"));
  CHECK(Has(json.out, "\"state\":\"used\",\"findings\":1}]"));
}

TEST_CASE("the arithmetic tells what is waived from what another rule stands for") {
  const Scratch scratch;
  const std::string waivers = scratch.Path("w.yaml");
  WriteFile(waivers, WaiverOf("P-NOTICE-01", "02-未告知.xml"));
  const Ran ran = Audit({"--waivers", waivers, "--score", "samples/02-未告知.xml"});
  const auto line_of = [&](const std::string& rule) {
    const size_t at = ran.out.find(rule, ran.out.find("\n  score "));
    return at == std::string::npos ? "" : ran.out.substr(at, ran.out.find('\n', at) - at);
  };
  CHECK(line_of("P-NOTICE-01").ends_with("  1 waived"));
  // What it subsumes is no longer free.
  CHECK(Has(line_of("P-NOTICE-06"), "  −"));
  const Ran before = Audit({"-o", "csv-raw", "samples/02-未告知.xml"});
  CHECK(Has(before.out, "\"waiver_reason\",\"waiver_approver\",\"waiver_until\",\"known\""));
}

TEST_CASE("a waiver that ran out, and one that meets nothing, are told; the first counts again") {
  const Scratch scratch;
  WriteFile(scratch.Path("w.yaml"), WaiverOf("P-DECIDE-01", "03-超期办案.xml"));
  const std::string place = scratch.Path("w.yaml") + ":2:3: warning: ";
  const Ran expired = Audit({"--waivers", scratch.Path("w.yaml"), kLate}, "2025-01-01");
  CHECK(expired.exit == 1);
  CHECK(expired.err == place +
                           "this waiver ended on 2024-12-31; findings of rule P-DECIDE-01 count "
                           "again: 1, first in samples/03-超期办案.xml [waiver-expired]\n"
                           " 2 | - rule: P-DECIDE-01\n   |   ^~~~~~~~~~~~~~~~~\n");
  const Ran unmatched = Audit({"--waivers", scratch.Path("w.yaml"), kClean});
  CHECK(unmatched.exit == 0);
  CHECK(unmatched.err == place +
                             "this waiver meets no finding: nothing that failed under rule "
                             "P-DECIDE-01 agrees with it in this run [waiver-unmatched]\n"
                             " 2 | - rule: P-DECIDE-01\n   |   ^~~~~~~~~~~~~~~~~\n");
  const Ran machine =
      Audit({"--waivers", scratch.Path("w.yaml"), "-o", "json", kLate}, "2025-01-01");
  CHECK(Has(machine.out, "\"waiver\":null"));
  CHECK(Has(machine.out, "\"state\":\"expired\",\"findings\":1}]"));
}

TEST_CASE("a baseline: what it holds is known, other values are new, what went is gone") {
  const Scratch scratch;
  const std::string baseline = scratch.Path("b.txt");
  const Ran written = Anjuan({"baseline", "write", "--lang", "en", "--as-of", "2024-12-31", "-o",
                              baseline, kLate, kClean});
  CHECK(written.exit == 0);
  CHECK(written.err == "");
  CHECK(written.out == "baseline written to " + baseline + ": 2 cases, 1 findings\n");
  const std::string text = ReadFile(baseline);
  CHECK(text.starts_with("anjuan-baseline 1\n"));
  CHECK(Has(text, "\tP-DECIDE-01\tsamples/03-超期办案.xml\t"));
  const Ran printed =
      Anjuan({"baseline", "write", "--as-of", "2024-12-31", "-j", "7", kClean, kLate});
  CHECK(printed.out == text);

  const Ran known = Audit({"--baseline", baseline, kLate});
  CHECK(known.exit == 0);
  CHECK(Has(known.out, "= in the baseline P-DECIDE-01"));
  CHECK(Has(known.out, "findings: 0 fatal · 0 major"));
  CHECK(Has(known.out,
            "cases: 1, of which 1 with defects (1 of them with findings of the baseline only)"));
  const Ran markdown = Audit({"--baseline", baseline, "-o", "md", kLate});
  CHECK(Has(markdown.out, "in the baseline"));
  CHECK(Has(markdown.out, "1 still there · 0 gone"));
  CHECK(Has(known.out, "baseline: 1 still there · 0 gone · 0 of cases not audited this time"));

  std::string other = ReadFile(ANJUAN_SOURCES "/samples/03-超期办案.xml");
  for (size_t at; (at = other.find("2023-07-14")) != std::string::npos;) {
    other.replace(at, 10, "2023-07-15");
  }
  WriteFile(scratch.Path("later.xml"), other);
  const Ran changed = Audit({"--baseline", baseline, "-o", "json", scratch.Path("later.xml")});
  CHECK(changed.exit == 1);
  CHECK(Has(changed.out, "\"baseline\":\"new\""));
  CHECK(Has(changed.out, "\"baseline\":{\"known\":0,\"gone\":1,\"not_audited\":0}"));
  const Ran elsewhere = Audit({"--baseline", baseline, "-o", "json", kClean});
  CHECK(Has(elsewhere.out, "\"baseline\":{\"known\":0,\"gone\":0,\"not_audited\":1}"));
}

TEST_CASE("limits end with 1 and say which, how many cases, and the first") {
  struct Row {
    const char* name;
    std::vector<std::string> arguments;
    int exit;
    const char* err;
  };
  const Row rows[] = {
      {"a score at the limit", {"--min-score", "95", kLate}, 0, ""},
      {"a score below it",
       {"--min-score", "95.01", kClean, kLate},
       1,
       "anjuan: --min-score 95.01: 1 cases are below it, the first is samples/03-超期办案.xml "
       "(score 95)\n"},
      {"as many undecided", {"--max-indeterminate", "1", kLate}, 0, ""},
      {"one more",
       {"--max-indeterminate", "0", kLate},
       1,
       "anjuan: --max-indeterminate 0: 1 cases exceed it, the first is samples/03-超期办案.xml "
       "(indeterminate/applicable rules 1/183)\n"},
      {"a share", {"--max-indeterminate", "1%", kLate}, 0, ""},
      {"a share too large",
       {"--max-indeterminate", "20%", kLate, kPoor},
       1,
       "anjuan: --max-indeterminate 20%: 1 cases exceed it, the first is "
       "samples/14-不完整导出.xml (indeterminate/applicable rules 230/357)\n"},
      {"3 goes before 1",
       {"--min-score", "100", kLate, kCutOff},
       3,
       "anjuan: --min-score 100: 1 cases are below it, the first is samples/03-超期办案.xml "
       "(score 95)\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<std::string> arguments = {"--fail-on", "never"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = Audit(arguments);
    CHECK(ran.exit == row.exit);
    CHECK(ran.err == row.err);
  }
}

TEST_CASE("what a gate cannot use ends with 2") {
  const Scratch scratch;
  WriteFile(scratch.Path("bad.yaml"), WaiverOf("P-DECIDE-011", "a.xml"));
  const std::string bad = scratch.Path("bad.yaml");
  struct Row {
    const char* name;
    std::vector<std::string> arguments;
    std::string err;
  };
  const std::string end = "run anjuan --help for usage\n";
  const Row rows[] = {
      {"waivers that are not there",
       {"--waivers", "no.yaml"},
       "anjuan: error: cannot read the waivers file 'no.yaml' [waivers-unreadable]\n"},
      {"a baseline that is not there",
       {"--baseline", "no.txt"},
       "anjuan: error: cannot read the baseline 'no.txt' [baseline-unreadable]\n"},
      {"a baseline that is none",
       {"--baseline", "README.md"},
       "README.md:1:1: error: this is no baseline: the first line must be anjuan-baseline 1 "
       "[not-a-baseline]\n 1 | # anjuan 案卷\n   | ^\n"},
      {"a waiver of no rule",
       {"--waivers", bad},
       bad + ":2:9: error: there is no rule 'P-DECIDE-011' [unknown-rule]\n"
             " 2 | - rule: P-DECIDE-011\n   |         ^~~~~~~~~~~~\n"},
      {"a score that is none",
       {"--min-score", "many"},
       "anjuan: error: option --min-score: found 'many', want points such as 60 or 89.5\n" + end},
      {"a share over the whole",
       {"--max-indeterminate", "101%"},
       "anjuan: error: option --max-indeterminate: found '101%', want a number such as 30 or a "
       "share such as 20%\n" +
           end},
      {"a share of nothing",
       {"--max-indeterminate", "%"},
       "anjuan: error: option --max-indeterminate: found '%', want a number such as 30 or a share "
       "such as 20%\n" +
           end},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<std::string> arguments = row.arguments;
    arguments.push_back(kClean);
    const Ran ran = Audit(arguments);
    CHECK(ran.exit == 2);
    CHECK(ran.out == "");
    CHECK(ran.err.substr(0, ran.err.find("help: did")) == row.err);
  }
}

TEST_CASE("waivers and a baseline give the same bytes for any number of threads") {
  const Scratch scratch;
  WriteFile(scratch.Path("w.yaml"), WaiverOf("P-DECIDE-01", "03-超期办案.xml"));
  const std::string baseline = scratch.Path("b.txt");
  Anjuan({"baseline", "write", "--as-of", "2024-12-31", "-o", baseline, "samples"});
  for (const std::string format : {"ndjson", "json", "text"}) {
    CAPTURE(format);
    const auto run = [&](const std::string& jobs) {
      return Audit({"--waivers", scratch.Path("w.yaml"), "--baseline", baseline, "--min-score",
                    "99", "--max-indeterminate", "1%", "-o", format, "-j", jobs, "samples"},
                   "2025-06-01");
    };
    const Ran one = run("1");
    CHECK(one.exit == 3);
    CHECK(Has(one.err, "--min-score 99"));
    for (const std::string jobs : {"2", "7"}) {
      const Ran many = run(jobs);
      CHECK((many.out == one.out));
      CHECK((many.err == one.err));
    }
  }
}

}  // namespace
}  // namespace anjuan::cli
