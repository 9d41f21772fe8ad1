#include "survey/line_parser.h"

#include <doctest/doctest.h>

namespace anjuan {
namespace {

Result<ReportLine, Text> Parse(std::string line) {
  return ParseReportLine(line.data(), line.size());
}

TEST_CASE("a case line: what a survey needs is read, what it does not know is passed over") {
  const auto parsed = Parse(
      R"({"type":"case","file":"a.xml","record":2,"case_number":"甲1","agency":null,"sector":"生态环境",)"
      R"("officers":["张","李"],"later":{"deep":[1,{"x":"y"}]},"score":92.5,"score_floor":85,"grade":"优",)"
      R"("vetoes":["P-1"],"findings":[{"rule":"P-1","outcome":"failed","severity":"fatal","stage":"立案",)"
      R"("basis":[{"ref":"法 1","version":null}],"deduct":0.5,"missing":["x"],"waiver":{"reason":"r"},)"
      R"("fingerprint":"f"}]})");
  REQUIRE(parsed.ok());
  const CaseLine& one = std::get<CaseLine>(*parsed);
  CHECK(one.file == "a.xml");
  CHECK(one.record == 2);
  CHECK(one.key() == "甲1");
  CHECK_FALSE(one.agency.has_value());
  CHECK(one.sector == "生态环境");
  CHECK(one.officers == std::vector<std::string>{"张", "李"});
  CHECK(one.score == 9250);
  CHECK(one.score_floor == 8500);
  CHECK(one.vetoes == std::vector<std::string>{"P-1"});
  REQUIRE(one.findings.size() == 1);
  const FindingLine& finding = one.findings[0];
  CHECK(finding.severity == Severity::kFatal);
  CHECK(finding.failed);
  CHECK(finding.waived);
  CHECK_FALSE(finding.defect());
  CHECK(finding.deduct == 50);
  CHECK(finding.basis == std::vector<std::string>{"法 1"});
}

TEST_CASE("a line that is none of a report is told of, each with its reason") {
  struct Row {
    std::string line;
    std::string want;
  };
  const std::string finding = R"({"type":"case","file":"a","findings":[{)";
  const Row rows[] = {
      {"{", "not valid JSON (byte 2: Missing a name for object member.)"},
      {"{} x", "not valid JSON (byte 4: The document root must not be followed by other values.)"},
      {std::string("{\"type\":\"case\"}\0 x", 18), "not valid JSON (byte 16: NUL)"},
      {"{\"type\":\"\xff\"}", "not valid JSON (byte 10: Invalid encoding in string.)"},
      {"[1]", "no line of an NDJSON report: a JSON object is wanted"},
      {"7", "no line of an NDJSON report: a JSON object is wanted"},
      {"null", "no line of an NDJSON report: a JSON object is wanted"},
      {"{}", "no line of an NDJSON report: 'type' is missing"},
      {R"({"type":"later"})", "there is no line of type 'later'"},
      {R"({"type":7})", "the value of 'type' is not of the kind it should be"},
      {R"({"type":"case","findings":[]})", "no line of an NDJSON report: 'file' is missing"},
      {R"({"type":"case","file":"a"})", "no line of an NDJSON report: 'findings' is missing"},
      {R"({"type":"case","file":["a"]})", "the value of 'file' is not of the kind it should be"},
      {R"({"type":"case","file":{}})", "the value of 'file' is not of the kind it should be"},
      {R"({"type":"case","record":"1"})", "the value of 'record' is not of the kind it should be"},
      {R"({"type":"case","record":-1})", "the value of 'record' is not of the kind it should be"},
      {R"({"type":"case","score":1e2})", "the value of 'score' is not of the kind it should be"},
      {R"({"type":"case","score":1.234})", "the value of 'score' is not of the kind it should be"},
      {R"({"type":"case","officers":[1]})",
       "the value of 'officers' is not of the kind it should be"},
      {R"({"type":"case","findings":["x"]})",
       "the value of 'findings' is not of the kind it should be"},
      {finding + R"("outcome":"passed"}]})",
       "the value of 'outcome' is not of the kind it should be"},
      {finding + R"("severity":"dire"}]})",
       "the value of 'severity' is not of the kind it should be"},
      {finding + R"("rule":"P","outcome":"failed","severity":"minor"}]})",
       "no line of an NDJSON report: 'fingerprint' is missing"},
      {R"({"type":"input","file":"a"})", "no line of an NDJSON report: 'problem' is missing"},
      {R"({"type":"run"})", "no line of an NDJSON report: 'packs' is missing"},
      {R"({"type":"summary","found":1,"unaudited":0})",
       "no line of an NDJSON report: 'cases' is missing"},
      {"{\"x\":" + std::string(70, '[') + std::string(70, ']') + "}",
       "nested more than 64 levels deep"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const auto parsed = Parse(row.line);
    REQUIRE_FALSE(parsed.ok());
    CHECK(Say(Lang::kEnglish, parsed.error()) == row.want);
  }
}

}  // namespace
}  // namespace anjuan
