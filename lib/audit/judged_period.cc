#include "audit/judged_period.h"

#include <algorithm>

#include "audit/labels.h"

namespace anjuan {
namespace {

using expr::Tri;

PeriodState StateOf(DeadlineKind kind, Outcome outcome, const DeadlineJudge& judge) {
  if (outcome == Outcome::kIndeterminate) return PeriodState::kUndecided;
  if (judge.in_time() == Tri::kTrue) {
    // A waiting period that is over leaves nothing to wait for.
    return judge.running() && judge.count().days_left >= 0 ? PeriodState::kRunning
                                                           : PeriodState::kInTime;
  }
  if (outcome == Outcome::kPassed) return PeriodState::kCured;
  switch (kind) {
    case DeadlineKind::kWithin:
      return PeriodState::kOverdue;
    case DeadlineKind::kAtLeast:
      return PeriodState::kTooEarly;
    case DeadlineKind::kBefore:
      return PeriodState::kTooLate;
  }
  return PeriodState::kUndecided;
}

}  // namespace

std::string_view NameOf(PeriodState state) {
  constexpr std::string_view kNames[] = {"in_time",  "running", "overdue",  "too_early",
                                         "too_late", "cured",   "undecided"};
  return kNames[static_cast<size_t>(state)];
}

std::optional<int64_t> JudgedPeriod::DaysOver() const {
  if (kind != DeadlineKind::kWithin || !count.due || !count.until || *count.until <= *count.due) {
    return std::nullopt;
  }
  if (!count.counted || !count.allowed) return std::nullopt;
  return *count.counted - *count.allowed;
}

void PeriodWatcher::OnPack(const CompiledPack& pack, Tri applies, expr::Evaluator& /*evaluator*/) {
  if (applies == Tri::kFalse) return;
  for (const CompiledRule& rule : pack.rules) {
    if (rule.deadline != nullptr) deadlines_.push_back(rule.rule.get());
  }
}

void PeriodWatcher::OnCheck(const CompiledRule& rule, const Slot* element, Outcome outcome,
                            const DeadlineJudge* judge, expr::Evaluator& /*evaluator*/) {
  if (judge == nullptr) return;
  JudgedPeriod& period = periods_.emplace_back();
  period.rule = rule.rule.get();
  period.kind = rule.deadline->kind;
  period.state = StateOf(period.kind, outcome, *judge);
  if (element != nullptr) period.element = record_.PathOf(element);
  period.from = EndOf(*rule.deadline->from);
  period.to = EndOf(*rule.deadline->to);
  period.count = judge->count();
}

PeriodEnd PeriodWatcher::EndOf(const expr::Program& program) const {
  const std::vector<std::string> paths = expr::ReadPaths(program);
  PeriodEnd end;
  if (paths.size() == 1) end.field = record_.model().FindPath(paths[0]);
  if (end.field != nullptr) end.label = LabelOf(*end.field, lang_);
  return end;
}

std::vector<UndecidedPeriod> PeriodWatcher::Undecided(const CaseResult& result) const {
  std::vector<UndecidedPeriod> undecided;
  for (const Finding& finding : result.findings) {
    if (finding.outcome != Outcome::kIndeterminate ||
        std::find(deadlines_.begin(), deadlines_.end(), finding.rule) == deadlines_.end()) {
      continue;
    }
    undecided.push_back({finding.rule, finding.message, finding.missing});
  }
  return undecided;
}

}  // namespace anjuan
