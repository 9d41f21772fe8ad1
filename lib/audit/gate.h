// What a run lets pass (waivers, a baseline) and what it is held to beyond --fail-on.
//
// Order:  LetPass each case after its findings stand and before it is scored; Count it afterwards.
// Shares: a Gate does not change; each worker counts into a tally of its own, and tallies merge to
//         the same sums in whatever order.
// Never:  looks at the clock: as_of decides whether a waiver has run out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/baseline.h"
#include "audit/waivers.h"

namespace anjuan {

// Of the rules of a case that apply: indeterminate ones, in number or as a share.
struct IndeterminateLimit {
  bool is_percent = false;
  uint64_t most = 0;
};

// Something that cases come to: how often, and the first time in input order.
struct Occurrences {
  uint64_t count = 0;
  size_t file_index = SIZE_MAX;  // of the first; among the inputs
  uint32_t record = 0;           // likewise, and so on
  std::string file;
  std::string figure;

  void Add(const CaseResult& result, size_t index, const std::string& what);
  void Merge(const Occurrences& other);
};

struct GateTally {
  struct Entry {
    bool looked_at = false;  // its case was audited
    bool found = false;
  };

  std::vector<Occurrences> waivers;  // failed findings that each agrees with
  std::vector<Entry> entries;        // of the baseline
  Occurrences below_score;           // cases; figure: the score
  Occurrences too_undecided;         // likewise: 12 of 80

  void Merge(const GateTally& other);
  uint64_t gone() const;    // entries of cases that were audited, and no finding any more
  uint64_t unseen() const;  // entries of cases that were not audited
};

struct Gate {
  const Waivers* waivers = nullptr;    // null: none
  const Baseline* baseline = nullptr;  // likewise
  Date as_of;
  std::optional<Points> min_score;
  std::optional<IndeterminateLimit> max_indeterminate;

  // Marks the findings that are waived and those of the baseline. True where any is waived.
  bool LetPass(CaseResult& result) const;
  // `index`: of the case's file among the inputs.
  void Count(const CaseResult& result, size_t index, GateTally& to) const;
  GateTally Nothing() const;  // a tally of no case

  bool Expired(const Waiver& waiver) const { return waiver.until && *waiver.until < as_of; }
};

}  // namespace anjuan
