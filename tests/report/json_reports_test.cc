// sarif, gitlab, json and ndjson read back by a reader of JSON.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "base/terminal_text.h"
#include "base/utf8.h"
#include "report/hostile_case.h"

namespace anjuan {
namespace {

using rapidjson::Value;

rapidjson::Document Parse(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

std::string Text(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

// As SARIF readers undo what SarifText does.
std::string Message(const Value& message) {
  std::string text;
  const std::string written = Text(message["text"]);
  for (size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\' || written[i] == '{' || written[i] == '}') ++i;
    text += written.at(i);
  }
  return text;
}

std::string FromUri(const std::string& uri) {
  std::string out;
  for (size_t i = 0; i < uri.size(); ++i) {
    if (uri[i] == '%') {
      out += static_cast<char>(std::stoi(uri.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      out += uri[i];
    }
  }
  return out;
}

TEST_CASE("no byte of machine output acts, whatever the texts are") {
  for (const std::string_view format : {"json", "ndjson", "sarif", "gitlab"}) {
    CAPTURE(format);
    for (const HostileText& hostile : HostileTexts()) {
      CAPTURE(hostile.name);
      const std::string out = WrittenOf(format, hostile.text);
      CHECK(FindInvalidUtf8(out) == std::string::npos);
      CHECK(out.find('<') == std::string::npos);
      CHECK(ForTerminal(Replaced(out, "\n", " ")) == Replaced(out, "\n", " "));
    }
  }
}

TEST_CASE("sarif: every text is read back as it was") {
  for (const HostileText& hostile : HostileTexts()) {
    CAPTURE(hostile.name);
    const std::string text(hostile.text);
    const rapidjson::Document log = Parse(WrittenOf("sarif", text));
    const Value& run = log["runs"][0];
    REQUIRE(run["results"].Size() == 3);
    for (const Value& result : run["results"].GetArray()) {
      CHECK(Message(result["message"]) == text);
      const Value& place = result["locations"][0];
      CHECK(Text(place["logicalLocations"][0]["fullyQualifiedName"]) == text);
      CHECK(Text(result["properties"]["case_number"]) == text);
      CHECK(Text(result["properties"]["case_title"]) == text);
      CHECK(Text(result["properties"]["agency"]) == text);
      CHECK(Text(result["properties"]["evidence"][0]["value"]) == text);
      CHECK(Message(result["relatedLocations"][0]["message"]) == text + " = " + text);
      const std::string uri = Text(place["physicalLocation"]["artifactLocation"]["uri"]);
      CHECK(uri.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                  "-._~/%:") == std::string::npos);
    }
    CHECK(Text(run["results"][1]["properties"]["missing"][0]) == text);
    CHECK(Text(run["results"][2]["suppressions"][0]["justification"]) == text);
    const Value& note = run["invocations"][0]["toolExecutionNotifications"][0];
    CHECK(Message(note["message"]).find(text) != std::string::npos);
  }
}

TEST_CASE(
    "sarif: failed is fail with a level, undecided is open with none; all say if suppressed") {
  const rapidjson::Document log = Parse(WrittenOf("sarif", "x"));
  const Value& run = log["runs"][0];
  const Value& results = run["results"];
  const auto column = [&](const char* key) {
    std::string all;
    for (const Value& result : results.GetArray()) all += Text(result[key]) + ' ';
    return all;
  };
  CHECK(column("kind") == "fail open fail ");
  CHECK(column("level") == "error none error ");
  CHECK(results[0]["suppressions"].Empty());
  CHECK(Text(results[2]["suppressions"][0]["status"]) == "accepted");
  CHECK(Text(results[2]["suppressions"][0]["properties"]["until"]) == "2025-01-31");
  CHECK_FALSE(results[0].HasMember("baselineState"));
  // One finding three times over: told apart by a number.
  CHECK(Text(results[2]["partialFingerprints"]["primaryLocationLineHash"]) == "0123456789abcdef:3");
  CHECK_FALSE(run["invocations"][0]["executionSuccessful"].GetBool());
  for (const Value& result : results.GetArray()) {
    const Value& rules = run["tool"]["driver"]["rules"];
    CHECK(rules[result["ruleIndex"].GetUint()]["id"] == result["ruleId"]);
  }
}

TEST_CASE(
    "sarif: baselineState stands on every result where the run has a baseline, else on none") {
  RunInfo info = ReportRun();
  info.gate = &GateWithBaseline();
  CaseResult result = HostileCase("x").result();
  result.findings.pop_back();
  result.findings[1].known = true;
  const rapidjson::Document log = Parse(Written("sarif", info, {result}));
  const Value& results = log["runs"][0]["results"];
  CHECK(Text(results[0]["baselineState"]) == "new");
  CHECK(Text(results[1]["baselineState"]) == "unchanged");
  CHECK(log["runs"][0]["invocations"][0]["executionSuccessful"].GetBool());
}

TEST_CASE("sarif: a run without a case is whole, its results an empty list") {
  const rapidjson::Document log = Parse(Written("sarif", ReportRun(), {}));
  CHECK(log["runs"][0]["results"].IsArray());
  CHECK(log["runs"][0]["results"].Empty());
}

TEST_CASE("sarif: nothing is cut past what code scanning takes, and a notification says so") {
  CaseResult result = HostileCase("x").result();
  result.findings.resize(1);
  result.findings.resize(25'000, result.findings[0]);
  const auto notes = [](const rapidjson::Document& log) {
    return log["runs"][0]["invocations"][0]["toolExecutionNotifications"].Size();
  };
  CHECK(notes(Parse(Written("sarif", ReportRun(), {result}))) == 0);
  result.findings.push_back(result.findings[0]);
  const rapidjson::Document log = Parse(Written("sarif", ReportRun(), {result}));
  CHECK(log["runs"][0]["results"].Size() == 25'001);
  CHECK(notes(log) == 1);
}

TEST_CASE("sarif: a file name becomes a URI that leads back to it") {
  struct Row {
    std::string file;
    std::string uri;
  };
  const Row rows[] = {
      {"a/b.xml", "a/b.xml"},
      {"./a//./b.xml", "a/b.xml"},
      {"/data/a b.xml", "file:///data/a%20b.xml"},
      {"../a.xml", "../a.xml"},
      {"案.xml", "%E6%A1%88.xml"},
      {"a\\b.xml", "a%5Cb.xml"},
      {"C:\\a.xml", "C%3A%5Ca.xml"},
      {"a#b?c%d[e].xml", "a%23b%3Fc%25d%5Be%5D.xml"},
      {"mailto:x", "mailto%3Ax"},
      {std::string(kStrayBytes), "a%FF%C0%AF%ED%A0%80z"},
      {"-", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file);
    CaseResult result = HostileCase("x").result();
    result.findings.resize(1);
    result.file = row.file;
    const rapidjson::Document log = Parse(Written("sarif", ReportRun(), {result}));
    const Value& place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    CHECK(Text(place["artifactLocation"]["uri"]) == row.uri);
  }
  CHECK(FromUri("a%FF%C0%AF%ED%A0%80z") == kStrayBytes);
}

TEST_CASE("gitlab: texts are read back, fingerprints differ, waived findings are left out") {
  for (const HostileText& hostile : HostileTexts()) {
    CAPTURE(hostile.name);
    const std::string text(hostile.text);
    const rapidjson::Document list = Parse(WrittenOf("gitlab", text));
    REQUIRE(list.Size() == 3);
    CHECK(Text(list[0]["description"]) == "规则 T-1: " + text);
    CHECK(Text(list[0]["severity"]) == "critical");
    CHECK(Text(list[1]["description"]) == "undecided 规则 T-2: " + text);
    CHECK(Text(list[1]["severity"]) == "info");
    CHECK(Text(list[2]["severity"]) == "blocker");
    CHECK(Text(list[2]["check_name"]) == "unreadable");
    CHECK(list[2]["location"]["lines"]["begin"].GetInt() == 1);
    CHECK(list[0]["fingerprint"] != list[1]["fingerprint"]);
  }
}

TEST_CASE("gitlab: two copies of a case are two; a run without findings is []") {
  CaseResult first = HostileCase("x").result();
  first.findings.resize(1);
  CaseResult second = first;
  second.file = "y";
  CaseResult third = first;
  third.record = 1;
  const rapidjson::Document list = Parse(Written("gitlab", ReportRun(), {first, second, third}));
  REQUIRE(list.Size() == 3);
  CHECK(list[0]["fingerprint"] != list[1]["fingerprint"]);
  CHECK(list[0]["fingerprint"] != list[2]["fingerprint"]);
  CHECK(Written("gitlab", ReportRun(), {}) == "[]\n");
}

TEST_CASE("json: every text is read back as it was") {
  for (const HostileText& hostile : HostileTexts()) {
    CAPTURE(hostile.name);
    const std::string text(hostile.text);
    const rapidjson::Document document = Parse(WrittenOf("json", text));
    const Value& found = document["cases"][0];
    CHECK(Text(found["file"]) == text);
    CHECK(Text(found["case_title"]) == text);
    const Value& finding = found["findings"][0];
    CHECK(Text(finding["message"]) == text);
    CHECK(Text(finding["path"]) == text);
    CHECK(Text(finding["evidence"][0]["label"]) == text);
    CHECK(Text(found["findings"][1]["missing"][0]) == text);
  }
}

}  // namespace
}  // namespace anjuan
