// summary, circular, recheck as a user runs them.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

const std::string kRun = R"({"type":"run","packs":[],"as_of":"2025-01-01"})"
                         "\n";

std::string CaseOf(const std::string& number, const std::string& agency, const std::string& score) {
  return R"({"type":"case","file":")" + number + R"(.xml","record":0,"case_number":")" + number +
         R"(","agency":")" + agency + R"(","score":)" + score +
         R"(,"grade":"优秀","findings":[]})" + "\n";
}

std::string SummaryOf(int cases) {
  return R"({"type":"summary","found":1,"audited":1,"unaudited":0,"cases":)" +
         std::to_string(cases) + "}\n";
}

std::string Audited(const Scratch& scratch, const std::string& name,
                    const std::vector<std::string>& paths) {
  const std::string report = scratch.Path(name);
  std::vector<std::string> arguments = {"audit", "--as-of", "2024-12-31", "-o", "ndjson=" + report};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  Anjuan(arguments);
  return report;
}

TEST_CASE("the order of reports changes no byte of a summary or a circular") {
  const Scratch scratch;
  const std::string a = Audited(scratch, "a", {"samples/02-未告知.xml", "samples/06-单人执法.xml"});
  const std::string b = Audited(scratch, "b", {"samples/01-合格案卷.xml"});
  const std::string c = Audited(scratch, "c", {"samples/14-不完整导出.xml"});
  for (const std::string format : {"text", "md", "html", "csv", "json"}) {
    CAPTURE(format);
    const Ran one = Anjuan({"summary", a, b, c, "--rank", "agency", "-o", format});
    CHECK(one.exit == 0);
    CHECK_FALSE(one.out.empty());
    CHECK(one.out == Anjuan({"summary", c, b, a, "--rank", "agency", "-o", format}).out);
  }
  CHECK(Anjuan({"circular", a, b, c}).out == Anjuan({"circular", b, c, a}).out);
}

