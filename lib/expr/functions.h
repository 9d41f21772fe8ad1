// Functions of rule expressions: name, types and code, one row each (functions.cc).
//
// Shape: a signature is text as authors read it: "date.daysUntil(date) -> int" is called with a
//        receiver, "days(int) -> period" without. T, K and V stand for any type.
// Rows:  pure, strict (Strict… of node.h): an unknown or failed argument never reaches them. One
//        that asks the calendar is unknown where that lacks the year. Rows that a caller registers
//        may reach what it owns (`context`, Node::context), may decide in spite of an unknown
//        argument, and then say in `why` what an unknown comes from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "expr/node.h"
#include "expr/types.h"

namespace anjuan::expr {

// How much a call costs beside its arguments (section "limits" of the language).
enum class Cost : uint8_t { kFlat, kText, kPattern, kList };

// Why a registered function came out as it did, beside its arguments.
struct Reason {
  std::string cause;  // of an unknown; "": its arguments'
  uint32_t idle = 0;  // bit i: argument i had no part in it
};
using WhyFn = Reason (*)(const void* context, const Value* args, size_t count);

struct FunctionRow {
  std::string_view signature;
  EvalFn eval;
  bool may_fail = false;  // a value of the right type may still be refused
  Cost cost = Cost::kFlat;
  bool asks_calendar = false;     // of working days, which is not known when a pack loads
  bool compares = false;          // elements with one another, so that none may be a record
  const void* context = nullptr;  // must outlive every program that calls the function
  WhyFn why = nullptr;
  const std::vector<std::string>* words = nullptr;  // one of which the last argument names
};

// A row with its signature read.
struct Function {
  std::string name;
  std::string signature;
  bool receiver = false;
  std::vector<Type> params;       // the receiver first
  std::vector<std::string> vars;  // for a param that is T, K or V, or holds one: its letter
  Type result;
  std::string result_var;
  const FunctionRow* row = nullptr;
};

// All of one name and style; empty where there is none.
std::vector<const Function*> FindFunctions(std::string_view name, bool receiver);

const std::vector<Function>& AllFunctions();

// How well arguments fit: 0 exactly, more with each enum or kind read as a string; -1 not at all.
// `bound` is the type T, K or V stands for, and `result` what the call gives.
int Fit(const Function& function, const std::vector<Type>& args, Type& result);

}  // namespace anjuan::expr
