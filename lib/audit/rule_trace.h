// One rule worked out on one case, with the value of every sub-expression: why it came out so.
//
// Lives: lines point into the record.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "audit/case_result.h"
#include "audit/deadline_judge.h"
#include "audit/rule_set.h"
#include "expr/evaluator.h"
#include "expr/trace.h"

namespace anjuan {

using TraceLines = std::vector<expr::TraceLine>;

// The check itself: one expression, or the parts of a deadline and what was counted from them.
struct CheckTrace {
  TraceLines lines;
  std::vector<DeadlineJudge::Step> arithmetic;
};

struct ElementTrace {
  const Slot* element = nullptr;
  TraceLines where;  // empty: every element
  CheckTrace test;
};

struct RuleTrace {
  bool applies = true;      // the pack; false: nothing else is filled
  TraceLines scope;         // the pack's `applies`, unless it is true or the pack was named
  std::optional<Date> day;  // whose law judges the rule
  bool in_effect = true;    // false: outside `effective`
  TraceLines when;          // empty: always
  TraceLines list;          // of a check over elements
  std::vector<ElementTrace> elements;     // those that failed or are undecided, else the first
  std::array<uint32_t, 4> outcomes = {};  // of all elements, by Outcome
  CheckTrace test;                        // of a check that is asked once
  std::vector<Finding> findings;
  Outcome outcome = Outcome::kNotApplicable;
};

// The first rule of the first pack of the set.
RuleTrace TraceRule(const RuleSet& rules, const Record& record, std::optional<Date> today,
                    Lang lang);

}  // namespace anjuan
