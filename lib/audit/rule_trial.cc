#include "audit/rule_trial.h"

#include <array>

#include "audit/yaml_case.h"
#include "base/suggest.h"

namespace anjuan {
namespace {

constexpr std::array kOutcomes = {Outcome::kPassed, Outcome::kFailed, Outcome::kIndeterminate,
                                  Outcome::kNotApplicable};

constexpr KeyShape kTestKeys[] = {
    {"name", KeyShape::kNeeded, kTextShape},
    {"expect", KeyShape::kNeeded, {ShapeKind::kOutcome}},
    {"complete", KeyShape::kOptional, kAnyShape},
    {"today", KeyShape::kOptional, kDateShape},
    {"case", KeyShape::kNeeded, {ShapeKind::kCase}},
    {"params", KeyShape::kOptional, TableShape(kAnyShape)},
};

// Of a case that stands apart from its rule.
constexpr KeyShape kApartKeys[] = {
    {"rule", KeyShape::kNeeded, kTextShape},
    {"row", KeyShape::kOptional, kTextShape},   // what it is taken from
    {"pack", KeyShape::kOptional, kTextShape},  // of packs that share the rule
};

yaml::MapReader::Need Of(std::string_view key) { return NeedOf(kTestKeys, key); }

// The pack with this rule first and the test's parameters in place of its own.
std::unique_ptr<CompiledPack> PackFor(const RuleTest& test, const CompiledPack& whole,
                                      const CompiledRule& compiled, const Model& model,
                                      DiagnosticSink& mistakes) {
  Pack pack = PackOfRule(whole, compiled);
  if (test.params != nullptr) {
    for (const yaml::Entry& entry : test.params->entries()) {
      bool known = false;
      for (Param& param : pack.params) {
        if (param.name != entry.key) continue;
        param.values = {{{}, &entry.value}};
        param.source = test.source;
        known = true;
      }
      if (!known) {
        mistakes.Error(test.source, entry.key_span, TextId::kUnknownParam, {entry.key});
        return nullptr;
      }
    }
  }
  return CompilePack(std::move(pack), model, /*named=*/true, mistakes, &whole);
}

}  // namespace

std::optional<RuleTest> ReadRuleTest(const yaml::Node& node, const SourcePtr& source, bool apart,
                                     DiagnosticSink& mistakes) {
  const size_t errors = mistakes.error_count();
  RuleTest test;
  test.source = source;
  test.span = node.span();
  yaml::MapReader keys(source, node, mistakes);
  test.name = keys.Text("name", Of("name"));
  if (const yaml::Node* const name = node.is_map() ? node.Find("name") : nullptr) {
    test.span = name->span();
  }
  if (const yaml::Node* const expect = keys.Scalar("expect", Of("expect"))) {
    std::optional<Outcome> outcome;
    std::vector<std::string_view> names;
    for (const Outcome known : kOutcomes) {
      names.push_back(NameOf(known));
      if (NameOf(known) == expect->text()) outcome = known;
    }
    if (!outcome) {
      Diagnostic& error =
          mistakes.Error(source, expect->span(), TextId::kUnknownOutcome, {expect->text()});
      const std::vector<std::string> hints = Suggest(expect->text(), names);
      if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
    }
    test.expect = outcome.value_or(Outcome::kPassed);
  }
  if (const yaml::Node* const complete = keys.Scalar("complete", Of("complete")))
    test.complete = complete->text();
  if (const yaml::Node* const today = keys.Scalar("today", Of("today"))) {
    Date date;
    if (ParseDate(today->text(), date) == Parsed::kValue) {
      test.today = date;
    } else {
      mistakes.Error(source, today->span(), TextId::kNotADate, {today->text()});
    }
  }
  test.case_node = keys.Map("case", Of("case"));
  test.params = keys.Map("params", Of("params"));
  if (apart) {
    for (const KeyShape& key : kApartKeys) (void)keys.Text(key.key, NeedOf(kApartKeys, key.key));
  }
  keys.Finish();
  if (mistakes.error_count() != errors || test.case_node == nullptr) return std::nullopt;
  return test;
}

std::unique_ptr<RuleTrial> RuleTrial::Prepare(const RuleTest& test, const CompiledPack& pack,
                                              const CompiledRule& rule, const Model& model,
                                              const WorkdayCalendar& calendar,
                                              DiagnosticSink& mistakes, Lang lang) {
  std::unique_ptr<CompiledPack> alone = PackFor(test, pack, rule, model, mistakes);
  if (alone == nullptr) return nullptr;
  CompiledPack* const kept = alone.get();
  std::vector<std::unique_ptr<const CompiledPack>> packs;
  packs.push_back(std::move(alone));
  auto rules = std::make_unique<RuleSet>(model, calendar, std::move(packs), lang);
  std::unique_ptr<RuleTrial> trial(new RuleTrial(kept, std::move(rules), model, test.today, lang));
  Projection all(model);
  all.AddAll();
  RecordBuilder builder(model, all, trial->record_);
  builder.Begin();
  const size_t errors = mistakes.error_count();
  FillFromYaml(*test.case_node, test.source, builder, mistakes);
  builder.SetComplete(test.complete);
  builder.Finish();
  for (const ValueProblem& problem : trial->record_.problems()) {
    mistakes.Error(test.source, test.span, TextId::kCaseValue, {problem.path, problem.value});
  }
  return mistakes.error_count() == errors ? std::move(trial) : nullptr;
}

Outcome RuleTrial::Run(CaseResult& result) {
  const bool applies = auditor_.Audit(record_, pack_->rules[0].rule->id, result);
  return applies ? auditor_.outcomes()[0] : Outcome::kNotApplicable;
}

void RuleTrial::Use(const CompiledRule& rule) {
  std::vector<size_t> subsumes = std::move(pack_->rules[0].subsumes);  // of this pack
  pack_->rules[0] = rule;
  pack_->rules[0].subsumes = std::move(subsumes);
}

std::span<const KeyShape> TestKeys() { return kTestKeys; }

std::span<const Outcome> TestOutcomes() { return kOutcomes; }

}  // namespace anjuan
