// Reports of samples/, byte by byte. ANJUAN_GOLDEN=write rewrites them (make golden); the diff is
// the review.
#include <doctest/doctest.h>

#include <cstdlib>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

// Versions and digests of the program and its packs change without the report changing.
std::string Stable(std::string text) {
  if (text.starts_with("<!doctype html>")) {
    const std::string version = "class=\"v\">";
    for (size_t at = text.find(version); at != text.npos; at = text.find(version, at)) {
      at += version.size();
      text.replace(at, text.find('<', at) - at, "…");
    }
    return text;
  }
  const size_t head = text.find("\"as_of\":");
  if (head == std::string::npos) return text;
  std::string run = text.substr(0, head);
  for (const std::string key : {"\"semanticVersion\":\"", "\"version\":\"", "\"digest\":\""}) {
    for (size_t at = run.find(key); at != std::string::npos; at = run.find(key, at)) {
      at += key.size();
      run.replace(at, run.find('"', at) - at, "…");
    }
  }
  return run + text.substr(head);
}

std::string FirstDifference(const std::string& a, const std::string& b) {
  size_t at = 0;
  size_t line = 1;
  size_t start = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) {
    if (a[at++] == '\n') {
      ++line;
      start = at;
    }
  }
  const auto cut = [start](const std::string& text) {
    return text.substr(start, std::min(text.find('\n', start) - start, size_t{400}));
  };
  return "line " + std::to_string(line) + "\n  want " + cut(b) + "\n  got  " + cut(a);
}

// Against tests/golden/NAME, or into it.
void CheckGolden(const std::string& name, const std::string& got) {
  const std::string path = ANJUAN_SOURCES "/tests/golden/" + name;
  const char* const mode = std::getenv("ANJUAN_GOLDEN");
  if (mode != nullptr && std::string_view(mode) == "write") {
    WriteFile(path, got);
    return;
  }
  const std::string want = ReadFile(path);
  if (got != want) FAIL_CHECK(FirstDifference(got, want));
}

