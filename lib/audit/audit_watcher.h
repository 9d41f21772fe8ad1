// Told what a CaseAuditor does while it does it: for whoever explains one case. An audit in bulk
// has none.
//
// Order: OnPack, then of each of its rules OnRule and, where it may apply, OnCheck: once, or once
//        for each element of its list.
// Lives: what a call is given holds until it returns. The evaluator stands as the rule's programs
//        see it (parameters, the element, the days of a deadline), so they can be traced.
#pragma once

#include <optional>

#include "audit/case_result.h"
#include "audit/deadline_judge.h"
#include "expr/evaluator.h"
#include "pack/compiled_pack.h"

namespace anjuan {

class AuditWatcher {
 public:
  virtual ~AuditWatcher() = default;

  // `applies`: false, and none of its rules is asked.
  virtual void OnPack(const CompiledPack& pack, expr::Tri applies, expr::Evaluator& evaluator);
  // What a rule is asked under.
  struct Scope {
    std::optional<Date> day;  // whose law judges it
    expr::Tri in_effect;
    expr::Tri when;  // that, the pack's `applies` and its own `when`; false: it is not asked
  };
  virtual void OnRule(const CompiledRule& rule, const Scope& scope, expr::Evaluator& evaluator);
  // `element`: null where the rule is asked once. `judge`: of a deadline that was judged, else null
  // (an element that `where` leaves out is not).
  virtual void OnCheck(const CompiledRule& rule, const Slot* element, Outcome outcome,
                       const DeadlineJudge* judge, expr::Evaluator& evaluator) = 0;
};

inline void AuditWatcher::OnPack(const CompiledPack&, expr::Tri, expr::Evaluator&) {}
inline void AuditWatcher::OnRule(const CompiledRule&, const Scope&, expr::Evaluator&) {}

}  // namespace anjuan
