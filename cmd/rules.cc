// rules list | show | test
#include <algorithm>
#include <optional>

#include "audit/rule_test.h"
#include "base/display_width.h"
#include "cmd/commands.h"
#include "cmd/load.h"
#include "expr/program.h"

namespace anjuan {
namespace {

struct Loaded {
  std::unique_ptr<const Model> model;
  std::unique_ptr<const WorkdayCalendar> calendar;
  std::vector<std::unique_ptr<const CompiledPack>> packs;
};

// Nothing where a pack does not load; the reasons are on standard error.
std::optional<Loaded> Load(const std::vector<std::string>& choices, Lang lang, Console& console) {
  const DiskReader disk;
  DiagnosticSink diagnostics;
  Loaded loaded;
  loaded.model = LoadShippedModel(diagnostics);
  loaded.calendar = LoadShippedCalendar(diagnostics);
  if (loaded.model != nullptr) {
    loaded.packs = LoadPacks(choices, *loaded.model, disk, diagnostics);
  }
  if (PrintDiagnostics(diagnostics, lang, console.err)) return std::nullopt;
  return loaded;
}

ExitCode Print(const std::string& text, ExitCode exit, Console& console) {
  return console.out.Write(text).ok() ? exit : ExitCode::kCouldNotRun;
}

std::string Join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

TextId WordFor(Severity severity) {
  constexpr TextId kWords[kSeverities] = {TextId::kSeverityHint, TextId::kSeverityMinor,
                                          TextId::kSeverityMajor, TextId::kSeverityFatal};
  return kWords[static_cast<size_t>(severity)];
}

// The lines of the rule file that hold the expressions, as their author wrote them.
std::string WrittenAt(const Rule& rule, const yaml::Node& node) {
  const Source& source = *rule.source();
  const uint32_t first = source.PlaceOf(node.span().begin).line;
  const uint32_t last = source.PlaceOf(node.span().end).line;
  std::string out;
  for (uint32_t line = first; line <= last; ++line) {
    out += "    " + std::string(source.LineText(line)) + '\n';
  }
  return out;
}

void Describe(const CompiledRule& compiled, Lang lang, std::string& out) {
  const Rule& rule = *compiled.rule;
  const auto row = [&](TextId name, std::string_view value) {
    if (!value.empty()) out += "  " + PadTo(Say(lang, name), 12) + std::string(value) + '\n';
  };
  out += rule.id + "  " + rule.title + "  (" + rule.name + ")\n";
  row(TextId::kShowStage, rule.stage);
  row(TextId::kShowSeverity, Say(lang, WordFor(rule.severity)));
  row(TextId::kShowBasis, Join(rule.basis, Say(lang, TextId::kListSemicolon)));
  row(TextId::kShowCovers, Join(rule.covers, " "));
  row(TextId::kShowWhy, rule.why);
  row(TextId::kShowFix, rule.fix);
  row(TextId::kShowScore, rule.score.section + " " + FormatPoints(rule.score.deduct) + " / " +
                              FormatPoints(rule.score.cap));
  row(TextId::kShowFile, rule.source()->name());
  std::vector<std::string> reads;
  for (const ProgramPtr& program : {compiled.when, compiled.list, compiled.where, compiled.test}) {
    if (program == nullptr) continue;
    for (std::string& path : expr::ReadPaths(*program)) {
      if (std::find(reads.begin(), reads.end(), path) == reads.end()) reads.push_back(path);
    }
  }
  row(TextId::kShowReads, Join(reads, " "));
  if (rule.when != nullptr) out += WrittenAt(rule, *rule.when);
  if (rule.check_node != nullptr) out += WrittenAt(rule, *rule.check_node);
}

}  // namespace

ExitCode RunRulesList(const RulesListCommand& command, Lang lang, Console& console) {
  const std::optional<Loaded> loaded = Load(command.packs, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  std::string out;
  for (const auto& pack : loaded->packs) {
    out += pack->pack.name + " " + pack->pack.version + "  " + pack->pack.title + "  " +
           Say(lang, TextId::kRuleCount, {std::to_string(pack->rules.size())}) + '\n';
    std::string stage;
    for (const CompiledRule& compiled : pack->rules) {
      const Rule& rule = *compiled.rule;
      if (rule.stage != stage) out += "  " + (stage = rule.stage) + '\n';
      out += "    " + PadTo(rule.id, 18) + PadTo(Say(lang, WordFor(rule.severity)), 7) +
             rule.title + '\n';
    }
  }
  return Print(out, ExitCode::kClean, console);
}

ExitCode RunRulesShow(const RulesShowCommand& command, Lang lang, Console& console) {
  const std::optional<Loaded> loaded = Load(command.packs, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  std::string out;
  for (const auto& pack : loaded->packs) {
    for (const CompiledRule& rule : pack->rules) {
      if (rule.rule->id == command.id) Describe(rule, lang, out);
    }
  }
  if (!out.empty()) return Print(out, ExitCode::kClean, console);
  DiagnosticSink unknown;
  unknown.Error(nullptr, {}, TextId::kUnknownRule, {command.id});
  PrintDiagnostics(unknown, lang, console.err);
  return ExitCode::kCouldNotRun;
}

ExitCode RunRulesTest(const RulesTestCommand& command, Lang lang, Console& console) {
  const std::optional<Loaded> loaded = Load(command.packs, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  DiagnosticSink failures;
  DiagnosticSink mistakes;
  size_t passed = 0;
  size_t failed = 0;
  std::string out;
  for (const auto& pack : loaded->packs) {
    const RuleTestCount count =
        RunRuleTests(*pack, *loaded->model, *loaded->calendar, failures, mistakes, lang);
    passed += count.passed;
    failed += count.failed;
    out += pack->pack.name + ": " +
           Say(lang, TextId::kTestCounts,
               {std::to_string(pack->rules.size()), std::to_string(count.passed),
                std::to_string(count.failed)}) +
           '\n';
  }
  PrintDiagnostics(mistakes, lang, console.err);
  PrintDiagnostics(failures, lang, console.err);
  out += std::to_string(passed) + " passed, " + std::to_string(failed) + " failed\n";
  const ExitCode exit = mistakes.has_errors() ? ExitCode::kCouldNotRun
                        : failed > 0          ? ExitCode::kFindings
                                              : ExitCode::kClean;
  return Print(out, exit, console);
}

}  // namespace anjuan
