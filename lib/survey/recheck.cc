#include "survey/recheck.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace anjuan {

std::string_view NameOf(Fate fate) {
  constexpr std::string_view kNames[] = {"mended",    "waived", "not-applicable",
                                         "not-asked", "gone",   "unread",
                                         "undecided", "still",  "worse"};
  return kNames[static_cast<size_t>(fate)];
}

uint64_t RecheckTally::Defects() const {
  return std::accumulate(defects.begin(), defects.end(), uint64_t{0});
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
    if (finding.waived) continue;
    to.findings.push_back({{RefOf(one), finding.rule, finding.title, finding.message, finding.fix,
                            finding.severity, finding.failed},
                           {},
                           finding.deduct,
                           finding.fingerprint});
  }
}

void Recheck::AddNow(const CaseLine& one, const OutcomeOf& outcome_of) {
  const std::unique_lock lock(mutex_);
  std::unordered_map<std::string_view, const FindingLine*> now;
  for (const FindingLine& finding : one.findings) now.emplace(finding.fingerprint, &finding);
  std::set<std::string_view> before;
  const auto match = [&](EarlierCase& earlier, bool in_place) {
    for (const EarlierFinding& finding : earlier.findings) before.insert(finding.fingerprint);
    if (earlier.seen_in_place && !in_place) return;
    const bool first = !earlier.seen || (in_place && !earlier.seen_in_place);
    earlier.seen = true;
    earlier.seen_in_place = in_place;
    for (EarlierFinding& finding : earlier.findings) {
      const auto found = now.find(finding.fingerprint);
      RecheckedFinding judged =
          Judge(finding, found == now.end() ? nullptr : found->second, outcome_of);
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

RecheckedFinding Recheck::Judge(const EarlierFinding& earlier, const FindingLine* now,
                                const OutcomeOf& outcome_of) {
  RecheckedFinding to = earlier.then;
  if (now != nullptr) {
    const bool worse = now->failed && (!to.was_defect || now->deduct > earlier.deduct ||
                                       now->severity > to.severity);
    to.fate = now->waived                     ? Fate::kWaived
              : worse                         ? Fate::kWorse
              : now->failed || !to.was_defect ? Fate::kStill
                                              : Fate::kUndecided;
    to.message = now->message;
    to.severity = std::max(to.severity, now->severity);
    return to;
  }
  const std::optional<Outcome> outcome = outcome_of(to.rule);
  if (!outcome) {
    to.fate = Fate::kNotAsked;
  } else if (*outcome == Outcome::kNotApplicable) {
    to.fate = Fate::kNotApplicable;
  } else if (*outcome == Outcome::kIndeterminate) {
    to.fate = to.was_defect ? Fate::kUndecided : Fate::kStill;
  } else {
    // Where it fails, it fails elsewhere in the case, which is a new finding.
    to.fate = Fate::kMended;
  }
  return to;
}

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
        RecheckedFinding& to = result.earlier.emplace_back(one.seen ? finding.today : finding.then);
        if (!one.seen) to.fate = unseen;
      }
    }
  }
  for (const RecheckedFinding& finding : result.earlier) {
    for (RecheckTally* const tally : {&result.all, &result.by_agency[finding.where.agency]}) {
      ++(finding.was_defect ? tally->defects : tally->undecided)[static_cast<size_t>(finding.fate)];
    }
    const bool open =
        finding.fate == Fate::kWorse || (finding.fate == Fate::kStill && finding.was_defect);
    result.open[static_cast<size_t>(finding.severity)] += open;
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
