#include "survey/earlier_report.h"

#include <doctest/doctest.h>

namespace anjuan {
namespace {

const std::string kRun = R"({"type":"run","packs":[],"as_of":"2025-01-01"})"
                         "\n";
const std::string kCase = R"({"type":"case","file":"a.xml","findings":[]})"
                          "\n";

std::string SummaryOf(int cases) {
  return R"({"type":"summary","found":1,"audited":1,"unaudited":0,"cases":)" +
         std::to_string(cases) + "}\n";
}

struct Heard final : EarlierSink {
  void OnRun(const RunLine& /*run*/) override { ++runs; }
  void OnCase(const CaseLine& /*one*/) override { ++cases; }
  void OnInput(const InputLine& /*input*/) override {}
  void OnSummary(const SummaryLine& /*summary*/) override { ++summaries; }
  void OnProblem(EarlierProblem problem) override {
    problems += std::to_string(problem.line) + " " + Say(Lang::kEnglish, problem.message) + "\n";
  }
  int runs = 0;
  int cases = 0;
  int summaries = 0;
  std::string problems;
};

TEST_CASE("a report is read to its end whatever a line of it is") {
  struct Row {
    std::string name;
    std::string text;
    int cases;
    std::string problems;
  };
  const std::string cut = "the report is cut off: its summary line is not there\n";
  const std::string headless = "the report is cut off: its run line is not there\n";
  const Row rows[] = {
      {"whole", kRun + kCase + SummaryOf(1), 1, ""},
      {"two in one file", kRun + kCase + SummaryOf(1) + kRun + SummaryOf(0), 1, ""},
      {"a mark, CRLF, empty lines", "\xEF\xBB\xBF" + kRun + "\r\n\n" + kCase + SummaryOf(1), 1, ""},
      {"no line end at the end", kRun + SummaryOf(0).substr(0, SummaryOf(0).size() - 1), 0, ""},
      {"cut behind a case", kRun + kCase, 1, "2 " + cut},
      {"cut within a case", kRun + kCase.substr(0, 20), 0,
       "2 not valid JSON (byte 21: Missing a closing quotation mark in string.)\n2 " + cut},
      {"cut before another report", kRun + kRun + SummaryOf(0), 0, "2 " + cut},
      {"a bad line amid good ones", kRun + "{\n" + kCase + SummaryOf(2), 1,
       "2 not valid JSON (byte 2: Missing a name for object member.)\n"},
      {"cases lost", kRun + kCase + SummaryOf(3), 1,
       "3 the summary line says 3 cases, and there are 1\n"},
      {"cases too many", kRun + kCase + kCase + SummaryOf(1), 2,
       "4 the summary line says 1 cases, and there are 2\n"},
      {"a line too long", kRun + std::string(5000, 'x') + "\n" + kCase + SummaryOf(1), 1,
       "2 the line is longer than 4096 bytes and was passed over\n"},
      {"the last line too long", kRun + std::string(5000, 'x'), 0,
       "2 the line is longer than 4096 bytes and was passed over\n2 " + cut},
      {"empty", "", 0, "0 the report is empty\n"},
      {"cases alone", kCase, 1, "1 " + headless + "1 " + cut},
      {"no run line", kCase + kCase + SummaryOf(2), 2, "1 " + headless},
      {"no run line, then a whole one", kCase + kRun + SummaryOf(0), 1,
       "1 " + headless + "2 " + cut},
      {"a summary alone", SummaryOf(0), 0, "1 " + headless},
      {"more files not audited than there are",
       kRun + R"({"type":"summary","found":1,"unaudited":2,"cases":0})" + "\n", 0,
       "2 the summary line says 2 files not audited of 1 found\n2 " + cut},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    MemoryReader files;
    files.Add("r", row.text);
    Heard heard;
    ReadEarlier(files, "r", heard, 4096);
    CHECK(heard.cases == row.cases);
    CHECK(heard.problems == row.problems);
  }
}

TEST_CASE("a line as long as the limit is read, across the windows of reading") {
  const std::string padded = "{\"pad\":\"" + std::string((3 << 20), 'x') + "\"," + kCase.substr(1);
  MemoryReader files;
  files.Add("r", kRun + padded + SummaryOf(1));
  Heard whole;
  ReadEarlier(files, "r", whole, padded.size() - 1);
  CHECK(whole.cases == 1);
  CHECK(whole.problems.empty());
  Heard refused;
  ReadEarlier(files, "r", refused, padded.size() - 2);
  CHECK(refused.cases == 0);
  CHECK_FALSE(refused.problems.empty());
}

TEST_CASE("a file that is not there is told of") {
  Heard heard;
  ReadEarlier(MemoryReader(), "r", heard);
  CHECK(heard.problems == "0 no such file\n");
}

}  // namespace
}  // namespace anjuan
