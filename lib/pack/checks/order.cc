// order: [DATE…]: no earlier one after a later one; a blank step is skipped, so every pair counts.
#include "pack/checks.h"

namespace anjuan {

bool BuildOrder(const CheckInput& input, CheckPlan& plan) {
  if (!input.node().is_list() || input.node().items().size() < 2) {
    input.sink.Error(input.rule.source(), input.node().span(), TextId::kCheckWantsPair,
                     {input.rule.check});
    return false;
  }
  std::vector<expr::AstPtr> dates;
  for (const yaml::Node& item : input.node().items()) {
    expr::AstPtr date = ParseNode(input.rule.source(), item, input.sink);
    if (date != nullptr) dates.push_back(std::move(date));
  }
  if (dates.size() != input.node().items().size()) return false;
  std::vector<expr::AstPtr> pairs;
  for (size_t i = 0; i < dates.size(); ++i) {
    for (size_t j = i + 1; j < dates.size(); ++j) {
      std::vector<expr::AstPtr> either;
      either.push_back(expr::MakeNot(expr::MakeHas("has", expr::Clone(*dates[i]))));
      either.push_back(expr::MakeNot(expr::MakeHas("has", expr::Clone(*dates[j]))));
      either.push_back(expr::MakeBinary("<=", expr::Clone(*dates[i]), expr::Clone(*dates[j])));
      pairs.push_back(expr::MakeOr(std::move(either)));
    }
  }
  plan.test = expr::MakeAnd(std::move(pairs));
  return true;
}

Shape OrderShape() { return ListShape(kFieldPathShape, 2); }

}  // namespace anjuan
