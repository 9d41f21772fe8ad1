#include "audit/summary.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "pack/law_functions.h"

namespace anjuan {

void Summary::Add(const CaseResult& result, const std::vector<Outcome>& outcomes,
                  const std::string& unnamed_agency, const std::vector<bool>& waived_rules) {
  ++cases;
  bool any_failed = false;
  bool any_new = false;
  for (const Finding& finding : result.findings) {
    if (finding.outcome != Outcome::kFailed) continue;
    const bool is_waived = finding.relief == Relief::kWaived;
    any_failed = any_failed || !is_waived;
    any_new = any_new || (!is_waived && !finding.known);
    ++(is_waived       ? waived
       : finding.known ? known
                       : findings)[static_cast<size_t>(finding.rule->severity)];
  }
  failed += any_failed;
  known_only += any_failed && !any_new;
  std::set<std::string_view> unknown;
  for (const Finding& finding : result.findings) {
    for (std::string_view cause : finding.missing) {
      if (!cause.starts_with(kUnknownLawCause)) continue;
      cause.remove_prefix(kUnknownLawCause.size());
      unknown.insert(cause);
    }
  }
  for (const std::string_view law : unknown) ++unknown_laws[std::string(law)];
  by_rule.resize(outcomes.size());
  Tally& agency = by_agency[result.identity.agency.value_or(unnamed_agency)];
  for (size_t i = 0; i < outcomes.size(); ++i) {
    const bool is_waived = !waived_rules.empty() && waived_rules[i];
    by_rule[i].Add(outcomes[i], is_waived);
    agency.Add(outcomes[i], is_waived);
  }
  decided += result.counts.passed + result.counts.failed + result.counts.waived;
  undecided += result.counts.indeterminate;
  if (result.score.scheme != nullptr) AddScore(result.score);
}

void Summary::AddScore(const Score& score) {
  const int64_t value = score.value.hundredths;
  lowest_score = scored == 0 ? value : std::min(lowest_score, value);
  ++scored;
  score_sum += value;
  by_grade.resize(score.scheme->grades.size());
  ++by_grade[score.grade];
}

Points Summary::AverageScore() const {
  const auto count = static_cast<int64_t>(scored);
  return {count == 0 ? 0 : (2 * score_sum + count) / (2 * count)};
}

void Summary::Merge(const Summary& other) {
  found += other.found;
  audited += other.audited;
  unaudited += other.unaudited;
  cases += other.cases;
  failed += other.failed;
  known_only += other.known_only;
  for (size_t i = 0; i < findings.size(); ++i) findings[i] += other.findings[i];
  for (size_t i = 0; i < waived.size(); ++i) waived[i] += other.waived[i];
  for (size_t i = 0; i < known.size(); ++i) known[i] += other.known[i];
  if (by_rule.size() < other.by_rule.size()) by_rule.resize(other.by_rule.size());
  for (size_t i = 0; i < other.by_rule.size(); ++i) by_rule[i].Add(other.by_rule[i]);
  for (const auto& [name, tally] : other.by_agency) by_agency[name].Add(tally);
  for (const auto& [law, count] : other.unknown_laws) unknown_laws[law] += count;
  if (other.scored > 0) {
    lowest_score = scored == 0 ? other.lowest_score : std::min(lowest_score, other.lowest_score);
  }
  scored += other.scored;
  score_sum += other.score_sum;
  if (by_grade.size() < other.by_grade.size()) by_grade.resize(other.by_grade.size());
  for (size_t i = 0; i < other.by_grade.size(); ++i) by_grade[i] += other.by_grade[i];
  decided += other.decided;
  undecided += other.undecided;
  gate.Merge(other.gate);
}

}  // namespace anjuan
