#include "audit/rule_test.h"

#include <array>
#include <optional>

#include "audit/case_auditor.h"
#include "audit/yaml_case.h"
#include "base/suggest.h"

namespace anjuan {
namespace {

constexpr std::array kOutcomes = {Outcome::kPassed, Outcome::kFailed, Outcome::kIndeterminate,
                                  Outcome::kNotApplicable};

struct RuleTest {
  SourcePtr source;  // the file it stands in
  std::string name;
  Span span;
  Outcome expect = Outcome::kPassed;
  std::string complete;
  std::optional<Date> today;
  const yaml::Node* case_node = nullptr;
  const yaml::Node* params = nullptr;
};

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

class RuleTester {
 public:
  RuleTester(const CompiledPack& pack, const Model& model, const WorkdayCalendar& calendar,
             DiagnosticSink& failures, DiagnosticSink& mistakes, Lang lang)
      : pack_(pack),
        model_(model),
        calendar_(calendar),
        failures_(failures),
        mistakes_(mistakes),
        lang_(lang) {}

  // One case that stands apart, against a rule of the pack.
  void RunApart(const yaml::Node& node, const SourcePtr& source, size_t index) {
    const std::optional<RuleTest> test = Read(node, source, /*apart=*/true);
    if (test) RunTest(*test, index);
  }

  const RuleTestCount& count() const { return count_; }

  RuleTestCount Run() {
    // Inherited rules are tested with the values of the pack that wrote them.
    for (size_t i = 0; i < pack_.rules.size(); ++i) {
      if (pack_.rules[i].rule->pack == pack_.pack.name) TestRule(i);
    }
    return count_;
  }

 private:
  void TestRule(size_t index) {
    const Rule& rule = *pack_.rules[index].rule;
    std::array<bool, kOutcomes.size()> tested = {};
    if (rule.tests != nullptr) {
      for (const yaml::Node& node : rule.tests->items()) {
        const std::optional<RuleTest> test = Read(node, rule.source(), /*apart=*/false);
        if (!test) continue;
        tested[static_cast<size_t>(test->expect)] = true;
        RunTest(*test, index);
      }
    }
    const bool can_be_out_of_scope =
        pack_.rules[index].when != nullptr || pack_.rules[index].list != nullptr;
    for (const Outcome outcome : kOutcomes) {
      if (tested[static_cast<size_t>(outcome)]) continue;
      if (outcome == Outcome::kNotApplicable && !can_be_out_of_scope) continue;
      const yaml::Node* const id = rule.document->root.Find("id");
      failures_.Error(rule.source(), id->span(), TextId::kOutcomeUntested,
                      {rule.id, std::string(NameOf(outcome))});
      ++count_.failed;
    }
  }

  std::optional<RuleTest> Read(const yaml::Node& node, const SourcePtr& source, bool apart) {
    const size_t errors = mistakes_.error_count();
    RuleTest test;
    test.source = source;
    test.span = node.span();
    yaml::MapReader keys(source, node, mistakes_);
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
            mistakes_.Error(source, expect->span(), TextId::kUnknownOutcome, {expect->text()});
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
        mistakes_.Error(source, today->span(), TextId::kNotADate, {today->text()});
      }
    }
    test.case_node = keys.Map("case", Of("case"));
    test.params = keys.Map("params", Of("params"));
    if (apart) {
      for (const KeyShape& key : kApartKeys) (void)keys.Text(key.key, NeedOf(kApartKeys, key.key));
    }
    keys.Finish();
    if (mistakes_.error_count() != errors || test.case_node == nullptr) return std::nullopt;
    return test;
  }

