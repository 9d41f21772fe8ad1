// The basis of a rule (依据): a law with article, paragraph and item, "行政处罚法 59.1.2", or a
// review standard by its code with an item number or a table's name, "MEE24 17".
#pragma once

#include <vector>

#include "pack/law_book.h"
#include "pack/pack.h"

namespace anjuan {

// The law of each basis of the rule, null for a standard. What the book does not have, and an
// article that no version in force while the rule is has, goes to the sink.
std::vector<const Law*> CheckBasis(const Rule& rule, const LawBook& book, DiagnosticSink& sink);

}  // namespace anjuan
