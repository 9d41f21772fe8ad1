// The functions of the language as its pages tell them, one plain lambda each, by name alone: what
// an argument is decides at run time.
#pragma once

#include <string_view>
#include <vector>

#include "expr/plain_value.h"

namespace anjuan::expr {

// Of operators too: "+", "-" with one argument or two.
bool HasPlainFunction(std::string_view name);

// Requires values for arguments (Strictly has been asked).
Plain CallPlain(std::string_view name, const std::vector<Plain>& args);

}  // namespace anjuan::expr
