#include "audit/inspection.h"

namespace anjuan {

Inspection Inspect(CaseAuditor& auditor, const Record& record, uint32_t index, Lang lang) {
  Inspection inspection;
  inspection.record = index;
  inspection.listing = ListRecord(record, lang);
  inspection.problems = record.problems();
  PeriodWatcher watcher(record, lang);
  CaseResult result;
  inspection.applies = auditor.Audit(record, "", result, &watcher);
  inspection.identity = std::move(result.identity);
  inspection.periods = watcher.TakePeriods();
  inspection.undecided = watcher.Undecided(result);
  return inspection;
}

}  // namespace anjuan
