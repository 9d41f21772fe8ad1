#include "audit/rule_set.h"

#include <algorithm>

namespace anjuan {

RuleSet::RuleSet(const Model& model, const WorkdayCalendar& calendar,
                 std::vector<std::unique_ptr<const CompiledPack>> packs, Lang lang)
    : model_(model), calendar_(calendar), packs_(std::move(packs)), projection_(model) {
  const CaseHeader& header = model.header();
  for (const Field* const field : {header.case_number, header.case_title, header.agency,
                                   header.agency_group, header.procedure, header.decided_on}) {
    projection_.Add(model, *field);
  }
  for (const auto& pack : packs_) {
    first_rule_.push_back(rules_.size());
    AddReads(*pack, model, projection_);
    for (const CompiledRule& rule : pack->rules) rules_.push_back(rule.rule.get());
    max_params_ = std::max(max_params_, static_cast<size_t>(pack->params_type->slots));
  }
  data_value_.id = "DATA-VALUE";
  data_value_.name = "value-does-not-parse";
  data_value_.title = Say(lang, TextId::kDataValueTitle);
  data_value_.stage = Say(lang, TextId::kDataQuality);
  data_value_.fix = Say(lang, TextId::kDataValueFix);
  data_value_.severity = Severity::kHint;
}

}  // namespace anjuan
