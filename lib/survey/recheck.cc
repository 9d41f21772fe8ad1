#include "survey/recheck.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace anjuan {

std::string_view NameOf(Fate fate) {
  constexpr std::string_view kNames[] = {"mended", "waived", "not-applicable", "not-asked",
                                         "gone",   "unread", "undecided",      "was-waived",
                                         "still",  "worse"};
  return kNames[static_cast<size_t>(fate)];
}

uint64_t RecheckTally::Defects() const {
  return std::accumulate(defects.begin(), defects.end(), uint64_t{0});
}

uint64_t RecheckTally::Undecided() const {
  return std::accumulate(undecided.begin(), undecided.end(), uint64_t{0});
}

std::optional<int64_t> RecheckTally::MendedShare() const {
  const auto all = static_cast<int64_t>(Defects());
  if (all == 0) return std::nullopt;
  const auto mended = static_cast<int64_t>(defects[static_cast<size_t>(Fate::kMended)]);
  return (2 * 1000 * mended + all) / (2 * all);
}

void Recheck::AddEarlier(const RunLine& run) { other_rules_ = other_rules_ || run.packs != now_; }

void Recheck::AddEarlier(const CaseLine& one) {
  EarlierCase& to = cases_[one.key()][one.file];
  for (const FindingLine& finding : one.findings) {
    const Was was = finding.waived ? Was::kWaived : finding.failed ? Was::kDefect : Was::kUndecided;
    to.findings.push_back({{RefOf(one), finding.rule, finding.title, finding.message, finding.fix,
                            finding.severity, was},
                           {},
                           finding.fingerprint});
  }
}

void Recheck::AddNow(const CaseLine& one, const OutcomeOf& outcome_of) {
  const std::unique_lock lock(mutex_);
  std::unordered_map<std::string_view, const FindingLine*> now;
  std::set<std::string_view> open;  // rules
  for (const FindingLine& finding : one.findings) {
    now.emplace(finding.fingerprint, &finding);
    if (!finding.failed) open.insert(finding.rule);
  }
  std::set<std::string_view> before;
  const auto match = [&](EarlierCase& earlier, bool in_place) {
    std::set<std::string_view> known;
    for (const EarlierFinding& finding : earlier.findings) known.insert(finding.fingerprint);
    before.insert(known.begin(), known.end());
    // Failures by rule that the earlier case does not have, the last first.
    std::unordered_map<std::string_view, std::vector<const FindingLine*>> failures;
    for (auto at = one.findings.rbegin(); at != one.findings.rend(); ++at) {
      if (at->failed && known.count(at->fingerprint) == 0) failures[at->rule].push_back(&*at);
    }
    const auto today = [&](const EarlierFinding& finding) -> const FindingLine* {
      const auto found = now.find(finding.fingerprint);
      if (found != now.end()) return found->second;
      std::vector<const FindingLine*>& unpaired = failures[finding.then.rule];
      if (finding.then.was != Was::kUndecided || unpaired.empty()) return nullptr;
      const FindingLine* const pair = unpaired.back();
      unpaired.pop_back();
      before.insert(pair->fingerprint);
      return pair;
    };
    std::vector<const FindingLine*> of_today;
    for (const EarlierFinding& finding : earlier.findings) of_today.push_back(today(finding));
    if (earlier.seen_in_place && !in_place) return;
    const bool first = !earlier.seen || (in_place && !earlier.seen_in_place);
    earlier.seen = true;
    earlier.seen_in_place = in_place;
    for (size_t i = 0; i < of_today.size(); ++i) {
      EarlierFinding& finding = earlier.findings[i];
      RecheckedFinding judged =
          Judge(finding, of_today[i], open.count(finding.then.rule) > 0, outcome_of);
      if (first || finding.today.fate < judged.fate) finding.today = std::move(judged);
    }
  };
  const auto known = cases_.find(one.key());
  const bool known_case = known != cases_.end();
  if (known_case) {
    const auto same = known->second.find(one.file);
    if (same != known->second.end()) {
      match(same->second, true);
    } else {
      for (auto& [file, earlier] : known->second) match(earlier, false);
    }
  }
  for (const FindingLine& finding : one.findings) {
    if (!finding.defect() || before.count(finding.fingerprint) > 0) continue;
    fresh_.push_back({RefOf(one), finding.rule, finding.title, finding.message, finding.fix,
                      finding.severity, known_case});
  }
}

