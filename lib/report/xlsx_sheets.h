// The sheets of the workbook of an audit: which columns they have, and what stands in a row.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/writer.h"
#include "report/xlsx_book.h"
#include "report/xlsx_rows.h"

namespace anjuan {

// In the order of the workbook.
enum AuditSheet : uint8_t { kSummarySheet, kCaseSheet, kFindingSheet, kRuleSheet, kUncheckedSheet };
inline constexpr int kAuditSheets = 5;

std::string NameOf(AuditSheet sheet, Lang lang);
// A line each, the first ones where they are more than a cell shows.
std::string LinesOf(const std::vector<std::string>& lines, Lang lang);
std::vector<XlsxColumn> ColumnsOf(AuditSheet sheet, const RunInfo& info);

// The rules of a run, each once, as the sheet of rules has them: those that report values that do
// not parse come last.
class RuleRows {
 public:
  explicit RuleRows(const RuleSet& rules);

  const std::vector<const Rule*>& rules() const { return rules_; }
  uint32_t RowOf(const Rule& rule) const { return rows_.at(&rule); }

 private:
  std::vector<const Rule*> rules_;
  std::unordered_map<const Rule*, uint32_t> rows_;
};

// The row of the case, then those of its findings.
void AppendCaseRows(const RunInfo& info, const RuleRows& rules, const CaseResult& result,
                    std::string& out);
void AppendInputRow(const RunInfo& info, const InputFinding& finding, std::string& out);

// The sheets that are known when the run ends.
void AddRuleRows(const RunInfo& info, const RuleRows& rules, const Summary& summary, size_t table,
                 XlsxBook& book);
void AddSummaryRows(const RunInfo& info, const Summary& summary, size_t table, XlsxBook& book);

}  // namespace anjuan
