// One page that opens from a mail: totals, charts, a table of findings, a sheet a case.
//
// Cases are made into markup as they come, by many threads; the page is put together at the end,
// within kMostBytes, and says what had no room.
#include "base/texts/page.h"
#include "report/formats.h"
#include "report/html_case.h"
#include "report/html_escape.h"
#include "report/html_page.h"
#include "report/html_sections.h"

namespace anjuan {
namespace {

constexpr size_t kMostBytes = 3'000'000;
constexpr size_t kMostInputs = 500;
constexpr size_t kFewFindings =
    800;  // up to here each tells what its rule says; else the rule does

class HtmlWriter final : public ReportWriter {
 public:
  explicit HtmlWriter(const RunInfo& info) : info_(info) {
    for (size_t i = 0; i < info.rules->rule_count(); ++i) Know(info.rules->rule(i));
    Know(info.rules->data_value_rule());
  }

  void Begin(std::string& /*out*/) override {}

  void Case(const CaseResult& result, std::string& cases) const override {
    AppendBlock(BlockOf(info_, result), cases);
  }

  void Input(const InputFinding& finding, std::string& /*cases*/,
             std::string& inputs) const override {
    const char* const kind = finding.audited() ? "s0" : "s3";
    inputs +=
        std::string("<tr class=\"") + kind + "\"><td>" +
        PageText(Say(info_.lang, finding.audited() ? TextId::kInputNote : TextId::kNotAudited)) +
        "</td><td>" + Bdi(finding.file) + "</td><td class=\"r\">" +
        (finding.line == 0 ? "" : std::to_string(finding.line)) + "</td><td>" +
        Bdi(Say(info_.lang, finding.message)) + "</td></tr>\n";
  }

  void Gather(std::string_view cases, std::string_view inputs, std::string& /*out*/) override {
    CaseBlock block;
    while (TakeBlock(cases, block)) {
      counts_.Add(block);
      kept_.Add(std::move(block));
      block = CaseBlock();
    }
    while (!inputs.empty()) {
      const size_t end = inputs.find('\n') + 1;
      if (inputs_ < kMostInputs) input_rows_ += inputs.substr(0, end);
      ++inputs_;
      inputs.remove_prefix(end);
    }
  }

  void End(const Summary& summary, std::string& out) override {
    const std::map<std::string, const Rule*> rules = RulesOfSheets();
    const Fixes fixes = FixesOf(rules);
    const std::string start =
        PageStart(PageHeadline(info_, summary), info_.lang) + Navigation(info_, inputs_ > 0) +
        "<main class=\"page\" id=\"main\">\n" + TopSection(info_, summary) +
        ChartSection(info_, summary, counts_) +
        InputSection(info_, input_rows_, inputs_ - std::min(inputs_, kMostInputs));
    const std::string end = RuleSection(info_, rules) + Colophon(info_) + "</main>\n" + PageEnd();

    const size_t fixed = start.size() + end.size() + FindingSection(info_, kept_).size() +
                         kept_.findings() * kLinkBytes + kHeadings;
    const bool few = kept_.findings() - kept_.Count(kRankUndecided) <= kFewFindings;
    std::optional<size_t> longest;
    if (few) {
      longest = 0;
      for (const auto& [anchor, fix] : fixes) longest = std::max(*longest, fix.size());
    }
    const LeftOut left = ChooseSheets(kept_, fixed < kMostBytes ? kMostBytes - fixed : 0, longest);
    out += start + FindingSection(info_, kept_) + CaseSection(info_, summary, kept_, left) +
           SheetSection(info_, kept_, few ? &fixes : nullptr) + end;
  }

 private:
  static constexpr size_t kLinkBytes = 28;   // <a href="#f0123456789"></a>
  static constexpr size_t kHeadings = 4000;  // of the sections of cases and sheets

  void Know(const Rule& rule) { rules_.emplace(AnchorOf(rule), &rule); }

  // Those that a sheet may tell of.
  std::map<std::string, const Rule*> RulesOfSheets() const {
    std::map<std::string, const Rule*> rules;
    for (const std::unique_ptr<KeptCase>& one : kept_.cases()) {
      if (one == nullptr) continue;
      for (const FindingBlock& finding : one->block.findings) {
        if (finding.detail.empty()) continue;
        const auto rule = rules_.find(finding.rule);
        if (rule != rules_.end()) rules.insert(*rule);
      }
    }
    return rules;
  }

  Fixes FixesOf(const std::map<std::string, const Rule*>& rules) const {
    Fixes fixes;
    for (const auto& [anchor, rule] : rules) {
      if (rule->fix.empty()) continue;
      fixes[anchor] = "<dt>" + PageText(Say(info_.lang, page_text::kPageFix)) + "</dt><dd>" +
                      Bdi(rule->fix, 1000) + "</dd>";
    }
    return fixes;
  }

  RunInfo info_;
  std::map<std::string, const Rule*> rules_;  // by anchor
  DefectCounts counts_;
  KeptCases kept_;
  std::string input_rows_;
  size_t inputs_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeHtmlWriter(const RunInfo& info) {
  return std::make_unique<HtmlWriter>(info);
}

}  // namespace anjuan
