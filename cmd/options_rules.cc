// rules: its subcommands and their options.
#include <memory>

#include "cmd/option_values.h"

namespace anjuan {
namespace {

void AddPackArguments(CommandRow& to, std::vector<std::string>& packs) {
  to.Arguments("PACK", packs, TextId::kHelpPackArgument, Takes::kPack);
}

void DefineList(CommandRow& rules) {
  const auto list = std::make_shared<RulesListCommand>();
  CommandRow& row = rules.Add("list", TextId::kHelpRulesList, [list] { return *list; });
  AddPacks(row, list->packs);
}

void DefineShow(CommandRow& rules) {
  struct Raw {
    RulesShowCommand show;
    std::string as_of;
  };
  const auto raw = std::make_shared<Raw>();
  CommandRow& row = rules.Add("show", TextId::kHelpRulesShow, [raw] {
    if (raw->show.id.empty()) throw UsageError{TextId::kWantsRuleId, {}, {}};
    raw->show.as_of = DateOf("--as-of", raw->as_of);
    return raw->show;
  });
  row.Argument("ID", raw->show.id, TextId::kHelpRuleId);
  AddPacks(row, raw->show.packs);
  row.Value("--file", raw->show.file, TextId::kHelpShowFile, "FILE", Takes::kFile);
  AddAsOf(row, raw->as_of);
  row.Flag("--ast", raw->show.ast, TextId::kHelpAst);
  row.Flag("--plan", raw->show.plan, TextId::kHelpPlan);
}

void DefineTest(CommandRow& rules) {
  const auto test = std::make_shared<RulesTestCommand>();
  CommandRow& row = rules.Add("test", TextId::kHelpRulesTest, [test] {
    if (test->mutate && !test->cases.empty()) {
      throw UsageError{TextId::kOptionsExclude, {"--mutate", "--cases"}, {}};
    }
    return *test;
  });
  AddPackArguments(row, test->packs);
  row.Values("--cases", test->cases, TextId::kHelpCases, "FILE", Takes::kFile);
  row.Flag("--mutate", test->mutate, TextId::kHelpMutate);
}

void DefineCoverage(CommandRow& rules) {
  struct Raw {
    RulesCoverageCommand coverage;
    std::string format = "text";
  };
  const auto raw = std::make_shared<Raw>();
  CommandRow& row = rules.Add("coverage", TextId::kHelpRulesCoverage, [raw] {
    raw->coverage.json = OneOf("-o", raw->format, {"text", "json"}) == "json";
    return raw->coverage;
  });
  AddPackArguments(row, raw->coverage.packs);
  row.Flag("--all", raw->coverage.all, TextId::kHelpCoverageAll);
  row.Value("-o,--output", raw->format, TextId::kHelpInspectOutput, "text|json", Takes::kChoice);
}

void DefineDocs(CommandRow& rules) {
  struct Raw {
    RulesDocsCommand docs;
    std::string format = "md";
  };
  const auto raw = std::make_shared<Raw>();
  CommandRow& row = rules.Add("docs", TextId::kHelpRulesDocs, [raw] {
    raw->docs.html = OneOf("-o", raw->format, {"md", "html"}) == "html";
    return raw->docs;
  });
  row.Value("-o,--output", raw->format, TextId::kHelpDocsOutput, "md|html", Takes::kChoice);
  AddRules(row, raw->docs.rules);
}

void DefineLint(CommandRow& rules) {
  const auto lint = std::make_shared<RulesLintCommand>();
  CommandRow& row = rules.Add("lint", TextId::kHelpRulesLint, [lint] { return *lint; });
  AddPackArguments(row, lint->packs);
  row.Flag("--strict", lint->strict, TextId::kHelpStrict);
  row.Flag("--notes", lint->notes, TextId::kHelpNotes);
}

void DefineSchema(CommandRow& rules) {
  const auto schema = std::make_shared<RulesSchemaCommand>();
  CommandRow& row = rules.Add("schema", TextId::kHelpRulesSchema, [schema] { return *schema; });
  AddPacks(row, schema->packs);
}

void DefineParams(CommandRow& rules) {
  const auto params = std::make_shared<RulesParamsCommand>();
  CommandRow& row = rules.Add("params", TextId::kHelpRulesParams, [params] { return *params; });
  AddRules(row, params->rules);
}

}  // namespace

void DefineRules(CommandRow& root) {
  CommandRow& rules = root.Add("rules", TextId::kHelpRules);
  DefineList(rules);
  DefineShow(rules);
  DefineTest(rules);
  DefineCoverage(rules);
  DefineDocs(rules);
  DefineLint(rules);
  DefineSchema(rules);
  DefineParams(rules);
}

}  // namespace anjuan
