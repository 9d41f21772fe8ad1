// What a rule comes to on one case: the four outcomes, the evidence, the causes.
#include "audit/case_auditor.h"

#include <doctest/doctest.h>

#include "audit/summary.h"
#include "base/file_reader.h"
#include "pack/law_book.h"
#include "support/small_model.h"
#include "support/yaml_record.h"

using namespace anjuan;

namespace {

constexpr const char kPack[] = R"(name: 试
title: 试验
version: "1"
model: small
law_date: {default: decision.date}
stages: {notice: 告知}
scoring: {scheme: generic}
)";

std::string RuleText(const std::string& id, const std::string& check) {
  return "id: " + id +
         "\nname: x\ntitle: 未告知\nstage: 告知\nseverity: fatal\nbasis: [某法 1]\n"
         "covers: [RI-1]\nwhy: 说明\n" +
         check +
         "\nmessage: 未告知,决定日期 {decision.date}\nfix: 无\n"
         "score: {section: 程序, deduct: 0.5, cap: 1}\ntests: []\n";
}

// One pack of the rules given, over the case given.
struct Audited {
  Audited(std::vector<std::string> checks, const std::string& text, const std::string& complete,
          Lang lang = Lang::kEnglish, std::shared_ptr<const LawBook> laws = nullptr,
          const Gate* gate = nullptr, const char* file = "case.yaml") {
    MemoryReader files;
    files.Add("p/pack.yaml", kPack);
    for (size_t i = 0; i < checks.size(); ++i) {
      const std::string id = "T-" + std::to_string(i + 1);
      files.Add("p/notice/" + id + ".yaml", RuleText(id, checks[i]));
    }
    DiagnosticSink sink;
    std::optional<Pack> pack = LoadPack(files, "p", {&files, "none/", std::move(laws)}, sink);
    REQUIRE(pack);
    std::vector<std::unique_ptr<const CompiledPack>> packs;
    packs.push_back(CompilePack(std::move(*pack), *model, true, sink));
    REQUIRE_MESSAGE(packs[0], Format(sink, Lang::kEnglish));
    rules = std::make_unique<RuleSet>(*model, calendar, std::move(packs), lang);

    ReadYamlCase(*model, rules->projection(), text, complete, record);
    CaseAuditor auditor(*rules, std::nullopt, lang);
    if (gate != nullptr) auditor.SetGate(*gate);
    result.file = file;
    REQUIRE(auditor.Audit(record, file, result));
    outcomes = auditor.outcomes();
  }

  std::unique_ptr<const Model> model = SmallModel();
  WorkdayCalendar calendar{std::vector<WorkdayCalendar::Year>{{2023, {}, {}}}};
  std::unique_ptr<RuleSet> rules;
  Record record{*model};
  CaseResult result;
  std::vector<Outcome> outcomes;
};

}  // namespace

