// Cases of earlier reports, in few words.
#pragma once

#include <string>
#include <vector>

#include "survey/case_line.h"

namespace anjuan {

inline FindingLine Defect(const std::string& rule, const std::string& fingerprint,
                          Severity severity = Severity::kMajor, int64_t deduct = 500) {
  FindingLine finding;
  finding.rule = rule;
  finding.title = "title of " + rule;
  finding.stage = "stage of " + rule;
  finding.message = "message of " + fingerprint;
  finding.fingerprint = fingerprint;
  finding.severity = severity;
  finding.deduct = deduct;
  finding.failed = true;
  return finding;
}

inline FindingLine Undecided(const std::string& rule, const std::string& fingerprint,
                             std::vector<std::string> missing = {}) {
  FindingLine finding = Defect(rule, fingerprint);
  finding.failed = false;
  finding.missing = std::move(missing);
  return finding;
}

inline CaseLine Case(const std::string& number, const std::string& agency, int64_t score,
                     std::vector<FindingLine> findings = {}) {
  CaseLine one;
  one.file = number + ".xml";
  one.case_number = number;
  if (!agency.empty()) one.agency = agency;
  one.score = score;
  one.score_floor = score;
  one.grade = score >= 9000 ? "good" : "bad";
  one.findings = std::move(findings);
  return one;
}

}  // namespace anjuan
