// A report format: results in, bytes out.
//
// Order:  Begin, then Case and Input for each result (by many threads at once, each into a text of
//         its own), Gather for each text in input order, End.
// Never:  looks at the clock, the locale or the terminal; what it needs to know is in RunInfo.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "audit/case_result.h"
#include "audit/rule_set.h"
#include "audit/summary.h"
#include "intake/input_problem.h"

namespace anjuan {

enum class Detail : uint8_t {
  kQuiet,    // totals, and inputs that were not audited
  kNormal,   // and findings
  kVerbose,  // and all evidence, each undecided rule, the arithmetic of the score
};
enum class GroupBy : uint8_t { kFile, kRule, kAgency, kStage };

struct RunInfo {
  std::string version;
  Date as_of;
  Lang lang = Lang::kChinese;
  bool color = false;                 // text only
  bool arithmetic = false;            // of the score; text only
  size_t width = 0;                   // cells of a line; 0: lines are not wrapped. Text only
  Detail detail = Detail::kNormal;    // text only
  GroupBy group_by = GroupBy::kFile;  // text only
  const RuleSet* rules = nullptr;
  const Gate* gate = nullptr;  // null: the run has no waivers and no baseline

  bool has_baseline() const;  // Finding::known says something
};

class ReportWriter {
 public:
  virtual ~ReportWriter() = default;

  virtual void Begin(std::string& out) = 0;
  virtual void Case(const CaseResult& result, std::string& cases) const = 0;
  virtual void Input(const InputFinding& finding, std::string& cases,
                     std::string& inputs) const = 0;
  // What Case and Input wrote, in input order.
  virtual void Gather(std::string_view cases, std::string_view inputs, std::string& out);
  virtual void End(const Summary& summary, std::string& out) = 0;
};

}  // namespace anjuan
