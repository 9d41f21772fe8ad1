// The text report put together by rule, agency or stage: a heading a group, a line a finding.
//
// Order: groups of rules and stages as reports order rules, agencies by name; findings in a group
//        as the files came.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "audit/case_result.h"
#include "report/text_look.h"

namespace anjuan {

class TextGroups {
 public:
  explicit TextGroups(const RunInfo& info);

  // Any thread; what it appends is for Gather.
  void Case(const CaseResult& result, std::string& cases) const;
  void Gather(std::string_view cases);
  void Append(std::string& out) const;

 private:
  struct Group {
    std::string heading;
    std::string lines;
    size_t count = 0;
  };

  std::pair<std::string, std::string> KeyOf(const CaseResult& result, const Finding& finding) const;

  const RunInfo info_;
  const TextLook look_;
  size_t word_cells_ = 0;  // of the widest word for a severity
  std::map<std::string, Group> groups_;
};

}  // namespace anjuan
