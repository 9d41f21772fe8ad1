#include "pack/mutate_rule.h"

#include <algorithm>

#include "expr/lint.h"
#include "expr/mutate.h"

namespace anjuan {
namespace {

constexpr std::string_view kWorkdays = "workdays";

expr::AstPtr CloneOf(const expr::AstPtr& ast) {
  return ast == nullptr ? nullptr : expr::Clone(*ast);
}

RulePlan CloneOf(const RulePlan& plan) {
  RulePlan copy;
  copy.when = CloneOf(plan.when);
  copy.cured_by = CloneOf(plan.cured_by);
  copy.check.list = CloneOf(plan.check.list);
  copy.check.variable = plan.check.variable;
  copy.check.where = CloneOf(plan.check.where);
  copy.check.test = CloneOf(plan.check.test);
  for (const auto& [name, ast] : plan.check.outputs) {
    copy.check.outputs.emplace_back(name, CloneOf(ast));
  }
  if (plan.check.deadline == nullptr) return copy;
  const DeadlinePlan& deadline = *plan.check.deadline;
  auto to = std::make_unique<DeadlinePlan>();
  to->kind = deadline.kind;
  to->span = deadline.span;
  to->from = CloneOf(deadline.from);
  to->to = CloneOf(deadline.to);
  to->period = CloneOf(deadline.period);
  to->excluding = CloneOf(deadline.excluding);
  to->extended_to = CloneOf(deadline.extended_to);
  to->rolls = deadline.rolls;
  to->or_on = deadline.or_on;
  copy.check.deadline = std::move(to);
  return copy;
}

// One of the expressions of a plan; which, counted from 0. Null past the last and where it has
// none.
constexpr size_t kExpressions = 10;
expr::AstPtr* ExpressionOf(RulePlan& plan, size_t which) {
  DeadlinePlan* const deadline = plan.check.deadline.get();
  expr::AstPtr* const all[kExpressions] = {
      &plan.when,
      &plan.check.list,
      &plan.check.where,
      &plan.check.test,
      deadline == nullptr ? nullptr : &deadline->from,
      deadline == nullptr ? nullptr : &deadline->to,
      deadline == nullptr ? nullptr : &deadline->period,
      deadline == nullptr ? nullptr : &deadline->excluding,
      deadline == nullptr ? nullptr : &deadline->extended_to,
      &plan.cured_by,
  };
  return all[which] == nullptr || *all[which] == nullptr ? nullptr : all[which];
}

bool CountsWorkdays(const expr::Ast& period) {
  return period.kind == expr::AstKind::kCall && period.text == kWorkdays;
}

class RuleMutator {
 public:
  RuleMutator(const CompiledPack& pack, const Rule& rule, const Model& model)
      : rule_(rule), params_(pack.params_type.get()) {
    DiagnosticSink said_before;
    plan_ = PlanRule(pack.pack, rule, model, said_before);
  }

  std::vector<RuleMutant> Run() {
    if (plan_.check.test == nullptr && plan_.check.deadline == nullptr) return {};
    for (size_t i = 0; i < kExpressions; ++i) ChangeExpression(i);
    Negate(&RulePlan::when, "when");
    NegateCheck(&CheckPlan::where, "where");
    NegateCheck(&CheckPlan::test, rule_.check == "each" ? "require" : rule_.check);
    if (plan_.check.deadline != nullptr) ChangeDeadline();
    if (plan_.cured_by != nullptr) {
      Drop(plan_.cured_by->span, "cured_by", [](RulePlan& plan) { plan.cured_by = nullptr; });
    }
    return std::move(found_);
  }

 private:
  RulePlan& Add(Span place, TextId what, std::vector<std::string> args) {
    found_.push_back({CloneOf(plan_), place, {what, std::move(args)}});
    return found_.back().plan;
  }

  void ChangeExpression(size_t which) {
    const expr::AstPtr* const ast = ExpressionOf(plan_, which);
    if (ast == nullptr) return;
    for (expr::Mutation& mutation : expr::MutationsOf(**ast, *rule_.source(), params_)) {
      RulePlan& plan = Add(mutation.place, mutation.what.id, mutation.what.args);
      *ExpressionOf(plan, which) = std::move(mutation.ast);
    }
  }

