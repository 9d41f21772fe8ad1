#include "audit/scorer.h"

#include <algorithm>

namespace anjuan {
namespace {

constexpr uint32_t kItems = 0;  // parts of the earn style
constexpr uint32_t kElements = 1;

ScoreLine& LineOf(const Rule* rule, Score& score) {
  // Findings of a rule stand together, save for a rule that two packs share.
  const auto known = std::find_if(score.lines.rbegin(), score.lines.rend(),
                                  [&](const ScoreLine& line) { return line.rule == rule; });
  if (known != score.lines.rend()) return *known;
  ScoreLine& line = score.lines.emplace_back();
  line.rule = rule;
  return line;
}

// Stable, and in place: there are few lines.
void SortByPart(std::vector<ScoreLine>& lines) {
  for (auto at = lines.begin(); at != lines.end(); ++at) {
    const auto place =
        std::upper_bound(lines.begin(), at, at->part,
                         [](uint32_t part, const ScoreLine& line) { return part < line.part; });
    std::rotate(place, at, at + 1);
  }
}

void Note(const Rule* rule, std::vector<const Rule*>& rules) {
  if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
}

}  // namespace

Scorer::Scorer(std::shared_ptr<const Scheme> scheme, std::span<const Rule* const> rules)
    : scheme_(std::move(scheme)) {
  worth_.reserve(rules.size());
  for (const Rule* const rule : rules) {
    Worth worth = WorthOf(*rule);
    worth.first = index_.emplace(rule, worth_.size()).first->second;
    worth_.push_back(worth);
  }
  switch (scheme_->style) {
    case ScoringStyle::kDeduct:
      for (const Scheme::Section& section : scheme_->sections) {
        parts_.push_back({section.name, section.points, {}, {}});
      }
      break;
    case ScoringStyle::kEarn:
      parts_.resize(2);
      parts_[kElements].of = scheme_->elements;
      break;
    case ScoringStyle::kFixed:
      parts_.push_back({"", scheme_->full, {}, {}});
      break;
  }
}

Scorer::Worth Scorer::WorthOf(const Rule& rule) const {
  Worth worth{&rule, 0, {}, {}, 0};
  if (rule.score.deduct.hundredths == 0) return worth;
  worth.each = rule.score.deduct;
  worth.most = rule.score.cap;
  switch (scheme_->style) {
    case ScoringStyle::kDeduct: {
      const std::optional<size_t> section = scheme_->SectionOf(rule.score.section);
      if (!section) return {&rule, 0, {}, {}, 0};
      worth.part = static_cast<uint32_t>(*section);
      break;
    }
    case ScoringStyle::kEarn:
      switch (scheme_->RoleOf(rule)) {
        case ScoreRole::kItem:
          worth.part = kItems;
          break;
        case ScoreRole::kElement:
          worth.part = kElements;
          break;
        case ScoreRole::kGate:
          return {&rule, 0, {}, {}, 0};
      }
      break;
    case ScoringStyle::kFixed:
      worth.each = scheme_->SizeOf(rule);
      worth.most = scheme_->each_finding ? scheme_->full : worth.each;
      break;
  }
  return worth;
}

void Scorer::Run(std::span<const Outcome> outcomes, std::vector<Finding>& findings,
                 Score& score) const {
  score.scheme = scheme_.get();
  score.parts.assign(parts_.begin(), parts_.end());
  score.lines.clear();
  score.vetoes.clear();
  score.possible_vetoes.clear();
  if (scheme_->style == ScoringStyle::kEarn) score.parts[kItems].of = Applicable(outcomes);
  for (Finding& finding : findings) Take(finding, score);
  for (ScoreLine& line : score.lines) {
    const int64_t left = line.most.hundredths - line.taken.hundredths;
    line.at_stake.hundredths = std::min(line.at_stake.hundredths, left);
    ScorePart& part = score.parts[line.part];
    part.taken.hundredths += line.taken.hundredths;
    part.at_stake.hundredths += line.at_stake.hundredths;
  }
  SortByPart(score.lines);
  score.before_veto = Sum(score, false);
  const bool veto = !score.vetoes.empty();
  const Points floor = Sum(score, true);
  score.value = veto ? Vetoed(score.before_veto) : score.before_veto;
  score.floor = veto || !score.possible_vetoes.empty() ? Vetoed(floor) : floor;
  score.grade = scheme_->GradeOf(score.value);
  if (!veto) return;
  const size_t last = scheme_->grades.size() - 1;
  if (scheme_->veto == Veto::kNotExcellent) score.grade = std::max<size_t>(score.grade, 1);
  if (scheme_->veto == Veto::kFail) score.grade = last;
}

// A failed rule that another subsumes takes nothing, but is failed all the same: it keeps its veto.
void Scorer::Take(Finding& finding, Score& score) const {
  const auto found = index_.find(finding.rule);
  finding.deduct = {};
  if (found == index_.end()) return;  // about the data, not the case
  const bool failed = finding.outcome == Outcome::kFailed;
  if (finding.rule->severity == Severity::kFatal && finding.relief != Relief::kWaived) {
    Note(finding.rule, failed ? score.vetoes : score.possible_vetoes);
  }
  const Worth& worth = worth_[found->second];
  const bool free = finding.relief != Relief::kNone;
  if (worth.most.hundredths == 0 || (free && !failed)) return;
  ScoreLine& line = LineOf(finding.rule, score);
  line.part = worth.part;
  line.each = worth.each;
  line.most = worth.most;
  if (free) {
    ++(finding.relief == Relief::kWaived ? line.waived : line.free);
    return;
  }
  const int64_t left = worth.most.hundredths - line.taken.hundredths - line.at_stake.hundredths;
  if (failed) {
    ++line.places;
    finding.deduct.hundredths = std::min(worth.each.hundredths, left);
    line.taken.hundredths += finding.deduct.hundredths;
  } else {
    const int64_t wanted = worth.each.hundredths * finding.places;
    finding.deduct.hundredths = finding.places == kUnknownPlaces ? left : std::min(wanted, left);
    line.at_stake.hundredths += finding.deduct.hundredths;
  }
}

Points Scorer::Applicable(std::span<const Outcome> outcomes) const {
  int64_t sum = 0;
  for (size_t i = 0; i < worth_.size(); ++i) {
    const Worth& worth = worth_[i];
    if (outcomes[i] == Outcome::kNotApplicable || worth.part != kItems) continue;
    if (worth.first != i && outcomes[worth.first] != Outcome::kNotApplicable) continue;
    sum += worth.most.hundredths;
  }
  return {sum};
}

Points Scorer::Sum(const Score& score, bool floor) const {
  const auto lost = [&](const ScorePart& part) {
    return (floor ? part.lost_at_most() : part.lost()).hundredths;
  };
  int64_t sum = scheme_->full.hundredths;
  if (scheme_->style == ScoringStyle::kEarn) {
    const ScorePart& items = score.parts[kItems];
    const Points kept{items.of.hundredths - lost(items)};
    sum = scheme_->base.hundredths + ShareOf(scheme_->earned, kept, items.of).hundredths -
          lost(score.parts[kElements]);
  } else {
    for (const ScorePart& part : score.parts) sum -= lost(part);
  }
  return {std::max<int64_t>(sum, 0)};
}

Points Scorer::Vetoed(Points sum) const {
  if (scheme_->veto == Veto::kZero) return {};
  if (scheme_->veto != Veto::kMinus) return sum;
  return {std::max<int64_t>(sum.hundredths - scheme_->veto_points.hundredths, 0)};
}

}  // namespace anjuan
