// A rule worked out on a case, for a person: the tree of its expressions and, beside each, what it
// came to.
//
// Shape: expressions in one column, values in the next; widths in cells of the terminal.
#pragma once

#include <string>

#include "audit/rule_trace.h"

namespace anjuan {

void AppendTrace(const RuleTrace& trace, const Rule& rule, const Record& record, Lang lang,
                 std::string& out);

}  // namespace anjuan
