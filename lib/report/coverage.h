// Which review items the packs decide: counts by class and strength, what is left and why.
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "pack/review_items.h"

namespace anjuan {

// `all`: each item with its rules behind the counts.
std::string CoverageText(const std::vector<ItemCoverage>& coverage, bool all, Lang lang);

// One object: items, covered, groups, list; always with the rules.
std::string CoverageJson(const std::vector<ItemCoverage>& coverage);

}  // namespace anjuan
