// rules coverage: which items of the catalogue of review items the packs decide.
#include "cmd/rules.h"
#include "report/coverage.h"

namespace anjuan {

ExitCode RunRulesCoverage(const RulesCoverageCommand& command, Lang lang, Console& console) {
  const std::optional<LoadedRules> loaded = LoadRules({command.packs, {}}, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  DiagnosticSink sink;
  const std::vector<ReviewItem> items = LoadShippedReviewItems(sink);
  CheckCovers(items, loaded->packs, sink);
  if (PrintDiagnostics(sink, lang, console.err)) return ExitCode::kCouldNotRun;
  const std::vector<ItemCoverage> coverage = CoverageOf(items, loaded->packs);
  return PrintResult(
      command.json ? CoverageJson(coverage) : CoverageText(coverage, command.all, lang),
      ExitCode::kClean, console);
}

}  // namespace anjuan
