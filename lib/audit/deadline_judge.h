// One deadline over one record: in time or not, and the arithmetic behind it.
//
// Result:  kTrue in time, kFalse late, kUnknown where the file does not say. What may be left out
//          or extended can only move the last day later: a step in time without it is in time,
//          one that is late is undecided while a row of it is not known.
// Running: the step has not been taken and the case goes on: judged by today.
// Cost:    allocates nothing after warm-up but where days are left out or extended.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "expr/evaluator.h"
#include "pack/compiled_pack.h"
#include "value/deadline.h"

namespace anjuan {

class DeadlineJudge {
 public:
  // Both must outlive the judge. `today` is the day of the run.
  DeadlineJudge(expr::Evaluator& evaluator, const WorkdayCalendar& calendar,
                std::optional<Date> today)
      : evaluator_(evaluator), calendar_(calendar), today_(today) {}

  // Binds the variables of the rule's message, until the next call.
  expr::Tri Judge(const CompiledDeadline& deadline);

  // Of the last Judge:
  bool running() const { return running_; }  // in time so far: the rule is not yet applicable
  expr::Tri in_time() const { return in_time_; }
  // As far as it is known. Days in the unit of the period, but for days_left: calendar days.
  struct Count {
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<Date> until;  // `to`, else today: how far the days are counted
    std::optional<Date> due;
    std::optional<int64_t> counted;
    std::optional<int64_t> excluded;
    std::optional<int64_t> allowed;
    std::optional<int64_t> days_left;  // of a running period
    bool workdays = false;
  };
  const Count& count() const { return count_; }
  // The programs whose values decided, to be explained in this order with `row` bound.
  struct Look {
    const expr::Program* program = nullptr;
    const Slot* row = nullptr;
  };
  const std::vector<Look>& looks() const { return looks_; }
  const std::vector<std::string>& causes() const { return causes_; }  // beyond those of the looks
  // counted, excluded, allowed and due, as far as they are known.
  struct Step {
    TextId label;
    std::string_view name;  // deadline.counted
    std::string value;
  };
  std::vector<Step> Arithmetic() const;

 private:
  // What the rows of a list come to, and whether there may be more than is known.
  struct Rows {
    std::vector<DayRange> known;
    bool certain = true;
  };
  Rows Read(const CompiledDeadline& deadline, const CompiledDeadline::Rows& rows);
  expr::Tri JudgeDays(const CompiledDeadline& deadline, Date from, std::optional<Date> to,
                      Period period);
  std::optional<Date> Known(const Result<Date, YearWithoutData>& day);
  std::optional<int64_t> Known(const Result<int64_t, YearWithoutData>& days);
  void Lack(int year);
  void BindOutputs(const CompiledDeadline& deadline);

  expr::Evaluator& evaluator_;
  const WorkdayCalendar& calendar_;
  std::optional<Date> today_;

  bool running_ = false;
  expr::Tri in_time_ = expr::Tri::kUnknown;
  Count count_;
  std::vector<DayRange> left_out_;
  std::vector<Look> looks_;
  std::vector<std::string> causes_;
  std::array<Slot, CompiledDeadline::kOutputs> outputs_;
};

}  // namespace anjuan
