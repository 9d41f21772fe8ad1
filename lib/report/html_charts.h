// Where defects lie, counted over all cases and drawn: bars as SVG with their words and numbers as
// text beside them, and a table whose cells are darker where there are more.
//
// Counts: failed findings that nobody waived.
#pragma once

#include <array>
#include <map>
#include <string>

#include "audit/summary.h"
#include "report/html_block.h"
#include "report/writer.h"

namespace anjuan {

class DefectCounts {
 public:
  void Add(const CaseBlock& block);

  bool empty() const { return stages_.empty(); }
  std::string StageBars(const RunInfo& info) const;
  std::string AgencyBars(const RunInfo& info) const;
  std::string HeatMap(const RunInfo& info) const;  // "" where there is one agency only

 private:
  using BySeverity = std::array<uint64_t, kSeverities>;  // fatal first
  struct Agency {
    BySeverity severities = {};
    std::map<std::string, uint64_t> stages;
  };

  std::map<std::string, BySeverity> stages_;
  std::map<std::string, Agency> agencies_;
};

std::string GradeBars(const Scheme& scheme, const Summary& summary, Lang lang);

}  // namespace anjuan
