// each: {in: LIST, as: NAME, where: EXPR, require: EXPR}: one finding an element that fails.
#include "pack/checks.h"

namespace anjuan {
namespace {

constexpr KeyShape kKeys[] = {
    {"in", KeyShape::kNeeded, kExpressionShape},
    {"as", KeyShape::kNeeded, kTextShape},
    {"where", KeyShape::kOptional, kExpressionShape},
    {"require", KeyShape::kNeeded, kExpressionShape},
};

}  // namespace

bool BuildEach(const CheckInput& input, CheckPlan& plan) {
  const SourcePtr& source = input.rule.source();
  yaml::MapReader keys(source, input.node(), input.sink);
  const yaml::Node* const in = keys.Any("in", NeedOf(kKeys, "in"));
  plan.variable = keys.Text("as", NeedOf(kKeys, "as"));
  const yaml::Node* const where = keys.Any("where", NeedOf(kKeys, "where"));
  const yaml::Node* const require = keys.Any("require", NeedOf(kKeys, "require"));
  keys.Finish();
  const size_t errors = input.sink.error_count();
  if (in != nullptr) plan.list = ParseNode(source, *in, input.sink);
  if (where != nullptr) plan.where = ParseNode(source, *where, input.sink);
  if (require != nullptr) plan.test = ParseNode(source, *require, input.sink);
  return plan.list != nullptr && plan.test != nullptr && !plan.variable.empty() &&
         input.sink.error_count() == errors;
}

Shape EachShape() { return MapShape(kKeys); }

}  // namespace anjuan
