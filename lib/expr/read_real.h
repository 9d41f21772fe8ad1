// Decimal digits as the nearest double.
#pragma once

#include <optional>
#include <string_view>

namespace anjuan::expr {

// The whole text, without a sign: 12, 0.5, .5, 1e-3. Too small a number is 0; nothing where it is
// too large, or no number.
std::optional<double> ReadReal(std::string_view text);

}  // namespace anjuan::expr
