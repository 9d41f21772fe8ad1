// Outcomes and findings of one case, by the scheme of the run, into a score.
//
// Never: allocates, but for what the score itself holds; looks at rules that found nothing, but for
//        one sum of the earn style.
#pragma once

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "audit/case_result.h"

namespace anjuan {

class Scorer {
 public:
  // `rules` of the set, by index; they must outlive the scorer.
  Scorer(std::shared_ptr<const Scheme> scheme, std::span<const Rule* const> rules);

  const Scheme& scheme() const { return *scheme_; }

  // `outcomes` by index of the rule. Sets `deduct` of each finding to what it takes within its
  // rule's cap, or has at stake.
  void Run(std::span<const Outcome> outcomes, std::vector<Finding>& findings, Score& score) const;

 private:
  // What a rule is worth under the scheme.
  struct Worth {
    const Rule* rule = nullptr;
    uint32_t part = 0;
    Points each;
    Points most;
    size_t first = 0;  // index of the same rule in the first pack that has it
  };

  Worth WorthOf(const Rule& rule) const;
  void Take(Finding& finding, Score& score) const;
  Points Applicable(std::span<const Outcome> outcomes) const;
  Points Sum(const Score& score, bool floor) const;  // before any veto
  Points Vetoed(Points sum) const;

  std::shared_ptr<const Scheme> scheme_;
  std::vector<Worth> worth_;  // by index of the rule
  std::unordered_map<const Rule*, size_t> index_;
  std::vector<ScorePart> parts_;  // before anything is taken
};

}  // namespace anjuan
