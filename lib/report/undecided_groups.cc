#include "report/undecided_groups.h"

#include <algorithm>

#include "audit/labels.h"

namespace anjuan {

std::vector<UndecidedGroup> GroupUndecided(const std::vector<const Finding*>& findings,
                                           const Model& model, Lang lang) {
  std::vector<UndecidedGroup> groups;
  for (const Finding* const finding : findings) {
    std::string lacks;
    if (!finding->missing.empty()) {
      lacks = LabelOfCause(model, finding->missing.front(), lang);
      if (!finding->missing.front().starts_with("params."))
        lacks.resize(std::min(lacks.find('.'), lacks.size()));
    }
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const UndecidedGroup& known) { return known.lacks == lacks; });
    if (group == groups.end()) group = groups.insert(groups.end(), {std::move(lacks), {}});
    group->findings.push_back(finding);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const UndecidedGroup& a, const UndecidedGroup& b) {
                     return a.findings.size() > b.findings.size();
                   });
  return groups;
}

}  // namespace anjuan
