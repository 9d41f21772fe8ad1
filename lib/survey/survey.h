// Totals over the cases of many reports, from every side a supervising office looks from.
//
// Order:  sums, and of examples the smallest by name: the same survey whatever the order of cases
//         and of merging.
// Memory: grows with agencies, officers, months and rules, not with cases; but for 8 bytes a case,
//         to tell of those that were counted twice, and the cases and files that are named.
// Words:  a defect is a failed finding that nobody waived; what is indeterminate is undecided.
// Units:  scores are hundredths; months are 2023-04.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "survey/case_line.h"
#include "survey/smallest.h"

namespace anjuan {

// What cases are put together by. A case without a value stands under "".
enum class Dimension : uint8_t { kAgency, kGroup, kStage, kRule, kOfficer, kSector, kMonth };
inline constexpr int kDimensions = 7;

// A case by name, and the order of examples.
struct CaseRef {
  std::string agency;
  std::string case_number;  // "": not stated
  std::string file;
  uint32_t record = 0;
  std::string title;

  auto operator<=>(const CaseRef&) const = default;
};
CaseRef RefOf(const CaseLine& one);

struct RuleTally {
  uint64_t cases = 0;      // with a defect
  uint64_t defects = 0;    // findings
  uint64_t undecided = 0;  // cases
  uint64_t waived = 0;     // findings

  friend bool operator==(const RuleTally&, const RuleTally&) = default;
};

// The cases under one name. Of a stage or a rule: those with a defect there, and those defects.
struct Slice {
  uint64_t cases = 0;
  uint64_t flawed = 0;  // with a defect
  uint64_t scored = 0;
  int64_t score_sum = 0;
  int64_t lowest = 0;  // of the scored
  uint64_t vetoed = 0;
  uint64_t defects = 0;
  uint64_t undecided = 0;  // findings
  uint64_t waived = 0;     // findings
  std::map<std::string, uint64_t> grades;
  std::map<std::string, RuleTally> rules;  // with any of it

  void Merge(const Slice& other);
  std::optional<int64_t> Average() const;        // half up
  int64_t DefectsPerHundred(uint64_t of) const;  // files, in hundredths; half up
  friend bool operator==(const Slice&, const Slice&) = default;
};

// What is said of a rule. Where reports differ, the smallest.
struct RuleFact {
  std::string title;
  std::string stage;
  std::string fix;
  std::vector<std::string> basis;
  Severity severity = Severity::kHint;

  auto operator<=>(const RuleFact&) const = default;
};

struct Example {
  CaseRef where;
  std::string message;

  auto operator<=>(const Example&) const = default;
};

// A defect in a list of what an agency has to mend: the gravest first, then by case.
struct ListedDefect {
  int gravity = 0;  // minus the severity
  CaseRef where;
  std::string rule;
  std::string message;

  auto operator<=>(const ListedDefect&) const = default;
};

struct ScoredCase {
  int64_t rank = 0;  // of the lowest the score, of the best minus the score
  CaseRef where;
  std::string grade;
  std::vector<std::string> vetoes;

  auto operator<=>(const ScoredCase&) const = default;
};

struct SurveyLimits {
  size_t examples = 3;    // of a rule, overall
  size_t files = 20;      // best, lowest: each
  size_t named = 10'000;  // vetoed, not audited: each
  size_t listed = 0;      // defects of an agency
};

class Survey {
 public:
  explicit Survey(const SurveyLimits& limits = {});

  void Add(const RunLine& run);
  void Add(const CaseLine& one);
  void Add(const InputLine& input);
  void Add(const SummaryLine& summary);
  void Merge(const Survey& other);

  const Slice& all() const { return all_; }
  const std::map<std::string, Slice>& By(Dimension dimension) const {
    return slices_[static_cast<size_t>(dimension)];
  }
  // Of an agency; "" where no case states it.
  const std::string& GroupOf(const std::string& agency) const;
  const std::map<std::string, RuleFact>& rules() const { return rules_; }
  const std::vector<Example>& ExamplesOf(const std::string& rule) const;
  const std::vector<ListedDefect>& ListOf(const std::string& agency) const;

  const std::vector<ScoredCase>& best() const { return best_.values(); }  // without an open point
  const std::vector<ScoredCase>& lowest() const { return lowest_.values(); }
  const std::vector<ScoredCase>& vetoed() const { return vetoed_.values(); }
  // Facts that exports do not carry, with the cases they left something undecided in. Elements of a
  // list count together: documents[].date.
  const std::map<std::string, uint64_t>& missing() const { return missing_; }

  uint64_t found() const { return found_; }  // files, by the summaries of the reports
  uint64_t audited() const { return audited_; }
  uint64_t unaudited() const { return unaudited_; }
  uint64_t InputCount() const;  // those that inputs() does not list too
  const std::map<std::string, uint64_t>& problems() const { return problems_; }
  const std::vector<std::pair<std::string, std::string>>& inputs() const {  // file, message
    return inputs_.values();
  }

  uint64_t runs() const { return runs_; }
  // The rule sets that runs had: names, versions, digests of their packs.
  const std::set<std::vector<RunLine::PackMark>>& rule_sets() const { return rule_sets_; }
  const std::set<std::string>& schemes() const { return schemes_; }
  const std::string& first_day() const { return first_day_; }  // of the runs; "": there is none
  const std::string& last_day() const { return last_day_; }
  std::vector<std::string> Grades() const;  // best first
  std::vector<std::string> Stages() const;  // in the order of reports
  uint64_t CountedTwice() const;            // cases met before

  friend bool operator==(const Survey& a, const Survey& b);

 private:
  void Note(const FindingLine& finding, const CaseRef& where);

  SurveyLimits limits_;
  Slice all_;
  std::array<std::map<std::string, Slice>, kDimensions> slices_;
  std::map<std::string, std::string> groups_;  // of agencies
  std::map<std::string, RuleFact> rules_;
  std::map<std::string, Smallest<Example>> examples_;
  std::map<std::string, Smallest<ListedDefect>> lists_;
  Smallest<ScoredCase> best_;
  Smallest<ScoredCase> lowest_;
  Smallest<ScoredCase> vetoed_;
  std::map<std::string, uint64_t> missing_;
  uint64_t found_ = 0;
  uint64_t audited_ = 0;
  uint64_t unaudited_ = 0;
  std::map<std::string, uint64_t> problems_;
  Smallest<std::pair<std::string, std::string>> inputs_;
  uint64_t runs_ = 0;
  std::set<std::vector<RunLine::PackMark>> rule_sets_;
  std::set<std::string> schemes_;
  std::string first_day_;
  std::string last_day_;
  std::map<std::string, size_t> grade_ranks_;
  std::map<std::string, size_t> stage_ranks_;
  std::vector<uint64_t> case_marks_;  // in no order
};

}  // namespace anjuan
