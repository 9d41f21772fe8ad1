// Which calls are macros: by name and shape, before any type is known.
#pragma once

#include <cstdint>
#include <string_view>

namespace anjuan::expr {

enum class Macro : uint8_t {
  kNone,
  kHas,
  kFilled,
  kKnown,
  kAll,
  kExists,
  kExistsOne,
  kFilter,
  kMap,
  kTransformList,
  kBind,  // cel.bind(x, e, body)
};

struct MacroShape {
  std::string_view name;
  Macro macro;
  bool receiver;
  int vars;   // leading arguments that are plain names
  int least;  // arguments, the variables included
  int most;
  int second_vars;   // with this many variables …
  int second_count;  // … at this many arguments; 0: there is no second form
};

// Null where the name is no macro of that style.
const MacroShape* FindMacro(std::string_view name, bool receiver);

// By name alone, for nodes that are macros already.
Macro MacroOf(std::string_view name);

}  // namespace anjuan::expr
