// The operators of the language by the types of their operands.
#pragma once

#include <span>
#include <string_view>

#include "expr/functions.h"

namespace anjuan::expr {

// + - * / % and the unary minus, as rows of the table of functions: "+(int, int) -> int".
std::span<const FunctionRow> ArithmeticRows();

// Null where the two types have no such relation. Codes must have become strings before, but for
// == and != of one list of codes.
EvalFn RelationOf(Relation relation, const Type& left, const Type& right);

// value in list, key in map; null where there is none.
EvalFn MembershipOf(const Type& value, const Type& container);

}  // namespace anjuan::expr
