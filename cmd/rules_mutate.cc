// rules test --mutate: changes to rules that no test notices.
#include <algorithm>
#include <thread>

#include "audit/mutants.h"
#include "base/display_width.h"
#include "cmd/rules.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

constexpr size_t kMostPercent = 5;  // of changes may survive
constexpr size_t kColumnCells = 14;

// Tenths of a percent, rounded up, so that 0.0 % is none.
std::string ShareOf(const MutantCount& count) {
  const size_t tenths =
      count.changes == 0 ? 0 : (count.survived * 1000 + count.changes - 1) / count.changes;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

void AppendRow(const std::vector<std::string>& cells, std::string& out) {
  std::string row;
  for (const std::string& cell : cells) row += PadTo(cell, kColumnCells);
  out += row.substr(0, row.find_last_not_of(' ') + 1) + '\n';
}

void AppendCount(const std::string& name, const MutantCount& count, std::string& out) {
  AppendRow({name, std::to_string(count.changes), std::to_string(count.changes - count.survived),
             std::to_string(count.survived), ShareOf(count)},
            out);
}

}  // namespace

ExitCode RunRulesMutate(const RulesTestCommand& command, Lang lang, Console& console) {
  const std::optional<LoadedRules> loaded = LoadRules({command.packs, {}}, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  DiagnosticSink mistakes;
  const MutationReport report =
      TestMutants(loaded->packs, *loaded->model, *loaded->calendar,
                  std::max(1U, std::thread::hardware_concurrency()), mistakes, lang);
  PrintDiagnostics(mistakes, lang, console.err);

  std::string out;
  for (const Survivor& survivor : report.survivors) {
    const Source& source = *survivor.rule->source();
    const Place place = source.PlaceOf(survivor.place.begin);
    out += source.name() + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) +
           ": " + survivor.rule->id + ' ' + SeverityWord(survivor.rule->severity, lang) + ": " +
           Say(lang, survivor.what) + '\n';
  }
  if (!out.empty()) out += '\n';
  AppendRow({Say(lang, TextId::kShowSeverity), Say(lang, TextId::kMutantsColumn),
             Say(lang, TextId::kMutantsNoticed), Say(lang, TextId::kMutantsSurvived),
             Say(lang, TextId::kMutantsShare)},
            out);
  for (int i = kSeverities; i-- > 0;) {
    const auto severity = static_cast<Severity>(i);
    AppendCount(SeverityWord(severity, lang), report.by_severity[static_cast<size_t>(i)], out);
  }
  const MutantCount total = report.Total();
  AppendCount(Say(lang, TextId::kCoverageAll), total, out);

  const bool fatal = report.by_severity[static_cast<size_t>(Severity::kFatal)].survived > 0;
  const bool many = total.survived * 100 > total.changes * kMostPercent;
  const bool fails = fatal || many || mistakes.has_errors();
  return PrintResult(out, fails ? ExitCode::kFindings : ExitCode::kClean, console);
}

}  // namespace anjuan
