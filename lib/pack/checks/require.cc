// require: EXPR
#include "pack/checks.h"

namespace anjuan {

bool BuildRequire(const CheckInput& input, CheckPlan& plan) {
  plan.test = ParseNode(input.rule.source(), input.node(), input.sink);
  return plan.test != nullptr;
}

Shape RequireShape() { return kExpressionShape; }

}  // namespace anjuan
