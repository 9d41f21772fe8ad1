// github, csv, csv-raw and md: what is written line by line, read back by rules of its own.
#include <doctest/doctest.h>

#include <deque>

#include "base/terminal_text.h"
#include "base/utf8.h"
#include "report/hostile_case.h"

namespace anjuan {
namespace {

// With line ends, and tabs where they stay, as they are.
std::string Shown(std::string_view text, bool tabs) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const bool stays = c.value == '\n' || c.value == '\r' || (tabs && c.value == '\t');
    AppendUtf8(stays ? c.value : ForTerminal(c.value), out);
    i += static_cast<size_t>(c.length);
  }
  return out;
}

// As the runner reads a command: properties first, the message behind the second ::.
std::string Unescaped(std::string text) {
  for (const auto& [from, to] :
       {std::pair{"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}}) {
    text = Replaced(std::move(text), from, to);
  }
  return text;
}

TEST_CASE("github: each line is one command of ours, and its texts are read back") {
  for (const HostileText& hostile : HostileTexts()) {
    CAPTURE(hostile.name);
    const std::string want = Shown(hostile.text, false);
    const std::string written = WrittenOf("github", hostile.text);
    const std::vector<std::string> lines = Lines(written);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].starts_with("::error file="));
    CHECK(lines[1].starts_with("::notice file="));
    CHECK(lines[2].starts_with("::error file="));
    CHECK_FALSE(lines[3].starts_with("::"));
    for (const std::string& line : lines) CHECK(ForTerminal(line) == line);
    const size_t message = lines[0].find("::", 2);
    CHECK(Unescaped(lines[0].substr(message + 2)) == want);
    const std::string properties = lines[0].substr(8, message - 8);
    CHECK(std::count(properties.begin(), properties.end(), ',') == 2);
    CHECK(properties.ends_with(",line=7,title=T-1 规则 T-1"));
  }
}

// A finding of each severity that the baseline holds, with one that is new.
CaseResult KnownCase() {
  static std::deque<Rule> rules;
  CaseResult result = HostileCase("x").result();
  Finding one = result.findings[0];
  result.findings.clear();
  for (const Severity severity :
       {Severity::kFatal, Severity::kMajor, Severity::kMinor, Severity::kHint}) {
    Rule& rule = rules.emplace_back();
    rule.id = "K-" + std::to_string(static_cast<int>(severity));
    rule.title = "t";
    rule.severity = severity;
    one.rule = &rule;
    one.known = true;
    result.findings.push_back(one);
  }
  one.known = false;
  one.rule = &ReportRules().rules().rule(0);
  result.findings.push_back(one);
  return result;
}

TEST_CASE("what the baseline holds is a notice in github and info in gitlab, and marked") {
  RunInfo info = ReportRun();
  info.gate = &GateWithBaseline();
  const std::string mark = "(known from the baseline) ";
  const std::vector<std::string> lines = Lines(Written("github", info, {KnownCase()}));
  REQUIRE(lines.size() == 6);
  for (size_t i = 0; i < 4; ++i) {
    CHECK(lines[i].starts_with("::notice "));
    CHECK(lines[i].ends_with("::" + mark + "x"));
  }
  CHECK(lines[4].starts_with("::error "));
  CHECK(lines[4].ends_with("::x"));
  const std::string gitlab = Written("gitlab", info, {KnownCase()});
  size_t marked = 0;
  for (const std::string& line : Lines(gitlab)) {
    const bool known = line.find(mark) != std::string::npos;
    marked += known;
    if (known) CHECK(line.find("\"severity\":\"info\"") != std::string::npos);
  }
  CHECK(marked == 4);
  CHECK(gitlab.find("\"severity\":\"critical\"") != std::string::npos);
}

TEST_CASE("md: what the baseline holds stands behind what is new, and makes no case worse") {
  RunInfo info = ReportRun();
  info.gate = &GateWithBaseline();
  CaseResult known = KnownCase();
  known.file = "known";
  const std::string one = Written("md", info, {known});
  CHECK(one.find("| T-1 |") < one.find("| K-3 |"));
  known.findings.pop_back();
  CaseResult fresh = HostileCase("x").result();
  fresh.file = "fresh";
  fresh.findings.resize(1);
  const std::string two = Written("md", info, {known, fresh});
  CHECK(two.find("### fresh") < two.find("### known"));
}

struct Csv {
  std::vector<std::vector<std::string>> records;
  bool sound = true;
};

Csv ReadCsv(std::string_view text) {
  Csv csv;
  std::vector<std::string> record;
  while (!text.empty() && csv.sound) {
    std::string field;
    if (text.front() == '"') {
      size_t at = 1;
      for (; at < text.size(); ++at) {
        if (text[at] == '"' && !(at + 1 < text.size() && text[++at] == '"')) break;
        field += text[at];
      }
      text.remove_prefix(std::min(at, text.size()));
    } else {
      const size_t end = std::min(text.find_first_of(",\r"), text.size());
      field = text.substr(0, end);
      text.remove_prefix(end);
    }
    record.push_back(std::move(field));
    if (text.starts_with(',')) {
      text.remove_prefix(1);
    } else if (text.starts_with("\r\n")) {
      text.remove_prefix(2);
      csv.records.push_back(std::move(record));
      record.clear();
    } else {
      csv.sound = false;
    }
  }
  return csv;
}

bool IsGuarded(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \"'");
  if (begin == std::string_view::npos) return true;
  const std::string_view rest = text.substr(begin);
  for (const std::string_view start :
       {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
    if (rest.starts_with(start)) return text.front() == '\'';
  }
  return true;
}

