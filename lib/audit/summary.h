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
#include "audit/gate.h"

namespace anjuan {

struct Tally {
  uint64_t failed = 0;  // but for the waived
  uint64_t indeterminate = 0;
  uint64_t waived = 0;

  void Add(Outcome outcome, bool is_waived = false) {
    failed += outcome == Outcome::kFailed && !is_waived;
    waived += outcome == Outcome::kFailed && is_waived;
    indeterminate += outcome == Outcome::kIndeterminate;
  }
  void Add(const Tally& other) {
    failed += other.failed;
    indeterminate += other.indeterminate;
    waived += other.waived;
  }
};

struct Summary {
  // Files, directories that could not be read included: found == audited + unaudited.
  uint64_t found = 0;
  uint64_t audited = 0;
  uint64_t unaudited = 0;

  uint64_t cases = 0;
  uint64_t failed = 0;      // cases with a failed, unwaived finding
  uint64_t known_only = 0;  // of them, those whose every such finding is of the baseline
  // Failed findings, by severity: each in one of the three.
  std::array<uint64_t, kSeverities> findings = {};  // those that count
  std::array<uint64_t, kSeverities> waived = {};
  std::array<uint64_t, kSeverities> known = {};  // of the baseline, and not waived
  std::vector<Tally> by_rule;                    // by index in the RuleSet
  std::map<std::string, Tally> by_agency;        // rules, over all cases
  std::map<std::string, uint64_t> unknown_laws;  // cited and not in the law book: cases
  uint64_t scored = 0;                           // cases
  int64_t score_sum = 0;                         // of them, in hundredths
  int64_t lowest_score = 0;                      // likewise; of no case: 0
  std::vector<uint64_t> by_grade;                // cases, by index into the scheme's grades
  uint64_t decided = 0;                          // rule outcomes: passed or failed
  uint64_t undecided = 0;                        // indeterminate
  GateTally gate;

  // `waived`: of each rule, whether all its failed findings are; empty: none is.
  void Add(const CaseResult& result, const std::vector<Outcome>& outcomes,
           const std::string& unnamed_agency, const std::vector<bool>& waived_rules = {});
  void Merge(const Summary& other);

  Points AverageScore() const;  // half up; of no case: 0

 private:
  void AddScore(const Score& score);
};

}  // namespace anjuan
