// present: [FIELD…]: every one filled, one finding for all.
#include "pack/checks.h"

namespace anjuan {

bool BuildPresent(const CheckInput& input, CheckPlan& plan) {
  if (!input.node().is_list() || input.node().items().empty()) {
    input.sink.Error(input.rule.source(), input.node().span(), TextId::kCheckWantsList,
                     {input.rule.check});
    return false;
  }
  std::vector<expr::AstPtr> filled;
  bool good = true;
  for (const yaml::Node& item : input.node().items()) {
    expr::AstPtr path = ParseNode(input.rule.source(), item, input.sink);
    if (path == nullptr) {
      good = false;
      continue;
    }
    filled.push_back(expr::MakeHas("filled", std::move(path)));
  }
  if (good) plan.test = expr::MakeAnd(std::move(filled));
  return good;
}

Shape PresentShape() { return ListShape(kFieldPathShape, 1); }

}  // namespace anjuan
