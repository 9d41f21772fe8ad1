// Totals of a run. Sums only, so that the order of cases does not matter and workers' summaries
// merge.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "audit/case_auditor.h"
#include "audit/case_result.h"

namespace anjuan {

struct Tally {
  uint64_t failed = 0;
  uint64_t indeterminate = 0;

  void Add(Outcome outcome) {
    failed += outcome == Outcome::kFailed;
    indeterminate += outcome == Outcome::kIndeterminate;
  }
  void Add(const Tally& other) {
    failed += other.failed;
    indeterminate += other.indeterminate;
  }
};

struct Summary {
  // Files, directories that could not be read included: found == audited + unaudited.
  uint64_t found = 0;
  uint64_t audited = 0;
  uint64_t unaudited = 0;

  uint64_t cases = 0;
  uint64_t failed = 0;                              // cases with a failed, unwaived finding
  std::array<uint64_t, kSeverities> findings = {};  // failed findings, by severity
  std::vector<Tally> by_rule;                       // by index in the RuleSet
  std::map<std::string, Tally> by_agency;           // rules, over all cases
  std::map<std::string, uint64_t> unknown_laws;     // cited and not in the law book: cases
  uint64_t scored = 0;                              // cases
  int64_t score_sum = 0;                            // of them, in hundredths
  int64_t lowest_score = 0;                         // likewise; of no case: 0
  std::vector<uint64_t> by_grade;                   // cases, by index into the scheme's grades
  uint64_t decided = 0;                             // rule outcomes: passed or failed
  uint64_t undecided = 0;                           // indeterminate

  void Add(const CaseResult& result, const std::vector<Outcome>& outcomes,
           const std::string& unnamed_agency);
  void Merge(const Summary& other);

  Points AverageScore() const;  // half up; of no case: 0

 private:
  void AddScore(const Score& score);
};

}  // namespace anjuan
