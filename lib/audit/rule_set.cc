#include "audit/rule_set.h"

#include <algorithm>

namespace anjuan {
namespace {

// A label that is not there yet goes behind the one that stands before it in its own pack; the
// first of a pack goes to the end.
void MergeStages(const std::vector<Stage>& stages, std::vector<std::string>& merged) {
  auto behind = merged.end();
  for (const Stage& stage : stages) {
    const auto known = std::find(merged.begin(), merged.end(), stage.label);
    if (known != merged.end()) {
      behind = known + 1;
    } else {
      behind = merged.insert(behind, stage.label) + 1;
    }
  }
}

}  // namespace

RuleSet::RuleSet(const Model& model, const WorkdayCalendar& calendar,
                 std::vector<std::unique_ptr<const CompiledPack>> packs, Lang lang,
                 std::shared_ptr<const Scheme> scheme)
    : model_(model), calendar_(calendar), packs_(std::move(packs)), projection_(model) {
  const CaseHeader& header = model.header();
  for (const Field* const field :
       {header.case_number, header.case_title, header.agency, header.agency_group, header.procedure,
        header.decided_on, header.sector, header.officers}) {
    if (field != nullptr) projection_.Add(model, *field);
  }
  for (const auto& pack : packs_) {
    first_rule_.push_back(rules_.size());
    AddReads(*pack, model, projection_);
    for (const CompiledRule& rule : pack->rules) rules_.push_back(rule.rule.get());
    max_params_ = std::max(max_params_, static_cast<size_t>(pack->params_type->slots));
  }
  if (scheme != nullptr) scorer_ = std::make_unique<const Scorer>(std::move(scheme), rules_);
  for (const auto& pack : packs_) {
    std::vector<size_t>& bases = bases_.emplace_back();
    for (size_t i = 0; i < packs_.size(); ++i) {
      const std::vector<std::string>& names = pack->pack.bases;
      if (std::find(names.begin(), names.end(), packs_[i]->pack.name) != names.end()) {
        bases.push_back(i);
      }
    }
  }
  // The fullest pack first: its order is the frame of the others'.
  std::vector<const CompiledPack*> by_stages;
  for (const auto& pack : packs_) by_stages.push_back(pack.get());
  std::stable_sort(by_stages.begin(), by_stages.end(), [](const auto* a, const auto* b) {
    return a->pack.stages.size() > b->pack.stages.size();
  });
  for (const CompiledPack* const pack : by_stages) MergeStages(pack->pack.stages, stages_);
  data_value_.id = "DATA-VALUE";
  data_value_.name = "value-does-not-parse";
  data_value_.title = Say(lang, TextId::kDataValueTitle);
  data_value_.stage = Say(lang, TextId::kDataQuality);
  data_value_.fix = Say(lang, TextId::kDataValueFix);
  data_value_.severity = Severity::kHint;
}

size_t RuleSet::StageRank(const Rule& rule) const {
  return static_cast<size_t>(std::find(stages_.begin(), stages_.end(), rule.stage) -
                             stages_.begin());
}

}  // namespace anjuan
