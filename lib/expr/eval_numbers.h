// Conversions between types, and numbers in Chinese characters.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

Value IntOfReal(const Value& real);  // towards zero; an error outside (−2^63, 2^63)
Value IntOfText(const Value& text);
Value RealOfInt(const Value& number);
Value RealOfText(const Value& text);
Value BoolOfText(const Value& text);
Value TextOfInt(Arguments args, const Node& node, Frame& frame);
Value TextOfReal(Arguments args, const Node& node, Frame& frame);  // shortest that reads back
Value TextOfBool(const Value& value);

Value NumberOfChinese(const Value& text);
Value MoneyOfChinese(const Value& text);

}  // namespace anjuan::expr
