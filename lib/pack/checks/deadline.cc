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

std::optional<bool> ReadBool(yaml::MapReader& keys, std::string_view key) {
  const yaml::Node* const node = keys.Scalar(key);
  if (node == nullptr) return std::nullopt;
  return keys.Bool(key, false);
}

}  // namespace

bool BuildDeadline(const CheckInput& input, CheckPlan& plan) {
  const SourcePtr& source = input.rule.source();
  const size_t errors = input.sink.error_count();
  yaml::MapReader keys(source, input.node(), input.sink);
  const auto parse = [&](std::string_view key, yaml::MapReader::Need need) -> expr::AstPtr {
    const yaml::Node* const node = keys.Any(key, need);
    return node == nullptr ? nullptr : ParseNode(source, *node, input.sink);
  };
  auto deadline = std::make_unique<DeadlinePlan>();
  deadline->span = input.node().span();
  plan.list = parse("in", yaml::MapReader::kOptional);
  plan.variable =
      keys.Text("as", plan.list != nullptr ? yaml::MapReader::kNeeded : yaml::MapReader::kOptional);
  plan.where = parse("where", yaml::MapReader::kOptional);
  deadline->from = parse("from", yaml::MapReader::kNeeded);
  deadline->to = parse("to", yaml::MapReader::kNeeded);
  for (const KindName& kind : kKinds) {
    expr::AstPtr period = parse(kind.key, yaml::MapReader::kOptional);
    if (period == nullptr) continue;
    if (deadline->period != nullptr) {
      input.sink.Error(source, period->span, TextId::kTwoPeriods);
      continue;
    }
    deadline->kind = kind.kind;
    deadline->period = std::move(period);
  }
  deadline->excluding = parse("excluding", yaml::MapReader::kOptional);
  deadline->extended_to = parse("extended_to", yaml::MapReader::kOptional);
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

}  // namespace anjuan
