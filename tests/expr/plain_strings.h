// Functions of strings for the plain tree-walker, on code points throughout.
#pragma once

#include <functional>
#include <vector>

#include "expr/plain_value.h"

namespace anjuan::expr {

struct PlainFunction {
  std::string_view name;
  std::function<Plain(const std::vector<Plain>&)> call;
};

std::vector<PlainFunction> StringFunctions();

Plain SizeOfText(const Plain& text);

}  // namespace anjuan::expr
