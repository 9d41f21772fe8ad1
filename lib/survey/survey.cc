#include "survey/survey.h"

#include <algorithm>
#include <string_view>

#include "value/date.h"

namespace anjuan {
namespace {

constexpr size_t kMonthBytes = 7;  // 2023-04

std::string MonthOf(const std::optional<std::string>& day) {
  Date date;
  if (!day || ParseDate(*day, date) != Parsed::kValue) return "";
  return FormatDate(date).substr(0, kMonthBytes);
}

// documents[3].date is documents[].date.
std::string WithoutIndexes(const std::string& path) {
  std::string out;
  bool inside = false;
  for (const char c : path) {
    inside = inside && c != ']';
    if (!inside) out += c;
    inside = inside || c == '[';
  }
  return out;
}

// FNV-1a; a NUL parts what is hashed.
uint64_t MarkOf(const CaseLine& one) {
  uint64_t hash = 14695981039346656037u;
  const auto add = [&hash](std::string_view bytes) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    hash *= 1099511628211u;
  };
  add(one.file);
  add(std::to_string(one.record));
  add(one.case_number.value_or(""));
  return hash;
}

void AddScore(const CaseLine& one, Slice& to) {
  if (one.score) {
    to.lowest = to.scored == 0 ? *one.score : std::min(to.lowest, *one.score);
    ++to.scored;
    to.score_sum += *one.score;
  }
  if (one.grade) ++to.grades[*one.grade];
  to.vetoed += !one.vetoes.empty();
}

// The findings of one rule of one case.
struct RuleOfCase {
  std::string stage;
  uint64_t defects = 0;
  uint64_t undecided = 0;
  uint64_t waived = 0;
};

void AddRule(const std::string& rule, const RuleOfCase& found, Slice& to) {
  to.defects += found.defects;
  to.undecided += found.undecided;
  to.waived += found.waived;
  RuleTally& tally = to.rules[rule];
  tally.cases += found.defects > 0;
  tally.defects += found.defects;
  tally.undecided += found.undecided > 0;
  tally.waived += found.waived;
}

template <typename Map>
void AddCounts(const Map& from, Map& to) {
  for (const auto& [name, count] : from) to[name] += count;
}

void KeepLeast(const std::map<std::string, size_t>& from, std::map<std::string, size_t>& to) {
  for (const auto& [name, rank] : from) {
    const auto [at, added] = to.emplace(name, rank);
    if (!added) at->second = std::min(at->second, rank);
  }
}

std::vector<std::string> ByRank(const std::map<std::string, size_t>& ranks) {
  std::vector<std::string> names;
  for (const auto& [name, rank] : ranks) names.push_back(name);
  std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
    return ranks.at(a) < ranks.at(b);
  });
  return names;
}

std::map<std::string, size_t> RanksOf(const std::vector<std::string>& names) {
  std::map<std::string, size_t> ranks;
  for (const std::string& name : names) ranks.emplace(name, ranks.size());
  return ranks;
}

}  // namespace

CaseRef RefOf(const CaseLine& one) {
  return {one.agency.value_or(""), one.case_number.value_or(""), one.file, one.record,
          one.case_title.value_or("")};
}

Survey::Survey(const SurveyLimits& limits)
    : limits_(limits),
      best_(limits.files),
      lowest_(limits.files),
      vetoed_(limits.named),
      inputs_(limits.named) {}

void Survey::Add(const RunLine& run) {
  ++runs_;
  rule_sets_.insert(run.packs);
  schemes_.insert(run.scheme);
  if (!run.as_of.empty()) {
    first_day_ = first_day_.empty() ? run.as_of : std::min(first_day_, run.as_of);
    last_day_ = std::max(last_day_, run.as_of);
  }
  KeepLeast(RanksOf(run.grades), grade_ranks_);
  KeepLeast(RanksOf(run.stages), stage_ranks_);
}

