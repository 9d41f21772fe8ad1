#include "audit/rule_trace.h"

#include <iterator>

#include "audit/case_auditor.h"

namespace anjuan {
namespace {

using expr::Tri;

constexpr size_t kMostElements = 20;  // shown in full

// Outcome of one element, as far as its own tests say.
Outcome OutcomeOf(Tri where, Tri test) {
  if (where == Tri::kFalse) return Outcome::kNotApplicable;
  if (test == Tri::kTrue) return where == Tri::kError ? Outcome::kIndeterminate : Outcome::kPassed;
  return test == Tri::kFalse && where == Tri::kTrue ? Outcome::kFailed : Outcome::kIndeterminate;
}

class RuleTracer {
 public:
  RuleTracer(const CompiledRule& rule, expr::Evaluator& evaluator, const WorkdayCalendar& calendar,
             std::optional<Date> today)
      : rule_(rule), evaluator_(evaluator), judge_(evaluator, calendar, today) {}

  CheckTrace TraceCheck() {
    CheckTrace check;
    if (rule_.deadline != nullptr) {
      judge_.Judge(*rule_.deadline);
      const std::vector<DeadlineJudge::Look> looks = judge_.looks();
      check.arithmetic = judge_.Arithmetic();
      Append(evaluator_.Trace(*rule_.deadline->period), check.lines);
      for (const DeadlineJudge::Look& look : looks) {
        if (look.program == rule_.deadline->period.get()) continue;
        if (look.row != nullptr) evaluator_.Bind(rule_.deadline->variable, look.row);
        Append(evaluator_.Trace(*look.program), check.lines);
      }
    }
    if (rule_.test != nullptr) Append(evaluator_.Trace(*rule_.test), check.lines);
    return check;
  }

  void TraceElements(RuleTrace& trace) {
    trace.list = evaluator_.Trace(*rule_.list);
    const std::vector<const Slot*> elements = evaluator_.ListOf(*rule_.list).elements;
    const Slot* first = nullptr;
    for (const Slot* const element : elements) {
      evaluator_.Bind(0, element);
      const Outcome outcome = OutcomeOfElement();
      ++trace.outcomes[static_cast<size_t>(outcome)];
      if (outcome == Outcome::kPassed && first == nullptr) first = element;
      const bool good = outcome == Outcome::kPassed || outcome == Outcome::kNotApplicable;
      if (!good && trace.elements.size() < kMostElements) TraceElement(element, trace);
    }
    if (!trace.elements.empty() || first == nullptr) return;
    evaluator_.Bind(0, first);
    TraceElement(first, trace);
  }

 private:
  static void Append(TraceLines from, TraceLines& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }

  Outcome OutcomeOfElement() {
    const Tri where = rule_.where == nullptr ? Tri::kTrue : evaluator_.Test(*rule_.where);
    if (rule_.deadline == nullptr) return OutcomeOf(where, evaluator_.Test(*rule_.test));
    const Outcome outcome = OutcomeOf(where, judge_.Judge(*rule_.deadline));
    if (outcome == Outcome::kPassed) return judge_.running() ? Outcome::kNotApplicable : outcome;
    if (rule_.test == nullptr || evaluator_.Test(*rule_.test) != Tri::kTrue) return outcome;
    return OutcomeOf(where, Tri::kTrue);
  }

  void TraceElement(const Slot* element, RuleTrace& trace) {
    ElementTrace& shown = trace.elements.emplace_back();
    shown.element = element;
    if (rule_.where != nullptr) shown.where = evaluator_.Trace(*rule_.where);
    shown.test = TraceCheck();
  }

  const CompiledRule& rule_;
  expr::Evaluator& evaluator_;
  DeadlineJudge judge_;
};

}  // namespace

RuleTrace TraceRule(const RuleSet& rules, const Record& record, std::optional<Date> today,
                    Lang lang) {
  const CompiledPack& pack = *rules.packs()[0];
  const CompiledRule& rule = pack.rules[0];
  RuleTrace trace;
  CaseAuditor auditor(rules, today, lang);
  CaseResult result;
  trace.applies = auditor.Audit(record, "", result);
  if (trace.applies) trace.outcome = auditor.outcomes()[0];
  for (Finding& finding : result.findings) {
    if (finding.rule == rule.rule.get()) trace.findings.push_back(std::move(finding));
  }

  expr::Evaluator evaluator(rules.model());
  std::vector<Slot> params(rules.max_params());
  evaluator.SetRecord(&record);
  evaluator.SetCalendar(rules.calendar());
  if (today) evaluator.SetToday(*today);
  evaluator.SetParams(params.data());
  pack.ParamsOn(std::nullopt, params.data());
  if (pack.applies != nullptr && evaluator.Test(*pack.applies) != Tri::kTrue &&
      (!trace.applies || !pack.named)) {
    trace.scope = evaluator.Trace(*pack.applies);
  }
  if (!trace.applies) return trace;
  const ProgramPtr& law_date = pack.law_dates[rule.law_date];
  if (law_date != nullptr) trace.day = evaluator.DateOf(*law_date);
  if (trace.day && !rule.rule->effective.Has(*trace.day)) {
    trace.in_effect = false;
    return trace;
  }
  pack.ParamsOn(trace.day, params.data());
  if (rule.when != nullptr) {
    trace.when = evaluator.Trace(*rule.when);
    if (evaluator.Test(*rule.when) == Tri::kFalse) return trace;
  }
  RuleTracer tracer(rule, evaluator, rules.calendar(), today);
  if (rule.list != nullptr) {
    tracer.TraceElements(trace);
  } else {
    trace.test = tracer.TraceCheck();
  }
  return trace;
}

}  // namespace anjuan
