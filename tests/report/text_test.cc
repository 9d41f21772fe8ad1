// The text report: lines fit the terminal, columns are straight, a value stays on its line.
#include <doctest/doctest.h>

#include <deque>

#include "base/display_width.h"
#include "report/hostile_case.h"
#include "report/text_look.h"

namespace anjuan {
namespace {

// A finding of each severity, one of the baseline, a waived and an undecided one.
CaseResult LongCase() {
  static std::deque<Rule> rules;
  const std::string text = "当事人的陈述申辩意见没有记入笔录而且没有复核";
  static const HostileCase hostile(text);
  CaseResult result = hostile.result();
  result.file = "a.xml";
  Finding one = result.findings[0];
  for (size_t i = 0; i < kSeverities; ++i) {
    Rule& rule = rules.emplace_back();
    rule.id = "K-" + std::to_string(i);
    rule.title = text;
    rule.severity = static_cast<Severity>(i);
    one.rule = &rule;
    one.known = i == 0;
    result.findings.push_back(one);
  }
  result.counts.waived = 1;
  return result;
}

TEST_CASE("text: no line of a case is wider than the terminal") {
  for (const Lang lang : {Lang::kChinese, Lang::kEnglish}) {
    for (const size_t width : {40, 60, 80}) {
      CAPTURE(width);
      RunInfo info = ReportRun(lang);
      info.width = width;
      info.gate = &GateWithBaseline();
      for (const GroupBy group : {GroupBy::kFile, GroupBy::kRule, GroupBy::kAgency}) {
        info.group_by = group;
        for (const std::string& line : Lines(Written("text", info, {LongCase()}))) {
          if (group != GroupBy::kFile && !line.starts_with(' ')) continue;  // headings
          CAPTURE(line);
          CHECK(DisplayWidth(line) <= width);
          CHECK_FALSE(line.ends_with(' '));
        }
      }
    }
  }
}

TEST_CASE("text: in groups what is said begins in one column, whatever the severity") {
  for (const auto& [lang, column] : {std::pair{Lang::kChinese, 11}, {Lang::kEnglish, 12}}) {
    RunInfo info = ReportRun(lang);
    info.group_by = GroupBy::kAgency;
    size_t found = 0;
    for (const std::string& line : Lines(Written("text", info, {LongCase()}))) {
      const size_t at = line.find("a.xml");
      if (at == std::string::npos) continue;
      ++found;
      CHECK(DisplayWidth(line.substr(0, at)) == static_cast<size_t>(column));
    }
    CHECK(found == 6);
  }
}

TEST_CASE("text: a colour ends with its line") {
  RunInfo info = ReportRun();
  info.color = true;
  info.width = 40;
  for (const std::string& line : Lines(Written("text", info, {LongCase()}))) {
    const size_t color = line.rfind("\x1b[");
    if (color != std::string::npos) CHECK(line.substr(color, 4) == "\x1b[0m");
  }
}

TEST_CASE("text: a line end in a value is one space") {
  struct Row {
    const char* text;
    const char* want;
  };
  for (const Row& row : {Row{"一\n二", "一 二"}, Row{"一\r\n二", "一 二"}, Row{"一\r二", "一 二"},
                         Row{"一\t二", "一 二"}, Row{"一\x1b二", "一\uFFFD二"}}) {
    CHECK(OnOneLine(row.text) == row.want);
    CaseResult result = HostileCase(row.text).result();
    result.findings.resize(1);
    const std::string written = Written("text", ReportRun(), {result});
    CHECK(written.find(" = " + std::string(row.want)) != std::string::npos);
  }
}

}  // namespace
}  // namespace anjuan
