#include "report/period_words.h"

namespace anjuan {
namespace {

std::string UnitOf(const JudgedPeriod& period, Lang lang) {
  return Say(lang, period.count.workdays ? TextId::kUnitWorkdays : TextId::kUnitDays);
}

}  // namespace

bool IsMissed(PeriodState state) {
  return state == PeriodState::kOverdue || state == PeriodState::kTooEarly ||
         state == PeriodState::kTooLate;
}

std::string StateWords(const JudgedPeriod& period, Lang lang) {
  switch (period.state) {
    case PeriodState::kInTime:
      return Say(lang, TextId::kPeriodInTime);
    case PeriodState::kRunning:
      return Say(lang, TextId::kPeriodRunning,
                 {std::to_string(period.count.days_left.value_or(0))});
    case PeriodState::kOverdue:
      return Say(lang, period.count.to ? TextId::kPeriodOverdue : TextId::kPeriodOverdueOpen,
                 {std::to_string(period.DaysOver().value_or(0)), UnitOf(period, lang)});
    case PeriodState::kTooEarly:
      return Say(lang, TextId::kPeriodTooEarly);
    case PeriodState::kTooLate:
      return Say(lang, TextId::kPeriodTooLate);
    case PeriodState::kCured:
      return Say(lang, TextId::kPeriodCured);
    case PeriodState::kUndecided:
      break;
  }
  return Say(lang, TextId::kOutcomeIndeterminate);
}

std::string PeriodFacts(const JudgedPeriod& period, Lang lang) {
  const DeadlineJudge::Count& count = period.count;
  const std::string unit = UnitOf(period, lang);
  std::string facts;
  const auto add = [&](const std::string& fact) { facts += (facts.empty() ? "" : " · ") + fact; };
  if (count.due) add(Say(lang, TextId::kPeriodDue, {FormatDate(*count.due)}));
  if (count.counted && count.allowed) {
    add(Say(lang, TextId::kPeriodUsed,
            {std::to_string(*count.counted), std::to_string(*count.allowed), unit}));
  }
  if (count.excluded.value_or(0) > 0) {
    add(Say(lang, TextId::kPeriodLeftOut, {std::to_string(*count.excluded), unit}));
  }
  return facts;
}

}  // namespace anjuan
