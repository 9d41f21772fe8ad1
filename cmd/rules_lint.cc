// rules lint | schema: for whoever writes rules.
#include <algorithm>

#include "cmd/rules.h"
#include "pack/lint.h"
#include "report/rule_schema.h"

namespace anjuan {
namespace {

size_t CountOf(const DiagnosticSink& sink, DiagnosticLevel level) {
  const std::vector<Diagnostic>& all = sink.diagnostics();
  return static_cast<size_t>(
      std::count_if(all.begin(), all.end(),
                    [&](const Diagnostic& diagnostic) { return diagnostic.level == level; }));
}

// Errors and warnings, and the notes where they are asked for.
void PrintChosen(const DiagnosticSink& sink, bool notes, Lang lang, Console& console) {
  DiagnosticSink chosen;
  for (const Diagnostic& one : sink.diagnostics()) {
    if (one.level == DiagnosticLevel::kNote && !notes) continue;
    Diagnostic& copy = chosen.Note(one.source, one.span, one.message.id, one.message.args);
    copy = one;
  }
  PrintDiagnostics(chosen, lang, console.err);
}

}  // namespace

ExitCode RunRulesLint(const RulesLintCommand& command, Lang lang, Console& console) {
  const DiskReader disk;
  DiagnosticSink sink;
  const std::unique_ptr<const Model> model = LoadShippedModel(sink);
  CompiledPacks packs;
  if (model != nullptr) packs = LoadPacks({command.packs, {}}, *model, disk, sink);
  if (!sink.has_errors()) ChooseScheme("", packs, disk, sink);  // sections that it does not have
  const bool loaded = !sink.has_errors();
  if (loaded) {
    LintPacks(packs, *model, sink);
    CheckCovers(LoadShippedReviewItems(sink), packs, sink);
  }
  PrintChosen(sink, command.notes, lang, console);

  const std::string errors = std::to_string(CountOf(sink, DiagnosticLevel::kError));
  const size_t warning_count = CountOf(sink, DiagnosticLevel::kWarning);
  const std::string warnings = std::to_string(warning_count);
  if (!loaded) {
    return PrintResult(Say(lang, TextId::kLintNotLoaded, {errors, warnings}) + '\n',
                       ExitCode::kCouldNotRun, console);
  }
  size_t rules = 0;
  for (const auto& pack : packs) {
    rules += static_cast<size_t>(
        std::count_if(pack->rules.begin(), pack->rules.end(),
                      [&](const CompiledRule& rule) { return IsOwn(pack->pack, *rule.rule); }));
  }
  std::string out =
      Say(lang, TextId::kLintCounts, {std::to_string(rules), errors, warnings}) + '\n';
  const std::string how = command.notes ? "" : Say(lang, TextId::kLintUseNotes);
  if (const size_t blanks = CountOf(sink, DiagnosticLevel::kNote); blanks > 0) {
    out += Say(lang, TextId::kLintBlanks, {std::to_string(blanks)}) + how + '\n';
  }
  if (const std::vector<const Field*> unread = UnreadFields(packs, *model); !unread.empty()) {
    out += Say(lang, TextId::kLintFields,
               {std::to_string(unread.size()), std::to_string(CountValueFields(*model))}) +
           how + '\n';
    if (command.notes) {
      for (const Field* const field : unread) out += "  " + field->path + '\n';
    }
  }
  const bool fails = sink.has_errors() || (command.strict && warning_count > 0);
  return PrintResult(out, fails ? ExitCode::kCouldNotRun : ExitCode::kClean, console);
}

ExitCode RunRulesSchema(const RulesSchemaCommand& command, Lang lang, Console& console) {
  const std::optional<LoadedRules> loaded = LoadRules({command.packs, {}}, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  std::vector<std::string> stages;
  for (const auto& pack : loaded->packs) {
    for (const Stage& stage : pack->pack.stages) {
      if (std::find(stages.begin(), stages.end(), stage.label) == stages.end()) {
        stages.push_back(stage.label);
      }
    }
  }
  return PrintResult(RuleSchema(*loaded->model, stages, ShippedSchemes()), ExitCode::kClean,
                     console);
}

}  // namespace anjuan
