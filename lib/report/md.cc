// Markdown for a merge request or a job's summary: totals, inputs that were not audited, then the
// worst cases, each with its worst findings. Sites take a comment up to a size, so that only so
// many are shown, and what is left out is counted.
//
// Memory: a case is rendered by the thread that audited it; the worst are kept, the others dropped.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/texts/report.h"
#include "base/utf8.h"
#include "report/file_name.h"
#include "report/finding_words.h"
#include "report/formats.h"
#include "report/let_pass.h"
#include "report/markdown_text.h"
#include "report/score_text.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

constexpr size_t kMostCases = 100;
constexpr size_t kMostOfReport = 60'000;  // characters; a comment takes 65 536
constexpr size_t kMostFindings = 10;      // of a case
constexpr size_t kMostInputs = 100;
constexpr size_t kMostLetters = 400;  // of a message

// By severity, the worst first; then what is undecided. Compared as a whole.
using Weight = std::array<uint32_t, kSeverities + 1>;

struct Rendered {
  Weight weight = {};
  std::string text;
};

// How a case comes from the thread that rendered it: numbers of eight digits, the last of them the
// length of the text behind them.
constexpr size_t kDigits = 8;

void Pack(const Rendered& rendered, std::string& out) {
  const auto number = [&out](size_t n) {
    const std::string digits = std::to_string(n);
    out.append(kDigits - std::min(kDigits, digits.size()), '0').append(digits);
  };
  for (const uint32_t n : rendered.weight) number(n);
  number(rendered.text.size());
  out += rendered.text;
}

Rendered Unpack(std::string_view& from) {
  const auto number = [&from] {
    uint32_t n = 0;
    std::from_chars(from.data(), from.data() + kDigits, n);
    from.remove_prefix(kDigits);
    return n;
  };
  Rendered rendered;
  for (uint32_t& n : rendered.weight) n = number();
  const size_t size = number();
  rendered.text = from.substr(0, size);
  from.remove_prefix(size);
  return rendered;
}

std::string Cell(std::string_view text) { return ForMarkdown(text); }

std::string CutMessage(const std::string& text) {
  if (CountCodePoints(text) <= kMostLetters) return text;
  size_t end = 0;
  for (size_t n = 1; n < kMostLetters; ++n) end += static_cast<size_t>(DecodeAt(text, end).length);
  return text.substr(0, end) + "…";
}

class MarkdownWriter final : public ReportWriter {
 public:
  explicit MarkdownWriter(const RunInfo& info) : info_(info) {}

  void Begin(std::string& /*out*/) override {}

  void Case(const CaseResult& result, std::string& cases) const override {
    if (result.findings.empty()) return;
    Rendered rendered;
    std::vector<const Finding*> failed;
    for (const Finding& finding : result.findings) {
      if (finding.outcome != Outcome::kFailed) {
        ++rendered.weight[kSeverities];
        continue;
      }
      failed.push_back(&finding);
      if (!IsCounted(finding)) continue;
      const auto severity = static_cast<size_t>(finding.rule->severity);
      ++rendered.weight[kSeverities - 1 - severity];
    }
    std::stable_sort(failed.begin(), failed.end(), [](const Finding* a, const Finding* b) {
      if (IsCounted(*a) != IsCounted(*b)) return IsCounted(*a);
      return a->rule->severity > b->rule->severity;
    });
    AppendCase(result, failed, rendered.weight[kSeverities], rendered.text);
    Pack(rendered, cases);
  }

  void Input(const InputFinding& finding, std::string& /*cases*/,
             std::string& inputs) const override {
    if (finding.audited()) return;
    const std::string line = finding.line == 0 ? "" : std::to_string(finding.line);
    AppendMarkdownRow({Cell(ShownFileName(finding.file)), line,
                       Cell(CutMessage(Say(info_.lang, finding.message)))},
                      inputs);
  }

  void Gather(std::string_view cases, std::string_view inputs, std::string& /*out*/) override {
    while (!cases.empty()) {
      ++cases_;
      Keep(Unpack(cases));
    }
    while (!inputs.empty()) {
      const size_t size = inputs.find('\n') + 1;
      if (inputs_shown_ < kMostInputs) {
        ++inputs_shown_;
        inputs_ += inputs.substr(0, size);
      }
      ++inputs_found_;
      inputs.remove_prefix(size);
    }
  }

