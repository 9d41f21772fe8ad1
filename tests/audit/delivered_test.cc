// Service by methods that stand in the pack: whom a row is for, what proves it, what stays open.
#include <doctest/doctest.h>

#include "audit/case_auditor.h"
#include "support/yaml_record.h"

using namespace anjuan;

namespace {

constexpr const char kModel[] = R"(name: service
title: 送达
export: {record: [案卷], collection: [案卷集], complete: [完整], partial: [部分], wrapper_suffix: 列表, yes: [是], no: [否]}
header: {case_number: case.number, case_title: case.number, agency: case.number, agency_group: case.number, procedure: case.number, decided_on: case.on}
documents: {list: documents, kind: kind, signatures: signatures, role: role, deliveries: deliveries, delivered_kind: document_kind, served_on: served_on}
service: {method: method, party: party, recipient: recipient, parties: parties, party_names: [name, agent]}
keys: [number, name, kind]
codes:
  method: {直接: [], 邮寄: [], 公告: []}
kinds:
  决定书: []
  告知书: []
fields:
  case: {label: 案件, type: entity, fields: {number: {label: 编号, type: string, max_len: 20}, on: {label: 日期, type: date}}}
  parties: {label: 当事人, type: list, element: party, max_items: 8, fields: {name: {label: 名称, type: string, max_len: 20}, agent: {label: 代理人, type: string, max_len: 20}}}
  documents: {label: 文书, type: list, element: document, max_items: 8, fields: {kind: {label: 种类, type: document_kind, max_len: 20}, signatures: {label: 签名, type: list, element: signature, max_items: 4, fields: {role: {label: 角色, type: string, max_len: 9}}}}}
  deliveries:
    label: 送达
    type: list
    element: delivery
    max_items: 8
    fields:
      document_kind: {label: 文书种类, type: document_kind, max_len: 20}
      party: {label: 受送达人, type: string, max_len: 20}
      recipient: {label: 收件人, type: string, max_len: 20}
      method: {label: 方式, type: enum, codes: method}
      served_on: {label: 送达日期, type: date}
      signed: {label: 签收, type: bool}
      announced_on: {label: 公告日期, type: date}
)";

constexpr const char kPack[] = R"(name: 试
title: 试验
version: "1"
model: service
stages: {service: 送达}
methods:
  直接: {proof: has(v.signed) && v.signed}
  公告: {served: v.announced_on + days(30), proof: "true"}
scoring: {scheme: generic}
)";

constexpr const char kRule[] = R"(id: T-1
name: n
title: 未送达
stage: 送达
severity: major
basis: [某法 1]
covers: [RI-1]
why: 甲
delivered: {document: 决定书, each_party: true}
message: 未送达{party}
fix: 无
score: {section: 程序, deduct: 1, cap: 1}
tests: []
)";

std::unique_ptr<const Model> ServiceModel() {
  DiagnosticSink sink;
  auto model = LoadModel(std::make_shared<const Source>("m.yaml", kModel), sink);
  REQUIRE_MESSAGE(model, Format(sink, Lang::kEnglish));
  return model;
}

std::unique_ptr<const CompiledPack> Compiled(const Model& model, const std::string& pack,
                                             DiagnosticSink& sink) {
  MemoryReader files;
  files.Add("p/pack.yaml", pack);
  files.Add("p/service/T-1.yaml", kRule);
  std::optional<Pack> loaded = LoadPack(files, "p", {&files, "none/"}, sink);
  REQUIRE(loaded);
  return CompilePack(std::move(*loaded), model, /*named=*/true, sink);
}

// The outcome, and the messages of the findings.
std::pair<Outcome, std::string> Audited(const std::string& case_text) {
  const auto model = ServiceModel();
  DiagnosticSink sink;
  std::vector<std::unique_ptr<const CompiledPack>> packs;
  packs.push_back(Compiled(*model, kPack, sink));
  REQUIRE_MESSAGE(packs[0], Format(sink, Lang::kEnglish));
  const WorkdayCalendar calendar;
  const RuleSet rules(*model, calendar, std::move(packs), Lang::kEnglish);
  Record record(*model);
  ReadYamlCase(*model, rules.projection(), case_text, "是", record);
  CaseAuditor auditor(rules, std::nullopt, Lang::kEnglish);
  CaseResult result;
  REQUIRE(auditor.Audit(record, "", result));
  std::string messages;
  for (const Finding& finding : result.findings) messages += finding.message + ";";
  return {auditor.outcomes()[0], messages};
}

}  // namespace

