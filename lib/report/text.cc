// The report a person reads on a terminal: a block a case, worst findings first, then the totals.
#include <algorithm>

#include "audit/labels.h"
#include "base/display_width.h"
#include "base/terminal_text.h"
#include "report/formats.h"
#include "report/score_text.h"

namespace anjuan {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kGreen = "\x1b[32m";

struct SeverityLook {
  std::string_view sign;
  TextId word;
  std::string_view color;
};

// By Severity.
constexpr SeverityLook kLooks[kSeverities] = {
    {"·", TextId::kSeverityHint, "\x1b[36m"},
    {"▲", TextId::kSeverityMinor, "\x1b[33m"},
    {"✗", TextId::kSeverityMajor, "\x1b[31m"},
    {"✗✗", TextId::kSeverityFatal, "\x1b[1;31m"},
};
constexpr std::string_view kUnknownSign = "?";
constexpr std::string_view kUnknownColor = "\x1b[35m";

constexpr std::string_view kIndent = "      ";
constexpr size_t kMostEvidence = 8;    // of a finding; the machine formats give all
constexpr size_t kMostUndecided = 20;  // of a case; more are put together by what they lack
constexpr size_t kMostIds = 8;         // of such a group
constexpr size_t kMostLaws = 20;       // that the law book does not have; likewise
constexpr size_t kMostValueCells = 60;

class TextWriter final : public ReportWriter {
 public:
  explicit TextWriter(const RunInfo& info) : info_(info) {}

  void Begin(std::string& /*out*/) override {}

  void Case(const CaseResult& result, std::string& out) const override {
    Heading(result, out);
    std::vector<const Finding*> failed;
    std::vector<const Finding*> unknown;
    for (const Finding& finding : result.findings) {
      (finding.outcome == Outcome::kFailed ? failed : unknown).push_back(&finding);
    }
    std::stable_sort(failed.begin(), failed.end(), [](const Finding* a, const Finding* b) {
      return a->rule->severity > b->rule->severity;
    });
    for (const Finding* const finding : failed) Failed(result.file, *finding, out);
    if (!unknown.empty()) {
      out += "  " + Paint(kUnknownColor, Words(TextId::kUndecidedHeading,
                                               {std::to_string(result.counts.indeterminate)}));
      out += '\n';
      if (unknown.size() > kMostUndecided) {
        UndecidedGroups(unknown, out);
      } else {
        for (const Finding* const finding : unknown) Undecided(*finding, out);
      }
    }
    if (result.findings.empty()) {
      out += "  " + Paint(kGreen, Words(TextId::kNoDefect)) + '\n';
    }
    for (const RunningPeriod& period : result.running) {
      out += "  ◷ " + period.rule->id + "  " + period.rule->title + ' ' +
             Words(TextId::kPeriodRuns, {FormatDate(period.due), std::to_string(period.days_left)});
      out += '\n';
    }
    if (result.score.scheme != nullptr) {
      out += "  " + Paint(kBold, ScoreLineOf(result.score, info_.lang)) + '\n';
      if (info_.arithmetic) AppendArithmetic(result.score, info_.lang, kIndent, out);
    }
    out += "  " +
           Paint(kDim, Words(TextId::kCaseCounts, {std::to_string(result.counts.passed),
                                                   std::to_string(result.counts.failed),
                                                   std::to_string(result.counts.indeterminate),
                                                   std::to_string(result.counts.not_applicable)}));
    out += "\n\n";
  }

  void Input(const InputFinding& finding, std::string& out,
             std::string& /*inputs*/) const override {
    const SeverityLook& look = kLooks[finding.audited() ? 0 : kSeverities - 1];
    out += Paint(kBold, ForTerminal(finding.file));
    if (finding.line != 0) out += ':' + std::to_string(finding.line);
    out += "\n  " + Paint(look.color,
                          std::string(look.sign) + ' ' +
                              Words(finding.audited() ? TextId::kInputNote : TextId::kNotAudited));
    out += "  " + ForTerminal(Say(info_.lang, finding.message)) + "\n\n";
  }

  void End(const Summary& summary, std::string& out) override {
    out += Paint(kBold, Words(TextId::kTotals)) + '\n';
    Line(TextId::kTotalFiles, {summary.found, summary.audited, summary.unaudited}, out);
    Line(TextId::kTotalCases, {summary.cases, summary.failed}, out);
    const auto of = [&](Severity severity) {
      return summary.findings[static_cast<size_t>(severity)];
    };
    Line(TextId::kTotalFindings,
         {of(Severity::kFatal), of(Severity::kMajor), of(Severity::kMinor), of(Severity::kHint)},
         out);
    if (summary.scored > 0) {
      const Scheme& scheme = info_.rules->scorer()->scheme();
      out += "  " + ScoreTotals(scheme, summary, info_.lang) + '\n';
    }
    if (!summary.unknown_laws.empty()) {
      std::string laws;
      size_t shown = 0;
      for (const auto& [law, count] : summary.unknown_laws) {
        if (shown == kMostLaws) {
          laws +=
              Words(TextId::kMoreEvidence, {std::to_string(summary.unknown_laws.size() - shown)});
          break;
        }
        if (shown++ > 0) laws += Words(TextId::kListSemicolon);
        laws += ForTerminal(law) + ' ' + std::to_string(count);
      }
      out += "  " + Words(TextId::kUnknownLaws, {laws}) + '\n';
    }
    const uint64_t asked = summary.decided + summary.undecided;
    if (asked > 0) {
      const uint64_t tenths = summary.decided * 1000 / asked;
      out += "  " + Words(TextId::kTotalDecided,
                          {std::to_string(summary.decided), std::to_string(asked),
                           std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10)});
      out += '\n';
    }
  }

