// The report a person reads on a terminal: a block a case, worst findings first, or a block a rule,
// an agency or a stage; then the totals.
#include <algorithm>

#include "base/display_width.h"
#include "base/terminal_text.h"
#include "report/formats.h"
#include "report/let_pass.h"
#include "report/score_text.h"
#include "report/text_finding.h"
#include "report/text_groups.h"

namespace anjuan {
namespace {

constexpr size_t kIndent = 6;
constexpr size_t kMostLaws = 20;  // that the law book does not have

class TextWriter final : public ReportWriter {
 public:
  explicit TextWriter(const RunInfo& info)
      : info_(info), look_(info), groups_(info), grouped_(info.group_by != GroupBy::kFile) {}

  void Begin(std::string& /*out*/) override {}

  void Case(const CaseResult& result, std::string& out) const override {
    if (info_.detail == Detail::kQuiet) return;
    if (grouped_) return groups_.Case(result, out);
    Heading(result, out);
    Findings(result, out);
    for (const RunningPeriod& period : result.running) {
      look_.Line(2, "◷ ",
                 period.rule->id + "  " + period.rule->title + ' ' +
                     look_.Words(TextId::kPeriodRuns,
                                 {FormatDate(period.due), std::to_string(period.days_left)}),
                 out);
    }
    if (result.score.scheme != nullptr) {
      Painted(kBold, ScoreLineOf(result.score, info_.lang), out);
      if (info_.arithmetic) Arithmetic(result.score, out);
    }
    const Counts& counts = result.counts;
    Painted(
        kDim,
        look_.Words(TextId::kCaseCounts,
                    {std::to_string(counts.passed), std::to_string(counts.failed),
                     std::to_string(counts.indeterminate), std::to_string(counts.not_applicable)}),
        out);
    out += '\n';
  }

  void Input(const InputFinding& finding, std::string& cases, std::string& inputs) const override {
    std::string& out = grouped_ ? inputs : cases;
    if (info_.detail == Detail::kQuiet && finding.audited()) return;
    const SeverityLook& look = LookOf(finding.audited() ? Severity::kHint : Severity::kFatal);
    std::string head = ForTerminal(finding.file);
    if (finding.line != 0) head += ':' + std::to_string(finding.line);
    out += look_.Paint(kBold, head);
    const std::string mark =
        std::string(look.sign) + ' ' +
        look_.Words(finding.audited() ? TextId::kInputNote : TextId::kNotAudited);
    out += "\n  " + look_.Paint(look.color, mark) + "  ";
    look_.Rest(2 + DisplayWidth(mark) + 2, kIndent, "",
               ForTerminal(Say(info_.lang, finding.message)), out);
    out += '\n';
  }

  void Gather(std::string_view cases, std::string_view inputs, std::string& out) override {
    if (!grouped_) {
      out.append(cases);
      return;
    }
    groups_.Gather(cases);
    inputs_ += inputs;
  }

  void End(const Summary& summary, std::string& out) override {
    if (grouped_) {
      groups_.Append(out);
      out += inputs_;
    }
    out += look_.Paint(kBold, look_.Words(TextId::kTotals)) + '\n';
    Line(TextId::kTotalFiles, {summary.found, summary.audited, summary.unaudited}, out);
    look_.Line(2, "", CasesLine(summary, info_.lang), out);
    const auto of = [&](Severity severity) {
      return summary.findings[static_cast<size_t>(severity)];
    };
    Line(TextId::kTotalFindings,
         {of(Severity::kFatal), of(Severity::kMajor), of(Severity::kMinor), of(Severity::kHint)},
         out);
    for (const std::string& line : LetPassTotals(info_, summary)) look_.Line(2, "", line, out);
    if (summary.scored > 0) {
      const Scheme& scheme = info_.rules->scorer()->scheme();
      look_.Line(2, "", ScoreTotals(scheme, summary, info_.lang), out);
    }
    UnknownLaws(summary, out);
    const uint64_t asked = summary.decided + summary.undecided;
    if (asked > 0) {
      const uint64_t tenths = summary.decided * 1000 / asked;
      look_.Line(2, "",
                 look_.Words(TextId::kTotalDecided,
                             {std::to_string(summary.decided), std::to_string(asked),
                              std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10)}),
                 out);
    }
  }

