// Rules over the small model with the names of deadlines (a complex case goes on), and cases in XML
// inspected under them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/inspection.h"
#include "audit/rule_set.h"
#include "intake/input_problem.h"
#include "intake/unknown_names.h"

namespace anjuan {

// Points into the rules.
struct Inspected {
  std::vector<Inspection> cases;
  std::vector<UnknownName> unknown;
  std::optional<InputFinding> problem;
};

// The rules T-1, T-2 … of one pack, each of one check as YAML: "require: …".
class SmallRules {
 public:
  explicit SmallRules(const std::vector<std::string>& checks, Lang lang = Lang::kEnglish);

  const RuleSet& rules() const { return *rules_; }
  Inspected Inspect(const std::string& xml, std::optional<Date> today = std::nullopt) const;

 private:
  Lang lang_;
  std::unique_ptr<const Model> model_;
  std::unique_ptr<const WorkdayCalendar> calendar_;
  std::unique_ptr<RuleSet> rules_;
};

}  // namespace anjuan
