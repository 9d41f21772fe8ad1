// A program's result with the value of every sub-expression beside it: for whoever asks a rule why.
//
// Shape:  one line a sub-expression, parents first, literals left out. Of a macro the element that
//         decided stands below it: the counterexample of all, the witness of exists, the first that
//         is unknown, or the only one.
// Cost:   evaluates each node anew, so quadratic in depth; never for a batch.
// Lives:  slots point into the record, or nowhere (null).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "expr/evaluator.h"
#include "expr/type.h"

namespace anjuan::expr {

struct TraceLine {
  enum class Element : uint8_t { kNone, kCounterexample, kWitness, kUndecided, kOnly };

  size_t depth = 0;
  std::string source;                // as written, on one line; && || ?: for those; "" of elements
  Element element = Element::kNone;  // this line is an element of the list above
  Tri state = Tri::kUnknown;         // of what is no bool: kTrue where there is a value
  Type type;
  std::string value;                // canonical; of a list its size
  const Slot* slot = nullptr;       // a field's place, whatever its state; a record
  std::optional<State> place;       // why a field itself has no value, or that it has one
  bool open = false;                // of a list: there may be more
  std::vector<std::string> causes;  // of an unknown: sorted paths
  std::optional<Text> error;
  std::optional<bool> every;         // of a macro: what each of several elements came out as
  std::optional<uint32_t> selected;  // of a macro: elements that filters let through …
  uint32_t elements = 0;             // … of so many
};

struct Frame;

// The frame is as Test had it.
std::vector<TraceLine> TraceProgram(const Program& program, Frame& frame);

}  // namespace anjuan::expr
