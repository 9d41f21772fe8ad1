// One test of a rule: read from YAML, made ready, and run as often as wanted, with the rule as it
// stands or another in its place.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "audit/case_auditor.h"
#include "audit/case_result.h"
#include "audit/rule_set.h"
#include "base/diagnostic.h"
#include "model/record.h"
#include "pack/compiled_pack.h"
#include "pack/shape.h"
#include "value/workday_calendar.h"

namespace anjuan {

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

// Nothing where it is no test; the sink says why. `apart`: it does not stand inside its rule.
std::optional<RuleTest> ReadRuleTest(const yaml::Node& node, const SourcePtr& source, bool apart,
                                     DiagnosticSink& mistakes);

// Keys of one test, and what it may expect.
std::span<const KeyShape> TestKeys();
std::span<const Outcome> TestOutcomes();

class RuleTrial {
 public:
  // Null where the case or the parameters of the test are mistaken; the sink says why. `model` and
  // `calendar` must outlive the trial.
  static std::unique_ptr<RuleTrial> Prepare(const RuleTest& test, const CompiledPack& pack,
                                            const CompiledRule& rule, const Model& model,
                                            const WorkdayCalendar& calendar,
                                            DiagnosticSink& mistakes, Lang lang);

  // What the rule comes to, and its findings.
  Outcome Run(CaseResult& result);

  // From now on `rule` in place of the one that was prepared: a change of it.
  void Use(const CompiledRule& rule);

 private:
  RuleTrial(CompiledPack* pack, std::unique_ptr<RuleSet> rules, const Model& model,
            std::optional<Date> today, Lang lang)
      : pack_(pack), rules_(std::move(rules)), record_(model), auditor_(*rules_, today, lang) {}

  CompiledPack* pack_;  // of the set
  std::unique_ptr<RuleSet> rules_;
  Record record_;
  CaseAuditor auditor_;
};

}  // namespace anjuan
