// What a case scores, as markup: in short for its head, and the arithmetic to count it again.
#pragma once

#include <string>

#include "audit/score.h"
#include "base/text.h"

namespace anjuan {

// 95, or 85–95 where rules are undecided; "" without a scheme.
std::string ScoreInterval(const Score& score, Lang lang);

// A part of the case's sheet that can be folded; "" without a scheme.
std::string ScoreArithmetic(const Score& score, Lang lang);

}  // namespace anjuan
