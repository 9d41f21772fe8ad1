// The page: what others wrote stands in it as text and does nothing, it reaches for nothing, it is
// whole, and it keeps within its size and says what it left out.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "audit/timeline.h"
#include "audit/waiver.h"
#include "report/formats.h"
#include "report/html_escape.h"
#include "report/html_kept.h"
#include "report/html_page.h"
#include "support/small_rules.h"

using namespace anjuan;

namespace {

const std::string kHostile =
    "\"><script>alert(1)</script><img src=x onerror=alert(2)>' style=x &amp; "
    "javascript:\xE2\x80\xAE"
    "\x1B[31m\xFF]]>--><!--";

const SmallRules& Rules() {
  static const SmallRules rules({"require: case.complex", "require: decision.sealed"});
  return rules;
}

RunInfo InfoOf(Lang lang) {
  RunInfo info;
  info.version = "1.0.0";
  info.as_of = *MakeDate(2024, 12, 31);
  info.lang = lang;
  info.rules = &Rules().rules();
  return info;
}

Finding FindingOf(size_t rule, Outcome outcome, const std::string& text) {
  Finding finding;
  finding.rule = &Rules().rules().rule(rule);
  finding.outcome = outcome;
  finding.message = text;
  finding.evidence = {{"decision.date", text, text, 12}, {"decision.number", text, "", 0}};
  if (outcome == Outcome::kIndeterminate) finding.missing = {text};
  finding.deduct = {100};
  return finding;
}

CaseResult CaseOf(const std::string& text, size_t findings) {
  CaseResult result;
  result.file = text;
  result.identity = {text, text, text, text, text, text, text, {text}};
  for (size_t i = 0; i < findings; ++i) {
    result.findings.push_back(FindingOf(0, Outcome::kFailed, text));
  }
  return result;
}

std::string PageOf(Lang lang, const std::vector<CaseResult>& cases, bool at_once = false,
                   const std::vector<InputFinding>& inputs = {}) {
  const std::unique_ptr<ReportWriter> writer = MakeHtmlWriter(InfoOf(lang));
  Summary summary;
  std::string page;
  writer->Begin(page);
  std::string all;
  for (const CaseResult& result : cases) {
    std::string text;
    writer->Case(result, text);
    if (!at_once) writer->Gather(text, "", page);
    all += text;
    ++summary.cases;
  }
  if (at_once) writer->Gather(all, "", page);
  for (const InputFinding& input : inputs) {
    std::string text;
    std::string rows;
    writer->Input(input, text, rows);
    writer->Gather(text, rows, page);
  }
  writer->End(summary, page);
  return page;
}

size_t Count(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// The tags of a page, without its style and script.
std::vector<std::string> TagsOf(std::string page) {
  for (const std::string name : {"style", "script"}) {
    const size_t from = page.find("<" + name + ">");
    page.erase(from, page.find("</" + name + ">") - from);
  }
  std::vector<std::string> tags;
  for (size_t at = page.find('<'); at != page.npos; at = page.find('<', at + 1)) {
    tags.push_back(page.substr(at, page.find('>', at) + 1 - at));
  }
  return tags;
}

CaseResult HostileCase() {
  static const Waiver waiver{"T-1", kHostile, kHostile, kHostile, kHostile, MakeDate(2025, 1, 1)};
  CaseResult result = CaseOf(kHostile, 2);
  result.findings[1].relief = Relief::kWaived;
  result.findings[1].waiver = &waiver;
  result.findings[1].known = true;
  result.findings.push_back(FindingOf(1, Outcome::kIndeterminate, kHostile));
  auto timeline = std::make_shared<Timeline>();
  timeline->events = {{0, false, "a.b", kHostile, kHostile, 1},
                      {86400 * 400, false, "a[0].b", kHostile, kHostile, 1},
                      {86400 * 401, true, "a.c", kHostile, "", 1}};
  JudgedPeriod period;
  period.rule = &Rules().rules().rule(0);
  period.state = PeriodState::kOverdue;
  period.element = kHostile;
  period.from.label = kHostile;
  period.count.from = Date{10};
  period.count.until = Date{30};
  period.count.due = Date{20};
  timeline->periods = {period};
  result.timeline = timeline;
  result.running = {{period.rule, Date{50}, 3}};
  return result;
}

}  // namespace

TEST_CASE("text of others in every field stands in the page as text") {
  InputFinding input;
  input.file = kHostile;
  input.message = {TextId::kUnreadable, {kHostile}};
  for (const Lang lang : {Lang::kChinese, Lang::kEnglish}) {
    const std::string page = PageOf(lang, {HostileCase()}, false, {input});
    CHECK(FaultOfPage(page) == "");
    const std::regex attribute(" ([a-zA-Z0-9-]+)=\"[^\"]*\"");
    const std::set<std::string> names = {"alt",        "aria-hidden",
                                         "aria-label", "aria-labelledby",
                                         "aria-live",  "autocomplete",
                                         "charset",    "class",
                                         "content",    "cx",
                                         "cy",         "data-column",
                                         "data-n",     "data-order",
                                         "data-words", "for",
                                         "height",     "href",
                                         "http-equiv", "id",
                                         "lang",       "name",
                                         "r",          "rel",
                                         "role",       "scope",
                                         "tabindex",   "type",
                                         "viewBox",    "width",
                                         "x",          "x1",
                                         "x2",         "y",
                                         "y2",         "preserveAspectRatio"};
    for (const std::string& tag : TagsOf(page)) {
      CAPTURE(tag);
      CHECK_FALSE(tag.starts_with("<img"));
      CHECK_FALSE(tag.starts_with("<!-"));
      std::string rest = tag;
      for (std::sregex_iterator it(tag.begin(), tag.end(), attribute), end; it != end; ++it) {
        CHECK(names.contains((*it)[1].str()));
      }
      CHECK(std::regex_replace(tag, attribute, "").find('=') == std::string::npos);
    }
    CHECK(Count(page, "<script") == 1);
    CHECK(page.find("\xE2\x80\xAE") == page.npos);
    CHECK(page.find('\x1B') == page.npos);
    CHECK(page.find('\xFF') == page.npos);
    CHECK(Count(page, "&lt;script&gt;alert(1)&lt;/script&gt;") > 10);
  }
}

TEST_CASE("no address in the page leads out of it, and ids are digests or the page's own words") {
  const std::string page = PageOf(Lang::kChinese, {HostileCase()});
  CHECK(page.find("http:") == page.npos);
  CHECK(page.find("https:") == page.npos);
  CHECK(page.find("url(") == page.npos);
  CHECK(page.find("@import") == page.npos);
  const std::regex id(" id=\"([^\"]*)\"");
  const std::regex digest("[cfr][0-9a-f]{10}");
  const std::set<std::string> own = {"main",     "inputs", "findings", "findings-h", "cases",
                                     "cases-h",  "sheets", "sheets-h", "rules",      "rules-h",
                                     "inputs-h", "q",      "fs",       "ft",         "fa",
                                     "fo",       "count"};
  for (std::sregex_iterator it(page.begin(), page.end(), id), end; it != end; ++it) {
    const std::string name = (*it)[1].str();
    CAPTURE(name);
    CHECK((own.contains(name) || std::regex_match(name, digest)));
  }
}

TEST_CASE("the policy names a text by its SHA-256 in base64") {
  struct Row {
    std::string text;
    std::string digest;
  };
  for (const Row& row : {Row{"", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
                         Row{"abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="}}) {
    CHECK(PolicyDigest(row.text) == row.digest);
  }
}

TEST_CASE("the same cases give the same bytes, however they are handed over") {
  const std::vector<CaseResult> cases = {CaseOf("a", 3), HostileCase(), CaseOf("b", 0)};
  const std::string page = PageOf(Lang::kChinese, cases);
  CHECK(page == PageOf(Lang::kChinese, cases));
  CHECK(page == PageOf(Lang::kChinese, cases, /*at_once=*/true));
}

TEST_CASE("what a waiver or the baseline says of a finding is said beside it") {
  const std::string page = PageOf(Lang::kEnglish, {HostileCase()});
  CHECK(page.find("<em>waived</em>") != page.npos);
  CHECK(page.find("<em>in the baseline</em>") != page.npos);
  CHECK(page.find("until 2025-01-01") != page.npos);
}

TEST_CASE("5 000 findings stay under 3 MB; sheets without room and one more finding are counted") {
  const std::string text = "六城市临江区城市管理综合行政执法局当事人名称";
  std::vector<CaseResult> cases;
  for (int i = 0; i < 1000; ++i) {
    cases.push_back(CaseOf(text, 5));
    cases.back().file = "案卷/" + std::to_string(i) + ".xml";
  }
  const std::string full = PageOf(Lang::kChinese, cases);
  CHECK(full.size() < 3'000'000);
  CHECK(FaultOfPage(full) == "");
  CHECK(Count(full, "<tr class=\"s2\">") == 5000);
  const size_t sheets = Count(full, "<article ");
  CHECK(sheets > 300);
  CHECK(Count(full, "<li id=\"f") == 5 * sheets);
  CHECK(full.find("<li>" + std::to_string(1000 - sheets) + " 件案卷的评查表") != full.npos);

  cases.push_back(CaseOf("one more", 1));
  cases.back().findings[0].outcome = Outcome::kIndeterminate;
  const std::string more = PageOf(Lang::kEnglish, cases);
  CHECK(more.size() < 3'000'000);
  CHECK(Count(more, "<tr class=\"s2\">") == 5000);
  CHECK(more.find("<li>indeterminate: 1 (the table has the first 0, the gravest first)</li>") !=
        more.npos);
}

TEST_CASE("what has no room is said: sheets of lighter cases go first, then timelines") {
  KeptCases kept;
  for (int i = 0; i < 4; ++i) {
    CaseBlock block;
    block.head = std::string(1000, 'h');
    block.timeline = std::string(500, 't');
    FindingBlock finding;
    finding.rank = static_cast<uint8_t>(i == 2 ? 0 : 3);
    finding.row_start = "<tr>";
    block.findings = {finding};
    kept.Add(std::move(block));
  }
  const LeftOut left = ChooseSheets(kept, 3 * 1100 + 600, std::nullopt);
  CHECK(left.sheets == 1);
  CHECK(left.timelines == 2);
  CHECK(kept.cases()[2]->pictured);
  CHECK_FALSE(kept.cases()[3]->shown);
}

TEST_CASE("beyond 5 000 the lightest go first, the last of them before the first") {
  KeptCases kept;
  for (int i = 0; i < 3; ++i) {
    CaseBlock block;
    block.findings.resize(2500);
    for (FindingBlock& finding : block.findings) {
      finding.rank = static_cast<uint8_t>(i == 1 ? 3 : 1);
      finding.row_start = "<tr>";
    }
    kept.Add(std::move(block));
  }
  CHECK(kept.findings() == kMostPageFindings);
  CHECK(kept.Count(1) == 5000);
  CHECK(kept.left()[3] == 2500);
  CHECK(kept.cases()[1]->left == 2500);
  CHECK(kept.cases()[1]->Rank() == kRanks);
}

TEST_CASE("a page read back: each thing that can be wrong is found") {
  const std::string good = PageOf(Lang::kEnglish, {CaseOf("a", 1)});
  CHECK(FaultOfPage(good) == "");
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string page = good;
    const size_t at = page.find(from);
    REQUIRE(at != page.npos);
    return page.replace(at, from.size(), to);
  };
  CHECK(FaultOfPage("") == "doctype");
  CHECK(FaultOfPage(good.substr(0, good.size() - 1)) == "</html>");
  CHECK(FaultOfPage(with("--paper: #fff", "--paper: #000")) == "<style>");
  CHECK(FaultOfPage(with("use strict", "use nothing")) == "<script>");
  CHECK(FaultOfPage(with("id=\"cases\"", "id=\"findings\"")) == "id findings");
  CHECK(FaultOfPage(with("href=\"#rules\"", "href=\"#nowhere\"")) == "#nowhere");
  CHECK(FaultOfPage(with("href=\"#rules\"", "href=\"https://x\"")) == "href");
  CHECK(FaultOfPage(with("<main ", "<main src=\"x\" ")) == "src");
}

TEST_CASE("what is shown of a text: markup as text, line ends as spaces, unseen marks replaced") {
  struct Row {
    std::string text;
    std::string shown;
  };
  for (const Row& row :
       {Row{"<a href='x'>&\"", "&lt;a href=&#39;x&#39;&gt;&amp;&quot;"}, Row{"a\r\nb", "a b"},
        Row{"\xE2\x80\xAE!", "\xEF\xBF\xBD!"}, Row{std::string("\0", 1), "\xEF\xBF\xBD"}}) {
    CHECK(PageText(row.text) == row.shown);
  }
  CHECK(Bdi("abcdef", 4) == "<bdi>abc…</bdi>");
}
