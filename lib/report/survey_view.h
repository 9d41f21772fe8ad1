// A survey as a document: totals, a table for each side it is looked at from, frequent defects,
// what could not be checked.
#pragma once

#include <optional>
#include <vector>

#include "report/document.h"
#include "survey/comparison.h"
#include "survey/recheck.h"
#include "survey/survey.h"

namespace anjuan {

struct SurveyViewOptions {
  std::vector<Dimension> by;  // in this order
  std::optional<Dimension> rank;
  uint64_t least = 5;  // cases of what is ranked
  size_t top = 10;     // rows of what is frequent
};

// Sentences on what makes the totals doubtful: cases counted twice, different rules, different
// scoring.
std::vector<std::string> SurveyNotes(const Survey& survey, Lang lang);

Document SurveyDocument(const Survey& survey, const SurveyViewOptions& options, Lang lang);

// comparison_view.cc: put behind the tables of `now`.
void AddComparison(const Survey& then, const Survey& now, Dimension by, size_t top, Lang lang,
                   Document& document);

// recheck_view.cc
Document RecheckDocument(const RecheckResult& result, Lang lang);

}  // namespace anjuan