  static void NegateAt(expr::AstPtr& ast) { ast = expr::MakeNot(std::move(ast)); }

  void Negate(expr::AstPtr RulePlan::*part, const std::string& name) {
    if (plan_.*part == nullptr) return;
    NegateAt(Add((plan_.*part)->span, TextId::kMutantNegate, {name}).*part);
  }
  void NegateCheck(expr::AstPtr CheckPlan::*part, const std::string& name) {
    if (plan_.check.*part == nullptr) return;
    NegateAt(Add((plan_.check.*part)->span, TextId::kMutantNegate, {name}).check.*part);
  }

  template <typename Edit>
  void Drop(Span place, const std::string& name, const Edit& edit) {
    edit(Add(place, TextId::kMutantDrop, {name + ": " + expr::WordsAt(*rule_.source(), place)}));
  }

  void ChangeDeadline() {
    const DeadlinePlan& deadline = *plan_.check.deadline;
    if (deadline.excluding != nullptr) {
      Drop(deadline.excluding->span, "excluding",
           [](RulePlan& plan) { plan.check.deadline->excluding = nullptr; });
    }
    if (deadline.extended_to != nullptr) {
      Drop(deadline.extended_to->span, "extended_to",
           [](RulePlan& plan) { plan.check.deadline->extended_to = nullptr; });
    }
    const auto turned = [&](const std::string& name, bool now) {
      return std::vector<std::string>{name + ": " + (now ? "true" : "false"),
                                      name + ": " + (now ? "false" : "true")};
    };
    // A period that ends on a working day moves no further, unless an extension ends it.
    const bool workdays = CountsWorkdays(*deadline.period);
    const bool rolls = deadline.rolls.value_or(!workdays);
    if (deadline.kind != DeadlineKind::kBefore && (!workdays || deadline.extended_to != nullptr)) {
      Add(deadline.period->span, TextId::kMutantSwap, turned("rolls", rolls))
          .check.deadline->rolls = !rolls;
    }
    if (deadline.kind == DeadlineKind::kAtLeast) {
      Add(deadline.period->span, TextId::kMutantSwap, turned("or_on", deadline.or_on))
          .check.deadline->or_on = !deadline.or_on;
    }
  }

  const Rule& rule_;
  const RecordType* params_;
  RulePlan plan_;
  std::vector<RuleMutant> found_;
};

}  // namespace

std::vector<RuleMutant> MutantsOf(const CompiledPack& pack, const CompiledRule& rule,
                                  const Model& model) {
  return RuleMutator(pack, *rule.rule, model).Run();
}

bool SamePrograms(const CompiledRule& a, const CompiledRule& b) {
  const auto same_part = [](const ProgramPtr& x, const ProgramPtr& y) {
    if (x == nullptr || y == nullptr) return x == y;
    const std::optional<bool> constant = expr::ConstantOf(*x);
    return (constant && constant == expr::ConstantOf(*y)) || expr::SameProgram(*x, *y);
  };
  if (!same_part(a.when, b.when) || !same_part(a.list, b.list) || !same_part(a.where, b.where) ||
      !same_part(a.test, b.test)) {
    return false;
  }
  if (a.deadline != nullptr) {
    const CompiledDeadline& x = *a.deadline;
    const CompiledDeadline& y = *b.deadline;
    if (x.rolls != y.rolls || x.or_on != y.or_on ||
        x.excluding.has_value() != y.excluding.has_value() ||
        x.extended_to.has_value() != y.extended_to.has_value()) {
      return false;
    }
  }
  if (a.deadline == nullptr) return true;
  const std::vector<const expr::Program*> left = ProgramsOf(a);
  const std::vector<const expr::Program*> right = ProgramsOf(b);
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(),
      [](const expr::Program* x, const expr::Program* y) { return expr::SameProgram(*x, *y); });
}

}  // namespace anjuan
