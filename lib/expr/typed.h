// A checked expression: every name resolved, every type known, every function chosen.
//
// Shape: what the checker gives and the compiler flattens. Macros over a filter are already one
//        loop with stages; lookups of documents are the loops they stand for.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "expr/functions.h"
#include "expr/node.h"

namespace anjuan::expr {

struct Typed;
using TypedPtr = std::unique_ptr<Typed>;

struct TypedLoop {
  LoopKind kind = LoopKind::kAll;
  size_t stages = 0;  // kids: range, stages…, then body or bound
  uint16_t local = 0;
  uint16_t first_local = 0;
  bool has_first = false;
  Relation relation = Relation::kGreater;
};

struct Typed {
  Op op = Op::kConst;
  Type type;
  Span span;
  std::vector<TypedPtr> kids;

  // kConst: number, real or text by type; `code` of an enum, a kind, a period's unit.
  int64_t number = 0;
  double real = 0;
  std::string text;
  uint16_t code = 0;
  uint32_t nanos = 0;
  bool from_literal = false;  // written as such, so that it may yet become a code

  // kField, kHas, kFilled; base kNode: kids[0].
  Base base = Base::kRoot;
  std::vector<const Field*> fields;

  // kLocal, kVariable, kBind (the local it sets; kids: value, body) and bases of those.
  uint16_t index = 0;

  // kCall
  EvalFn eval = nullptr;
  const FunctionRow* row = nullptr;
  bool may_fail_itself = false;
  bool asks_calendar = false;
  Cost cost = Cost::kFlat;
  PatternPtr pattern;  // of `matches` with a literal
  bool is_comparison = false;

  TypedLoop loop;

  bool may_fail = false;  // it or anything below it
};

}  // namespace anjuan::expr
