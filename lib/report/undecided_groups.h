// Undecided rules of one case, put together by what the export lacks: the entity that the first
// cause belongs to, or a parameter of the pack. The largest group first.
#pragma once

#include <string>
#include <vector>

#include "audit/case_result.h"
#include "base/text.h"
#include "model/record.h"

namespace anjuan {

// Points into the result.
struct UndecidedGroup {
  std::string lacks;
  std::vector<const Finding*> findings;
};

std::vector<UndecidedGroup> GroupUndecided(const std::vector<const Finding*>& findings,
                                           const Model& model, Lang lang);

}  // namespace anjuan
