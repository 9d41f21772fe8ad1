// String functions. Search works on bytes, which is right for UTF-8; sizes count code points.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

Value SizeOfText(const Value& text);
Value Contains(const Value& text, const Value& part);
Value StartsWith(const Value& text, const Value& part);
Value EndsWith(const Value& text, const Value& part);
Value ContainsAny(const Value& text, const Value& parts);
Value ContainsAll(const Value& text, const Value& parts);
Value CountOf(const Value& text, const Value& part);
Value MatchesAny(const Value& text, const Value& pattern);  // compiled at each call

Value Squash(Arguments args, const Node& node, Frame& frame);
Value NfkcDigits(Arguments args, const Node& node, Frame& frame);

// matches with a literal pattern: the node holds it.
Value EvalMatches(const Node& node, Frame& frame);

// Codes as strings, where a function wants one: the node's child says which code list.
Value EvalCodeText(const Node& node, Frame& frame);
Value EvalCodeTexts(const Node& node, Frame& frame);

// A string of the scratch memory, or the error that it is too large.
Value NewText(std::string_view text, Frame& frame);

}  // namespace anjuan::expr
