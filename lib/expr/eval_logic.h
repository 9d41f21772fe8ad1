// Logic, comparison and arithmetic: the functions of operator nodes.
#pragma once

#include <string_view>

#include "expr/node.h"

namespace anjuan::expr {

enum class Compare : uint8_t { kLess, kLessEqual, kGreater, kGreaterEqual, kEqual, kNotEqual };

Compare CompareNamed(std::string_view op);
Compare Mirrored(Compare op);  // a op b == b Mirrored(op) a

Node::Function NotFunction();
Node::Function AndFunction();
Node::Function OrFunction();
Node::Function KnownFunction();
Node::Function ConditionalFunction(Shape shape);

// Both operands of that type; a double compares as a double.
Node::Function CompareFunction(TypeKind type, Compare op);
// A document kind against the kind whose code is node.code.
Node::Function KindCompareFunction(Compare op);
Node::Function ListEqualFunction(Shape element, Compare op);

// + - * / % on int and double, + on strings and lists; null where there is none.
Node::Function ArithmeticFunction(TypeKind type, char op);
Node::Function NegateFunction(TypeKind type);
Node::Function DatePlusPeriodFunction(bool minus);
Node::Function InFunction(Shape element);
Node::Function IndexFunction(Shape element);

// Three-valued && and || over any number of operands, one at a time.
class Folding {
 public:
  // Whether the operand decides, so that the rest need not be looked at.
  bool Add(Tri operand, Tri deciding) {
    if (operand == deciding) {
      decided_ = true;
      return true;
    }
    unknown_ = unknown_ || operand == Tri::kUnknown;
    error_ = error_ || operand == Tri::kError;
    return false;
  }
  Tri Result(Tri deciding) const {
    if (decided_) return deciding;
    if (unknown_) return Tri::kUnknown;
    if (error_) return Tri::kError;
    return deciding == Tri::kTrue ? Tri::kFalse : Tri::kTrue;
  }

 private:
  bool decided_ = false;
  bool unknown_ = false;
  bool error_ = false;
};

}  // namespace anjuan::expr
