#include "expr/read_real.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace anjuan::expr {
namespace {

// Of a number that is too small or too large for a double: which of the two.
bool IsTooSmall(std::string_view text) {
  const size_t e = std::min(text.find_first_of("eE"), text.size());
  const std::string_view digits = text.substr(0, e);
  std::string_view power = text.substr(std::min(e + 1, text.size()));
  if (power.starts_with('+')) power.remove_prefix(1);
  int64_t exponent = 0;
  const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (error == std::errc::result_out_of_range) return power.starts_with('-');
  const size_t point = std::min(digits.find('.'), digits.size());
  const size_t first = std::min(digits.find_first_of("123456789"), digits.size());
  // Neither side passes the length of a text.
  const auto places = static_cast<int64_t>(point) - static_cast<int64_t>(first);
  return exponent < -places;
}

}  // namespace

std::optional<double> ReadReal(std::string_view text) {
  const bool begins = !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text[0] == '.');
  if (!begins) return std::nullopt;  // a sign, inf, nan
  double real = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), real);
  if (end != text.data() + text.size()) return std::nullopt;
  if (error == std::errc{}) return real;
  if (error == std::errc::result_out_of_range && IsTooSmall(text)) return 0.0;
  return std::nullopt;
}

}  // namespace anjuan::expr
