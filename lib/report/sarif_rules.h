// The rules of a run as SARIF wants them: one descriptor an id, numbered.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/json_out.h"
#include "report/writer.h"

namespace anjuan {

std::string_view SarifLevel(Severity severity);  // error warning note

// A text as SARIF reads messages: [ ] \ and braces would be links and placeholders.
std::string SarifText(std::string_view text);

class SarifRules {
 public:
  explicit SarifRules(const RunInfo& info);

  size_t IndexOf(const Rule& rule) const { return index_.at(rule.id); }
  // The object "tool": all rules in the driver, the packs as extensions.
  void AppendTool(std::string& out) const;

 private:
  void AppendRule(const Rule& rule, std::string& out) const;
  std::string Help(const Rule& rule, bool markdown) const;

  RunInfo info_;
  std::vector<const Rule*> rules_;
  std::map<std::string, size_t, std::less<>> index_;
};

}  // namespace anjuan
