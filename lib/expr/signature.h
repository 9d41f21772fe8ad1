// The text of a function's types, read once: "list(T).distinct() -> list(T)".
#pragma once

#include <string_view>

#include "expr/functions.h"

namespace anjuan::expr {

Function ParseSignature(const FunctionRow& row);

}  // namespace anjuan::expr
