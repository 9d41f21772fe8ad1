// The second pass: why a program came out as it did.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

Explanation ExplainProgram(const Program& program, Run& run);

// A value as reports print it; nothing where it is unknown or an error.
std::optional<std::string> FormatResult(const Program& program, uint32_t node, const Type& type,
                                        Run& run);

}  // namespace anjuan::expr