void Survey::Add(const CaseLine& one) {
  const CaseRef where = RefOf(one);
  std::map<std::string, RuleOfCase> rules;
  std::set<std::string> missing;
  bool flawed = false;
  bool open = false;
  for (const FindingLine& finding : one.findings) {
    RuleOfCase& rule = rules[finding.rule];
    rule.stage = finding.stage;
    rule.defects += finding.defect();
    rule.undecided += !finding.failed;
    rule.waived += finding.waived;
    flawed = flawed || finding.defect();
    open = open || !finding.failed;
    if (!finding.failed) {
      for (const std::string& fact : finding.missing) missing.insert(WithoutIndexes(fact));
    }
    Note(finding, where);
  }
  for (const std::string& fact : missing) ++missing_[fact];

  std::vector<Slice*> slices = {&all_};
  const auto under = [&](Dimension dimension, const std::string& name) {
    slices.push_back(&slices_[static_cast<size_t>(dimension)][name]);
  };
  under(Dimension::kAgency, where.agency);
  under(Dimension::kGroup, one.agency_group.value_or(""));
  under(Dimension::kSector, one.sector.value_or(""));
  under(Dimension::kMonth, MonthOf(one.decided_on));
  for (const std::string& officer : std::set(one.officers.begin(), one.officers.end())) {
    under(Dimension::kOfficer, officer);
  }
  if (one.officers.empty()) under(Dimension::kOfficer, "");
  for (Slice* const slice : slices) {
    ++slice->cases;
    slice->flawed += flawed;
    AddScore(one, *slice);
    for (const auto& [rule, found] : rules) AddRule(rule, found, *slice);
  }
  // A stage and a rule have the cases with a defect there.
  std::map<Slice*, bool> met;
  for (const auto& [rule, found] : rules) {
    for (const auto& [dimension, name] :
         {std::pair{Dimension::kStage, found.stage}, std::pair{Dimension::kRule, rule}}) {
      Slice& slice = slices_[static_cast<size_t>(dimension)][name];
      AddRule(rule, found, slice);
      bool& counted = met[&slice];
      counted = counted || found.defects > 0;
    }
  }
  for (const auto& [slice, counted] : met) {
    if (!counted) continue;
    ++slice->cases;
    ++slice->flawed;
    AddScore(one, *slice);
  }

  std::string& group = groups_[where.agency];
  if (one.agency_group && (group.empty() || *one.agency_group < group)) group = *one.agency_group;
  if (one.score) {
    const std::string grade = one.grade.value_or("");
    if (!flawed && !open) best_.Add({-*one.score, where, grade, {}});
    lowest_.Add({*one.score, where, grade, one.vetoes});
  }
  if (!one.vetoes.empty()) {
    vetoed_.Add({one.score.value_or(0), where, one.grade.value_or(""), one.vetoes});
  }
  case_marks_.push_back(MarkOf(one));
}

void Survey::Note(const FindingLine& finding, const CaseRef& where) {
  const auto [at, added] = rules_.try_emplace(finding.rule);
  RuleFact& known = at->second;
  const auto same = [&] {
    return known.title == finding.title && known.stage == finding.stage &&
           known.fix == finding.fix && known.basis == finding.basis &&
           known.severity == finding.severity;
  };
  if (added || !same()) {
    RuleFact fact{finding.title, finding.stage, finding.fix, finding.basis, finding.severity};
    if (added || fact < known) known = std::move(fact);
  }
  if (!finding.defect()) return;
  Smallest<Example>& examples = examples_.try_emplace(finding.rule, limits_.examples).first->second;
  if (!examples.full() || !(examples.values().back().where < where)) {
    examples.Add({where, finding.message});
  }
  if (limits_.listed == 0) return;
  lists_.try_emplace(where.agency, limits_.listed)
      .first->second.Add(
          {-static_cast<int>(finding.severity), where, finding.rule, finding.message});
}

void Survey::Add(const InputLine& input) {
  ++problems_[input.problem];
  inputs_.Add({input.file, input.message});
}

void Survey::Add(const SummaryLine& summary) {
  found_ += summary.found;
  audited_ += summary.audited;
  unaudited_ += summary.unaudited;
}

