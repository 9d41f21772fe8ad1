// What became of the findings of an earlier report (整改复查): each of them against the audit of
// today.
//
// Match:  cases by case number, else by file; of several with one number that of the same file, and
//         where none is of the same file, all of them. Findings by fingerprint. The order of cases
//         does not matter; where several are matched the worst counts.
// Never:  takes a finding for mended because the rule was not asked any more, does not apply any
//         more, cannot be decided now (were it for one element of a list), or the file was not
//         read: each is a fate of its own.
// Undecided findings that are gone are paired with the new failures of their rule, one with one:
//         such a failure is what was undecided, and is not counted as new.
// Memory: the earlier findings, and the new ones.
// Threads: AddNow and AddUnread may be called by many at once.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "survey/survey.h"

namespace anjuan {

// From best to worst.
enum class Fate : uint8_t {
  kMended,         // the rule passes
  kWaived,         // it fails, and somebody answers for it
  kNotApplicable,  // the rule does not apply to the case any more
  kNotAsked,       // the rule is not in the rule set any more
  kGone,           // the case is not there
  kUnread,         // its file could not be audited
  kUndecided,      // a defect then, and the file does not say now
  kWasWaived,      // waived then, and now it fails and nobody answers for it
  kStill,
  kWorse,  // it weighs more, or what was undecided has failed
};
inline constexpr int kFates = 10;
std::string_view NameOf(Fate fate);  // mended not-applicable …

enum class Was : uint8_t { kDefect, kUndecided, kWaived };

struct RecheckedFinding {
  CaseRef where;
  std::string rule;
  std::string title;
  std::string message;  // of today where the finding is still there
  std::string fix;
  Severity severity = Severity::kHint;
  Was was = Was::kDefect;
  Fate fate = Fate::kGone;

  friend auto operator<=>(const RecheckedFinding&, const RecheckedFinding&) = default;
};

struct NewFinding {
  CaseRef where;
  std::string rule;
  std::string title;
  std::string message;
  std::string fix;
  Severity severity = Severity::kHint;
  bool known_case = true;  // the earlier report has the case

  friend auto operator<=>(const NewFinding&, const NewFinding&) = default;
};

struct RecheckTally {
  std::array<uint64_t, kFates> defects = {};    // earlier ones
  std::array<uint64_t, kFates> undecided = {};  // earlier ones
  uint64_t was_waived = 0;                      // waived then, defects now
  uint64_t fresh = 0;                           // new defects in known cases
  uint64_t elsewhere = 0;                       // and in cases the earlier report does not have

  uint64_t Defects() const;
  uint64_t Undecided() const;
  // Mended of the earlier defects, in tenths of a percent, half up; nothing where there was none.
  std::optional<int64_t> MendedShare() const;
};

struct RecheckResult {
  std::vector<RecheckedFinding> earlier;  // by case, then by rule
  std::vector<NewFinding> fresh;          // likewise
  std::map<std::string, RecheckTally> by_agency;
  RecheckTally all;
  bool other_rules = false;  // the rule sets of the two differ
  // Defects that nobody can call settled: there today (as before, worse, without their waiver,
  // new), or earlier ones of which nothing is known (undecided, not asked, case gone or unread). By
  // severity.
  std::array<uint64_t, kSeverities> open = {};
};

class Recheck {
 public:
  // `now`: the packs of this run.
  explicit Recheck(std::vector<RunLine::PackMark> now) : now_(std::move(now)) {}

  void AddEarlier(const RunLine& run);
  void AddEarlier(const CaseLine& one);

  // What the rule came to for the case; nothing where the run does not have the rule.
  using OutcomeOf = std::function<std::optional<Outcome>(const std::string& rule)>;
  void AddNow(const CaseLine& one, const OutcomeOf& outcome_of);
  void AddUnread(const std::string& file);

  RecheckResult Finish();

 private:
  struct EarlierFinding {
    RecheckedFinding then;
    RecheckedFinding today;  // of a case that was seen
    std::string fingerprint;
  };
  struct EarlierCase {
    std::vector<EarlierFinding> findings;
    bool seen = false;
    bool seen_in_place = false;  // in the same file; then what others say does not count
  };

  // As it stands today. `now`: the finding, or null; `open`: the case has an undecided finding of
  // the rule.
  static RecheckedFinding Judge(const EarlierFinding& earlier, const FindingLine* now, bool open,
                                const OutcomeOf& outcome_of);

  std::mutex mutex_;
  std::vector<RunLine::PackMark> now_;
  bool other_rules_ = false;
  std::map<std::string, std::map<std::string, EarlierCase>> cases_;  // by key, by file
  std::set<std::string> unread_;
  std::vector<NewFinding> fresh_;
};

}  // namespace anjuan
