// One finding of the text report.
#pragma once

#include <string>
#include <vector>

#include "audit/case_result.h"
#include "report/text_look.h"

namespace anjuan {

inline constexpr size_t kFindingIndent = 6;

// Rule, message, place with the line of the export, evidence, basis, fix.
void AppendFailed(const TextLook& look, const std::string& file, const Finding& finding,
                  Detail detail, std::string& out);

// A line a rule; of many rules, a line for each part of the export that they lack, the largest
// first: that says more than a line a rule.
void AppendUndecided(const TextLook& look, const Model& model,
                     const std::vector<const Finding*>& findings, Detail detail, std::string& out);

}  // namespace anjuan
