// The functions of rule expressions: one row each, names, types and code (functions.cc).
#pragma once

#include <span>
#include <string_view>

#include "expr/node.h"

namespace anjuan::expr {

// What an argument must be. kAny and kList take any element type.
enum class Param : uint8_t {
  kNone,
  kInt,
  kDouble,
  kString,
  kBool,
  kDate,
  kTimestamp,
  kMoney,
  kStrings,
  kNumbers,
  kAnyList
};

inline constexpr size_t kMaxParams = 3;

struct FunctionRow {
  std::string_view name;
  bool receiver;             // s.contains(t): the first parameter stands before the dot
  Param params[kMaxParams];  // kNone from the end
  TypeKind result;           // kNone: as the first argument; kList of kNone: the same list type
  Node::Function run;        // children a, b, c
  bool can_fail;
  std::string_view note;  // what it means, for who writes rules
};

std::span<const FunctionRow> Functions();

// s.matches(p) with a literal pattern: compiled when the pack loads.
Node::Function MatchesLiteralFunction();

}  // namespace anjuan::expr
