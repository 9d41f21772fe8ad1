#include <algorithm>

#include "audit/labels.h"
#include "base/display_width.h"
#include "base/terminal_text.h"
#include "report/inspect_writer.h"
#include "report/period_bar.h"
#include "report/period_words.h"

namespace anjuan {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kYellow = "\x1b[33m";
constexpr std::string_view kMagenta = "\x1b[35m";

constexpr size_t kGutter = 7;          // line numbers, right-aligned, and two spaces
constexpr size_t kMostNameCells = 36;  // that one long name does not push every value away
constexpr size_t kMomentCells = 16;    // 2023-03-02 09:05

std::string_view ColorOf(PeriodState state) {
  switch (state) {
    case PeriodState::kInTime:
    case PeriodState::kCured:
      return kGreen;
    case PeriodState::kRunning:
      return kYellow;
    case PeriodState::kOverdue:
    case PeriodState::kTooEarly:
    case PeriodState::kTooLate:
      return kRed;
    case PeriodState::kUndecided:
      break;
  }
  return kMagenta;
}

// On one line: the lines of a long text run on.
std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\r') continue;
    line.push_back(c == '\n' ? ' ' : c);
  }
  return ForTerminal(line);
}

// 2023-03-02 09:05, and the seconds where there are any.
std::string ShortMoment(std::string moment) {
  moment[moment.find('T')] = ' ';
  moment.resize(moment.find('+'));
  if (moment.ends_with(":00")) moment.resize(moment.size() - 3);
  return moment;
}

std::string MomentOf(const Event& event) {
  return event.has_time ? ShortMoment(FormatMoment(event.seconds))
                        : FormatDate(DateOfMoment(event.seconds));
}

class InspectText final : public InspectWriter {
 public:
  InspectText(const RunInfo& info, size_t cells)
      : info_(info), cells_(std::max(cells, kFewestCells)) {}

  void Begin(std::string_view file, std::string& /*out*/) override { file_ = ForTerminal(file); }

  void Case(const Inspection& inspection, std::string& out) override {
    Heading(inspection, out);
    Rows(inspection.listing.rows, out);
    Names(TextId::kInspectMissing, inspection.listing.missing, out);
    Names(TextId::kInspectAbsent, inspection.listing.absent, out);
    if (!inspection.problems.empty()) Section(Words(TextId::kInspectProblems), out);
    for (const ValueProblem& problem : inspection.problems) {
      Note(problem.line, WhyNotRead(problem, info_.lang), out);
    }
    Timeline(inspection.listing.events, out);
    Periods(inspection, out);
    out += '\n';
  }

  void End(const std::vector<UnknownName>& unknown, const std::optional<InputFinding>& problem,
           std::string& out) override {
    if (!unknown.empty()) {
      out += Paint(kBold, file_ + "  " + Words(TextId::kInspectNames)) + '\n';
      for (const UnknownName& name : unknown) {
        Note(name.line, Say(info_.lang, FindingOf(name).message), out);
      }
      out += '\n';
    }
    if (!problem) return;
    out += Paint(kBold, file_);
    if (problem->line != 0) out += ':' + std::to_string(problem->line);
    out += "\n  " + Paint(kRed, Words(TextId::kInspectUnread)) + "  " +
           ForTerminal(Say(info_.lang, problem->message)) + "\n\n";
  }

 private:
  std::string Words(TextId id, std::initializer_list<std::string_view> args = {}) const {
    return Say(info_.lang, id, args);
  }

  std::string Paint(std::string_view color, std::string text) const {
    if (!info_.color || text.empty()) return text;
    return std::string(color) + text + std::string(kReset);
  }

  void Section(const std::string& title, std::string& out) const {
    out += '\n' + Paint(kBold, title) + '\n';
  }

  void Heading(const Inspection& inspection, std::string& out) const {
    const CaseIdentity& identity = inspection.identity;
    std::string name = file_;
    if (inspection.record > 0) name += " #" + std::to_string(inspection.record + 1);
    out += Paint(kBold, name) + '\n';
    std::string about;
    for (const auto& part : {identity.case_number, identity.case_title, identity.agency}) {
      if (!part) continue;
      if (!about.empty()) about += " · ";
      about += OneLine(*part);
    }
    if (!about.empty()) out += CutTo("  " + about, cells_) + '\n';
    out += '\n';
  }

  std::string LineNumber(uint32_t line) const {
    const std::string number = line == 0 ? "" : std::to_string(line);
    std::string gutter(number.size() + 2 < kGutter ? kGutter - 2 - number.size() : 0, ' ');
    return gutter + Paint(kDim, number) + "  ";
  }

  void Note(uint32_t line, std::string_view text, std::string& out) const {
    out += LineNumber(line) + OneLine(text) + '\n';
  }

  static std::string NameOf(const Row& row) {
    return std::string(2 * row.depth, ' ') + OneLine(row.name);
  }

