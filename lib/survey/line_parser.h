// One line of an NDJSON report.
//
// Does:   reads the keys that a survey needs and passes over those it does not know.
// Errors: no JSON, no object, a value of another kind than its key has, a needed key that is
//         missing, a type of line that there is not.
// Limits: nesting up to kMostDepth; strings are UTF-8.
#pragma once

#include <string>
#include <variant>

#include "base/result.h"
#include "base/text.h"
#include "survey/case_line.h"

namespace anjuan {

using ReportLine = std::variant<RunLine, CaseLine, InputLine, SummaryLine>;

inline constexpr size_t kMostDepth = 64;

// `line`, `size` bytes and a NUL behind them, is written over. Gives what is wrong with it.
Result<ReportLine, Text> ParseReportLine(char* line, size_t size);

}  // namespace anjuan