TEST_CASE("service is proved by the row's method, for each party") {
  struct Row {
    const char* name;
    const char* parties;
    const char* deliveries;
    Outcome want;
    const char* message;
  };
  const Row rows[] = {
      {"signed", "{name: 甲}",
       "{document_kind: 决定书, method: 直接, served_on: 2023-05-05, signed: 是}", Outcome::kPassed,
       ""},
      {"not signed", "{name: 甲}",
       "{document_kind: 决定书, method: 直接, served_on: 2023-05-05, signed: 否}", Outcome::kFailed,
       "未送达甲;"},
      {"a try without a day", "{name: 甲}", "{document_kind: 决定书, method: 直接, signed: 是}",
       Outcome::kFailed, "未送达甲;"},
      {"another paper", "{name: 甲}",
       "{document_kind: 告知书, method: 直接, served_on: 2023-05-05, signed: 是}", Outcome::kFailed,
       "未送达甲;"},
      {"announced for thirty days", "{name: 甲}",
       "{document_kind: 决定书, method: 公告, announced_on: 2023-04-01, served_on: 2023-05-01}",
       Outcome::kPassed, ""},
      {"announced for twenty-nine days", "{name: 甲}",
       "{document_kind: 决定书, method: 公告, announced_on: 2023-04-01, served_on: 2023-04-30}",
       Outcome::kFailed, "未送达甲;"},
      {"a method the table does not have", "{name: 甲}",
       "{document_kind: 决定书, method: 邮寄, served_on: 2023-05-05}", Outcome::kIndeterminate,
       "cannot be decided: the pack sets no value for the proof of service by 邮寄;"},
      {"a second row proves what the first did not", "{name: 甲}",
       "{document_kind: 决定书, method: 邮寄, served_on: 2023-05-05}, {document_kind: 决定书, "
       "method: "
       "直接, served_on: 2023-05-06, signed: 是}",
       Outcome::kPassed, ""},
      {"one of two parties", "{name: 甲}, {name: 乙}",
       "{document_kind: 决定书, party: 甲, method: 直接, served_on: 2023-05-05, signed: 是}",
       Outcome::kFailed, "未送达乙;"},
      {"the agent received it for the second", "{name: 甲}, {name: 乙, agent: 丙}",
       "{document_kind: 决定书, party: 甲, method: 直接, served_on: 2023-05-05, signed: 是}, "
       "{document_kind: 决定书, recipient: 丙, method: 直接, served_on: 2023-05-05, signed: 是}",
       Outcome::kPassed, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto [outcome, message] = Audited("{parties: [" + std::string(row.parties) +
                                            "], deliveries: [" + row.deliveries + "]}");
    CHECK(outcome == row.want);
    CHECK(message == row.message);
  }
}

TEST_CASE("mistakes in methods are shown in the pack, once") {
  struct Row {
    const char* name;
    const char* from;
    const char* to;
    const char* want;
  };
  const Row rows[] = {
      {"a method that is no code", "直接:", "直按:",
       R"(p/pack.yaml:7:3: error: the code list has no '直按' [unknown-enum-value])"},
      {"a field that is none", "&& v.signed", "&& v.sigend",
       R"(p/pack.yaml:7:32: error: unknown field 'v.sigend' [unknown-field])"},
      {"a day that is none", "v.announced_on + days(30)", "v.signed",
       R"(p/pack.yaml:8:16: error: want a date here, found bool [not-date])"},
  };
  const auto model = ServiceModel();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string pack = kPack;
    const size_t at = pack.find(row.from);
    REQUIRE(at != std::string::npos);
    pack.replace(at, std::string_view(row.from).size(), row.to);
    DiagnosticSink sink;
    CHECK(Compiled(*model, pack, sink) == nullptr);
    const std::string printed = Format(sink, Lang::kEnglish);
    CHECK(printed.substr(0, printed.find('\n')) == row.want);
  }
}
