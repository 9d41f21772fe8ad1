#include "expr/macros.h"

namespace anjuan::expr {
namespace {

constexpr MacroShape kMacros[] = {
    {"has", Macro::kHas, false, 0, 1, 1, 0, 0},
    {"filled", Macro::kFilled, false, 0, 1, 1, 0, 0},
    {"known", Macro::kKnown, false, 0, 1, 1, 0, 0},
    {"all", Macro::kAll, true, 1, 2, 3, 2, 3},
    {"exists", Macro::kExists, true, 1, 2, 3, 2, 3},
    {"exists_one", Macro::kExistsOne, true, 1, 2, 3, 2, 3},
    {"existsOne", Macro::kExistsOne, true, 1, 2, 3, 2, 3},
    {"filter", Macro::kFilter, true, 1, 2, 2, 0, 0},
    {"map", Macro::kMap, true, 1, 2, 3, 0, 0},
    {"transformList", Macro::kTransformList, true, 2, 3, 4, 0, 0},
    {"bind", Macro::kBind, true, 1, 3, 3, 0, 0},
};

}  // namespace

const MacroShape* FindMacro(std::string_view name, bool receiver) {
  for (const MacroShape& shape : kMacros) {
    if (shape.name == name && shape.receiver == receiver) return &shape;
  }
  return nullptr;
}

Macro MacroOf(std::string_view name) {
  for (const MacroShape& shape : kMacros) {
    if (shape.name == name) return shape.macro;
  }
  return Macro::kNone;
}

}  // namespace anjuan::expr
