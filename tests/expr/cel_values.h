// Values of the conformance tests of CEL beside those of the rule language.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "expr/cel_tests.h"
#include "expr/type.h"
#include "model/record.h"

namespace anjuan::expr {

// int, list(string), map(string, int); nothing for a type that the rule language does not have.
std::optional<Type> TypeNamed(std::string_view name);

// The value as a variable of its type holds it; texts and items go to the arena. Requires a value
// of a type that the rule language has.
Slot SlotOf(const CelValue& value, Arena& arena);

// The very same value: ints and doubles do not meet, -0.0 is not 0.0, NaN is NaN; a map's entries
// stand in any order.
bool IsSame(const CelValue& wanted, const Type& type, const Slot& slot);

// As a test's author would read it: [1, 2], {"a": 1.5}.
std::string Shown(const CelValue& value);
std::string Shown(const Type& type, const Slot& slot);

}  // namespace anjuan::expr