 private:
  std::string Words(TextId id, std::initializer_list<std::string_view> args = {}) const {
    return Say(info_.lang, id, args);
  }

  std::string Paint(std::string_view color, std::string text) const {
    if (!info_.color) return text;
    return std::string(color) + text + std::string(kReset);
  }

  void Line(TextId id, std::initializer_list<uint64_t> numbers, std::string& out) const {
    std::vector<std::string> args;
    for (const uint64_t number : numbers) args.push_back(std::to_string(number));
    out += "  " + Say(info_.lang, id, args) + '\n';
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
    out += Paint(kBold, name);
    if (!about.empty()) out += "\n  " + about;
    out += '\n';
  }

  void Failed(const std::string& file, const Finding& finding, std::string& out) const {
    const Rule& rule = *finding.rule;
    const SeverityLook& look = kLooks[static_cast<size_t>(rule.severity)];
    out += "  " + Paint(look.color, std::string(look.sign) + ' ' + Words(look.word));
    out += ' ' + rule.id + "  " + Paint(kBold, rule.title) + '\n';
    Part(TextId::kPartMessage, ForTerminal(finding.message), out);
    if (finding.line != 0) {
      Part(TextId::kPartPlace,
           ForTerminal(file) + ':' + std::to_string(finding.line) + "  " + finding.path, out);
    }
    const std::string evidence = EvidenceOf(finding);
    if (!evidence.empty()) Part(TextId::kPartEvidence, evidence, out);
    if (!rule.basis.empty()) {
      std::string basis;
      for (size_t i = 0; i < rule.basis.size(); ++i) {
        if (!basis.empty()) basis += Words(TextId::kListSemicolon);
        basis += rule.basis[i];
        if (const std::optional<Date> version = VersionOfBasis(finding, i)) {
          basis += " (" + FormatDate(*version) + ")";
        }
      }
      Part(TextId::kPartBasis, basis, out);
    }
    if (!rule.fix.empty()) Part(TextId::kPartFix, rule.fix, out);
  }

  void Part(TextId name, std::string_view text, std::string& out) const {
    out.append(kIndent);
    out += Paint(kDim, Words(name));
    out.append(text);
    out += '\n';
  }

  std::string EvidenceOf(const Finding& finding) const {
    std::string out;
    size_t shown = 0;
    for (const Evidence& evidence : finding.evidence) {
      if (shown == kMostEvidence) {
        out += Words(TextId::kMoreEvidence, {std::to_string(finding.evidence.size() - shown)});
        break;
      }
      if (shown++ > 0) out += Words(TextId::kListSemicolon);
      out += evidence.label + " = ";
      if (!evidence.value) {
        out += Words(TextId::kMissingWord);
      } else if (evidence.value->empty()) {
        out += Words(TextId::kBlankWord);
      } else {
        out += CutTo(ForTerminal(*evidence.value), kMostValueCells);
      }
      if (evidence.line != 0) {
        out += Words(TextId::kAtLine, {std::to_string(evidence.line)});
      }
    }
    return out;
  }

  void Undecided(const Finding& finding, std::string& out) const {
    out += "  " + Paint(kUnknownColor, std::string(kUnknownSign)) + ' ' + finding.rule->id + "  " +
           finding.rule->title + Words(TextId::kListSemicolon) + ForTerminal(finding.message) +
           '\n';
  }

  // An export that carries little leaves most rules undecided: what it lacks says more than a line
  // a rule. Groups by the entity that the first cause belongs to, the largest first.
  void UndecidedGroups(const std::vector<const Finding*>& findings, std::string& out) const {
    struct Group {
      std::string lacks;
      std::vector<const Finding*> findings;
    };
    std::vector<Group> groups;
    for (const Finding* const finding : findings) {
      std::string lacks;
      if (!finding->missing.empty()) {
        lacks = LabelOfCause(info_.rules->model(), finding->missing.front(), info_.lang);
        if (!finding->missing.front().starts_with("params."))
          lacks.resize(std::min(lacks.find('.'), lacks.size()));
      }
      auto group = std::find_if(groups.begin(), groups.end(),
                                [&](const Group& known) { return known.lacks == lacks; });
      if (group == groups.end()) group = groups.insert(groups.end(), {std::move(lacks), {}});
      group->findings.push_back(finding);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
      return a.findings.size() > b.findings.size();
    });
    for (const Group& group : groups) {
      out += "  " + Paint(kUnknownColor, std::string(kUnknownSign)) + ' ' +
             ForTerminal(group.lacks) + ' ' + std::to_string(group.findings.size()) + ':';
      for (size_t i = 0; i < group.findings.size() && i < kMostIds; ++i) {
        out += ' ' + group.findings[i]->rule->id;
      }
      if (group.findings.size() > kMostIds) {
        out += Words(TextId::kMoreEvidence, {std::to_string(group.findings.size() - kMostIds)});
      }
      out += '\n';
    }
  }

  RunInfo info_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeTextWriter(const RunInfo& info) {
  return std::make_unique<TextWriter>(info);
}

}  // namespace anjuan
