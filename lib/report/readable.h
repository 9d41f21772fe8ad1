// A rule's expressions in words, for whoever does not read them: 且 for &&, labels for fields,
// “30 日” for days(30). As written where no word is known.
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "pack/rule_plan.h"

namespace anjuan {

struct ReadableLine {
  size_t depth = 0;
  std::string text;
};

// `params` may be null. A chain of && or || takes a line an operand, each behind the first with its
// word in front.
std::vector<ReadableLine> ReadableOf(const expr::Ast& ast, const Model& model,
                                     const RecordType* params, Lang lang);

// What a rule asks for, `when` and cures left out; of check kinds that do more than compare, what
// their author wrote.
std::vector<ReadableLine> ReadableCheck(const Rule& rule, const RulePlan& plan, const Model& model,
                                        const RecordType* params, Lang lang);

}  // namespace anjuan
