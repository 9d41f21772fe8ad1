// What did not count, for a person: findings that are waived, and those of the baseline.
#pragma once

#include <string>
#include <vector>

#include "report/text_look.h"
#include "report/writer.h"

namespace anjuan {

// A line each; nothing where the case has none.
void AppendLetPass(const TextLook& look, const CaseResult& result, std::string& out);

// Their totals, and what became of the baseline: a line each, not escaped.
std::vector<std::string> LetPassTotals(const RunInfo& info, const Summary& summary);

// How many cases have defects, and how many of those only ones that the baseline holds.
std::string CasesLine(const Summary& summary, Lang lang);

}  // namespace anjuan
