// Constants, names, fields and logic: what every expression is made of.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

Value EvalNumber(const Node& node, Frame& frame);  // and dates, money, codes, booleans
Value EvalText(const Node& node, Frame& frame);
Value EvalMoment(const Node& node, Frame& frame);
Value EvalSlot(const Node& node, Frame& frame);  // a list written out
Value EvalToday(const Node& node, Frame& frame);
Value EvalLocal(const Node& node, Frame& frame);
Value EvalNothing(const Node& node, Frame& frame);  // a value of no type

Value EvalNot(const Node& node, Frame& frame);
Value EvalAnd(const Node& node, Frame& frame);
Value EvalOr(const Node& node, Frame& frame);
Value EvalConditional(const Node& node, Frame& frame);
Value EvalBind(const Node& node, Frame& frame);
Value EvalKnown(const Node& node, Frame& frame);

// m.key of a map and has(m.key): plain CEL. The node's text is the key.
Value EvalMapKey(const Node& node, Frame& frame);
Value EvalHasMapKey(const Node& node, Frame& frame);

// What a path of fields ends in.
enum class Ending : uint8_t { kScalar, kList, kEntity };

EvalFn FieldFn(Base base, Ending ending);
EvalFn HasFn(Base base, Ending ending, bool filled);
EvalFn VariableFn(bool record_or_list);

// The record a path of fields starts from: a header, or why there is none.
Value BaseOf(const Node& node, Frame& frame);

// A slot of state missing counts as blank below an entity that is blank.
bool BelowBlank(const Node& node, const Frame& frame, const Slot* base);

}  // namespace anjuan::expr
