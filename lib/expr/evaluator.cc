#include "expr/evaluator.h"

#include "expr/explain.h"
#include "expr/node.h"
#include "expr/trace.h"

namespace anjuan::expr {

struct Evaluator::State {
  explicit State(const Model& m) : model(&m) {}

  const Model* model;
  const Slot* root = nullptr;
  const Slot* params = nullptr;
  Date today;
  const WorkdayCalendar no_calendar;
  const WorkdayCalendar* calendar = &no_calendar;
  std::vector<const Slot*> variables;
  std::vector<Local> locals;
  Arena scratch;
  Arena list_scratch;  // of ListOf alone: its elements outlive the tests run over them
  ListView list;

  Frame Start(const Program& program) { return Start(program, scratch); }

  Frame Start(const Program& program, Arena& arena) {
    arena.Reset();
    if (locals.size() < program.locals) locals.resize(program.locals);
    Frame frame;
    frame.program = &program;
    frame.nodes = program.nodes.data();
    frame.root = root;
    frame.params = params;
    frame.variables = variables.data();
    frame.variable_count = variables.size();
    frame.today = today;
    frame.calendar = calendar;
    frame.locals = locals.data();
    frame.scratch = &arena;
    return frame;
  }
};

Evaluator::Evaluator(const Model& model) : state_(std::make_unique<State>(model)) {}
Evaluator::~Evaluator() = default;

void Evaluator::SetRecord(const Record* record) {
  state_->root = record == nullptr ? nullptr : record->root();
}

void Evaluator::SetToday(Date today) { state_->today = today; }

void Evaluator::SetCalendar(const WorkdayCalendar& calendar) { state_->calendar = &calendar; }

void Evaluator::SetParams(const Slot* params) { state_->params = params; }

void Evaluator::Bind(size_t variable, const Slot* to) {
  if (state_->variables.size() <= variable) state_->variables.resize(variable + 1);
  state_->variables[variable] = to;
}

Tri Evaluator::Test(const Program& program) {
  Frame frame = state_->Start(program);
  const Value value = Run(program.root, frame);
  if (value.error()) return Tri::kError;
  if (value.unknown()) return Tri::kUnknown;
  return value.number != 0 ? Tri::kTrue : Tri::kFalse;
}

std::optional<Date> Evaluator::DateOf(const Program& program) {
  Frame frame = state_->Start(program);
  const Value value = Run(program.root, frame);
  if (!value.here()) return std::nullopt;
  return Date{static_cast<int32_t>(value.number)};
}

std::optional<Period> Evaluator::PeriodOf(const Program& program) {
  Frame frame = state_->Start(program);
  const Value value = Run(program.root, frame);
  if (!value.here()) return std::nullopt;
  return Period{static_cast<Period::Unit>(value.code), static_cast<int32_t>(value.number)};
}

const ListView& Evaluator::ListOf(const Program& program) {
  Frame frame = state_->Start(program, state_->list_scratch);
  const Value value = Run(program.root, frame);
  ListView& view = state_->list;
  view.elements.clear();
  view.open = false;
  view.state = value.here() ? Tri::kTrue : value.error() ? Tri::kError : Tri::kUnknown;
  if (!value.here()) return view;
  const Slot& list = *value.slot;
  view.open = list.open;
  const Type* const element = program.type.element.get();
  const bool records = element != nullptr && element->kind == TypeKind::kRecord;
  const size_t stride = records ? static_cast<size_t>(element->record->slots) : 1;
  for (size_t i = 0; i < list.size; ++i) {
    view.elements.push_back(records && (list.code & kByPointer) != 0 ? list.items[i].items
                                                                     : list.items + i * stride);
  }
  return view;
}

std::optional<std::string> Evaluator::TextOf(const Program& program, Lang lang) {
  Frame frame = state_->Start(program);
  const Value value = Run(program.root, frame);
  if (!value.here()) return std::nullopt;
  const Type& type = program.type;
  if (type.kind == TypeKind::kBool) {
    return Say(lang, value.number != 0 ? TextId::kExprYes : TextId::kExprNo);
  }
  if (type.kind == TypeKind::kPeriod) {
    static constexpr TextId kUnits[] = {TextId::kExprDays, TextId::kExprWorkdays,
                                        TextId::kExprMonths, TextId::kExprYears};
    return Say(lang, kUnits[value.code], {std::to_string(value.number)});
  }
  return FormatTyped(value, type);
}

Explanation Evaluator::Explain(const Program& program) {
  Frame frame = state_->Start(program);
  return ExplainProgram(program, frame);
}

std::vector<TraceLine> Evaluator::Trace(const Program& program) {
  Frame frame = state_->Start(program);
  return TraceProgram(program, frame);
}

}  // namespace anjuan::expr
