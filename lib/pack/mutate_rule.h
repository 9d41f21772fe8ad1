// A rule with one thing changed, for every thing that may be: expr/mutate.h over each of its
// expressions; `when`, `where` and the check negated; of a deadline `excluding` and `extended_to`
// left out, `rolls` and `or_on` turned; `cured_by` left out.
//
// Never: a change that cannot matter by what it is: `or_on` of a limit, `rolls` of working days.
#pragma once

#include <vector>

#include "base/text.h"
#include "pack/rule_plan.h"

namespace anjuan {

struct RuleMutant {
  RulePlan plan;
  Span place;  // in the rule's file
  Text what;
};

std::vector<RuleMutant> MutantsOf(const CompiledPack& pack, const CompiledRule& rule,
                                  const Model& model);

// Whether both come to the same programs, so that no case can tell them apart.
bool SamePrograms(const CompiledRule& a, const CompiledRule& b);

}  // namespace anjuan
