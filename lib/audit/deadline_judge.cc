#include "audit/deadline_judge.h"

#include <algorithm>

namespace anjuan {
namespace {

using expr::Tri;

Slot NumberSlot(std::optional<int64_t> number) {
  Slot slot;
  slot.state = number ? State::kPresent : State::kMissing;
  slot.number = number.value_or(0);
  return slot;
}

std::optional<int64_t> DaysOf(std::optional<Date> date) {
  return date ? std::optional<int64_t>(date->days) : std::nullopt;
}

}  // namespace

Tri DeadlineJudge::Judge(const CompiledDeadline& deadline) {
  running_ = false;
  in_time_ = Tri::kUnknown;
  count_ = {};
  looks_.clear();
  causes_.clear();

  count_.from = evaluator_.DateOf(*deadline.from);
  count_.to = evaluator_.DateOf(*deadline.to);
  looks_.push_back({deadline.from.get(), nullptr});
  looks_.push_back({deadline.to.get(), nullptr});
  const std::optional<Period> period = evaluator_.PeriodOf(*deadline.period);
  if (!period) looks_.push_back({deadline.period.get(), nullptr});

  if (count_.from && period) {
    if (count_.to) {
      in_time_ = JudgeDays(deadline, *count_.from, count_.to, *period);
    } else if (deadline.has_to != nullptr && deadline.open_case != nullptr &&
               evaluator_.Test(*deadline.has_to) == Tri::kFalse) {
      const Tri open = evaluator_.Test(*deadline.open_case);
      looks_.push_back({deadline.open_case.get(), nullptr});
      if (open == Tri::kTrue) in_time_ = JudgeDays(deadline, *count_.from, std::nullopt, *period);
    }
  }
  BindOutputs(deadline);
  return in_time_;
}

Tri DeadlineJudge::JudgeDays(const CompiledDeadline& deadline, Date from, std::optional<Date> to,
                             Period period) {
  const bool workdays = period.unit == Period::Unit::kWorkdays;
  count_.workdays = workdays;
  count_.until = to;
  if (deadline.kind == DeadlineKind::kBefore) {
    if (!to) return Tri::kUnknown;
    const DayCounter counter(calendar_, {}, workdays);
    count_.counted = Known(counter.Counted(from, *to));
    count_.allowed = period.count;
    count_.due = workdays ? Known(calendar_.AddWorkdays(*to, -period.count))
                          : AddPeriod(*to, {period.unit, -period.count});
    if (!count_.due) return Tri::kUnknown;
    return from <= *count_.due ? Tri::kTrue : Tri::kFalse;
  }

  Rows left_out;
  if (deadline.excluding) left_out = Read(deadline, *deadline.excluding);
  left_out_ = UnionOf(std::move(left_out.known));
  const DayCounter counter(calendar_, left_out_, workdays);
  const std::optional<Date> end = Known(counter.End(from, period));
  if (!end) return Tri::kUnknown;
  std::vector<Extension> extensions;
  bool certain = left_out.certain;
  if (deadline.extended_to) {
    Rows extended = Read(deadline, *deadline.extended_to);
    certain = certain && extended.certain;
    for (const DayRange& row : extended.known) extensions.push_back({row.first, row.last});
  }
  count_.due =
      Known(Extended(*end, std::move(extensions), deadline.rolls.value_or(!workdays), calendar_));
  if (!count_.due) return Tri::kUnknown;
  count_.allowed = Known(counter.Counted(from, *count_.due));
  const std::optional<Date> until = to ? to : today_;
  count_.until = until;
  if (!until) {
    causes_.emplace_back("today");
    return Tri::kUnknown;
  }
  count_.counted = Known(counter.Counted(from, *until));
  count_.excluded = Known(counter.LeftOut(from, *until));
  if (!to) {
    // A waiting period is not broken by a step that has not been taken.
    running_ = deadline.kind == DeadlineKind::kAtLeast || *until <= *count_.due;
    if (running_) {
      count_.days_left = int64_t{count_.due->days} - until->days;
      return Tri::kTrue;
    }
    return certain ? Tri::kFalse : Tri::kUnknown;
  }
  if (deadline.kind == DeadlineKind::kWithin) {
    if (*to <= *count_.due) return Tri::kTrue;
    return certain ? Tri::kFalse : Tri::kUnknown;
  }
  const bool too_early = deadline.or_on ? *to < *count_.due : *to <= *count_.due;
  if (too_early) return Tri::kFalse;
  return certain ? Tri::kTrue : Tri::kUnknown;
}

DeadlineJudge::Rows DeadlineJudge::Read(const CompiledDeadline& deadline,
                                        const CompiledDeadline::Rows& rows) {
  Rows read;
  const expr::ListView& list = evaluator_.ListOf(*rows.list);
  if (list.state != Tri::kTrue || list.open) {
    read.certain = false;
    looks_.push_back({rows.list.get(), nullptr});
  }
  // A row with a blank day or proof counts for nothing; one that lacks any may count.
  for (const Slot* const row : list.elements) {
    evaluator_.Bind(deadline.variable, row);
    const Tri first = evaluator_.Test(*rows.has_first);
    const Tri last = evaluator_.Test(*rows.has_last);
    const Tri proof = rows.proof == nullptr ? Tri::kTrue : evaluator_.Test(*rows.proof);
    if (first == Tri::kFalse || last == Tri::kFalse || proof == Tri::kFalse) continue;
    looks_.push_back({rows.first.get(), row});
    looks_.push_back({rows.last.get(), row});
    if (rows.proof != nullptr) looks_.push_back({rows.proof.get(), row});
    const std::optional<Date> begins = evaluator_.DateOf(*rows.first);
    const std::optional<Date> ends = evaluator_.DateOf(*rows.last);
    if (begins && ends && proof == Tri::kTrue) {
      read.known.push_back({*begins, *ends});
    } else {
      read.certain = false;
    }
  }
  return read;
}

void DeadlineJudge::Lack(int year) { causes_.push_back("calendar:" + std::to_string(year)); }

std::optional<Date> DeadlineJudge::Known(const Result<Date, YearWithoutData>& day) {
  if (day.ok()) return *day;
  Lack(day.error().year);
  return std::nullopt;
}

std::optional<int64_t> DeadlineJudge::Known(const Result<int64_t, YearWithoutData>& days) {
  if (days.ok()) return *days;
  Lack(days.error().year);
  return std::nullopt;
}

void DeadlineJudge::BindOutputs(const CompiledDeadline& deadline) {
  const std::array<std::optional<int64_t>, CompiledDeadline::kOutputs> values = {
      DaysOf(count_.from), DaysOf(count_.to), DaysOf(count_.due),
      count_.counted,      count_.excluded,   count_.allowed};
  for (size_t i = 0; i < values.size(); ++i) {
    outputs_[i] = NumberSlot(values[i]);
    evaluator_.Bind(deadline.first_output + i, &outputs_[i]);
  }
}

std::vector<DeadlineJudge::Step> DeadlineJudge::Arithmetic() const {
  std::vector<Step> steps;
  const auto add = [&](TextId label, std::string_view name, std::optional<int64_t> value) {
    if (value) steps.push_back({label, name, std::to_string(*value)});
  };
  add(TextId::kDeadlineCounted, "deadline.counted", count_.counted);
  add(TextId::kDeadlineExcluded, "deadline.excluded", count_.excluded);
  add(TextId::kDeadlineAllowed, "deadline.allowed", count_.allowed);
  if (count_.due) steps.push_back({TextId::kDeadlineDue, "deadline.due", FormatDate(*count_.due)});
  return steps;
}

}  // namespace anjuan
