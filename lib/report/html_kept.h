// What a page holds of all cases: so many findings, the gravest first, and of everything else the
// count, so that it can be said.
//
// Memory: bounded by the findings kept and one pointer a case.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "report/html_block.h"

namespace anjuan {

inline constexpr size_t kMostPageFindings = 5000;

struct KeptCase {
  CaseBlock block;        // a finding that is not kept has an empty row
  size_t live = 0;        // findings kept
  uint64_t left = 0;      // and not
  bool shown = false;     // its sheet
  bool pictured = false;  // its timeline

  // The gravest of its findings that are kept; kRanks of none.
  size_t Rank() const;
};

class KeptCases {
 public:
  void Add(CaseBlock block);

  // In input order; null where nothing of it is kept.
  std::vector<std::unique_ptr<KeptCase>>& cases() { return cases_; }
  const std::vector<std::unique_ptr<KeptCase>>& cases() const { return cases_; }
  const std::array<uint64_t, kRanks>& left() const { return left_; }  // findings, by rank
  size_t findings() const { return findings_; }
  size_t Count(uint8_t rank) const { return places_[rank].size(); }

 private:
  struct Place {
    size_t of_case = 0;
    size_t finding = 0;
  };

  void DropOne();

  std::vector<std::unique_ptr<KeptCase>> cases_;
  std::array<std::vector<Place>, kRanks> places_;
  std::array<uint64_t, kRanks> left_ = {};
  size_t findings_ = 0;
  size_t plain_ = 0;  // cases that are kept without any finding
};

// Chooses the sheets, then the timelines, that `bytes` have room for: cases with graver defects
// first. `fixes`: whether findings tell
// what their rules say, and then how long the longest fix is.
struct LeftOut {
  uint64_t sheets = 0;
  uint64_t timelines = 0;
};
LeftOut ChooseSheets(KeptCases& kept, size_t bytes, std::optional<size_t> fixes);

}  // namespace anjuan
