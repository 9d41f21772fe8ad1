// What an audit says of one case: the product of the program, as data.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/score.h"

namespace anjuan {

// From best to worst: the outcome of a rule is the worst of its findings.
enum class Outcome : uint8_t { kNotApplicable, kPassed, kIndeterminate, kFailed };

std::string_view NameOf(Outcome outcome);  // not_applicable passed indeterminate failed

struct Timeline;
struct Waiver;

struct Evidence {
  std::string field;                 // documents[3].date
  std::string label;                 // 文书.日期
  std::optional<std::string> value;  // canonical; "" blank; nothing: missing
  uint32_t line = 0;                 // 0: stands in no file
  bool yes_no = false;               // the value is true or false
};

// Why a finding takes no points.
enum class Relief : uint8_t {
  kNone,
  kSubsumed,  // the defect is deducted by another rule that failed
  kWaived,
};

inline constexpr uint32_t kUnknownPlaces = 0;

struct Finding {
  const Rule* rule = nullptr;
  Outcome outcome = Outcome::kFailed;  // failed or indeterminate
  std::string message;
  uint32_t line = 0;    // of the first evidence with a line; 0: none
  std::string path;     // likewise
  std::string snippet;  // that line of the file, where a report shows it and it is not too long
  std::vector<Evidence> evidence;
  std::vector<std::string> missing;                 // what the export does not carry
  std::vector<std::optional<Date>> basis_versions;  // of Rule::basis, each: adopted on
  Points deduct;        // taken, or at stake where indeterminate (of all elements)
  uint32_t places = 1;  // elements it is about; kUnknownPlaces: the list may have any number
  Relief relief = Relief::kNone;
  const Waiver* waiver = nullptr;  // of kWaived
  bool known = false;              // stands in the baseline, with the same values
  std::string fingerprint;
};

// Nothing where no version is known.
inline std::optional<Date> VersionOfBasis(const Finding& finding, size_t basis) {
  return basis < finding.basis_versions.size() ? finding.basis_versions[basis] : std::nullopt;
}

struct Counts {
  uint32_t passed = 0;
  uint32_t failed = 0;
  uint32_t indeterminate = 0;
  uint32_t not_applicable = 0;
  uint32_t waived = 0;

  uint32_t total() const { return passed + failed + indeterminate + not_applicable + waived; }
};

// What a report says of the case itself; nothing where the export does not.
struct CaseIdentity {
  std::optional<std::string> case_number;
  std::optional<std::string> case_title;
  std::optional<std::string> agency;
  std::optional<std::string> agency_group;
  std::optional<std::string> procedure;
  std::optional<std::string> decided_on;
  std::optional<std::string> sector;
  std::vector<std::string> officers;  // names, each once, in the order of the file
};

// A period that still runs: the step it is for has not been taken.
struct RunningPeriod {
  const Rule* rule = nullptr;
  Date due;
  int64_t days_left = 0;
};

struct CaseResult {
  std::string file;
  uint32_t record = 0;  // within the file, from 0
  CaseIdentity identity;
  Score score;
  Counts counts;
  std::vector<Finding> findings;  // in the order of the rules, then of the elements
  std::vector<RunningPeriod> running;
  std::vector<Outcome> outcomes;             // of each rule of the set, by its index
  std::shared_ptr<const Timeline> timeline;  // null where no report draws it
};

}  // namespace anjuan