RecheckedFinding Recheck::Judge(const EarlierFinding& earlier, const FindingLine* now, bool open,
                                const OutcomeOf& outcome_of) {
  RecheckedFinding to = earlier.then;
  const bool was_defect = to.was == Was::kDefect;
  if (to.was == Was::kWaived) {
    const bool defect = now != nullptr && now->defect();
    to.fate = defect ? Fate::kWasWaived : Fate::kWaived;
    if (defect) to.message = now->message;
    return to;
  }
  if (now != nullptr) {
    const bool worse = now->failed && (!was_defect || now->severity > to.severity);
    to.fate = now->waived                  ? Fate::kWaived
              : worse                      ? Fate::kWorse
              : now->failed || !was_defect ? Fate::kStill
                                           : Fate::kUndecided;
    to.message = now->message;
    to.severity = std::max(to.severity, now->severity);
    return to;
  }
  const std::optional<Outcome> outcome = outcome_of(to.rule);
  if (!outcome) {
    to.fate = Fate::kNotAsked;
  } else if (open || *outcome == Outcome::kIndeterminate) {
    to.fate = was_defect ? Fate::kUndecided : Fate::kStill;
  } else if (*outcome == Outcome::kNotApplicable) {
    to.fate = Fate::kNotApplicable;
  } else {
    // Where it fails, it fails elsewhere in the case, which is a new finding.
    to.fate = Fate::kMended;
  }
  return to;
}

namespace {

// Nobody can call the defect settled.
bool IsOpen(const RecheckedFinding& finding) {
  switch (finding.fate) {
    case Fate::kMended:
    case Fate::kWaived:
    case Fate::kNotApplicable:
      return false;
    case Fate::kWasWaived:
    case Fate::kWorse:
      return true;
    case Fate::kNotAsked:
    case Fate::kGone:
    case Fate::kUnread:
    case Fate::kUndecided:
    case Fate::kStill:
      break;
  }
  return finding.was == Was::kDefect;
}

}  // namespace

void Recheck::AddUnread(const std::string& file) {
  const std::unique_lock lock(mutex_);
  unread_.insert(file);
}

RecheckResult Recheck::Finish() {
  RecheckResult result;
  result.other_rules = other_rules_;
  for (const auto& [key, files] : cases_) {
    for (const auto& [file, one] : files) {
      const Fate unseen = unread_.count(file) > 0 ? Fate::kUnread : Fate::kGone;
      for (const EarlierFinding& finding : one.findings) {
        RecheckedFinding to = one.seen ? finding.today : finding.then;
        if (!one.seen) to.fate = unseen;
        // What was waived is no matter of today unless it is a defect now.
        if (to.was == Was::kWaived && to.fate != Fate::kWasWaived) continue;
        result.earlier.push_back(std::move(to));
      }
    }
  }
  for (const RecheckedFinding& finding : result.earlier) {
    for (RecheckTally* const tally : {&result.all, &result.by_agency[finding.where.agency]}) {
      const auto fate = static_cast<size_t>(finding.fate);
      if (finding.was == Was::kDefect) ++tally->defects[fate];
      if (finding.was == Was::kUndecided) ++tally->undecided[fate];
      tally->was_waived += finding.was == Was::kWaived;
    }
    result.open[static_cast<size_t>(finding.severity)] += IsOpen(finding);
  }
  result.fresh = std::move(fresh_);
  for (const NewFinding& finding : result.fresh) {
    for (RecheckTally* const tally : {&result.all, &result.by_agency[finding.where.agency]}) {
      ++(finding.known_case ? tally->fresh : tally->elsewhere);
    }
    result.open[static_cast<size_t>(finding.severity)] += 1;
  }
  std::sort(result.earlier.begin(), result.earlier.end());
  std::sort(result.fresh.begin(), result.fresh.end());
  return result;
}

}  // namespace anjuan
