// The second pass: why a program came out as it did.
#pragma once

#include "expr/evaluator.h"
#include "expr/node.h"

namespace anjuan::expr {

// Walks the same nodes again, exhaustively; the frame is as Test had it.
Explanation ExplainProgram(const Program& program, Frame& frame);

// The same of one sub-expression; its variables must be set in the frame.
Explanation ExplainNode(const Program& program, uint32_t node, Frame& frame);

// A scalar value of a static type as reports print it.
std::string FormatTyped(const Value& value, const Type& type);

}  // namespace anjuan::expr
