// The workbook of an audit. Cases and findings go into their sheets as they come, so that a long
// run takes no more memory than a short one; rules and totals when the run ends.
#include "base/texts/survey.h"
#include "report/formats.h"
#include "report/xlsx_sheets.h"

namespace anjuan {
namespace {

class XlsxWriter final : public ReportWriter {
 public:
  explicit XlsxWriter(const RunInfo& info)
      : info_(info), rules_(*info.rules), book_(Say(info.lang, survey_text::kCutWord)) {}

  void Begin(std::string& /*out*/) override {
    for (int i = 0; i < kAuditSheets; ++i) {
      const auto sheet = static_cast<AuditSheet>(i);
      book_.AddTable(NameOf(sheet, info_.lang), ColumnsOf(sheet, info_));
    }
  }
  void Case(const CaseResult& result, std::string& cases) const override {
    AppendCaseRows(info_, rules_, result, cases);
  }
  void Input(const InputFinding& finding, std::string& cases,
             std::string& /*inputs*/) const override {
    AppendInputRow(info_, finding, cases);
  }
  void Gather(std::string_view cases, std::string_view /*inputs*/, std::string& /*out*/) override {
    while (TakeRow(cases, row_)) {
      cells_.clear();
      for (PackedCell& cell : row_.cells) {
        XlsxCell& to = cells_.emplace_back();
        to.value = std::move(cell.value);
        if (cell.link == RowLink::kCase) to.link = {kCaseSheet, book_.RowsOf(kCaseSheet) - 1};
        if (cell.link == RowLink::kRule) to.link = {kRuleSheet, cell.rule};
      }
      book_.AddRow(row_.sheet, cells_);
    }
  }
  void End(const Summary& summary, std::string& out) override {
    AddRuleRows(info_, rules_, summary, kRuleSheet, book_);
    AddSummaryRows(info_, summary, kSummarySheet, book_);
    out += book_.Finish();
  }

 private:
  RunInfo info_;
  RuleRows rules_;
  XlsxBook book_;
  PackedRow row_;
  std::vector<XlsxCell> cells_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeXlsxWriter(const RunInfo& info) {
  return std::make_unique<XlsxWriter>(info);
}

}  // namespace anjuan
