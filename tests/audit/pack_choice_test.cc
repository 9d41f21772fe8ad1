// A pack that extends another stands in for it where it surely applies.
#include <doctest/doctest.h>

#include "audit/case_auditor.h"
#include "support/small_model.h"
#include "support/yaml_record.h"

using namespace anjuan;

namespace {

constexpr const char kHead[] = "title: 甲\nversion: \"1\"\nmodel: small\n";
constexpr const char kRule[] = R"(id: B-1
name: late
title: 超期
stage: 决定
severity: major
basis: [某法 1]
covers: [RI-1]
why: 甲
require: 处罚决定.日期 <= 立案.批准日期 + days(params.limit)
message: 限 {params.limit} 日
fix: 无
score: {section: 程序, deduct: 1, cap: 1}
tests: []
)";

// The message and severity of what fails, by pack; nothing where nothing does.
std::string Failed(const std::string& case_text) {
  const auto model = SmallModel();
  MemoryReader files;
  files.Add("packs/base/pack.yaml",
            "name: base\n" + std::string(kHead) +
                "stages: {decide: 决定}\nparams: {limit: {label: 限, type: int, value: 90}}\n"
                "scoring: {scheme: generic}\n");
  files.Add("packs/base/decide/B-1.yaml", kRule);
  files.Add("packs/sector/pack.yaml",
            "name: sector\n" + std::string(kHead) +
                "extends: [base]\napplies: agency.group == '甲'\n"
                "params: {limit: {value: 30}}\nseverities: {B-1: minor}\n");
  files.Add("packs/city/pack.yaml", "name: city\n" + std::string(kHead) +
                                        "extends: [sector]\n"
                                        "applies: agency.group == '甲' && agency.name == '乙'\n"
                                        "params: {limit: {value: 10}}\n");
  const PackShelf shelf{&files, "packs/"};
  DiagnosticSink sink;
  std::vector<std::unique_ptr<const CompiledPack>> packs;
  for (const std::string& name : PackNames(shelf)) {
    std::optional<Pack> pack = LoadPack(files, "packs/" + name, shelf, sink);
    REQUIRE_MESSAGE(pack, Format(sink, Lang::kEnglish));
    packs.push_back(CompilePack(std::move(*pack), *model, /*named=*/false, sink));
    REQUIRE_MESSAGE(packs.back(), Format(sink, Lang::kEnglish));
  }
  const WorkdayCalendar calendar;
  const RuleSet rules(*model, calendar, std::move(packs), Lang::kEnglish);
  Record record(*model);
  ReadYamlCase(*model, rules.projection(), case_text, "", record);
  CaseAuditor auditor(rules, std::nullopt, Lang::kEnglish);
  CaseResult result;
  REQUIRE(auditor.Audit(record, "", result));
  CHECK(result.counts.total() == 1);
  std::string failed;
  for (const Finding& finding : result.findings) {
    failed += finding.message + " " + std::string(NameOf(finding.rule->severity));
  }
  return failed;
}

}  // namespace

TEST_CASE("the most special pack that surely applies judges, and it alone") {
  struct Row {
    const char* name;
    const char* agency;
    int days;  // filed 2023-03-01, decided so many days later
    const char* want;
  };
  const Row rows[] = {
      {"the base, in time", "{group: 丙}", 90, ""},
      {"the base, late", "{group: 丙}", 91, "限 90 日 major"},
      {"the sector, in time", "{group: 甲, name: 丁}", 30, ""},
      {"the sector, late", "{group: 甲, name: 丁}", 31, "限 30 日 minor"},
      {"the city in the sector, in time", "{group: 甲, name: 乙}", 10, ""},
      {"the city in the sector, late", "{group: 甲, name: 乙}", 11, "限 10 日 minor"},
      {"another sector's city", "{group: 丙, name: 乙}", 31, ""},
      {"the sector is not known: neither is the limit", "{name: 乙}", 31,
       "cannot be decided: the export does not carry agency.group major"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Date decided{MakeDate(2023, 3, 1)->days + row.days};
    CHECK(Failed("{agency: " + std::string(row.agency) +
                 ", filing: {approved_on: 2023-03-01}, decision: {date: " + FormatDate(decided) +
                 "}}") == row.want);
  }
}
