#include "support/small_rules.h"

#include <cstdio>
#include <cstdlib>

#include "base/file_reader.h"
#include "intake/xml_reader.h"
#include "support/small_model.h"

namespace anjuan {
namespace {

constexpr const char kPack[] = R"(name: small
title: 试验
version: "1"
model: small
law_date: {default: decision.date}
stages: {decide: 决定}
scoring: {scheme: generic}
)";

constexpr const char kDeadlines[] =
    "deadlines: {began: began_on, ended: ended_on, proof: proof, approved: approved_on, "
    "extended_to: extended_to, open_case: case.complex}\n";

std::string RuleText(const std::string& id, const std::string& check) {
  return "id: " + id + "\nname: x\ntitle: 规则 " + id +
         "\nstage: 决定\nseverity: major\nbasis: [某法 1]\ncovers: [RI-1]\nwhy: 说明\n" + check +
         "\nmessage: 不符\nfix: 无\nscore: {section: 程序, deduct: 1, cap: 1}\ntests: []\n";
}

// A test that cannot be set up is a mistake of the test.
[[noreturn]] void Stop(const DiagnosticSink& sink) {
  std::fputs(Format(sink, Lang::kEnglish).c_str(), stderr);
  std::abort();
}

}  // namespace

SmallRules::SmallRules(const std::vector<std::string>& checks, Lang lang) : lang_(lang) {
  DiagnosticSink sink;
  model_ = LoadModel(
      std::make_shared<const Source>("small.yaml", std::string(kSmallModel) + kDeadlines), sink);
  if (model_ == nullptr) Stop(sink);
  calendar_ = std::make_unique<WorkdayCalendar>(std::vector<WorkdayCalendar::Year>{{2023, {}, {}}});
  MemoryReader files;
  files.Add("p/pack.yaml", kPack);
  for (size_t i = 0; i < checks.size(); ++i) {
    const std::string id = "T-" + std::to_string(i + 1);
    files.Add("p/decide/" + id + ".yaml", RuleText(id, checks[i]));
  }
  std::optional<Pack> pack = LoadPack(files, "p", {&files, "none/", nullptr}, sink);
  if (!pack) Stop(sink);
  std::vector<std::unique_ptr<const CompiledPack>> packs;
  packs.push_back(CompilePack(std::move(*pack), *model_, true, sink));
  if (packs[0] == nullptr) Stop(sink);
  rules_ = std::make_unique<RuleSet>(*model_, *calendar_, std::move(packs), lang);
}

Inspected SmallRules::Inspect(const std::string& xml, std::optional<Date> today) const {
  InitXml();
  MemoryReader files;
  files.Add("case.xml", xml);
  Projection everything(*model_);
  everything.AddAll();
  XmlReader reader(*model_, everything, ReadLimits());
  CaseAuditor auditor(*rules_, today, lang_);
  Inspected inspected;
  inspected.problem = reader.Read(files, "case.xml", [&](const Record& record) {
    inspected.cases.push_back(
        anjuan::Inspect(auditor, record, static_cast<uint32_t>(inspected.cases.size()), lang_));
  });
  inspected.unknown = reader.unknown_names();
  return inspected;
}

}  // namespace anjuan
