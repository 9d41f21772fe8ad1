// rules show: a rule as its author wrote it, worked out on a case file, or as it runs; and what a
// diagnostic's id stands for.
#include <algorithm>

#include "audit/rule_trace.h"
#include "base/display_width.h"
#include "base/suggest.h"
#include "base/terminal_text.h"
#include "cmd/rules.h"
#include "expr/program.h"
#include "intake/xml_reader.h"
#include "pack/checks.h"
#include "report/severity_word.h"
#include "report/trace_text.h"

namespace anjuan {
namespace {

constexpr size_t kWidthOfName = 12;

std::string Join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

// The lines of the rule file from the key to the next one, as their author wrote them.
std::string WrittenAt(const Rule& rule, std::string_view key) {
  const Source& source = *rule.source();
  std::string out;
  for (const yaml::Entry& entry : rule.document->root.entries()) {
    if (entry.key != key) continue;
    const uint32_t end = source.PlaceOf(static_cast<uint32_t>(source.text().size())).line;
    uint32_t line = source.PlaceOf(entry.key_span.begin).line;
    do {
      const std::string_view text = source.LineText(line);
      if (!text.empty()) out += "    " + std::string(text) + '\n';
      ++line;
    } while (line <= end && source.LineText(line).starts_with(' '));
  }
  return out;
}

struct Part {
  std::string key;  // of the rule file, or of its check over elements
  const expr::Program* program;
};

std::string KeyOfTest(const std::string& check, bool of_elements) {
  return of_elements ? "require" : check;
}

std::vector<Part> PartsOf(const CompiledRule& rule) {
  std::vector<Part> parts;
  if (rule.when != nullptr) parts.push_back({"when", rule.when.get()});
  if (rule.list != nullptr) parts.push_back({"in", rule.list.get()});
  if (rule.where != nullptr) parts.push_back({"where", rule.where.get()});
  if (rule.deadline == nullptr) {
    parts.push_back({KeyOfTest(rule.rule->check, rule.list != nullptr), rule.test.get()});
    return parts;
  }
  const CompiledDeadline& deadline = *rule.deadline;
  parts.push_back({"from", deadline.from.get()});
  parts.push_back({"to", deadline.to.get()});
  parts.push_back({std::string(KeyOf(deadline.kind)), deadline.period.get()});
  if (deadline.excluding) parts.push_back({"excluding", deadline.excluding->list.get()});
  if (deadline.extended_to) parts.push_back({"extended_to", deadline.extended_to->list.get()});
  if (rule.test != nullptr) parts.push_back({"cured_by", rule.test.get()});
  return parts;
}

void Describe(const CompiledRule& compiled, Lang lang, std::string& out) {
  const Rule& rule = *compiled.rule;
  const auto row = [&](TextId name, std::string_view value) {
    if (value.empty()) return;
    out += "  " + PadTo(Say(lang, name), kWidthOfName) + std::string(value) + '\n';
  };
  const auto written = [&](TextId name, std::string_view key) {
    const std::string lines = WrittenAt(rule, key);
    if (!lines.empty()) out += "  " + Say(lang, name) + '\n' + lines;
  };
  out += rule.id + "  " + rule.title + "  (" + rule.name + ")\n";
  row(TextId::kShowStage, rule.stage);
  row(TextId::kShowSeverity, SeverityWord(rule.severity, lang));
  row(TextId::kShowBasis, Join(rule.basis, Say(lang, TextId::kListSemicolon)));
  row(TextId::kShowCovers, Join(rule.covers, " "));
  row(TextId::kShowWhy, rule.why);
  written(TextId::kShowWhen, "when");
  written(TextId::kShowCheck, rule.check);
  out += WrittenAt(rule, "cured_by");
  row(TextId::kShowMessage, rule.message == nullptr ? "" : rule.message->text());
  row(TextId::kShowFix, rule.fix);
  row(TextId::kShowScore, rule.score.section + " " + FormatPoints(rule.score.deduct) + " / " +
                              FormatPoints(rule.score.cap));
  row(TextId::kShowFile, rule.source()->name());
  std::vector<std::string> reads;
  for (const expr::Program* const program : ProgramsOf(compiled)) {
    for (std::string& path : expr::ReadPaths(*program)) {
      if (std::find(reads.begin(), reads.end(), path) == reads.end()) reads.push_back(path);
    }
  }
  row(TextId::kShowReads, Join(reads, " "));
}

void AppendTrees(const CompiledPack& pack, const CompiledRule& compiled, const Model& model,
                 std::string& out) {
  const Rule& rule = *compiled.rule;
  DiagnosticSink said_before;
  const auto append = [&](std::string_view key, const expr::AstPtr& ast) {
    if (ast != nullptr) out += std::string(key) + ":\n" + expr::Dump(*ast);
  };
  if (rule.when != nullptr) append("when", ParseNode(rule.source(), *rule.when, said_before));
  CheckPlan plan;
  if (!PlanCheck({pack.pack, rule, model, said_before}, plan)) return;
  append("in", plan.list);
  append("where", plan.where);
  if (plan.test != nullptr) append(KeyOfTest(rule.check, plan.list != nullptr), plan.test);
  if (plan.deadline == nullptr) return;
  append("from", plan.deadline->from);
  append("to", plan.deadline->to);
  append(KeyOf(plan.deadline->kind), plan.deadline->period);
  append("excluding", plan.deadline->excluding);
  append("extended_to", plan.deadline->extended_to);
}

void AppendPlan(const CompiledRule& compiled, std::string& out) {
  for (const Part& part : PartsOf(compiled)) {
    out += part.key + ":\n" + expr::Dump(*part.program);
  }
}

// The rule alone on every case of the file.
ExitCode WorkOut(const CompiledPack& pack, const CompiledRule& rule, const LoadedRules& loaded,
                 const RulesShowCommand& command, Lang lang, Console& console) {
  const Model& model = *loaded.model;
  DiagnosticSink none;
  std::vector<std::unique_ptr<const CompiledPack>> alone;
  alone.push_back(CompilePack(PackOfRule(pack, rule), model, pack.named, none));
  const RuleSet rules(model, *loaded.calendar, std::move(alone), lang);
  const DiskReader disk;
  XmlReader reader(model, rules.projection(), ReadLimits());
  std::string out = rule.rule->id + "  " + rule.rule->title + '\n';
  const Date today = command.as_of.value_or(TodayInChina());
  size_t records = 0;
  const std::optional<InputFinding> problem =
      reader.Read(disk, command.file, [&](const Record& record) {
        out += ForTerminal(command.file) + "  " +
               Say(lang, TextId::kTraceCase, {std::to_string(++records)}) + '\n';
        AppendTrace(TraceRule(rules, record, today, lang), *rule.rule, record, lang, out);
      });
  if (problem) {
    std::string where = command.file;
    if (problem->line > 0) where += ':' + std::to_string(problem->line);
    (void)console.err.Write(ForTerminal(where) + ": " + Say(lang, TextId::kError) + ": " +
                            ForTerminal(Say(lang, problem->message)) + '\n');
  }
  const ExitCode exit = problem ? ExitCode::kUnaudited : ExitCode::kClean;
  return records == 0 ? exit : PrintResult(out, exit, console);
}

// What the program says under that id; "" where it says nothing.
std::string SentencesOf(std::string_view id, Lang lang) {
  std::string out;
  for (const TextId text : TextsNamed(id)) {
    // Each argument stands for itself, and {{ comes out as one brace.
    out += "  " + Say(lang, text, {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}"}) + '\n';
  }
  return out.empty() ? out : std::string(id) + '\n' + out;
}

ExitCode Unknown(const LoadedRules& loaded, const std::string& id, Lang lang, Console& console) {
  std::vector<std::string_view> ids;
  for (const auto& pack : loaded.packs) {
    for (const CompiledRule& rule : pack->rules) ids.push_back(rule.rule->id);
  }
  DiagnosticSink unknown;
  Diagnostic& error = unknown.Error(nullptr, {}, TextId::kUnknownRule, {id});
  const std::vector<std::string> hints = Suggest(id, ids);
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  PrintDiagnostics(unknown, lang, console.err);
  return ExitCode::kCouldNotRun;
}

}  // namespace

ExitCode RunRulesShow(const RulesShowCommand& command, Lang lang, Console& console) {
  const std::optional<LoadedRules> loaded = LoadRules({command.packs, {}}, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  std::string out;
  for (const auto& pack : loaded->packs) {
    for (const CompiledRule& rule : pack->rules) {
      if (rule.rule->id != command.id) continue;
      if (!IsOwn(pack->pack, *rule.rule) && command.packs.empty()) continue;
      if (!command.file.empty()) {
        return WorkOut(*pack, rule, *loaded, command, lang, console);
      }
      if (command.ast) AppendTrees(*pack, rule, *loaded->model, out);
      if (command.plan) AppendPlan(rule, out);
      if (!command.ast && !command.plan) Describe(rule, lang, out);
    }
  }
  if (out.empty()) out = SentencesOf(command.id, lang);
  if (out.empty()) return Unknown(*loaded, command.id, lang, console);
  return PrintResult(out, ExitCode::kClean, console);
}

}  // namespace anjuan
