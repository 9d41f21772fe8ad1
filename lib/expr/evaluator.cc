#include "expr/evaluator.h"

#include "expr/explain.h"
#include "expr/node.h"

namespace anjuan::expr {

struct Evaluator::State {
  explicit State(const Model& m) : blank(static_cast<size_t>(m.root().slots)) {
    for (Slot& slot : blank) slot.state = anjuan::State::kBlank;
    run.today = &today;
    run.blank = blank.data();
    run.scratch = &scratch;
  }

  Run& Start(const Program& program) {
    scratch.Reset();
    run.program = &program;
    run.nodes = program.nodes.data();
    run.iterations = 0;
    run.error = TextId::kErrorNone;
    return run;
  }

  uint32_t RootOf(const Program& program) const {
    return static_cast<uint32_t>(program.nodes.size() - 1);
  }

  Run run;
  Slot today;
  std::vector<Slot> blank;
  Arena scratch;
};

Evaluator::Evaluator(const Model& model) : state_(std::make_unique<State>(model)) {}
Evaluator::~Evaluator() = default;

void Evaluator::SetRecord(const Record* record) { state_->run.root = record->root(); }

void Evaluator::SetToday(Date today) {
  state_->today = Slot{};
  state_->today.number = today.days;
  state_->today.state = anjuan::State::kPresent;
}

void Evaluator::SetParams(const Slot* params) { state_->run.params = params; }

void Evaluator::Bind(size_t variable, const Slot* to) { state_->run.vars[variable] = to; }

Tri Evaluator::Test(const Program& program) {
  Run& run = state_->Start(program);
  return program.root().run.tri(program.root(), run);
}

std::optional<Date> Evaluator::DateOf(const Program& program) {
  Run& run = state_->Start(program);
  const Num date = program.root().run.num(program.root(), run);
  if (date.state != Tri::kTrue) return std::nullopt;
  return Date{static_cast<int32_t>(date.value)};
}

ListView Evaluator::ListOf(const Program& program) {
  Run& run = state_->Start(program);
  const List list = program.root().run.list(program.root(), run);
  ListView view;
  view.state = list.state;
  view.open = list.open;
  if (list.state != Tri::kTrue) return view;
  for (uint32_t i = 0; i < list.size; ++i) view.elements.push_back(list.At(i));
  return view;
}

std::optional<std::string> Evaluator::TextOf(const Program& program, Lang /*lang*/) {
  Run& run = state_->Start(program);
  return FormatResult(program, state_->RootOf(program), program.type, run);
}

Explanation Evaluator::Explain(const Program& program) {
  return ExplainProgram(program, state_->Start(program));
}

}  // namespace anjuan::expr
