#include "pack/checks.h"

namespace anjuan {
namespace {

constexpr CheckKind kKinds[] = {
    {"require", BuildRequire, RequireShape}, {"present", BuildPresent, PresentShape},
    {"order", BuildOrder, OrderShape},       {"document", BuildDocument, DocumentShape},
    {"each", BuildEach, EachShape},          {"deadline", BuildDeadline, DeadlineShape},
};

}  // namespace

std::span<const CheckKind> CheckKinds() { return kKinds; }

const CheckKind* FindCheckKind(std::string_view key) {
  for (const CheckKind& kind : kKinds) {
    if (kind.key == key) return &kind;
  }
  return nullptr;
}

bool PlanCheck(const CheckInput& input, CheckPlan& plan) {
  const Rule& rule = input.rule;
  if (!FindCheckKind(rule.check)->build(input, plan)) return false;
  if (rule.cured_by == nullptr || plan.deadline != nullptr) return true;
  std::vector<expr::AstPtr> either;
  either.push_back(std::move(plan.test));
  either.push_back(ParseNode(rule.source(), *rule.cured_by, input.sink));
  if (either[1] == nullptr) return false;
  plan.test = expr::MakeOr(std::move(either));
  return true;
}

expr::AstPtr ParseNode(const SourcePtr& source, const yaml::Node& node, DiagnosticSink& sink) {
  if (!node.is_scalar()) {
    sink.Error(source, node.span(), TextId::kNotAnExpression);
    return nullptr;
  }
  return expr::Parse({source, node.text(), node.Offsets(*source)}, sink);
}

}  // namespace anjuan
