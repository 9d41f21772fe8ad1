#include "expr/eval_numbers.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "expr/chinese_number.h"
#include "expr/eval_strings.h"
#include "expr/read_real.h"

namespace anjuan::expr {
namespace {

Value BadText() { return Value::Error(ErrorCode::kBadConversion); }

}  // namespace

Value IntOfReal(const Value& real) {
  // Also false for a NaN.
  const bool fits = real.real > -0x1p63 && real.real < 0x1p63;
  return fits ? Value::Number(static_cast<int64_t>(real.real)) : Value::Error(ErrorCode::kOverflow);
}

Value IntOfText(const Value& value) {
  std::string_view text = value.view();
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return BadText();
  return Value::Number(number);
}

Value RealOfInt(const Value& number) { return Value::Real(static_cast<double>(number.number)); }

Value RealOfText(const Value& value) {
  std::string_view text = value.view();
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  double real = 0;
  if (text == "Infinity" || text == "Inf" || text == "inf") {
    real = std::numeric_limits<double>::infinity();
  } else if (text == "NaN" || text == "nan") {
    real = std::numeric_limits<double>::quiet_NaN();
  } else {
    const std::optional<double> read = ReadReal(text);
    if (!read) return BadText();
    real = *read;
  }
  return Value::Real(negative ? -real : real);
}

Value BoolOfText(const Value& value) {
  for (const std::string_view yes : {"1", "t", "true", "TRUE", "True"}) {
    if (value.view() == yes) return Value::Bool(true);
  }
  for (const std::string_view no : {"0", "f", "false", "FALSE", "False"}) {
    if (value.view() == no) return Value::Bool(false);
  }
  return BadText();
}

Value TextOfInt(Arguments args, const Node&, Frame& frame) {
  return NewText(std::to_string(args[0].number), frame);
}

Value TextOfReal(Arguments args, const Node&, Frame& frame) {
  const double real = args[0].real;
  if (std::isnan(real)) return Value::String("NaN");
  if (std::isinf(real)) return Value::String(real < 0 ? "-Infinity" : "+Infinity");
  return NewText(fmt::format("{}", real), frame);
}

Value TextOfBool(const Value& value) { return Value::String(value.number != 0 ? "true" : "false"); }

Value NumberOfChinese(const Value& text) {
  const std::optional<int64_t> number = ReadChineseNumber(text.view());
  return number ? Value::Number(*number) : BadText();
}

Value MoneyOfChinese(const Value& text) {
  const std::optional<Money> money = ReadChineseMoney(text.view());
  return money ? Value::Number(money->fen) : BadText();
}

}  // namespace anjuan::expr
