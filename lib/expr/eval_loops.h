// Macros as loops. Filters in front of a macro run in its own pass, three-valued, so that one
// unknown element does not hide a certain finding.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

EvalFn LoopFn(LoopKind kind);

uint32_t CountOfElements(const Loop& loop, const Slot& range);

// Sets the loop's variables to element `i`.
void SetElement(const Loop& loop, const Slot& range, uint32_t i, Frame& frame);

// Do the filters let the element through: true, false, unknown; an error is one of the whole
// macro.
Value Selected(const Loop& loop, Frame& frame);

// One element of all (`!P || Q`) or of exists and exists_one (`P && Q`).
Value Outcome(const Loop& loop, const Value& selected, Frame& frame);

// size relation bound, where the size is somewhere in [least, most].
Value CompareSize(Relation relation, int64_t least, int64_t most, int64_t bound);

}  // namespace anjuan::expr