  void End(const Summary& summary, std::string& out) override {
    out += "## " + Words(report_text::kReportName) + "\n\n";
    out += "- " + Cell(FindingsLine(summary)) + '\n';
    out += "- " + Cell(CasesLine(summary, info_.lang)) + '\n';
    const std::string files =
        Cell(Totals(TextId::kTotalFiles, {summary.found, summary.audited, summary.unaudited}));
    out += "- " + files + '\n';
    const std::vector<std::string> let_pass = LetPassTotals(info_, summary);
    for (const std::string& line : let_pass) out += "- " + Cell(line) + '\n';
    if (summary.scored > 0) {
      const Scheme& scheme = info_.rules->scorer()->scheme();
      out += "- " + Cell(ScoreTotals(scheme, summary, info_.lang)) + '\n';
    }
    if (inputs_found_ > 0) {
      out += "\n### " + Words(TextId::kNotAudited) + "\n\n";
      AppendMarkdownHead(
          {Words(TextId::kShowFile), Words(report_text::kCsvLine), Words(report_text::kMdReason)},
          out);
      out += inputs_;
      LeftOut(inputs_found_ - inputs_shown_, report_text::kMdMoreInputs, out);
    }
    size_t letters = CountCodePoints(out);
    size_t shown = 0;
    for (const Rendered& worst : worst_) {
      letters += CountCodePoints(worst.text);
      if (letters > kMostOfReport) break;
      out += worst.text;
      ++shown;
    }
    LeftOut(cases_ - shown, report_text::kMdMoreCases, out);
    out += "\n---\n\n" + files + '\n';
    for (const std::string& line : let_pass) out += '\n' + Cell(line) + '\n';
  }

 private:
  std::string Words(TextId id, std::initializer_list<std::string_view> args = {}) const {
    return Say(info_.lang, id, args);
  }

  std::string Totals(TextId id, std::initializer_list<uint64_t> numbers) const {
    std::vector<std::string> args;
    for (const uint64_t number : numbers) args.push_back(std::to_string(number));
    return Say(info_.lang, id, args);
  }

  std::string FindingsLine(const Summary& summary) const {
    const auto of = [&](Severity severity) {
      return summary.findings[static_cast<size_t>(severity)];
    };
    return Totals(TextId::kTotalFindings, {of(Severity::kFatal), of(Severity::kMajor),
                                           of(Severity::kMinor), of(Severity::kHint)});
  }

  void LeftOut(size_t number, TextId words, std::string& out) const {
    if (number == 0) return;
    if (!out.ends_with("\n\n")) out += '\n';
    out += Cell(Words(words, {std::to_string(number)})) + '\n';
  }

  // Behind all that are as bad: the first in input order stay.
  void Keep(Rendered rendered) {
    const auto place =
        std::upper_bound(worst_.begin(), worst_.end(), rendered,
                         [](const Rendered& a, const Rendered& b) { return a.weight > b.weight; });
    worst_.insert(place, std::move(rendered));
    if (worst_.size() > kMostCases) worst_.pop_back();
  }

  void AppendCase(const CaseResult& result, const std::vector<const Finding*>& failed,
                  uint32_t undecided, std::string& out) const {
    std::string name = ShownFileName(result.file);
    if (result.record > 0) name += " #" + std::to_string(result.record + 1);
    out += "\n### " + Cell(name) + "\n\n";
    std::string about;
    const CaseIdentity& identity = result.identity;
    for (const auto& part : {identity.case_number, identity.case_title, identity.agency}) {
      if (!part) continue;
      if (!about.empty()) about += " · ";
      about += *part;
    }
    // A word of ours first, so that no text of others begins a line.
    if (!about.empty()) out += Words(report_text::kMdCase) + ' ' + Cell(about) + "\n\n";
    if (result.score.scheme != nullptr) {
      out += Cell(ScoreLineOf(result.score, info_.lang)) + "\n\n";
    }
    if (!failed.empty()) {
      AppendMarkdownHead(
          {Words(TextId::kShowSeverity), Words(TextId::kDocsRule), Words(TextId::kDocsFault),
           Words(report_text::kCsvLine), Words(TextId::kShowMessage), Words(TextId::kShowBasis)},
          out);
    }
    for (size_t i = 0; i < failed.size() && i < kMostFindings; ++i) {
      const Finding& finding = *failed[i];
      const std::string line = finding.line == 0 ? "" : std::to_string(finding.line);
      AppendMarkdownRow({Cell(SeverityWord(finding.rule->severity, info_.lang)),
                         Cell(finding.rule->id), Cell(finding.rule->title), line,
                         Cell(CutMessage(Message(finding))), Cell(BasisWords(finding, info_.lang))},
                        out);
    }
    if (failed.size() > kMostFindings) {
      LeftOut(failed.size() - kMostFindings, report_text::kMdMoreFindings, out);
    }
    if (undecided > 0) LeftOut(undecided, report_text::kMdUndecided, out);
  }

  std::string Message(const Finding& finding) const { return MarkedMessage(finding, info_.lang); }

  RunInfo info_;
  std::vector<Rendered> worst_;
  size_t cases_ = 0;  // with findings
  std::string inputs_;
  size_t inputs_found_ = 0;
  size_t inputs_shown_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeMarkdownWriter(const RunInfo& info) {
  return std::make_unique<MarkdownWriter>(info);
}

}  // namespace anjuan
