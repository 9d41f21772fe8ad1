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
  certain_ = true;
  due_.reset();
  counted_.reset();
  excluded_.reset();
  allowed_.reset();
  days_left_.reset();
  looks_.clear();
  causes_.clear();

  from_ = evaluator_.DateOf(*deadline.from);
  to_ = evaluator_.DateOf(*deadline.to);
  looks_.push_back({deadline.from.get(), nullptr});
  looks_.push_back({deadline.to.get(), nullptr});
  const std::optional<Period> period = evaluator_.PeriodOf(*deadline.period);
  if (!period) looks_.push_back({deadline.period.get(), nullptr});

  Tri result = Tri::kUnknown;
  if (from_ && period) {
    if (to_) {
      result = JudgeDays(deadline, *from_, to_, *period);
    } else if (deadline.has_to != nullptr && deadline.open_case != nullptr &&
               evaluator_.Test(*deadline.has_to) == Tri::kFalse) {
      const Tri open = evaluator_.Test(*deadline.open_case);
      looks_.push_back({deadline.open_case.get(), nullptr});
      if (open == Tri::kTrue) result = JudgeDays(deadline, *from_, std::nullopt, *period);
    }
  }
  BindOutputs(deadline);
  return result;
}

Tri DeadlineJudge::JudgeDays(const CompiledDeadline& deadline, Date from, std::optional<Date> to,
                             Period period) {
  const bool workdays = period.unit == Period::Unit::kWorkdays;
  if (deadline.kind == DeadlineKind::kBefore) {
    if (!to) return Tri::kUnknown;
    const DayCounter counter(calendar_, {}, workdays);
    counted_ = Known(counter.Counted(from, *to));
    allowed_ = period.count;
    due_ = workdays ? Known(calendar_.AddWorkdays(*to, -period.count))
                    : AddPeriod(*to, {period.unit, -period.count});
    if (!due_) return Tri::kUnknown;
    return from <= *due_ ? Tri::kTrue : Tri::kFalse;
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
  certain_ = certain;
  due_ =
      Known(Extended(*end, std::move(extensions), deadline.rolls.value_or(!workdays), calendar_));
  if (!due_) return Tri::kUnknown;
  allowed_ = Known(counter.Counted(from, *due_));
  const std::optional<Date> until = to ? to : today_;
  if (!until) {
    causes_.emplace_back("today");
    return Tri::kUnknown;
  }
  counted_ = Known(counter.Counted(from, *until));
  excluded_ = Known(counter.LeftOut(from, *until));
  if (!to) {
    // A waiting period is not broken by a step that has not been taken.
    running_ = deadline.kind == DeadlineKind::kAtLeast || *until <= *due_;
    if (running_) {
      days_left_ = int64_t{due_->days} - until->days;
      return Tri::kTrue;
    }
    return certain_ ? Tri::kFalse : Tri::kUnknown;
  }
  if (deadline.kind == DeadlineKind::kWithin) {
    if (*to <= *due_) return Tri::kTrue;
    return certain_ ? Tri::kFalse : Tri::kUnknown;
  }
  const bool too_early = deadline.or_on ? *to < *due_ : *to <= *due_;
  if (too_early) return Tri::kFalse;
  return certain_ ? Tri::kTrue : Tri::kUnknown;
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
      DaysOf(from_), DaysOf(to_), DaysOf(due_), counted_, excluded_, allowed_};
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
  add(TextId::kDeadlineCounted, "deadline.counted", counted_);
  add(TextId::kDeadlineExcluded, "deadline.excluded", excluded_);
  add(TextId::kDeadlineAllowed, "deadline.allowed", allowed_);
  if (due_) steps.push_back({TextId::kDeadlineDue, "deadline.due", FormatDate(*due_)});
  return steps;
}

}  // namespace anjuan