TEST_CASE("golden reports: samples/ gives the same report as before") {
  struct Row {
    std::string golden;
    std::vector<std::string> arguments;
    int exit;
  };
  const Row rows[] = {
      {"samples.txt", {"samples/"}, 3},
      {"by-rule.txt", {"--group-by", "rule", "samples/"}, 3},
      {"by-agency.en.txt", {"--group-by", "agency", "--lang", "en", "samples/"}, 3},
      {"quiet.txt", {"--quiet", "samples/"}, 3},
      {"verbose.txt", {"--verbose", "samples/14-不完整导出.xml"}, 0},
      {"samples.json", {"-o", "json", "samples/"}, 3},
      {"samples.ndjson", {"-o", "ndjson", "samples/"}, 3},
      {"samples.junit.xml", {"-o", "junit", "samples/"}, 3},
      {"samples.gitlab.json", {"-o", "gitlab", "samples/"}, 3},
      {"samples.github.txt", {"-o", "github", "samples/"}, 3},
      {"samples.csv", {"-o", "csv", "samples/"}, 3},
      {"samples.raw.csv", {"-o", "csv-raw", "samples/02-未告知.xml", "samples/16-截断.xml"}, 3},
      {"samples.md", {"-o", "md", "samples/"}, 3},
      // One pack, for the report carries every rule.
      {"samples.sarif",
       {"-o", "sarif", "--pack", "penalty-summary", "samples/16-截断.xml",
        "samples/21-简易程序合格.xml", "samples/22-当场处罚超过上限.xml"},
       3},
      {"score-generic.txt", {"--score", "samples/06-单人执法.xml"}, 1},
      {"score-earn.txt", {"--score", "--scheme", "earn", "samples/07-询问笔录无结束时间.xml"}, 0},
      {"score-fixed.en.txt",
       {"--score", "--scheme", "fixed", "--lang", "en", "samples/15-GB18030编码.xml"},
       1},
      {"samples.html", {"-o", "html", "samples/"}, 3},
      {"page.en.html",
       {"-o", "html", "--lang", "en", "samples/02-未告知.xml", "samples/03-超期办案.xml",
        "samples/16-截断.xml", "samples/44-办理中即将到期.xml"},
       3},
      {"english.txt", {"--lang", "en", "samples/02-未告知.xml", "samples/14-不完整导出.xml"}, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.golden);
    std::vector<std::string> arguments = {"audit", "--as-of", "2024-12-31", "--color", "never"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = Anjuan(arguments);
    CHECK(ran.exit == row.exit);
    CHECK(ran.err == "");
    CheckGolden(row.golden, Stable(ran.out));
  }
}

TEST_CASE("golden diagnostics: ten mistakes in one pack are told in one run, then exit 2") {
  struct Row {
    std::string golden;
    std::string lang;
    std::string error;
  };
  for (const Row& row :
       {Row{"ten-mistakes.txt", "zh", ": 错误: "}, Row{"ten-mistakes.en.txt", "en", ": error: "}}) {
    CAPTURE(row.golden);
    const Ran ran = Anjuan({"audit", "--pack", "tests/golden/ten-mistakes", "--lang", row.lang,
                            "samples/01-合格案卷.xml"});
    CHECK(ran.exit == 2);
    CHECK(ran.out == "");
    size_t errors = 0;
    for (size_t at = ran.err.find(row.error); at != std::string::npos;
         at = ran.err.find(row.error, at + 1)) {
      ++errors;
    }
    CHECK(errors == 10);
    CheckGolden(row.golden, ran.err);
  }
}

TEST_CASE("golden lint: mistakes stop it, oversights are told in full") {
  struct Row {
    std::string golden;
    std::vector<std::string> arguments;
    int exit;
  };
  const Row rows[] = {
      {"lint-mistakes.txt", {"tests/golden/ten-mistakes"}, 2},
      {"lint-mistakes.en.txt", {"tests/golden/ten-mistakes", "--lang", "en"}, 2},
      {"lint-oversights.txt", {"--notes", "tests/golden/oversights"}, 0},
      {"lint-oversights.en.txt", {"--notes", "tests/golden/oversights", "--lang", "en"}, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.golden);
    std::vector<std::string> arguments = {"rules", "lint"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = Anjuan(arguments);
    CHECK(ran.exit == row.exit);
    // Below the counts stand fields that no rule reads: they change with the model.
    CheckGolden(row.golden, ran.err + ran.out.substr(0, ran.out.find('\n') + 1));
  }
}

TEST_CASE("golden explanation: a rule on a case file, each sub-expression with its value") {
  struct Row {
    std::string golden;
    std::vector<std::string> arguments;
  };
  const Row rows[] = {
      {"show-late.txt", {"P-DECIDE-01", "--file", "samples/03-超期办案.xml"}},
      {"show-undecided.txt", {"P-NOTICE-01", "--file", "samples/14-不完整导出.xml"}},
      {"show-each.en.txt",
       {"P-ARCH-03", "--file", "samples/13-目录与文书不符.xml", "--lang", "en"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.golden);
    std::vector<std::string> arguments = {"rules", "show", "--as-of", "2024-12-31"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = Anjuan(arguments);
    CHECK(ran.exit == 0);
    CHECK(ran.err == "");
    CheckGolden(row.golden, ran.out);
  }
}

TEST_CASE("golden standard: a small pack to read, in Markdown and as a page") {
  struct Row {
    std::string golden;
    std::vector<std::string> arguments;
  };
  const Row rows[] = {
      {"docs.md", {}},
      {"docs.en.md", {"--lang", "en"}},
      {"docs.html", {"-o", "html"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.golden);
    std::vector<std::string> arguments = {"rules", "docs", "--pack", "tests/golden/docs"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = Anjuan(arguments);
    CHECK(ran.exit == 0);
    CHECK(ran.err == "");
    CheckGolden(row.golden, ran.out);
  }
}

TEST_CASE("golden inspection: a lawful file, one decided late, one that still runs, as read") {
  struct Row {
    std::string golden;
    std::vector<std::string> arguments;
  };
  const Row rows[] = {
      {"inspect-lawful.en.txt", {"samples/17-english-names.xml", "--lang", "en"}},
      {"inspect-late.txt", {"samples/03-超期办案.xml"}},
      {"inspect-running.txt", {"tests/golden/inspect-running.xml", "--as-of", "2024-05-06"}},
      {"inspect-running.json",
       {"tests/golden/inspect-running.xml", "--as-of", "2024-05-06", "-o", "json"}},
      {"inspect-overdue.txt",
       {"tests/golden/inspect-running.xml", "--as-of", "2024-06-04", "--color", "always"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.golden);
    std::vector<std::string> arguments = {"inspect"};
    const bool has_day = row.arguments.size() > 2 && row.arguments[1] == "--as-of";
    if (!has_day) arguments.insert(arguments.end(), {"--as-of", "2024-12-31"});
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = Anjuan(arguments);
    CHECK(ran.exit == 0);
    CHECK(ran.err == "");
    CheckGolden(row.golden, Stable(ran.out));
  }
}

TEST_CASE("golden survey: totals, a circular, a notice, a comparison and a recheck of samples/") {
  const Scratch scratch;
  const auto audit = [&](const std::string& name, std::vector<std::string> paths) {
    const std::string report = scratch.Path(name);
    paths.insert(paths.begin(), {"audit", "--as-of", "2024-12-31", "-o", "ndjson=" + report});
    Anjuan(paths);
    return report;
  };
  const std::string all = audit("all.ndjson", {"samples/"});
  const std::string few = audit("few.ndjson", {"samples/02-未告知.xml", "samples/03-超期办案.xml",
                                               "samples/14-不完整导出.xml"});
  struct Row {
    std::string golden;
    std::vector<std::string> arguments;
    int exit;
  };
  const Row rows[] = {
      {"summary.txt", {"summary", all, "--rank", "agency", "--least", "2", "--by", "agency"}, 0},
      {"summary.md",
       {"summary", all, "--by", "group", "--by", "stage", "--by", "month", "--by", "sector", "--by",
        "officer", "--top", "5", "-o", "md"},
       0},
      {"compare.en.md",
       {"summary", all, "--by", "rule", "--rank", "group", "--compare", few, "--lang", "en", "-o",
        "md"},
       0},
      {"circular.md", {"circular", all, "--least", "2", "--due", "2025-03-01", "-o", "md"}, 0},
      {"rectification.md",
       {"circular", few, "--template", "rectification", "--due", "2025-03-01", "-o", "md"},
       0},
      {"recheck.md",
       {"recheck", few, "samples/02-未告知.xml", "samples/07-询问笔录无结束时间.xml", "--as-of",
        "2024-12-31", "-o", "md"},
       1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.golden);
    const Ran ran = Anjuan(row.arguments);
    CHECK(ran.exit == row.exit);
    CHECK(ran.err == "");
    CheckGolden(row.golden, ran.out);
  }
}

}  // namespace
}  // namespace anjuan::cli
