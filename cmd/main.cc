// The front door: parse, dispatch, catch what escaped.
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <variant>

#include "base/byte_sink.h"
#include "base/unfinished.h"
#include "cmd/commands.h"
#include "cmd/options.h"

namespace anjuan {
namespace {

struct Dispatch {
  Lang lang;
  Console& console;

  ExitCode operator()(const AuditCommand& c) const { return RunAudit(c, lang, console); }
  ExitCode operator()(const InspectCommand& c) const { return RunInspect(c, lang, console); }
  ExitCode operator()(const RulesListCommand& c) const { return RunRulesList(c, lang, console); }
  ExitCode operator()(const RulesShowCommand& c) const { return RunRulesShow(c, lang, console); }
  ExitCode operator()(const RulesTestCommand& c) const { return RunRulesTest(c, lang, console); }
  ExitCode operator()(const RulesCoverageCommand& c) const {
    return RunRulesCoverage(c, lang, console);
  }
  ExitCode operator()(const RulesDocsCommand& c) const { return RunRulesDocs(c, lang, console); }
  ExitCode operator()(const RulesLintCommand& c) const { return RunRulesLint(c, lang, console); }
  ExitCode operator()(const RulesSchemaCommand& c) const {
    return RunRulesSchema(c, lang, console);
  }
  ExitCode operator()(const RulesParamsCommand& c) const {
    return RunRulesParams(c, lang, console);
  }
  ExitCode operator()(const ModelFieldsCommand& c) const {
    return RunModelFields(c, lang, console);
  }
  ExitCode operator()(const BaselineWriteCommand& c) const {
    return RunBaselineWrite(c, lang, console);
  }
  ExitCode operator()(const ConfigCommand& c) const { return RunConfig(c, lang, console); }
  ExitCode operator()(const CompletionCommand& c) const { return RunCompletion(c, lang, console); }
  ExitCode operator()(const ManCommand& c) const { return RunMan(c, lang, console); }
  ExitCode operator()(const SummaryCommand& c) const { return RunSummary(c, lang, console); }
  ExitCode operator()(const CircularCommand& c) const { return RunCircular(c, lang, console); }
  ExitCode operator()(const RecheckCommand& c) const { return RunRecheck(c, lang, console); }
};

ExitCode Main(int argc, const char* const* argv) {
  const std::unique_ptr<ByteSink> out = SinkTo(STDOUT_FILENO);
  const std::unique_ptr<ByteSink> err = SinkTo(STDERR_FILENO);
  Console console{*out, *err, isatty(STDOUT_FILENO) != 0, isatty(STDERR_FILENO) != 0};
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    console.out_cells = size.ws_col;
  }
  const char* const columns = std::getenv("COLUMNS");  // a user's word goes before the terminal's
  if (columns != nullptr) {
    const unsigned long cells = std::strtoul(columns, nullptr, 10);
    if (cells > 0 && cells < 10'000) console.out_cells = cells;
  }
  const ParsedOptions parsed = ParseOptions(argc, argv);
  if (!parsed.options) {
    const bool written = out->Write(parsed.out).ok() && err->Write(parsed.err).ok();
    return written ? parsed.exit : ExitCode::kCouldNotRun;
  }
  return std::visit(Dispatch{parsed.options->lang, console}, parsed.options->command);
}

}  // namespace
}  // namespace anjuan

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of writing
  anjuan::RemoveUnfinishedOnSignals();
  try {
    return static_cast<int>(anjuan::Main(argc, argv));
  } catch (const std::exception& error) {
    (void)anjuan::SinkTo(STDERR_FILENO)->Write(std::string("anjuan: ") + error.what() + "\n");
    return static_cast<int>(anjuan::ExitCode::kCouldNotRun);
  }
}
