// audit: the whole pipeline, top to bottom.
#include <chrono>
#include <cstdlib>
#include <thread>

#include "audit/batch.h"
#include "base/terminal_text.h"
#include "base/texts/gate.h"
#include "cmd/commands.h"
#include "cmd/gate.h"
#include "cmd/load.h"
#include "cmd/output_places.h"
#include "cmd/reports.h"
#include "intake/walk.h"

namespace anjuan {

Date TodayInChina() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return DateOfMoment(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

bool WantsColor(ColorChoice choice, const Console& console) {
  if (choice != ColorChoice::kAuto) return choice == ColorChoice::kAlways;
  const char* const terminal = std::getenv("TERM");
  const char* const no_color = std::getenv("NO_COLOR");
  return console.out_is_terminal && terminal != nullptr && std::string_view(terminal) != "dumb" &&
         (no_color == nullptr || *no_color == '\0');
}

namespace {

ExitCode ExitFor(const Summary& summary, std::optional<Severity> fail_on, bool limit_broken) {
  if (summary.unaudited > 0) return ExitCode::kUnaudited;
  if (limit_broken) return ExitCode::kFindings;
  if (!fail_on) return ExitCode::kClean;
  for (size_t i = static_cast<size_t>(*fail_on); i < summary.findings.size(); ++i) {
    if (summary.findings[i] > 0) return ExitCode::kFindings;
  }
  return ExitCode::kClean;
}

}  // namespace

ExitCode RefuseOutput(const std::string& file, Lang lang, Console& console) {
  (void)console.err.Write("anjuan: " + Say(lang, TextId::kError) + ": " +
                          Say(lang, gate_text::kOutputClash, {ForTerminal(file)}) + "\n");
  return ExitCode::kCouldNotRun;
}

ExitCode RunAudit(const AuditCommand& command, Lang lang, Console& console) {
  const DiskReader disk;
  std::optional<LoadedRules> loaded = LoadScoredRules(command.rules, command.scheme, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  const RuleSet rules(*loaded->model, *loaded->calendar, std::move(loaded->packs), lang,
                      std::move(loaded->scheme));
  const Date as_of = command.as_of.value_or(TodayInChina());
  DiagnosticSink mistakes;
  const RunGate gate(command.gate, rules, as_of, disk, mistakes);
  if (PrintDiagnostics(mistakes, lang, console.err)) return ExitCode::kCouldNotRun;

  RunInfo info;
  info.version = Version();
  info.as_of = as_of;
  info.lang = lang;
  info.color = WantsColor(command.color, console);
  info.arithmetic = command.arithmetic || command.detail == Detail::kVerbose;
  info.detail = command.detail;
  info.group_by = command.group_by;
  info.width = console.out_is_terminal ? console.out_cells : 0;
  info.rules = &rules;
  info.gate = &gate.gate();
  const OutputPlaces places(command.outputs);
  std::vector<std::string> read = command.inputs;
  read.insert(read.end(), {command.gate.waivers, command.gate.baseline, command.scheme});
  if (const std::string clash = places.Clash(read); !clash.empty()) {
    return RefuseOutput(clash, lang, console);
  }
  Reports reports(info, console, command.progress);
  if (!reports.Open(command.outputs)) return ExitCode::kCouldNotRun;

  BatchOptions batch;
  batch.jobs = command.jobs > 0 ? command.jobs : std::max(1u, std::thread::hardware_concurrency());
  batch.today = info.as_of;
  batch.lang = lang;
  batch.limits = command.limits;
  batch.gate = &gate.gate();
  const WalkedInput input =
      Walk(command.inputs, disk, [&](const std::string& path) { return places.Has(path); });
  const Summary summary = RunBatch(rules, input, disk, batch, reports);
  if (!reports.Close(summary)) return ExitCode::kCouldNotRun;
  const bool limit_broken = gate.Tell(summary, lang, console.err);
  return ExitFor(summary, command.fail_on, limit_broken);
}

}  // namespace anjuan
