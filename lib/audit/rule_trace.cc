#include "audit/rule_trace.h"

#include <iterator>

#include "audit/case_auditor.h"

namespace anjuan {
namespace {

using expr::Tri;

constexpr size_t kMostElements = 20;  // shown in full

void Append(TraceLines from, TraceLines& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool IsGood(Outcome outcome) {
  return outcome == Outcome::kPassed || outcome == Outcome::kNotApplicable;
}

CheckTrace TraceCheck(const CompiledRule& rule, const DeadlineJudge* judge,
                      expr::Evaluator& evaluator) {
  CheckTrace check;
  if (judge != nullptr) {
    check.arithmetic = judge->Arithmetic();
    Append(evaluator.Trace(*rule.deadline->period), check.lines);
    for (const DeadlineJudge::Look& look : judge->looks()) {
      if (look.program == rule.deadline->period.get()) continue;
      if (look.row != nullptr) evaluator.Bind(rule.deadline->variable, look.row);
      Append(evaluator.Trace(*look.program), check.lines);
    }
  }
  if (rule.test != nullptr) Append(evaluator.Trace(*rule.test), check.lines);
  return check;
}

// Writes down what the auditor asks of one rule.
class RuleTracer final : public AuditWatcher {
 public:
  RuleTracer(const CompiledRule& rule, RuleTrace& trace) : rule_(rule), trace_(trace) {}

  void OnPack(const CompiledPack& pack, Tri applies, expr::Evaluator& evaluator) override {
    if (applies != Tri::kTrue) trace_.scope = evaluator.Trace(*pack.applies);
  }

  void OnRule(const CompiledRule& rule, const Scope& scope, expr::Evaluator& evaluator) override {
    if (&rule != &rule_) return;
    trace_.day = scope.day;
    trace_.in_effect = scope.in_effect != Tri::kFalse;
    if (trace_.in_effect && rule.when != nullptr) trace_.when = evaluator.Trace(*rule.when);
    if (scope.when != Tri::kFalse && rule.list != nullptr) {
      trace_.list = evaluator.Trace(*rule.list);
    }
  }

  void OnCheck(const CompiledRule& rule, const Slot* element, Outcome outcome,
               const DeadlineJudge* judge, expr::Evaluator& evaluator) override {
    if (&rule != &rule_) return;
    if (element == nullptr) {
      trace_.test = TraceCheck(rule, judge, evaluator);
      return;
    }
    ++trace_.outcomes[static_cast<size_t>(outcome)];
    std::vector<ElementTrace>& shown = IsGood(outcome) ? passed_ : trace_.elements;
    const size_t most = IsGood(outcome) ? 1 : kMostElements;
    if (outcome == Outcome::kNotApplicable || shown.size() >= most) return;
    ElementTrace& traced = shown.emplace_back();
    traced.element = element;
    if (rule.where != nullptr) traced.where = evaluator.Trace(*rule.where);
    traced.test = TraceCheck(rule, judge, evaluator);
  }

  // The first element that passed stands for all, where none did not.
  void Finish() {
    if (trace_.elements.empty()) trace_.elements = std::move(passed_);
  }

 private:
  const CompiledRule& rule_;
  RuleTrace& trace_;
  std::vector<ElementTrace> passed_;
};

}  // namespace

RuleTrace TraceRule(const RuleSet& rules, const Record& record, std::optional<Date> today,
                    Lang lang) {
  const CompiledRule& rule = rules.packs()[0]->rules[0];
  RuleTrace trace;
  RuleTracer tracer(rule, trace);
  CaseAuditor auditor(rules, today, lang);
  CaseResult result;
  trace.applies = auditor.Audit(record, "", result, &tracer);
  tracer.Finish();
  if (trace.applies) trace.outcome = auditor.outcomes()[0];
  for (Finding& finding : result.findings) {
    if (finding.rule == rule.rule.get()) trace.findings.push_back(std::move(finding));
  }
  return trace;
}

}  // namespace anjuan
