// Running programs over one record after another. One per worker.
//
// Outcome: true, false, unknown (the file does not say) or error; never a guess.
// Cost:    Test allocates nothing after warm-up; computed strings and lists lie in a scratch arena
//          that each top-level call empties. What ListOf gives lives until its next call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/text.h"
#include "expr/program.h"
#include "model/record.h"
#include "value/date.h"
#include "value/period.h"
#include "value/workday_calendar.h"

namespace anjuan::expr {

enum class Tri : uint8_t { kFalse, kTrue, kUnknown, kError };

// One value that decided a result, or stood beside it. `slot` points into the record (its line and
// path: Record::PathOf), or is null for a value the record does not hold (a parameter, `today`).
struct Reading {
  const Slot* slot = nullptr;
  const Field* field = nullptr;
  std::string path;   // of a value outside the record: params.handling_days, today
  std::string value;  // canonical text; "" for blank
  bool missing = false;
};

struct Explanation {
  Tri result = Tri::kUnknown;
  std::vector<Reading> evidence;    // in the order of the expression, each place once
  std::vector<std::string> causes;  // of unknown: sorted paths; at most 16, then how many more
  std::optional<Text> error;        // of error
};

struct ListView {
  Tri state = Tri::kUnknown;          // kTrue: there is a list
  bool open = false;                  // there may be more elements
  std::vector<const Slot*> elements;  // each a record, or a scalar's slot
};

struct TraceLine;  // trace.h

class Evaluator {
 public:
  explicit Evaluator(const Model& model);
  ~Evaluator();

  void SetRecord(const Record* record);
  void SetToday(Date today);
  // Must outlive the evaluator. Without it, whatever asks for working days is unknown.
  void SetCalendar(const WorkdayCalendar& calendar);
  void SetParams(const Slot* params);          // a record of Scope::params; null: none
  void Bind(size_t variable, const Slot* to);  // Scope::variables, by position

  Tri Test(const Program& program);  // of type bool
  // Of the type in the name; nothing where unknown or error.
  std::optional<Date> DateOf(const Program& program);
  std::optional<Period> PeriodOf(const Program& program);
  const ListView& ListOf(const Program& program);  // of a list type
  // As a report prints it, nothing where unknown or error.
  std::optional<std::string> TextOf(const Program& program, Lang lang);

  // The second, exhaustive pass: why Test came out as it did. For false: the operands that decided,
  // the counterexample of all, the values on both sides of a comparison. For unknown: the causes.
  Explanation Explain(const Program& program);

  // Every sub-expression with its value.
  std::vector<TraceLine> Trace(const Program& program);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace anjuan::expr
