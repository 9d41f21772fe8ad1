// The strings extension: positions count code points, and one out of range is an error.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

Value CharAt(Arguments args, const Node& node, Frame& frame);
Value IndexOf(Arguments args, const Node& node, Frame& frame);      // (text, part [, from])
Value LastIndexOf(Arguments args, const Node& node, Frame& frame);  // (text, part [, until])
Value Substring(Arguments args, const Node& node, Frame& frame);    // (text, begin [, end])
Value LowerAscii(Arguments args, const Node& node, Frame& frame);
Value UpperAscii(Arguments args, const Node& node, Frame& frame);
Value Replace(Arguments args, const Node& node, Frame& frame);  // (text, old, new [, limit])
Value Reverse(Arguments args, const Node& node, Frame& frame);
Value Split(Arguments args, const Node& node, Frame& frame);  // (text, separator [, limit])
Value Join(Arguments args, const Node& node, Frame& frame);   // (list [, separator])
Value Trim(Arguments args, const Node& node, Frame& frame);

// White space as Unicode has it; U+3000 is one.
bool IsWhite(char32_t code_point);

}  // namespace anjuan::expr
