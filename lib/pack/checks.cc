#include "pack/checks.h"

namespace anjuan {
namespace {

constexpr CheckKind kKinds[] = {
    {"require", BuildRequire, RequireShape},
    {"present", BuildPresent, PresentShape},
    {"order", BuildOrder, OrderShape},
    {"document", BuildDocument, DocumentShape},
    {"each", BuildEach, EachShape},
    {"deadline", BuildDeadline, DeadlineShape},
    {"delivered", BuildDelivered, DeliveredShape},
    {"text", BuildText, TextShape},
    {"law_in_force", BuildLawInForce, LawInForceShape},
    {"fine_in_range", BuildFineInRange, FineInRangeShape},
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

std::vector<expr::AstPtr> ParseList(const SourcePtr& source, const yaml::Node* list,
                                    const std::string& check, DiagnosticSink& sink) {
  std::vector<expr::AstPtr> parsed;
  if (list == nullptr) return parsed;
  if (list->items().empty()) sink.Error(source, list->span(), TextId::kCheckWantsList, {check});
  for (const yaml::Node& item : list->items()) {
    expr::AstPtr ast = ParseNode(source, item, sink);
    if (ast != nullptr) parsed.push_back(std::move(ast));
  }
  return parsed;
}

bool ModelHasCitations(const CheckInput& input) {
  if (!input.model.citation_names().law.empty()) return true;
  input.sink.Error(input.rule.source(), input.node().span(), TextId::kModelHasNoCitations,
                   {input.rule.check});
  return false;
}

}  // namespace anjuan
