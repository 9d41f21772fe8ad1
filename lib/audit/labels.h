// Names of fields as a reader knows them, and the sentences that say why a rule is undecided and
// why a value was not taken in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/record.h"

namespace anjuan {

// 处罚决定.日期, or decision.date in English.
std::string LabelOf(const Field& field, Lang lang);

// The same for a parameter of a pack, whose label says what it is for: 办案期限(日).
std::string LabelOfParam(const RecordType& params, std::string_view name, Lang lang);

// One cause of an unknown result: a field, a year of the calendar; anything else stays as it is.
std::string LabelOfCause(const Model& model, std::string_view cause, Lang lang);

// What is missing, by who can mend it: fields of the export (decision.date, partial:decision.date),
// parameters of the pack (params.x), years of the calendar (calendar:2031). `params` may be null.
// `elements` of a list are undecided; 0 where the rule is not about elements.
std::string WhyUndecided(const Model& model, const RecordType* params,
                         const std::vector<std::string>& causes, size_t elements, Lang lang);

std::string WhyNotRead(const ValueProblem& problem, Lang lang);

}  // namespace anjuan
