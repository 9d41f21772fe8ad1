// deadline: {from, to, within | at_least | before: PERIOD, excluding: LIST, extended_to: LIST,
// rolls: BOOL, or_on: BOOL}; with {in: LIST, as: NAME, where: EXPR} for each element of a list.
#include "pack/checks.h"

namespace anjuan {
namespace {

struct KindName {
  std::string_view key;
  DeadlineKind kind;
};
constexpr KindName kKinds[] = {{"within", DeadlineKind::kWithin},
                               {"at_least", DeadlineKind::kAtLeast},
                               {"before", DeadlineKind::kBefore}};

constexpr Shape kBoolShape{ShapeKind::kBool};
constexpr KeyShape kKeys[] = {
    {"in", KeyShape::kOptional, kExpressionShape},
    {"as", KeyShape::kOptional, kTextShape},
    {"where", KeyShape::kOptional, kExpressionShape},
    {"from", KeyShape::kNeeded, kExpressionShape},
    {"to", KeyShape::kNeeded, kExpressionShape},
    {"within", KeyShape::kOneOf, kExpressionShape},
    {"at_least", KeyShape::kOneOf, kExpressionShape},
    {"before", KeyShape::kOneOf, kExpressionShape},
    {"excluding", KeyShape::kOptional, kExpressionShape},
    {"extended_to", KeyShape::kOptional, kExpressionShape},
    {"rolls", KeyShape::kOptional, kBoolShape},
    {"or_on", KeyShape::kOptional, kBoolShape},
};

std::optional<bool> ReadBool(yaml::MapReader& keys, std::string_view key) {
  const yaml::Node* const node = keys.Scalar(key, NeedOf(kKeys, key));
  if (node == nullptr) return std::nullopt;
  return keys.Bool(key, false);
}

}  // namespace

std::string_view KeyOf(DeadlineKind kind) {
  for (const KindName& row : kKinds) {
    if (row.kind == kind) return row.key;
  }
  return {};
}

bool BuildDeadline(const CheckInput& input, CheckPlan& plan) {
  const SourcePtr& source = input.rule.source();
  const size_t errors = input.sink.error_count();
  yaml::MapReader keys(source, input.node(), input.sink);
  const auto parse = [&](std::string_view key) -> expr::AstPtr {
    const yaml::Node* const node = keys.Any(key, NeedOf(kKeys, key));
    return node == nullptr ? nullptr : ParseNode(source, *node, input.sink);
  };
  auto deadline = std::make_unique<DeadlinePlan>();
  deadline->span = input.node().span();
  plan.list = parse("in");
  plan.variable =
      keys.Text("as", plan.list != nullptr ? yaml::MapReader::kNeeded : yaml::MapReader::kOptional);
  plan.where = parse("where");
  deadline->from = parse("from");
  deadline->to = parse("to");
  for (const KindName& kind : kKinds) {
    expr::AstPtr period = parse(kind.key);
    if (period == nullptr) continue;
    if (deadline->period != nullptr) {
      input.sink.Error(source, period->span, TextId::kTwoPeriods);
      continue;
    }
    deadline->kind = kind.kind;
    deadline->period = std::move(period);
  }
  deadline->excluding = parse("excluding");
  deadline->extended_to = parse("extended_to");
  deadline->rolls = ReadBool(keys, "rolls");
  deadline->or_on = ReadBool(keys, "or_on").value_or(false);
  keys.Finish();
  if (input.sink.error_count() != errors) return false;
  if (deadline->period == nullptr) {
    input.sink.Error(source, input.node().span(), TextId::kNoPeriod);
    return false;
  }
  const bool before = deadline->kind == DeadlineKind::kBefore;
  if (before && (deadline->excluding != nullptr || deadline->extended_to != nullptr)) {
    input.sink.Error(source, input.node().span(), TextId::kBeforeIsFixed);
    return false;
  }
  plan.deadline = std::move(deadline);
  return true;
}

Shape DeadlineShape() { return MapShape(kKeys); }

}  // namespace anjuan
