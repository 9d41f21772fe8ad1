// Which tests of CEL ask for something the rule language leaves out.
//
// Law of the house: a test stands outside only if its expression, its environment or the value it
// wants really holds the thing; found by reading tokens, never by the test's name.
#pragma once

#include <string_view>

#include "expr/cel_tests.h"

namespace anjuan::expr {

// uint, dyn, null, type-value, bytes, zone or left-out (a function or macro that the language does
// not have); "" where there is none of them.
std::string_view ThingOutside(const CelTest& test);

// Some name of its environment may be shortened by a container, which the language does not have.
bool NeedsContainer(const CelTest& test);

}  // namespace anjuan::expr
