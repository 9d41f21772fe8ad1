#include "audit/rule_test.h"

#include <optional>

#include "audit/rule_trial.h"

namespace anjuan {
namespace {

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
    const std::optional<RuleTest> test = ReadRuleTest(node, source, /*apart=*/true, mistakes_);
    if (test) RunTest(*test, index);
  }

  const RuleTestCount& count() const { return count_; }

  RuleTestCount Run() {
    // Inherited rules are tested with the values of the pack that wrote them.
    for (size_t i = 0; i < pack_.rules.size(); ++i) {
      if (IsOwn(pack_.pack, *pack_.rules[i].rule)) TestRule(i);
    }
    return count_;
  }

 private:
  void TestRule(size_t index) {
    const Rule& rule = *pack_.rules[index].rule;
    std::vector<bool> tested(TestOutcomes().size());
    if (rule.tests != nullptr) {
      for (const yaml::Node& node : rule.tests->items()) {
        const std::optional<RuleTest> test =
            ReadRuleTest(node, rule.source(), /*apart=*/false, mistakes_);
        if (!test) continue;
        tested[static_cast<size_t>(test->expect)] = true;
        RunTest(*test, index);
      }
    }
    const bool can_be_out_of_scope =
        pack_.rules[index].when != nullptr || pack_.rules[index].list != nullptr;
    for (const Outcome outcome : TestOutcomes()) {
      if (tested[static_cast<size_t>(outcome)]) continue;
      if (outcome == Outcome::kNotApplicable && !can_be_out_of_scope) continue;
      const yaml::Node* const id = rule.document->root.Find("id");
      failures_.Error(rule.source(), id->span(), TextId::kOutcomeUntested,
                      {rule.id, std::string(NameOf(outcome))});
      ++count_.failed;
    }
  }

  void RunTest(const RuleTest& test, size_t index) {
    const Rule& rule = *pack_.rules[index].rule;
    const std::unique_ptr<RuleTrial> trial =
        RuleTrial::Prepare(test, pack_, pack_.rules[index], model_, calendar_, mistakes_, lang_);
    if (trial == nullptr) return;
    CaseResult result;
    const Outcome outcome = trial->Run(result);
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

  const CompiledPack& pack_;
  const Model& model_;
  const WorkdayCalendar& calendar_;
  DiagnosticSink& failures_;
  DiagnosticSink& mistakes_;
  Lang lang_;
  RuleTestCount count_;
};

}  // namespace

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
        if (wanted == nullptr && !IsOwn(pack->pack, *pack->rules[i].rule)) continue;
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
