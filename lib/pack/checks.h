// Check kinds (检查种类): what a rule may say beside a bare expression. Each turns its YAML into
// expressions; nothing else knows that kinds exist.
//
// A new kind: one file in checks/ and one row in checks.cc.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "expr/ast.h"
#include "expr/functions.h"
#include "model/model.h"
#include "pack/compiled_pack.h"
#include "pack/shape.h"

namespace anjuan {

// A deadline as written: what may move its last day, and which side of it a step must lie on.
struct DeadlinePlan {
  DeadlineKind kind = DeadlineKind::kWithin;
  Span span;
  expr::AstPtr from;
  expr::AstPtr to;
  expr::AstPtr period;
  expr::AstPtr excluding;    // null: nothing is left out
  expr::AstPtr extended_to;  // null: it cannot be extended
  std::optional<bool> rolls;
  bool or_on = false;
};

// What a check comes down to. Without a list: `test` once. With a list: `test` for each element
// bound to `variable` for which `where` holds, one finding an element.
// `outputs` are names that the rule's message may use.
struct CheckPlan {
  expr::AstPtr list;
  std::string variable;
  expr::AstPtr where;
  expr::AstPtr test;
  std::unique_ptr<DeadlinePlan> deadline;  // in place of `test`
  std::vector<std::pair<std::string, expr::AstPtr>> outputs;
};

struct CheckInput {
  const Pack& pack;
  const Rule& rule;
  const Model& model;
  DiagnosticSink& sink;

  const yaml::Node& node() const { return *rule.check_node; }
};

// False where the node is not of the kind's shape; the sink says why.
using BuildCheck = bool (*)(const CheckInput& input, CheckPlan& plan);

// What stands behind the key, for editors.
using ShapeOfCheck = Shape (*)();

struct CheckKind {
  std::string_view key;
  BuildCheck build;
  ShapeOfCheck shape = nullptr;  // null: anything
};

std::span<const CheckKind> CheckKinds();
const CheckKind* FindCheckKind(std::string_view key);

// What a rule's check comes down to; `cured_by` included, but that of a deadline. False where it
// does not come to anything; the sink says why.
bool PlanCheck(const CheckInput& input, CheckPlan& plan);

// The expression in a scalar, with its places; null and a diagnostic where the node is no
// expression.
expr::AstPtr ParseNode(const SourcePtr& source, const yaml::Node& node, DiagnosticSink& sink);

// Of a list with at least one item; empty and a diagnostic where it is none. Null: already told.
std::vector<expr::AstPtr> ParseList(const SourcePtr& source, const yaml::Node* list,
                                    const std::string& check, DiagnosticSink& sink);

// False and a diagnostic where the model does not say what a citation is.
bool ModelHasCitations(const CheckInput& input);

// One builder and one shape a kind, in checks/.
bool BuildRequire(const CheckInput& input, CheckPlan& plan);
Shape RequireShape();
bool BuildPresent(const CheckInput& input, CheckPlan& plan);
Shape PresentShape();
bool BuildOrder(const CheckInput& input, CheckPlan& plan);
Shape OrderShape();
bool BuildDocument(const CheckInput& input, CheckPlan& plan);
Shape DocumentShape();
bool BuildEach(const CheckInput& input, CheckPlan& plan);
Shape EachShape();
bool BuildDeadline(const CheckInput& input, CheckPlan& plan);
Shape DeadlineShape();
bool BuildDelivered(const CheckInput& input, CheckPlan& plan);
Shape DeliveredShape();
bool BuildLawInForce(const CheckInput& input, CheckPlan& plan);
Shape LawInForceShape();
bool BuildFineInRange(const CheckInput& input, CheckPlan& plan);
Shape FineInRangeShape();
bool BuildText(const CheckInput& input, CheckPlan& plan);
Shape TextShape();

// What a method of service comes to that the pack's table does not have: unknown (delivered.cc).
const expr::Function& UnlistedMethod();
// The row that a method's expressions are about.
inline constexpr std::string_view kServiceRow = "v";
inline constexpr std::string_view kServiceMethodCause = "service-method:";

}  // namespace anjuan