  void RunTest(const RuleTest& test, size_t index) {
    const Rule& rule = *pack_.rules[index].rule;
    std::vector<std::unique_ptr<const CompiledPack>> packs;
    packs.push_back(PackFor(test, pack_.rules[index]));
    if (packs[0] == nullptr) return;
    const RuleSet rules(model_, calendar_, std::move(packs), lang_);
    Projection all(model_);
    all.AddAll();
    Record record(model_);
    RecordBuilder builder(model_, all, record);
    builder.Begin();
    const size_t errors = mistakes_.error_count();
    FillFromYaml(*test.case_node, test.source, builder, mistakes_);
    builder.SetComplete(test.complete);
    builder.Finish();
    for (const ValueProblem& problem : record.problems()) {
      mistakes_.Error(test.source, test.span, TextId::kCaseValue, {problem.path, problem.value});
    }
    if (mistakes_.error_count() != errors) return;

    CaseAuditor auditor(rules, test.today, lang_);
    CaseResult result;
    const bool applies = auditor.Audit(record, rule.id, result);
    const Outcome outcome = applies ? auditor.outcomes()[0] : Outcome::kNotApplicable;
    if (outcome == test.expect) {
      ++count_.passed;
      return;
    }
    ++count_.failed;
    std::string why;
    for (const Finding& finding : result.findings) {
      if (finding.rule->id == rule.id && why.empty()) why = finding.message;
    }
    Diagnostic& failure = failures_.Error(
        test.source, test.span, TextId::kTestFailed,
        {rule.id, test.name, std::string(NameOf(test.expect)), std::string(NameOf(outcome))});
    if (!why.empty()) failure.help.push_back({TextId::kTestFinding, {why}});
  }

  // The pack with this rule first and the test's parameters in place of its own.
  std::unique_ptr<const CompiledPack> PackFor(const RuleTest& test, const CompiledRule& compiled) {
    Pack pack = PackOfRule(pack_, compiled);
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
          mistakes_.Error(test.source, entry.key_span, TextId::kUnknownParam, {entry.key});
          return nullptr;
        }
      }
    }
    return CompilePack(std::move(pack), model_, /*named=*/true, mistakes_, &pack_);
  }

  const CompiledPack& pack_;
  const Model& model_;
  const WorkdayCalendar& calendar_;
  DiagnosticSink& failures_;
  DiagnosticSink& mistakes_;
  Lang lang_;
  RuleTestCount count_;
};

}  // namespace

std::span<const KeyShape> TestKeys() { return kTestKeys; }

std::span<const Outcome> TestOutcomes() { return kOutcomes; }

RuleTestCount RunRuleTests(const CompiledPack& pack, const Model& model,
                           const WorkdayCalendar& calendar, DiagnosticSink& failures,
                           DiagnosticSink& mistakes, Lang lang) {
  return RuleTester(pack, model, calendar, failures, mistakes, lang).Run();
}

RuleTestCount RunCases(const yaml::Document& cases,
                       std::span<const std::unique_ptr<const CompiledPack>> packs,
                       const Model& model, const WorkdayCalendar& calendar,
                       DiagnosticSink& failures, DiagnosticSink& mistakes, Lang lang) {
  RuleTestCount count;
  for (const yaml::Node& node : cases.root.items()) {
    const yaml::Node* const rule = node.is_map() ? node.Find("rule") : nullptr;
    const yaml::Node* const wanted = node.is_map() ? node.Find("pack") : nullptr;
    bool found = false;
    for (const auto& pack : packs) {
      if (rule == nullptr) break;
      if (wanted != nullptr && wanted->text() != pack->pack.name) continue;
      for (size_t i = 0; i < pack->rules.size() && !found; ++i) {
        if (pack->rules[i].rule->id != rule->text()) continue;
        if (wanted == nullptr && pack->rules[i].rule->pack != pack->pack.name) continue;
        found = true;
        RuleTester tester(*pack, model, calendar, failures, mistakes, lang);
        tester.RunApart(node, cases.source, i);
        count.passed += tester.count().passed;
        count.failed += tester.count().failed;
      }
      if (found) break;
    }
    if (!found) {
      mistakes.Error(cases.source, rule == nullptr ? node.span() : rule->span(),
                     TextId::kUnknownRule, {rule == nullptr ? std::string() : rule->text()});
    }
  }
  return count;
}

}  // namespace anjuan
