#include "report/trace_text.h"

#include <algorithm>

#include "audit/labels.h"
#include "base/display_width.h"
#include "base/terminal_text.h"
#include "report/finding_words.h"

namespace anjuan {
namespace {

using expr::TraceLine;
using expr::Tri;

constexpr size_t kMostSource = 64;  // cells of an expression, its indentation included
constexpr size_t kMostValue = 48;
constexpr size_t kMostCauses = 3;
constexpr size_t kHeading = 10;  // cells of the words in front

TextId WordFor(Outcome outcome) {
  constexpr TextId kWords[] = {TextId::kOutcomeNotApplicable, TextId::kOutcomePassed,
                               TextId::kOutcomeIndeterminate, TextId::kOutcomeFailed};
  return kWords[static_cast<size_t>(outcome)];
}

TextId WordFor(TraceLine::Element role) {
  constexpr TextId kWords[] = {TextId::kTraceOnly, TextId::kTraceCounterexample,
                               TextId::kTraceWitness, TextId::kTraceUndecided, TextId::kTraceOnly};
  return kWords[static_cast<size_t>(role)];
}

class TraceText {
 public:
  TraceText(const Record& record, Lang lang, std::string& out)
      : record_(record), lang_(lang), out_(out) {}

  void Append(const RuleTrace& trace, const Rule& rule) {
    // One width for all, so that the values stand in one column.
    for (const TraceLines* const lines :
         {&trace.scope, &trace.when, &trace.list, &trace.test.lines}) {
      Measure(*lines);
    }
    for (const ElementTrace& element : trace.elements) {
      Measure(element.where);
      Measure(element.test.lines);
    }
    Row(TextId::kTraceOutcome, Say(WordFor(trace.outcome)));
    if (!trace.scope.empty()) Tree(TextId::kTraceApplies, trace.scope);
    if (!trace.applies) return;
    Row(TextId::kTraceLawDay, trace.day ? FormatDate(*trace.day) : Say(TextId::kTraceUnknown));
    if (rule.has_effective) Row(TextId::kTraceInEffect, RangeOf(rule.effective));
    if (!trace.when.empty()) Tree(TextId::kTraceWhen, trace.when);
    if (!trace.list.empty()) Elements(trace);
    Check(trace.test);
    for (const Finding& finding : trace.findings) AppendFinding(finding);
  }

 private:
  std::string Say(TextId id, std::initializer_list<std::string_view> args = {}) const {
    return anjuan::Say(lang_, id, args);
  }

  static std::string RangeOf(const DateRange& range) {
    return (range.from ? FormatDate(*range.from) + " …" : std::string("…")) +
           (range.to ? " " + FormatDate(*range.to) : std::string());
  }

  void Row(TextId name, std::string_view text) {
    out_ += "  " + PadTo(Say(name), kHeading) + std::string(text) + '\n';
  }

  void Tree(TextId name, const TraceLines& lines) {
    out_ += "  " + Say(name) + '\n';
    for (const TraceLine& line : lines) Line(line);
  }

  void Check(const CheckTrace& check) {
    if (!check.lines.empty()) Tree(TextId::kTraceCheck, check.lines);
    for (const DeadlineJudge::Step& step : check.arithmetic) {
      out_ += PadTo("    " + Say(step.label), width_ + 2) + step.value + '\n';
    }
  }

  void Elements(const RuleTrace& trace) {
    Tree(TextId::kTraceList, trace.list);
    const auto count = [&](Outcome outcome) {
      return std::to_string(trace.outcomes[static_cast<size_t>(outcome)]);
    };
    out_ += "    " +
            Say(TextId::kTraceElements, {count(Outcome::kFailed), count(Outcome::kIndeterminate),
                                         count(Outcome::kPassed), count(Outcome::kNotApplicable)}) +
            '\n';
    for (const ElementTrace& element : trace.elements) {
      out_ += "  " + record_.PathOf(element.element) + AtLine(element.element) + '\n';
      if (!element.where.empty()) Tree(TextId::kTraceWhere, element.where);
      Check(element.test);
    }
  }

  std::string AtLine(const Slot* slot) const {
    if (slot == nullptr || slot->line == 0) return {};
    return Say(TextId::kAtLine, {std::to_string(slot->line)});
  }