void Survey::Merge(const Survey& other) {
  all_.Merge(other.all_);
  for (size_t i = 0; i < slices_.size(); ++i) {
    for (const auto& [name, slice] : other.slices_[i]) slices_[i][name].Merge(slice);
  }
  for (const auto& [agency, group] : other.groups_) {
    std::string& to = groups_[agency];
    if (!group.empty() && (to.empty() || group < to)) to = group;
  }
  for (const auto& [rule, fact] : other.rules_) {
    const auto [at, added] = rules_.emplace(rule, fact);
    if (!added) at->second = std::min(at->second, fact);
  }
  for (const auto& [rule, examples] : other.examples_) {
    examples_.try_emplace(rule, limits_.examples).first->second.Merge(examples);
  }
  for (const auto& [agency, list] : other.lists_) {
    lists_.try_emplace(agency, limits_.listed).first->second.Merge(list);
  }
  best_.Merge(other.best_);
  lowest_.Merge(other.lowest_);
  vetoed_.Merge(other.vetoed_);
  AddCounts(other.missing_, missing_);
  found_ += other.found_;
  audited_ += other.audited_;
  unaudited_ += other.unaudited_;
  AddCounts(other.problems_, problems_);
  inputs_.Merge(other.inputs_);
  runs_ += other.runs_;
  rule_sets_.insert(other.rule_sets_.begin(), other.rule_sets_.end());
  schemes_.insert(other.schemes_.begin(), other.schemes_.end());
  if (!other.first_day_.empty()) {
    first_day_ = first_day_.empty() ? other.first_day_ : std::min(first_day_, other.first_day_);
  }
  last_day_ = std::max(last_day_, other.last_day_);
  KeepLeast(other.grade_ranks_, grade_ranks_);
  KeepLeast(other.stage_ranks_, stage_ranks_);
  case_marks_.insert(case_marks_.end(), other.case_marks_.begin(), other.case_marks_.end());
}

const std::string& Survey::GroupOf(const std::string& agency) const {
  static const std::string kNone;
  const auto found = groups_.find(agency);
  return found == groups_.end() ? kNone : found->second;
}

const std::vector<Example>& Survey::ExamplesOf(const std::string& rule) const {
  static const std::vector<Example> kNone;
  const auto found = examples_.find(rule);
  return found == examples_.end() ? kNone : found->second.values();
}

const std::vector<ListedDefect>& Survey::ListOf(const std::string& agency) const {
  static const std::vector<ListedDefect> kNone;
  const auto found = lists_.find(agency);
  return found == lists_.end() ? kNone : found->second.values();
}

uint64_t Survey::InputCount() const {
  uint64_t count = 0;
  for (const auto& [problem, times] : problems_) count += times;
  return count;
}

std::vector<std::string> Survey::Grades() const { return ByRank(grade_ranks_); }

std::vector<std::string> Survey::Stages() const { return ByRank(stage_ranks_); }

uint64_t Survey::CountedTwice() const {
  std::vector<uint64_t> marks = case_marks_;
  std::sort(marks.begin(), marks.end());
  const auto different = std::unique(marks.begin(), marks.end());
  return static_cast<uint64_t>(marks.end() - different);
}

bool operator==(const Survey& a, const Survey& b) {
  std::vector<uint64_t> marks_a = a.case_marks_;
  std::vector<uint64_t> marks_b = b.case_marks_;
  std::sort(marks_a.begin(), marks_a.end());
  std::sort(marks_b.begin(), marks_b.end());
  const auto rest = [](const Survey& s) {
    return std::tie(s.all_, s.slices_, s.groups_, s.rules_, s.examples_, s.lists_, s.best_,
                    s.lowest_, s.vetoed_, s.missing_, s.found_, s.audited_, s.unaudited_,
                    s.problems_, s.inputs_, s.runs_, s.rule_sets_, s.schemes_, s.first_day_,
                    s.last_day_, s.grade_ranks_, s.stage_ranks_);
  };
  return marks_a == marks_b && rest(a) == rest(b);
}

}  // namespace anjuan