TEST_CASE("a missing notice fails in a complete export and is undecided in one that does not say") {
  struct Row {
    const char* name;
    const char* text;
    const char* complete;
    Outcome want;
    std::vector<std::string> missing;
  };
  const Row rows[] = {
      {"complete, no notice", "{documents: [{kind: 立案审批表}]}", "是", Outcome::kFailed, {}},
      {"complete, no documents", "{case: {number: 一}}", "是", Outcome::kFailed, {}},
      {"no list of documents", "{case: {number: 一}}", "", Outcome::kIndeterminate, {"documents"}},
      {"a notice", "{documents: [{kind: 行政处罚事先告知书}]}", "", Outcome::kPassed, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Audited audited({"require: hasDoc('行政处罚告知书')"}, row.text, row.complete);
    CHECK((audited.outcomes[0] == row.want));
    if (row.want == Outcome::kPassed) {
      CHECK(audited.result.findings.empty());
      continue;
    }
    REQUIRE(audited.result.findings.size() == 1);
    const Finding& finding = audited.result.findings[0];
    CHECK(finding.missing == row.missing);
    REQUIRE(finding.evidence.size() >= 1);
    CHECK(finding.evidence[0].field == "documents");
    CHECK(finding.fingerprint.size() == 16);
  }
}

TEST_CASE("a finding shows the values that decided it, with their lines") {
  const Audited audited(
      {"require: decision.date <= filing.approved_on + days(90)"},
      "case: {number: 一}\nfiling: {approved_on: 2023-03-02}\ndecision: {date: 2023-06-01}\n", "");
  REQUIRE(audited.result.findings.size() == 1);
  const Finding& finding = audited.result.findings[0];
  CHECK(finding.message == "未告知,决定日期 2023-06-01");
  CHECK(finding.line == 3);
  CHECK(finding.path == "decision.date");
  REQUIRE(finding.evidence.size() == 2);
  CHECK(finding.evidence[0].field == "decision.date");
  CHECK(finding.evidence[0].value == "2023-06-01");
  CHECK(finding.evidence[1].field == "filing.approved_on");
  CHECK(finding.evidence[1].value == "2023-03-02");
  CHECK(finding.evidence[1].line == 2);
  CHECK(FormatPoints(finding.deduct) == "0.5");
}

TEST_CASE(
    "each gives one finding an element that fails, one for all undecided; its rule counts once") {
  const std::string each =
      "each: {in: documents, as: d, where: d.kind == '行政处罚决定书', require: has(d.sealed) && "
      "d.sealed}";
  struct Row {
    const char* name;
    const char* text;
    Outcome want;
    size_t findings;
  };
  const Row rows[] = {
      {"two fail",
       "{documents: [{kind: 行政处罚决定书, sealed: 否, number: 甲}, {kind: 行政处罚决定书, "
       "sealed: 否, number: 乙}]}",
       Outcome::kFailed, 2},
      {"none of the kind", "{documents: [{kind: 立案审批表}]}", Outcome::kNotApplicable, 0},
      {"no list", "{case: {number: 一}}", Outcome::kIndeterminate, 1},
      {"one passes, one does not say",
       "{documents: [{kind: 行政处罚决定书, sealed: 是}, {kind: 行政处罚决定书}]}",
       Outcome::kIndeterminate, 1},
      {"three do not say",
       "{documents: [{kind: 行政处罚决定书, number: 甲}, {kind: 行政处罚决定书, number: 乙}, "
       "{kind: 行政处罚决定书}]}",
       Outcome::kIndeterminate, 1},
      {"a failure beside one that does not say",
       "{documents: [{kind: 行政处罚决定书, sealed: 否}, {kind: 行政处罚决定书}]}",
       Outcome::kFailed, 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Audited audited({each}, row.text, "");
    CHECK((audited.outcomes[0] == row.want));
    CHECK(audited.result.findings.size() == row.findings);
    CHECK(audited.result.counts.total() == 1);
  }
  const Audited undecided({each}, rows[4].text, "");
  const Finding& finding = undecided.result.findings[0];
  CHECK(finding.message ==
        "cannot be decided for 3 items: the export does not carry documents[].sealed");
  CHECK(finding.missing == std::vector<std::string>{"documents[].sealed"});
  CHECK(FormatPoints(finding.deduct) == "1.5");
  std::string shown;
  for (const Evidence& evidence : finding.evidence) shown += evidence.field + ' ';
  CHECK(shown ==
        "documents[0].sealed documents[0].number documents[1].sealed documents[1].number "
        "documents[2].sealed documents[2].kind ");
  const Audited two({each}, rows[0].text, "");
  CHECK(two.result.findings[0].fingerprint != two.result.findings[1].fingerprint);
  CHECK(two.result.findings[1].path == "documents[1].sealed");
}

TEST_CASE("each may run over a list that is computed") {
  const Audited audited(
      {"each: {in: 'documents.map(d, d.kind + d.number)', as: n, require: 'documents.map(d, "
       "d.number).exists(m, n.endsWith(m)) && n.size() < 8'}"},
      "{documents: [{kind: 立案审批表, number: 甲甲甲}, {kind: 立案审批表, number: 乙}]}", "");
  REQUIRE(audited.result.findings.size() == 1);
  CHECK((audited.outcomes[0] == Outcome::kFailed));
}

TEST_CASE("one defect is deducted once") {
  const Audited audited({"subsumes: [T-2]\nrequire: hasDoc('行政处罚告知书')",
                         "present: [case.number, decision.date]"},
                        "{documents: []}", "是");
  REQUIRE(audited.result.findings.size() == 2);
  CHECK(FormatPoints(audited.result.findings[0].deduct) == "0.5");
  CHECK(FormatPoints(audited.result.findings[1].deduct) == "0");
}

TEST_CASE("what a rule subsumes is free only while a finding of it stands that nobody waived") {
  struct Row {
    const char* name;
    std::vector<std::string> waived;
    const char* deducted;  // of T-1 where it is not waived, T-2, T-3
  };
  const Row rows[] = {
      {"nothing waived", {}, "0.5 0 0"},
      {"the one in front", {"T-1"}, "- 0.5 0"},
      {"the first two", {"T-1", "T-2"}, "- - 0.5"},
      {"the one in the middle", {"T-2"}, "0.5 - 0.5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string text = "waivers:\n";
    for (const std::string& rule : row.waived) {
      text +=
          "- {rule: " + rule + ", file: case.yaml, reason: r, approver: a, until: 2024-12-31}\n";
    }
    if (row.waived.empty()) text = "waivers: []\n";
    constexpr std::string_view kIds[] = {"T-1", "T-2", "T-3"};
    DiagnosticSink sink;
    const auto waivers = Waivers::Read(std::make_shared<const Source>("w.yaml", text), kIds, sink);
    REQUIRE(waivers != nullptr);
    Gate gate;
    gate.waivers = waivers.get();
    gate.as_of = *MakeDate(2024, 1, 1);
    const Audited audited(
        {"subsumes: [T-2]\nrequire: hasDoc('行政处罚告知书')",
         "subsumes: [T-3]\npresent: [case.number, decision.date]", "present: [case.number]"},
        "{documents: []}", "是", Lang::kEnglish, nullptr, &gate);
    std::string deducted;
    for (const Finding& finding : audited.result.findings) {
      if (!deducted.empty()) deducted += ' ';
      deducted += finding.relief == Relief::kWaived ? "-" : FormatPoints(finding.deduct);
    }
    CHECK(deducted == row.deducted);
  }
}

TEST_CASE("a case without a number has the same fingerprints with ./ before its file") {
  std::vector<std::string> seen;
  for (const char* const file : {"a.yaml", "./a.yaml", "././a.yaml", "b.yaml"}) {
    const Audited audited({"require: hasDoc('行政处罚告知书')"}, "{documents: []}", "是",
                          Lang::kEnglish, nullptr, nullptr, file);
    REQUIRE(audited.result.findings.size() == 1);
    seen.push_back(audited.result.findings[0].fingerprint);
  }
  CHECK(seen[1] == seen[0]);
  CHECK(seen[2] == seen[0]);
  CHECK(seen[3] != seen[0]);
}

TEST_CASE(
    "a rule outside its dates is not applicable; with the day unknown a failure is undecided") {
  const std::string check = "effective: {from: 2021-07-15}\nrequire: hasDoc('行政处罚告知书')";
  struct Row {
    const char* text;
    Outcome want;
  };
  const Row rows[] = {
      {"{decision: {date: 2021-07-14}, documents: []}", Outcome::kNotApplicable},
      {"{decision: {date: 2021-07-15}, documents: []}", Outcome::kFailed},
      {"{documents: []}", Outcome::kIndeterminate},
      {"{documents: [{kind: 行政处罚告知书}]}", Outcome::kPassed},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Audited audited({check}, row.text, "");
    CHECK((audited.outcomes[0] == row.want));
    if (row.want == Outcome::kIndeterminate) {
      CHECK(audited.result.findings[0].missing == std::vector<std::string>{"decision"});
    }
  }
}

TEST_CASE("a period of working days into a year without its holidays is undecided and says so") {
  const std::string check = "require: decision.date <= filing.approved_on + workdays(5)";
  struct Row {
    const char* name;
    const char* text;
    Lang lang;
    Outcome want;
    const char* message;
  };
  const Row rows[] = {
      {"the last day", "{filing: {approved_on: 2023-12-22}, decision: {date: 2023-12-29}}",
       Lang::kEnglish, Outcome::kPassed, ""},
      {"the day after", "{filing: {approved_on: 2023-12-22}, decision: {date: 2023-12-30}}",
       Lang::kEnglish, Outcome::kFailed, "未告知,决定日期 2023-12-30"},
      {"past the year", "{filing: {approved_on: 2023-12-25}, decision: {date: 2023-12-30}}",
       Lang::kEnglish, Outcome::kIndeterminate,
       "cannot be decided: the calendar does not have the public holidays of 2024"},
      {"in Chinese", "{filing: {approved_on: 2023-12-25}, decision: {date: 2023-12-30}}",
       Lang::kChinese, Outcome::kIndeterminate, "工作日历中没有 2024 年的节假日安排,无法判断"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Audited audited({check}, row.text, "", row.lang);
    CHECK((audited.outcomes[0] == row.want));
    if (row.want == Outcome::kPassed) continue;
    REQUIRE(audited.result.findings.size() == 1);
    CHECK(audited.result.findings[0].message == row.message);
    if (row.want == Outcome::kIndeterminate) {
      CHECK(audited.result.findings[0].missing == std::vector<std::string>{"calendar:2024"});
    }
  }
}

TEST_CASE("what the export lacks and what the calendar lacks are told apart") {
  const std::string check =
      "require: decision.date <= filing.approved_on + workdays(5) && hasDoc('行政处罚告知书')";
  const std::string text = "{filing: {approved_on: 2023-12-25}, decision: {date: 2023-12-30}}";
  CHECK(Audited({check}, text, "").result.findings.at(0).message ==
        "cannot be decided: the export does not carry documents, and the calendar does not have "
        "the public holidays of 2024");
  CHECK(Audited({check}, text, "", Lang::kChinese).result.findings.at(0).message ==
        "导出数据未载明文书,工作日历中没有 2024 年的节假日安排,无法判断");
}

namespace {

std::shared_ptr<const LawBook> SmallBook() {
  MemoryReader files;
  files.Add(
      "laws/a.yaml",
      "name: 某法\nversions:\n"
      "  - {adopted: 2019-01-01, from: 2019-06-01, to: 2022-12-31, articles: 9, verified: text}\n"
      "  - {adopted: 2022-10-01, from: 2023-01-01, articles: 9, verified: text}\n");
  DiagnosticSink sink;
  std::shared_ptr<const LawBook> book = LoadLawBook(files, "laws", sink);
  REQUIRE_MESSAGE(!sink.has_errors(), Format(sink, Lang::kEnglish));
  return book;
}

}  // namespace

TEST_CASE("a finding says which version of its basis was in force on the day of its law") {
  struct Row {
    const char* date;
    const char* version;  // "": not known
  };
  const Row rows[] = {{"2019-05-31", ""},
                      {"2019-06-01", "2019-01-01"},
                      {"2022-12-31", "2019-01-01"},
                      {"2023-01-01", "2022-10-01"},
                      {"''", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.date);
    const Audited audited({"require: has(decision.number)"},
                          "{decision: {number: '', date: " + std::string(row.date) + "}}", "",
                          Lang::kEnglish, SmallBook());
    REQUIRE(audited.result.findings.size() == 1);
    const Finding& finding = audited.result.findings[0];
    REQUIRE(finding.basis_versions.size() == 1);
    const std::optional<Date>& version = finding.basis_versions[0];
    CHECK((version ? FormatDate(*version) : "") == row.version);
  }
}

TEST_CASE("a law that the book does not have fails nothing and is counted once a case") {
  const Audited audited({"require: lawInForce('《乙法》', decision.date)",
                         "require: lawHasArticle('乙法', decision.date, 5)",
                         "require: lawHasArticle('某法', decision.date, 5)"},
                        "{decision: {date: 2018-01-01}}", "", Lang::kEnglish, SmallBook());
  REQUIRE(audited.result.findings.size() == 3);
  for (const Finding& finding : audited.result.findings) {
    CHECK((finding.outcome == Outcome::kIndeterminate));
  }
  CHECK(audited.result.findings[0].message ==
        "cannot be decided: the law book does not have 《乙法》");
  CHECK(audited.result.findings[2].message ==
        "cannot be decided: the law book does not have the text of 《某法》 on 2018-01-01");
  Summary summary;
  summary.Add(audited.result, audited.outcomes, "none");
  CHECK(summary.unknown_laws == std::map<std::string, uint64_t>{{"乙法", 1}});
  Summary other = summary;
  other.Merge(summary);
  CHECK(other.unknown_laws == std::map<std::string, uint64_t>{{"乙法", 2}});
}