TEST_CASE("bad reports: what is wrong is told with its line, the rest is counted, exit 3") {
  const Scratch scratch;
  struct Row {
    std::string name;
    std::string text;
    std::string want;
  };
  const Row rows[] = {
      {"bad", kRun + CaseOf("1", "AgencyA", "90") + "nonsense\n" + SummaryOf(2),
       ":3: error: not valid JSON (byte 2: Invalid value.)\n"},
      {"cut", kRun + CaseOf("1", "AgencyA", "90"),
       ":2: error: the report is cut off: its summary line is not there\n"},
      {"acts",
       kRun + CaseOf("1", "AgencyA", "90") + R"({"type":"\u001b[2J"})" + "\n" + SummaryOf(2),
       ":3: error: there is no line of type '\xEF\xBF\xBD[2J'\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string path = scratch.Path(row.name);
    WriteFile(path, row.text);
    const Ran ran = Anjuan({"summary", path, "--lang", "en", "-o", "csv"});
    CHECK(ran.exit == 3);
    CHECK(ran.err == path + row.want);
    CHECK(ran.out.find("AgencyA") != std::string::npos);
  }
  const Ran none = Anjuan({"summary", scratch.Path("none"), "--lang", "en"});
  CHECK(none.exit == 3);
  CHECK(none.err == scratch.Path("none") + ": error: no such file\n");
}

TEST_CASE("mistakes of the command line end with 2 and say what is wanted") {
  const Scratch scratch;
  const std::string report = scratch.Path("r");
  WriteFile(report, kRun + CaseOf("1", "甲局", "90") + SummaryOf(1));
  const std::string form = scratch.Path("form.yaml");
  WriteFile(form, "name: x\ntitle: '{agency} {ceses}'\nparts:\n  - list: rankin\n    item: x\n");
  struct Row {
    std::vector<std::string> arguments;
    std::string want;
  };
  const Row rows[] = {
      {{"summary"}, "at least one NDJSON report is wanted"},
      {{"summary", report, "--by", "agncy"}, "did you mean 'agency'?"},
      {{"summary", report, "--top", "0"}, "--top"},
      {{"summary", report, "--rank", "stage"}, "--rank stage: stages and rules are not ranked"},
      {{"summary", report, "--rank", "rule"}, "--rank rule: stages and rules are not ranked"},
      {{"recheck", scratch.Path("none"), "samples/01-合格案卷.xml"}, "error: no such file"},
      {{"circular", report, "--due", "soon"}, "--due"},
      {{"circular", report, "--template", "circlar"},
       "there is no template 'circlar', and no such file [unknown-template]\nhelp: did you mean "
       "'circular'?"},
      {{"circular", report, "--template", "rectification", "--agency", "乙局"},
       "the reports have no agency '乙局' [unknown-agency]"},
      {{"circular", report, "--template", form},
       "form.yaml:2:8: error: there is no fact 'ceses' here [template-fact]"},
      {{"circular", report, "--template", form},
       "form.yaml:4:11: error: there are no rows 'rankin' [template-rows]"},
      {{"recheck", report}, "want a file or folder to audit"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.want);
    std::vector<std::string> arguments = row.arguments;
    arguments.insert(arguments.end(), {"--lang", "en"});
    const Ran ran = Anjuan(arguments);
    CHECK(ran.exit == 2);
    CHECK(ran.out == "");
    CAPTURE(ran.err);
    CHECK(ran.err.find(row.want) != std::string::npos);
  }
}

TEST_CASE("a file that cannot be written leaves no other behind") {
  const Scratch scratch;
  const std::string report = scratch.Path("r");
  WriteFile(report, kRun + CaseOf("1", "A", "90") + SummaryOf(1));
  const std::string good = scratch.Path("good.md");
  const Ran ran = Anjuan(
      {"summary", report, "-o", "md=" + good, "-o", "html=" + scratch.Path("no/such/folder.html")});
  CHECK(ran.exit == 2);
  CHECK(ran.out == "");
  CHECK_FALSE(std::filesystem::exists(good));
}

TEST_CASE(
    "recheck: what is still there, new or unaccounted for ends with 1, what is mended with 0") {
  const Scratch scratch;
  const std::string earlier = Audited(scratch, "earlier", {"samples/03-超期办案.xml"});
  struct Row {
    std::vector<std::string> arguments;
    int exit;
  };
  const Row rows[] = {
      {{"samples/03-超期办案.xml"}, 1},
      {{"samples/03-超期办案.xml", "--fail-on", "fatal"}, 0},
      {{"samples/03-超期办案.xml", "--fail-on", "never"}, 0},
      {{"samples/01-合格案卷.xml"}, 1},                                // gone
      {{"samples/02-未告知.xml"}, 1},                                  // new
      {{"samples/03-超期办案.xml", "--set", "handling_days=120"}, 0},  // passes
      {{"samples/03-超期办案.xml", "--pack", "archive"}, 1},           // not asked
      {{"samples/16-截断.xml"}, 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.arguments.back());
    std::vector<std::string> arguments = {"recheck", earlier, "--as-of", "2024-12-31"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    CHECK(Anjuan(arguments).exit == row.exit);
  }
}

TEST_CASE("what is made of a report that is cut off says so before all else") {
  const Scratch scratch;
  const std::string cut = scratch.Path("cut");
  WriteFile(cut, kRun + CaseOf("1", "A", "90"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"summary", cut},
        {"circular", cut},
        {"recheck", cut, "samples/01-合格案卷.xml", "--as-of", "2024-12-31"}}) {
    CAPTURE(arguments[0]);
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--lang", "en", "-o", "md"});
    const Ran ran = Anjuan(all);
    CHECK(ran.exit == 3);
    const size_t title = ran.out.find("\n\n");
    REQUIRE(title != std::string::npos);
    CHECK(ran.out.substr(title + 2).starts_with(
        "<strong>The reports this is made of are not complete: 1 problems in reading them."));
  }
}

TEST_CASE("a circular of reports that do not go together warns, and is made") {
  const Scratch scratch;
  const std::string report = scratch.Path("r");
  const std::string other = R"({"type":"run","packs":[{"name":"p"}],"scoring":{"name":"s"}})"
                            "\n";
  WriteFile(report, kRun + CaseOf("1", "A", "90") + SummaryOf(1) + other + CaseOf("1", "A", "90") +
                        SummaryOf(1));
  const Ran ran = Anjuan({"circular", report, "--lang", "en"});
  CHECK(ran.exit == 0);
  CHECK(ran.err ==
        "anjuan: warning: 1 cases stand in the reports more than once and are counted each time.\n"
        "anjuan: warning: The reports were made with 2 different rule sets; compare numbers with "
        "care.\n");
}

TEST_CASE("a circular without scores leaves out what it has no number for") {
  const Scratch scratch;
  const std::string report = scratch.Path("r");
  const std::string unscored = R"({"type":"case","file":"a","agency":"A","findings":[]})"
                               "\n";
  for (const auto& [cases, count] : {std::pair{unscored, 1}, std::pair{std::string(), 0}}) {
    CAPTURE(count);
    WriteFile(report, kRun + cases + SummaryOf(count));
    const Ran ran = Anjuan({"circular", report, "-o", "md"});
    CHECK(ran.exit == 0);
    for (const char* const never : {"得分  分", "占；", "得分 分", "每百卷  处", "\n。"}) {
      CAPTURE(never);
      CHECK(ran.out.find(never) == std::string::npos);
    }
  }
}

TEST_CASE("a circular lists every vetoed case") {
  const Scratch scratch;
  const std::string report = scratch.Path("r");
  std::string cases;
  for (int i = 0; i < 45; ++i) {
    cases += R"({"type":"case","file":"f","case_number":"n)" + std::to_string(i) +
             R"(","agency":"A","score":0,"vetoes":["R"],"findings":[]})" + "\n";
  }
  WriteFile(report, kRun + cases + SummaryOf(45));
  const std::string out = Anjuan({"circular", report, "-o", "md"}).out;
  for (int i = 0; i < 45; ++i) {
    CHECK(out.find("| n" + std::to_string(i) + " |") != std::string::npos);
  }
  CHECK(out.find("\n## 五、存在否决事项的案卷\n\n|") != std::string::npos);  // not said twice
  CHECK(Anjuan({"circular", report, "-o", "csv"}).out.find("\"五、存在否决事项的案卷\"\r\n") !=
        std::string::npos);
  CHECK(out.find("平均得分 0 分") != std::string::npos);
}

TEST_CASE("recheck gives the same bytes for any number of jobs") {
  const Scratch scratch;
  const std::string earlier = Audited(scratch, "earlier", {"samples/"});
  const auto run = [&](const std::string& jobs) {
    return Anjuan(
               {"recheck", earlier, "samples/", "--as-of", "2024-12-31", "-j", jobs, "-o", "json"})
        .out;
  };
  CHECK(run("1") == run("4"));
}

}  // namespace
}  // namespace anjuan::cli
