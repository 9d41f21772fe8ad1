#include "survey/case_line.h"

namespace anjuan {

CaseLine CaseLineOf(const CaseResult& result) {
  CaseLine line;
  line.file = result.file;
  line.record = result.record;
  line.case_number = result.identity.case_number;
  line.case_title = result.identity.case_title;
  line.agency = result.identity.agency;
  line.agency_group = result.identity.agency_group;
  line.procedure = result.identity.procedure;
  line.decided_on = result.identity.decided_on;
  line.sector = result.identity.sector;
  line.officers = result.identity.officers;
  if (result.score.scheme != nullptr) {
    line.score = result.score.value.hundredths;
    line.score_floor = result.score.floor.hundredths;
    line.grade = result.score.grade_name();
    for (const Rule* const rule : result.score.vetoes) line.vetoes.push_back(rule->id);
  }
  for (const Finding& finding : result.findings) {
    FindingLine& to = line.findings.emplace_back();
    to.rule = finding.rule->id;
    to.title = finding.rule->title;
    to.stage = finding.rule->stage;
    to.message = finding.message;
    to.fix = finding.rule->fix;
    to.fingerprint = finding.fingerprint;
    to.basis = finding.rule->basis;
    to.missing = finding.missing;
    to.deduct = finding.deduct.hundredths;
    to.severity = finding.rule->severity;
    to.failed = finding.outcome == Outcome::kFailed;
    to.waived = finding.relief == Relief::kWaived;
  }
  return line;
}

}  // namespace anjuan
