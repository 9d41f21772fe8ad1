// rules list | test
#include "cmd/rules.h"

#include <algorithm>

#include "audit/rule_test.h"
#include "base/display_width.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

constexpr uint64_t kMostCaseBytes = 1 << 20;

std::optional<yaml::Document> ReadCases(const std::string& path, DiagnosticSink& sink) {
  std::string text;
  if (!DiskReader().ReadAll(path, kMostCaseBytes, text).ok()) {
    sink.Error(nullptr, {}, TextId::kPackFileUnreadable, {path});
    return std::nullopt;
  }
  return yaml::Parse(std::make_shared<const Source>(path, std::move(text)), sink);
}

}  // namespace

ExitCode PrintResult(const std::string& text, ExitCode exit, Console& console) {
  return console.out.Write(text).ok() ? exit : ExitCode::kCouldNotRun;
}

ExitCode RunRulesList(const RulesListCommand& command, Lang lang, Console& console) {
  const std::optional<LoadedRules> loaded = LoadRules({command.packs, {}}, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  std::string out;
  for (const auto& pack : loaded->packs) {
    out += pack->pack.name + " " + pack->pack.version + "  " + pack->pack.title + "  " +
           Say(lang, TextId::kRuleCount, {std::to_string(pack->rules.size())}) + '\n';
    std::string stage;
    for (const std::string& base : pack->pack.bases) {
      out += "  " + Say(lang, TextId::kExtendsPack, {base}) + '\n';
    }
    for (const CompiledRule& compiled : pack->rules) {
      const Rule& rule = *compiled.rule;
      if (!IsOwn(pack->pack, rule)) continue;  // listed with the pack that wrote it
      if (rule.stage != stage) out += "  " + (stage = rule.stage) + '\n';
      out += "    " + PadTo(rule.id, 18) + PadTo(SeverityWord(rule.severity, lang), 7) +
             rule.title + '\n';
    }
  }
  return PrintResult(out, ExitCode::kClean, console);
}

ExitCode RunRulesTest(const RulesTestCommand& command, Lang lang, Console& console) {
  if (command.mutate) return RunRulesMutate(command, lang, console);
  const std::optional<LoadedRules> loaded = LoadRules({command.packs, {}}, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  DiagnosticSink failures;
  DiagnosticSink mistakes;
  size_t passed = 0;
  size_t failed = 0;
  std::string out;
  for (const std::string& path : command.cases) {
    const std::optional<yaml::Document> cases = ReadCases(path, mistakes);
    if (!cases) continue;
    const RuleTestCount count = RunCases(*cases, loaded->packs, *loaded->model, *loaded->calendar,
                                         failures, mistakes, lang);
    passed += count.passed;
    failed += count.failed;
  }
  for (const auto& pack : loaded->packs) {
    if (!command.cases.empty()) break;
    const RuleTestCount count =
        RunRuleTests(*pack, *loaded->model, *loaded->calendar, failures, mistakes, lang);
    passed += count.passed;
    failed += count.failed;
    const auto own =
        std::count_if(pack->rules.begin(), pack->rules.end(),
                      [&](const CompiledRule& rule) { return IsOwn(pack->pack, *rule.rule); });
    if (own == 0) continue;
    out += pack->pack.name + ": " +
           Say(lang, TextId::kTestCounts,
               {std::to_string(own), std::to_string(count.passed), std::to_string(count.failed)}) +
           '\n';
  }
  PrintDiagnostics(mistakes, lang, console.err);
  PrintDiagnostics(failures, lang, console.err);
  out += std::to_string(passed) + " passed, " + std::to_string(failed) + " failed\n";
  const ExitCode exit = mistakes.has_errors() ? ExitCode::kCouldNotRun
                        : failed > 0          ? ExitCode::kFindings
                                              : ExitCode::kClean;
  return PrintResult(out, exit, console);
}

}  // namespace anjuan
