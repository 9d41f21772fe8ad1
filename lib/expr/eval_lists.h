// Functions and operators over lists. An open list proves what it holds, never what it lacks.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

// A list of the scratch memory over `items`, which must live as long. Of these the first `certain`
// have their place whatever an open list in front of the others may yet hold.
Value NewList(const Slot* items, size_t size, bool open, Frame& frame, uint16_t code = 0,
              size_t certain = kMaxElements);

Value SizeOfList(const Value& list);
Value SizeOfMap(const Value& map);
Value SumOf(Arguments args, const Node& node, Frame& frame);
Value Distinct(Arguments args, const Node& node, Frame& frame);
Value Concatenate(Arguments args, const Node& node, Frame& frame);

// list[int] and map[key]; the node's children say the types.
Value IndexList(Arguments args, const Node& node, Frame& frame);
Value IndexMap(Arguments args, const Node& node, Frame& frame);

// list == list, map == map, and their opposites.
Value EqualDeep(Arguments args, const Node& node, Frame& frame);
Value UnequalDeep(Arguments args, const Node& node, Frame& frame);

Value InNumbers(const Value& value, const Value& list);  // int, bool, date, money, codes …
Value InTexts(const Value& value, const Value& list);
Value InKinds(const Value& value, const Value& list);
Value InDeep(Arguments args, const Node& node, Frame& frame);
Value InMap(Arguments args, const Node& node, Frame& frame);

// List and map literals.
Value EvalList(const Node& node, Frame& frame);
Value EvalMap(const Node& node, Frame& frame);

}  // namespace anjuan::expr
