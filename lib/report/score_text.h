// A score in words: one line, and on demand the arithmetic line by line.
#pragma once

#include <string>

#include "audit/score.h"
#include "audit/summary.h"
#include "base/text.h"

namespace anjuan {

// 得分 92 分(最低 85 分) 优秀 · 扣分:程序 5、文书 3
std::string ScoreLineOf(const Score& score, Lang lang);

// A line a part and, below it, a line a rule; then the sum and what a veto does. Each begins with
// `indent` and ends in a line feed.
void AppendArithmetic(const Score& score, Lang lang, std::string_view indent, std::string& out);

// Average, lowest, cases of each grade; "" where nothing was scored.
std::string ScoreTotals(const Scheme& scheme, const Summary& summary, Lang lang);

}  // namespace anjuan