 private:
  void Painted(std::string_view color, std::string_view text, std::string& out) const {
    out += "  ";
    look_.Rest(2, 2, color, text, out);
  }

  // Its lines are indented among themselves.
  void Arithmetic(const Score& score, std::string& out) const {
    std::string lines;
    AppendArithmetic(score, info_.lang, "", lines);
    for (size_t begin = 0; begin < lines.size();) {
      const size_t end = lines.find('\n', begin);
      const size_t text = lines.find_first_not_of(' ', begin);
      look_.Line(kIndent + text - begin, "", lines.substr(text, end - text), out);
      begin = end + 1;
    }
  }

  void Line(TextId id, std::initializer_list<uint64_t> numbers, std::string& out) const {
    std::vector<std::string> args;
    for (const uint64_t number : numbers) args.push_back(std::to_string(number));
    look_.Line(2, "", Say(info_.lang, id, args), out);
  }

  void Heading(const CaseResult& result, std::string& out) const {
    const CaseIdentity& identity = result.identity;
    std::string about;
    for (const auto& part : {identity.case_number, identity.case_title, identity.agency}) {
      if (!part) continue;
      if (!about.empty()) about += " · ";
      about += ForTerminal(*part);
    }
    std::string name = ForTerminal(result.file);
    if (result.record > 0) name += " #" + std::to_string(result.record + 1);
    out += look_.Paint(kBold, name) + '\n';
    if (!about.empty()) look_.Line(2, "", about, out);
  }

  void Findings(const CaseResult& result, std::string& out) const {
    std::vector<const Finding*> failed;
    std::vector<const Finding*> unknown;
    for (const Finding& finding : result.findings) {
      if (finding.relief == Relief::kWaived || finding.known) continue;  // listed apart
      (finding.outcome == Outcome::kFailed ? failed : unknown).push_back(&finding);
    }
    std::stable_sort(failed.begin(), failed.end(), [](const Finding* a, const Finding* b) {
      return a->rule->severity > b->rule->severity;
    });
    for (const Finding* const finding : failed) {
      AppendFailed(look_, result.file, *finding, info_.detail, out);
    }
    if (!unknown.empty()) {
      const std::string count = std::to_string(result.counts.indeterminate);
      Painted(kUnknownColor, look_.Words(TextId::kUndecidedHeading, {count}), out);
      AppendUndecided(look_, info_.rules->model(), unknown, info_.detail, out);
    }
    AppendLetPass(look_, result, out);
    if (result.findings.empty()) {
      out += "  " + look_.Paint(kGreen, look_.Words(TextId::kNoDefect)) + '\n';
    }
  }

  void UnknownLaws(const Summary& summary, std::string& out) const {
    if (summary.unknown_laws.empty()) return;
    std::string laws;
    size_t shown = 0;
    for (const auto& [law, count] : summary.unknown_laws) {
      if (shown == kMostLaws && info_.detail != Detail::kVerbose) {
        laws += look_.Words(TextId::kMoreEvidence,
                            {std::to_string(summary.unknown_laws.size() - shown)});
        break;
      }
      if (shown++ > 0) laws += look_.Words(TextId::kListSemicolon);
      laws += ForTerminal(law) + ' ' + std::to_string(count);
    }
    look_.Line(2, "", look_.Words(TextId::kUnknownLaws, {laws}), out);
  }

  RunInfo info_;
  TextLook look_;
  TextGroups groups_;
  bool grouped_;
  std::string inputs_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeTextWriter(const RunInfo& info) {
  return std::make_unique<TextWriter>(info);
}

}  // namespace anjuan
