// rules docs: packs as a standard to read.
#include "cmd/rules.h"
#include "report/pack_docs.h"

namespace anjuan {

ExitCode RunRulesDocs(const RulesDocsCommand& command, Lang lang, Console& console) {
  const std::optional<LoadedRules> loaded = LoadRules(command.rules, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  DiagnosticSink sink;
  std::map<std::string, std::string> names;
  for (const ReviewItem& item : LoadShippedReviewItems(sink)) names.emplace(item.id, item.name);
  std::vector<PackDocs> docs;
  for (const auto& pack : loaded->packs) docs.push_back(DocsOf(*pack, *loaded->model, names, lang));
  return PrintResult(command.html ? HtmlOf(docs, lang) : MarkdownOf(docs, lang), ExitCode::kClean,
                     console);
}

}  // namespace anjuan
