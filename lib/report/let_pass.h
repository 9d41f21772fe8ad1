// What did not count, for a person: findings that are waived, and those of the baseline.
#pragma once

#include <string>

#include "report/writer.h"

namespace anjuan {

// A line each; nothing where the case has none.
void AppendLetPass(const CaseResult& result, Lang lang, std::string& out);
// Their totals, and what became of the baseline.
void AppendLetPass(const RunInfo& info, const Summary& summary, std::string& out);

}  // namespace anjuan
