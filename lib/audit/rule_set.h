// The packs of a run, ready for every worker: rules numbered through, fields to read known.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audit/scorer.h"
#include "base/text.h"
#include "pack/compiled_pack.h"
#include "value/workday_calendar.h"

namespace anjuan {

class RuleSet {
 public:
  // `model` and `calendar` must outlive the set. `lang`: of the built-in rule's title. Without a
  // `scheme` nothing is scored.
  RuleSet(const Model& model, const WorkdayCalendar& calendar,
          std::vector<std::unique_ptr<const CompiledPack>> packs, Lang lang,
          std::shared_ptr<const Scheme> scheme = nullptr);

  const Model& model() const { return model_; }
  const WorkdayCalendar& calendar() const { return calendar_; }
  const std::vector<std::unique_ptr<const CompiledPack>>& packs() const { return packs_; }
  const Projection& projection() const { return projection_; }
  size_t rule_count() const { return rules_.size(); }
  const Rule& rule(size_t index) const { return *rules_[index]; }
  size_t first_rule(size_t pack) const { return first_rule_[pack]; }
  // The packs of the set that this one stands in for where it applies: those it extends.
  const std::vector<size_t>& bases(size_t pack) const { return bases_[pack]; }
  // Where the stage of a rule stands in reports, over all packs of the set.
  size_t StageRank(const Rule& rule) const;
  const std::vector<std::string>& stages() const { return stages_; }  // labels, in that order
  const Scorer* scorer() const { return scorer_.get(); }              // null: nothing is scored
  size_t max_params() const { return max_params_; }  // slots that the largest pack needs

  // Data quality: a value that does not parse (stage 数据质量, hint, no points, not counted).
  const Rule& data_value_rule() const { return data_value_; }

 private:
  const Model& model_;
  const WorkdayCalendar& calendar_;
  std::vector<std::unique_ptr<const CompiledPack>> packs_;
  Projection projection_;
  std::vector<const Rule*> rules_;
  std::vector<size_t> first_rule_;
  std::vector<std::vector<size_t>> bases_;
  std::vector<std::string> stages_;  // labels, in the order of reports
  std::unique_ptr<const Scorer> scorer_;
  size_t max_params_ = 1;
  Rule data_value_;
};

}  // namespace anjuan
