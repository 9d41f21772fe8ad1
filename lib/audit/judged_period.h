// The periods that rules count for one case, each as the audit judged it.
//
// Shape: one for each time a deadline was judged, so one for each element of a rule's list.
//        A rule that is undecided is in `undecided` as well, with what is missing.
// Days:  of `count`, in the unit of the period (count.workdays).
#pragma once

#include <string>
#include <vector>

#include "audit/audit_watcher.h"
#include "model/record.h"

namespace anjuan {

enum class PeriodState : uint8_t {
  kInTime,
  kRunning,   // the step has not been taken, and need not have been
  kOverdue,   // within: taken late, or not yet and the last day is over
  kTooEarly,  // at_least
  kTooLate,   // before
  kCured,     // missed, but made good as the rule allows
  kUndecided,
};
std::string_view NameOf(PeriodState state);  // in_time running overdue too_early …

struct PeriodEnd {
  const Field* field = nullptr;  // null: no single field
  std::string label;
};

struct JudgedPeriod {
  const Rule* rule = nullptr;
  DeadlineKind kind = DeadlineKind::kWithin;
  PeriodState state = PeriodState::kUndecided;
  std::string element;  // deliveries[0]; "": of the case
  PeriodEnd from;
  PeriodEnd to;
  DeadlineJudge::Count count;

  // By how many days a within was missed; nothing where it was not.
  std::optional<int64_t> DaysOver() const;
};

struct UndecidedPeriod {
  const Rule* rule = nullptr;
  std::string message;
  std::vector<std::string> missing;
};

// Collects them during one Audit.
class PeriodWatcher final : public AuditWatcher {
 public:
  PeriodWatcher(const Record& record, Lang lang) : record_(record), lang_(lang) {}

  void OnPack(const CompiledPack& pack, expr::Tri applies, expr::Evaluator& evaluator) override;
  void OnCheck(const CompiledRule& rule, const Slot* element, Outcome outcome,
               const DeadlineJudge* judge, expr::Evaluator& evaluator) override;

  std::vector<JudgedPeriod> TakePeriods() { return std::move(periods_); }
  // Of the findings of that audit.
  std::vector<UndecidedPeriod> Undecided(const CaseResult& result) const;

 private:
  PeriodEnd EndOf(const expr::Program& program) const;

  const Record& record_;
  Lang lang_;
  std::vector<JudgedPeriod> periods_;
  std::vector<const Rule*> deadlines_;  // rules of this kind, of packs that apply or may
};

}  // namespace anjuan
