// One case as it was read: what it carries, its days in order, its periods.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/case_auditor.h"
#include "audit/judged_period.h"
#include "audit/listing.h"

namespace anjuan {

struct Inspection {
  uint32_t record = 0;  // within the file, from 0
  CaseIdentity identity;
  Listing listing;
  std::vector<ValueProblem> problems;
  bool applies = true;  // a pack to the case; false: no period is counted
  std::vector<JudgedPeriod> periods;
  std::vector<UndecidedPeriod> undecided;
};

// `auditor` is of a run in `lang`.
Inspection Inspect(CaseAuditor& auditor, const Record& record, uint32_t index, Lang lang);

}  // namespace anjuan
