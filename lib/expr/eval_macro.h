// Macros over lists. Node: a = the list, b = the body, c = the predicate of filters fused into it
// (0: none), var = the variable both read. `field`: the list itself, for who explains.
#pragma once

#include "expr/eval_logic.h"
#include "expr/node.h"

namespace anjuan::expr {

Node::Function AllFunction();
Node::Function ExistsFunction();
Node::Function ExistsOneFunction();
Node::Function FilterFunction();
Node::Function MapFunction(Shape body);
// size(list) against node.number; c as above.
Node::Function SizeCompareFunction(Compare op);
Node::Function SizeFunction();  // of a list; of a filter it counts
// The one element for which c holds: none in a closed list is a blank record, two an error.
Node::Function DocumentFunction();
Node::Function LiteralElementsFunction();  // a list of evaluated children: operands, shape in code
// The element that a macro's variable is bound to.
Node::Function VariableFunction(Shape shape);

// How many elements pass node.c: at least `least`, at most `most`.
struct Bounds {
  uint64_t least = 0;
  uint64_t most = 0;
  bool no_bound = false;  // an open list: there may be any number more
  Tri state = Tri::kTrue;
};
Bounds CountOf(const Node& node, Run& run);

// Whether `bounds` stand to `k` as `op` says, where they decide it.
Tri CompareBounds(const Bounds& bounds, Compare op, int64_t k);

}  // namespace anjuan::expr