  void Rows(const std::vector<Row>& rows, std::string& out) const {
    size_t column = 0;
    for (const Row& row : rows) {
      if (row.what == Row::What::kValue) column = std::max(column, DisplayWidth(NameOf(row)));
    }
    column = std::min({column, kMostNameCells, cells_ / 2});
    for (const Row& row : rows) {
      const bool value = row.what == Row::What::kValue;
      std::string name = NameOf(row);
      const std::string text = TextOf(row);
      if (!text.empty()) name = value ? PadTo(name, column) + "  " : name + "  ";
      const size_t used = kGutter + DisplayWidth(name);
      const std::string shown = used < cells_ ? CutTo(text, cells_ - used) : "";
      out += LineNumber(row.line) + (row.depth == 0 ? Paint(kBold, name) : name);
      out += value && row.state == State::kPresent ? shown : Paint(kDim, shown);
      out += '\n';
    }
  }

  std::string TextOf(const Row& row) const {
    switch (row.what) {
      case Row::What::kEntity:
        return "";
      case Row::What::kList:
        return Words(TextId::kTraceItems, {std::to_string(row.count)}) +
               (row.open ? Words(TextId::kInspectMore) : "");
      case Row::What::kElement:
        return OneLine(row.value);
      case Row::What::kValue:
        break;
    }
    return ValueOf(row) + (row.from.empty() ? "" : Words(TextId::kInspectFrom, {row.from}));
  }

  std::string ValueOf(const Row& row) const {
    switch (row.state) {
      case State::kBlank:
        return Words(TextId::kInspectBlank);
      case State::kPartial:
        return Words(TextId::kInspectPartial);
      case State::kMissing:
        return Words(TextId::kInspectUnread);
      case State::kPresent:
        break;
    }
    if (row.field->type == FieldType::kDatetime) return ShortMoment(row.value);
    if (row.field->type != FieldType::kBool) return OneLine(row.value);
    return Words(row.value == "true" ? TextId::kInspectYes : TextId::kInspectNo);
  }

  void Names(TextId id, const std::vector<const Field*>& fields, std::string& out) const {
    if (fields.empty()) return;
    std::string names;
    for (const Field* const field : fields) {
      if (!names.empty()) names += Words(TextId::kListComma);
      names += LabelOf(*field, info_.lang);
    }
    out += "  " + Paint(kDim, Words(id, {names})) + '\n';
  }

  void Timeline(const std::vector<Event>& events, std::string& out) const {
    if (events.empty()) return;
    Section(Words(TextId::kInspectTimeline), out);
    size_t column = 0;
    for (const Event& event : events) column = std::max(column, DisplayWidth(event.label));
    column = std::min(column, cells_ / 2);
    std::string last;
    for (const Event& event : events) {
      std::string moment = MomentOf(event);
      const bool again = moment == last;
      last = moment;
      std::string line = "  " + PadTo(again ? "" : moment, kMomentCells) + "  ";
      line += event.about.empty() ? event.label
                                  : PadTo(event.label, column) + "  " + OneLine(event.about);
      out += CutTo(line, cells_) + '\n';
    }
  }

  void Periods(const Inspection& inspection, std::string& out) const {
    const bool any = !inspection.periods.empty() || !inspection.undecided.empty();
    if (!any && inspection.applies) return;
    Section(Words(TextId::kInspectPeriods, {FormatDate(info_.as_of)}), out);
    if (!inspection.applies) out += "  " + Words(TextId::kInspectNoPack) + '\n';
    for (const JudgedPeriod& period : inspection.periods) Period(period, out);
    for (const UndecidedPeriod& period : inspection.undecided) {
      out += "  " + Paint(kMagenta, Words(TextId::kOutcomeIndeterminate)) + "  " + period.rule->id +
             "  " + period.rule->title + Words(TextId::kListSemicolon) + OneLine(period.message) +
             '\n';
    }
  }

  void Period(const JudgedPeriod& period, std::string& out) const {
    const std::vector<BarPart> parts = BarOf(period);
    // Undecided for want of a day: told with what is missing, below.
    if (parts.empty() && period.state == PeriodState::kUndecided) return;
    const std::string state = StateWords(period, info_.lang);
    const bool named = period.from.field != nullptr && period.to.field != nullptr;
    std::string what = "  " + period.rule->id + "  ";
    if (!period.element.empty()) what += period.element + "  ";
    what += named ? period.from.label + " → " + period.to.label : period.rule->title;
    out += "  " + Paint(ColorOf(period.state), state);
    out += CutTo(what, cells_ - std::min(cells_, DisplayWidth(state) + 2)) + '\n';
    if (!parts.empty()) Bar(period, parts, out);
    const std::string facts = PeriodFacts(period, info_.lang);
    if (!facts.empty()) out += CutTo("    " + facts, cells_) + '\n';
  }

  void Bar(const JudgedPeriod& period, const std::vector<BarPart>& parts, std::string& out) const {
    const DeadlineJudge::Count& count = period.count;
    const std::string first = "    " + FormatDate(std::min(*count.from, *count.due)) + ' ';
    const std::string last = ' ' + FormatDate(std::max(*count.until, *count.due));
    const size_t cells = cells_ - DisplayWidth(first) - DisplayWidth(last);
    out += first + Paint(ColorOf(period.state), LayOut(parts, cells)) + last + '\n';
  }

  RunInfo info_;
  size_t cells_;
  std::string file_;
};

}  // namespace

std::unique_ptr<InspectWriter> MakeInspectText(const RunInfo& info, size_t cells) {
  return std::make_unique<InspectText>(info, cells);
}

}  // namespace anjuan
