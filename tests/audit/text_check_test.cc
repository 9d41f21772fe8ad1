#include <doctest/doctest.h>

#include "audit/case_auditor.h"
#include "pack/text_families.h"
#include "support/small_model.h"
#include "support/yaml_record.h"

using namespace anjuan;

namespace {

constexpr const char kPack[] = R"(name: 试
title: 试验
version: "1"
model: small
stages: {decide: 决定}
families:
  救济: ['六十日内[^。]*复议', '申请(行政)?复议']
  收费: ['收取[0-9]+元']
scoring: {scheme: generic}
)";

std::string RuleWith(const std::string& check) {
  return "id: T-1\nname: n\ntitle: 甲\nstage: 决定\nseverity: minor\nbasis: [某法 1]\n"
         "covers: [RI-1]\nwhy: 甲\n" +
         check + "\nmessage: 甲\nfix: 无\nscore: {section: 文书, deduct: 1, cap: 1}\ntests: []\n";
}

std::unique_ptr<const CompiledPack> Compiled(const Model& model, const std::string& pack,
                                             const std::string& check, DiagnosticSink& sink) {
  const MemoryReader shipped;  // none: the pack is a user's
  MemoryReader files;
  files.Add("p/pack.yaml", pack);
  files.Add("p/decide/T-1.yaml", RuleWith(check));
  std::optional<Pack> loaded = LoadPack(files, "p", {&shipped, "none/"}, sink);
  if (!loaded) return nullptr;
  return CompilePack(std::move(*loaded), model, /*named=*/true, sink);
}

// The outcome of the rule for the papers of a case, in YAML.
Outcome OutcomeFor(const std::string& check, const std::string& papers) {
  const auto model = SmallModel();
  DiagnosticSink sink;
  auto compiled = Compiled(*model, kPack, check, sink);
  REQUIRE_MESSAGE(compiled != nullptr, Format(sink, Lang::kEnglish));
  const WorkdayCalendar calendar = WorkdayCalendar();
  std::vector<std::unique_ptr<const CompiledPack>> packs;
  packs.push_back(std::move(compiled));
  const RuleSet rules(*model, calendar, std::move(packs), Lang::kEnglish);
  Projection all(*model);
  all.AddAll();
  Record record(*model);
  ReadYamlCase(*model, all, "{documents: " + papers + "}", "", record);
  REQUIRE_MESSAGE(!sink.has_errors(), Format(sink, Lang::kEnglish));
  CaseAuditor auditor(rules, std::nullopt, Lang::kEnglish);
  CaseResult result;
  REQUIRE(auditor.Audit(record, "", result));
  return auditor.outcomes()[0];
}

}  // namespace

TEST_CASE("LevelText drops white space and reads full-width forms as ASCII") {
  struct Row {
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"", ""},
      {" 六 十\n日　内\t", "六十日内"},
      {"（２０２３）年１月：ＡＢ", "(2023)年1月:AB"},
      {"第五条；乙、丙。", "第五条;乙、丙。"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string out(std::string_view(row.text).size(), '\0');
    out.resize(LevelText(row.text, out.data()));
    CHECK(out == row.want);
  }
}

TEST_CASE("a text is searched for any pattern of a family, however it is spaced") {
  constexpr const char* kMust = "text: {of: 行政处罚决定书, must: [救济], must_not: [收费]}";
  struct Row {
    const char* name;
    const char* papers;
    Outcome want;
  };
  const Row rows[] = {
      {"first pattern", "[{kind: 行政处罚决定书, text: 可在六十日内 向县政府申请复议}]",
       Outcome::kPassed},
      {"second pattern", "[{kind: 行政处罚决定书, text: 可以申请 行政 复议}]", Outcome::kPassed},
      {"said nowhere", "[{kind: 行政处罚决定书, text: 可以起诉}]", Outcome::kFailed},
      {"said what must not be", "[{kind: 行政处罚决定书, text: 申请复议收取１００元}]",
       Outcome::kFailed},
      {"one of two papers lacks it",
       "[{kind: 行政处罚决定书, text: 申请复议}, {kind: 行政处罚决定书, text: 无}]",
       Outcome::kFailed},
      {"no text is carried", "[{kind: 行政处罚决定书}]", Outcome::kIndeterminate},
      {"no such paper in a closed list", "[{kind: 立案审批表}]", Outcome::kFailed},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(OutcomeFor(kMust, row.papers) == row.want);
  }
  CHECK(OutcomeFor("require: docs('行政处罚决定书').exists(d, says(d.text, '收费'))",
                   "[{kind: 行政处罚决定书, text: 收取5 元}]") == Outcome::kPassed);
}

TEST_CASE("mistakes in families are shown where they stand") {
  struct Row {
    const char* name;
    const char* pack_from;
    const char* pack_to;
    const char* check;
    const char* want;
  };
  const Row rows[] = {
      {"a family that is none", "", "", "text: {of: 行政处罚决定书, must: [救剂]}",
       R"(p/decide/T-1.yaml:9:28: error: there is no family of phrases named '救剂' [unknown-word]
 9 | text: {of: 行政处罚决定书, must: [救剂]}
   |                                   ^~~~
help: did you mean '救济'?
)"},
      {"a family that is no literal", "", "", "require: says('甲', case.title)",
       R"(p/decide/T-1.yaml:9:20: error: want the name itself here, as a string [wants-word]
 9 | require: says('甲', case.title)
   |                     ^~~~~~~~~~
)"},
      {"nothing asked", "", "", "text: {of: 行政处罚决定书}",
       R"(p/decide/T-1.yaml:9:7: error: 'text' wants must or must_not [text-wants-families]
 9 | text: {of: 行政处罚决定书}
   |       ^~~~~~~~~~~~~~~~~~~~
)"},
      {"a malformed pattern", "收取[0-9]+元", "收取[0-9元", "require: 处罚决定.盖章",
       R"(p/pack.yaml:8:8: error: malformed pattern: missing ]: [0-9元 [bad-pattern]
 8 |   收费: ['收取[0-9元']
   |          ^~~~~~~~~~~~
)"},
      {"a family that is no list", "['收取[0-9]+元']", "收取", "require: 处罚决定.盖章",
       R"(p/pack.yaml:8:7: error: '收费' wants a list of at least one item [check-wants-list]
 8 |   收费: 收取
   |         ^~~~
)"},
  };
  const auto model = SmallModel();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string pack = kPack;
    if (*row.pack_from != '\0') {
      const size_t at = pack.find(row.pack_from);
      REQUIRE(at != std::string::npos);
      pack.replace(at, std::string_view(row.pack_from).size(), row.pack_to);
    }
    DiagnosticSink sink;
    (void)Compiled(*model, pack, row.check, sink);
    CHECK(Format(sink, Lang::kEnglish) == row.want);
  }
}
