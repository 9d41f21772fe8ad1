// The lines of an NDJSON report as data: what an earlier run said, read back.
//
// Shape: as written by report/ndjson.cc. A key that an older report does not have is empty, or
//        nothing. Points are hundredths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/case_result.h"
#include "pack/pack.h"

namespace anjuan {

struct RunLine {
  struct PackMark {
    std::string name;
    std::string version;
    std::string digest;

    auto operator<=>(const PackMark&) const = default;
  };
  std::vector<PackMark> packs;
  std::string as_of;
  std::string scheme;               // its name; "": nothing was scored
  std::vector<std::string> grades;  // of it, best first
  std::vector<std::string> stages;  // in the order of reports
};

struct FindingLine {
  std::string rule;
  std::string title;
  std::string stage;
  std::string message;
  std::string fix;
  std::string fingerprint;
  std::vector<std::string> basis;
  std::vector<std::string> missing;
  int64_t deduct = 0;
  Severity severity = Severity::kHint;
  bool failed = false;  // else indeterminate
  bool waived = false;

  // What counts as a defect of the case.
  bool defect() const { return failed && !waived; }
};

struct CaseLine {
  std::string file;
  uint32_t record = 0;
  std::optional<std::string> case_number;
  std::optional<std::string> case_title;
  std::optional<std::string> agency;
  std::optional<std::string> agency_group;
  std::optional<std::string> procedure;
  std::optional<std::string> decided_on;
  std::optional<std::string> sector;
  std::vector<std::string> officers;
  std::optional<int64_t> score;
  std::optional<int64_t> score_floor;
  std::optional<std::string> grade;
  std::vector<std::string> vetoes;  // ids of rules
  std::vector<FindingLine> findings;

  // What stands for the case in fingerprints, and finds it again in a later run.
  const std::string& key() const { return case_number ? *case_number : file; }
};

struct InputLine {
  std::string file;
  std::string problem;  // as in machine output: malformed
  uint32_t line = 0;
  std::string message;
};

struct SummaryLine {
  uint64_t found = 0;
  uint64_t audited = 0;
  uint64_t unaudited = 0;
  uint64_t cases = 0;
};

// A case of this run as an NDJSON report would have it.
CaseLine CaseLineOf(const CaseResult& result);

}  // namespace anjuan
