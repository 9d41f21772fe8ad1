// What is said of a judged period: how it stands, and the days behind it.
#pragma once

#include <string>

#include "audit/judged_period.h"
#include "base/text.h"

namespace anjuan {

bool IsMissed(PeriodState state);  // and not made good

std::string StateWords(const JudgedPeriod& period, Lang lang);  // 逾期 4 日

// 届满 2023-07-10 · 已用 95 / 91 日; "" where none is known.
std::string PeriodFacts(const JudgedPeriod& period, Lang lang);

}  // namespace anjuan
