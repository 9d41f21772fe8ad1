// A rule as expressions, parsed and not yet compiled: what may be changed before it is.
#pragma once

#include <optional>

#include "pack/checks.h"
#include "pack/compiled_pack.h"

namespace anjuan {

struct RulePlan {
  expr::AstPtr when;      // null: always
  CheckPlan check;        // neither `test` nor `deadline`: it does not come to anything
  expr::AstPtr cured_by;  // of a deadline; other checks have it inside `test`
};

// Mistakes go to the sink.
RulePlan PlanRule(const Pack& pack, const Rule& rule, const Model& model, DiagnosticSink& sink);

// `rule` of the pack with the programs of `plan` in place of its own; its message stays. Nothing
// where the plan does not compile.
std::optional<CompiledRule> CompileChanged(const CompiledPack& pack, const CompiledRule& rule,
                                           const RulePlan& plan, const Model& model);

}  // namespace anjuan