TEST_CASE("csv: no field is a formula; a text is read back behind its guard") {
  for (const HostileText& hostile : HostileTexts()) {
    CAPTURE(hostile.name);
    const std::string written = WrittenOf("csv", hostile.text);
    REQUIRE(written.starts_with("\xEF\xBB\xBF"));
    const Csv csv = ReadCsv(std::string_view(written).substr(3));
    REQUIRE(csv.sound);
    REQUIRE(csv.records.size() == 5);
    for (const auto& record : csv.records) {
      CHECK(record.size() == csv.records[0].size());
      for (const std::string& field : record) CHECK(IsGuarded(field));
    }
    const std::string plain = Shown(hostile.text, true);
    for (const size_t column : {1, 3, 4, 5, 6, 13, 14}) {
      const std::string& field = csv.records[1][column];
      CHECK((field == plain || field == "'" + plain));
    }
    CHECK(csv.records[4][0] == "not audited");
  }
}

TEST_CASE("csv-raw: every text is read back as it was, without a mark before the first field") {
  for (const HostileText& hostile : HostileTexts()) {
    CAPTURE(hostile.name);
    const Csv csv = ReadCsv(WrittenOf("csv-raw", hostile.text));
    REQUIRE(csv.sound);
    REQUIRE(csv.records.size() == 5);
    CHECK(csv.records[0][0] == "type");
    CHECK(csv.records[1][0] == "finding");
    CHECK(csv.records[1][2] == "0");
    CHECK(csv.records[1][11] == "failed");
    CHECK(csv.records[2][11] == "indeterminate");
    CHECK(csv.records[2][16] == hostile.text);
    CHECK(csv.records[3][20] == hostile.text);
    CHECK(csv.records[3][21] == hostile.text);
    CHECK(csv.records[3][22] == "2025-01-31");
    CHECK(csv.records[1][20] == "");
    CHECK(csv.records[1].size() == csv.records[0].size());
    CHECK(csv.records[4][0] == "input");
    for (const size_t column : {1, 3, 4, 5, 6, 13, 14}) {
      CHECK(csv.records[1][column] == hostile.text);
    }
  }
}

TEST_CASE("csv: a cell holds 32767 units of UTF-16; what is cut off shows") {
  struct Row {
    std::string text;
    size_t letters;
    bool cut;
  };
  const Row rows[] = {
      {std::string(32'767, 'a'), 32'767, false},
      {std::string(32'768, 'a'), 32'767, true},
  };
  for (const Row& row : rows) {
    CaseResult result = HostileCase("x").result();
    result.findings.resize(1);
    result.findings[0].message = row.text;
    const Csv csv = ReadCsv(Written("csv", ReportRun(), {result}));
    const std::string& field = csv.records.at(1).at(14);
    CHECK(CountCodePoints(field) == row.letters);
    CHECK(field.ends_with("…") == row.cut);
  }
}

// As a site that renders it would: references resolved, breaks of addresses gone.
std::string FromMarkdown(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    if (text.compare(i, 2, "&#") == 0) {
      const size_t end = text.find(';', i);
      const int code = std::stoi(text.substr(i + 2, end - i - 2));
      if (code != 0x200B) AppendUtf8(static_cast<char32_t>(code), out);
      i = end + 1;
    } else if (text.compare(i, 4, "<br>") == 0) {
      out += '\n';
      i += 4;
    } else {
      out += text[i++];
    }
  }
  return out;
}

TEST_CASE("md: no text is markup, and each is read back") {
  for (const HostileText& hostile : HostileTexts()) {
    CAPTURE(hostile.name);
    const std::string written = WrittenOf("md", hostile.text);
    std::string want = Replaced(Shown(hostile.text, false), "\r\n", "\n");
    want = Replaced(want, "\r", "\n");
    std::vector<std::string> rows;
    for (const std::string& line : Lines(written)) {
      CHECK(ForTerminal(line) == line);
      CHECK(line.find_first_of("@`*_\\[]~!$%") == std::string::npos);
      const std::string rest = Replaced(line, "<br>", "");
      CHECK(rest.find_first_of("<>") == std::string::npos);
      CHECK(rest.find("://") == std::string::npos);
      if (line.starts_with("| major")) rows.push_back(line);
    }
    REQUIRE(rows.size() == 2);
    CHECK(std::count(rows[0].begin(), rows[0].end(), '|') == 7);
    const size_t begin = rows[0].find(" | 7 | ") + 7;
    const std::string cell =
        rows[0].substr(begin, rows[0].rfind(" | ", rows[0].size() - 3) - begin);
    CHECK(FromMarkdown(cell) == want);
    CHECK(rows[1].find("(waived; ") != std::string::npos);
  }
}

TEST_CASE("md: the worst cases stand first, and what is left out is counted") {
  std::vector<CaseResult> cases;
  for (size_t i = 0; i < 103; ++i) {
    CaseResult& result = cases.emplace_back(HostileCase("x").result());
    result.file = "f" + std::to_string(i);
    result.findings.resize(i == 102 ? 2 : 1);
    if (i == 102) result.findings[1] = result.findings[0];
  }
  const std::string written = Written("md", ReportRun(), cases);
  CHECK(written.find("### f102\n") < written.find("### f0\n"));
  CHECK(written.find("### f98\n") != std::string::npos);
  CHECK(written.find("### f99\n") == std::string::npos);
  CHECK(written.find("\n3 more cases have findings") != std::string::npos);
}

TEST_CASE("md: a comment's size is kept, however long the texts are") {
  CaseResult result = HostileCase(std::string(1'000, '&')).result();
  result.findings.resize(1);
  result.findings.resize(10, result.findings[0]);
  const std::string written = Written("md", ReportRun(), std::vector<CaseResult>(20, result));
  CHECK(CountCodePoints(written) < 65'536);
  CHECK(written.find(" more cases have findings") != std::string::npos);
}

}  // namespace
}  // namespace anjuan
