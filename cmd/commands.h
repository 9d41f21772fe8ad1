// The subcommands: options in, exit code out. Results go to `out`, everything else to `err`.
#pragma once

#include "base/byte_sink.h"
#include "cmd/options.h"

namespace anjuan {

struct Console {
  ByteSink& out;
  ByteSink& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  size_t out_cells = 80;  // across the terminal
};

// audit.cc
Date TodayInChina();
bool WantsColor(ColorChoice choice, const Console& console);

// Of a report that would replace what the run reads, or another report.
ExitCode RefuseOutput(const std::string& file, Lang lang, Console& console);

ExitCode RunAudit(const AuditCommand& command, Lang lang, Console& console);
ExitCode RunInspect(const InspectCommand& command, Lang lang, Console& console);
ExitCode RunRulesList(const RulesListCommand& command, Lang lang, Console& console);
ExitCode RunRulesShow(const RulesShowCommand& command, Lang lang, Console& console);
ExitCode RunRulesParams(const RulesParamsCommand& command, Lang lang, Console& console);
ExitCode RunRulesTest(const RulesTestCommand& command, Lang lang, Console& console);
ExitCode RunRulesCoverage(const RulesCoverageCommand& command, Lang lang, Console& console);
ExitCode RunRulesDocs(const RulesDocsCommand& command, Lang lang, Console& console);
ExitCode RunRulesLint(const RulesLintCommand& command, Lang lang, Console& console);
ExitCode RunRulesSchema(const RulesSchemaCommand& command, Lang lang, Console& console);
ExitCode RunBaselineWrite(const BaselineWriteCommand& command, Lang lang, Console& console);
ExitCode RunConfig(const ConfigCommand& command, Lang lang, Console& console);
ExitCode RunCompletion(const CompletionCommand& command, Lang lang, Console& console);
ExitCode RunMan(const ManCommand& command, Lang lang, Console& console);
ExitCode RunSummary(const SummaryCommand& command, Lang lang, Console& console);
ExitCode RunCircular(const CircularCommand& command, Lang lang, Console& console);
ExitCode RunRecheck(const RecheckCommand& command, Lang lang, Console& console);
ExitCode RunModelFields(const ModelFieldsCommand& command, Lang lang, Console& console);

}  // namespace anjuan
