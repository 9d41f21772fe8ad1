// Reading fields: the functions of select, has and filled nodes.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

// The slot that a select reads. State kTrue: there is such a slot (whatever it holds).
Rec SlotOf(const Node& node, Run& run);

Node::Function SelectFunction(Shape shape, Base base);
Node::Function HasFunction(bool filled, bool list);

// The function of a literal.
Node::Function LiteralFunction(Shape shape);

}  // namespace anjuan::expr