  std::string SourceOf(const TraceLine& line) const {
    std::string text(4 + 2 * line.depth, ' ');
    if (line.element == TraceLine::Element::kNone) {
      text += ForTerminal(line.source);
    } else {
      text += Say(WordFor(line.element));
      if (line.slot != nullptr) {
        const std::string path = record_.PathOf(line.slot);
        if (!path.empty()) text += ' ' + path;
      }
    }
    return CutTo(text, kMostSource);
  }

  void Measure(const TraceLines& lines) {
    for (const TraceLine& line : lines) width_ = std::max(width_, DisplayWidth(SourceOf(line)));
  }

  void Line(const TraceLine& line) {
    const std::string value = ValueOf(line) + AtLine(line.slot);
    const std::string source = SourceOf(line);
    out_ += value.empty() ? source : PadTo(source, width_ + 2) + value;
    out_ += '\n';
  }

  std::string ValueOf(const TraceLine& line) const {
    switch (line.state) {
      case Tri::kError:
        return Say(TextId::kTraceError,
                   {line.error ? ForTerminal(anjuan::Say(lang_, *line.error)) : ""});
      case Tri::kUnknown:
        return Unknown(line);
      case Tri::kTrue:
      case Tri::kFalse:
        break;
    }
    const bool is_true = line.state == Tri::kTrue;
    switch (line.type.kind) {
      case expr::TypeKind::kBool:
        return Say(is_true && line.value != "false" ? TextId::kTraceTrue : TextId::kTraceFalse) +
               OfElements(line);
      case expr::TypeKind::kList:
        return Say(line.open ? TextId::kTraceOpenItems : TextId::kTraceItems, {line.value}) +
               OfElements(line);
      case expr::TypeKind::kRecord:
        return line.element == TraceLine::Element::kNone && line.slot != nullptr
                   ? record_.PathOf(line.slot)
                   : std::string();
      default:
        return CutTo(ForTerminal(line.value), kMostValue);
    }
  }

  std::string OfElements(const TraceLine& line) const {
    if (line.selected) {
      return Say(TextId::kTraceSelected,
                 {std::to_string(*line.selected), std::to_string(line.elements)});
    }
    if (!line.every) return {};
    return Say(TextId::kTraceEvery, {Say(*line.every ? TextId::kTraceTrue : TextId::kTraceFalse)});
  }

  std::string Unknown(const TraceLine& line) const {
    if (line.element != TraceLine::Element::kNone) return {};
    if (line.place == State::kBlank) return Say(TextId::kTraceBlank);
    if (line.place == State::kPartial) return Say(TextId::kTracePartial);
    if (line.place == State::kMissing) return Say(TextId::kTraceMissing);
    if (line.causes.empty()) return Say(TextId::kTraceUnknown);
    std::string names;
    for (size_t i = 0; i < line.causes.size() && i <= kMostCauses; ++i) {
      if (i > 0) names += Say(TextId::kListComma);
      names += i == kMostCauses ? "…" : LabelOfCause(record_.model(), line.causes[i], lang_);
    }
    return Say(TextId::kTraceUnknownOf, {names}) + OfElements(line);
  }

  void AppendFinding(const Finding& finding) {
    Row(TextId::kShowMessage, ForTerminal(finding.message));
    for (const Evidence& evidence : finding.evidence) {
      std::string text = evidence.label + " = ";
      text += CutTo(ForTerminal(ValueWords(evidence, lang_)), kMostValue);
      if (evidence.line != 0) text += Say(TextId::kAtLine, {std::to_string(evidence.line)});
      Row(TextId::kShowEvidence, text);
    }
    std::string missing;
    for (const std::string& cause : finding.missing) {
      if (!missing.empty()) missing += Say(TextId::kListComma);
      missing += LabelOfCause(record_.model(), cause, lang_);
    }
    if (!missing.empty()) Row(TextId::kShowMissing, missing);
  }

  const Record& record_;
  Lang lang_;
  std::string& out_;
  size_t width_ = 0;
};

}  // namespace

void AppendTrace(const RuleTrace& trace, const Rule& rule, const Record& record, Lang lang,
                 std::string& out) {
  TraceText(record, lang, out).Append(trace, rule);
}

}  // namespace anjuan
