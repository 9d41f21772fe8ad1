#include "expr/eval_loops.h"

#include <algorithm>
#include <limits>

#include "expr/eval_lists.h"
#include "expr/types.h"

namespace anjuan::expr {
namespace {

constexpr int64_t kNoEnd = std::numeric_limits<int64_t>::max();

bool StagesMayFail(const Loop& loop) {
  return std::any_of(loop.stages.begin(), loop.stages.end(),
                     [](const Loop::Stage& stage) { return stage.may_fail; });
}

// The first element from `i` on that may be of the kind that the loop looks for. Most rules look
// for one kind of document among many: a glance at the codes saves running the test.
uint32_t NextOfKind(const Loop& loop, const Slot& range, uint32_t i, uint32_t count) {
  if (loop.kind_code == 0 || (range.code & kByPointer) != 0) return i;
  const Slot* kind = range.items + static_cast<size_t>(i) * loop.stride + loop.kind_field;
  for (; i < count; ++i, kind += loop.stride) {
    if (kind->state != State::kPresent || kind->code == loop.kind_code) break;
  }
  return i;
}

// Runs `each` on every element of the range until it says stop. Gives the range where it is no
// list, else a value of state kHere or an error of cost.
template <typename Each>
Value ForEach(const Loop& loop, const Node& node, Frame& frame, const Slot& range, Each each) {
  const uint32_t count = CountOfElements(loop, range);
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t next = NextOfKind(loop, range, i, count);
    frame.iterations += next - i + 1;
    if (frame.iterations > kMaxIterations) {
      return Raised(Value::Error(ErrorCode::kCost), node, frame);
    }
    if (next == count) break;
    i = next;
    SetElement(loop, range, i, frame);
    if (!each(i)) break;
  }
  return {};
}

// all where Decides is false, exists where it is true: the value that one element decides by.
template <bool Decides>
Value EvalQuantifier(const Node& node, Frame& frame) {
  const Loop& loop = frame.program->loops[node.index];
  const Value range = Run(loop.range, frame);
  if (!range.here()) return range;
  const bool whole = StagesMayFail(loop);  // an error further on would be one of the macro
  bool decided = false;
  bool unknown = range.slot->open;
  Value error;
  Value fatal;
  const Value run = ForEach(loop, node, frame, *range.slot, [&](uint32_t) {
    const Value selected = Selected(loop, frame);
    if (selected.error()) {
      fatal = selected;
      return false;
    }
    if (decided || selected.is_false()) return true;
    const Value outcome = Outcome(loop, selected, frame);
    if (outcome.here() && (outcome.number != 0) == Decides) {
      decided = true;
      return whole;
    }
    unknown |= outcome.unknown();
    if (outcome.error()) error = outcome;
    return true;
  });
  if (!run.here()) return run;
  if (fatal.error()) return fatal;
  if (decided) return Value::Bool(Decides);
  if (unknown) return Value::Unknown();
  return error.error() ? error : Value::Bool(!Decides);
}

Value EvalExistsOne(const Node& node, Frame& frame) {
  const Loop& loop = frame.program->loops[node.index];
  const Value range = Run(loop.range, frame);
  if (!range.here()) return range;
  const bool whole = StagesMayFail(loop) || loop.body_may_fail;
  uint32_t trues = 0;
  bool unknown = range.slot->open;
  Value error;
  const Value run = ForEach(loop, node, frame, *range.slot, [&](uint32_t) {
    const Value selected = Selected(loop, frame);
    const Value outcome =
        selected.error() || selected.is_false() ? selected : Outcome(loop, selected, frame);
    if (outcome.error()) {
      error = outcome;
      return false;
    }
    trues += outcome.is_true();
    unknown |= outcome.unknown();
    return trues < 2 || whole;
  });
  if (!run.here()) return run;
  if (error.error()) return error;
  if (trues > 1) return Value::Bool(false);
  return unknown ? Value::Unknown() : Value::Bool(trues == 1);
}

Value EvalFilter(const Node& node, Frame& frame) {
  const Loop& loop = frame.program->loops[node.index];
  const Value range = Run(loop.range, frame);
  if (!range.here()) return range;
  const Slot& list = *range.slot;
  Slot* const items =
      frame.scratch->AllocateArray<Slot>(std::max<size_t>(CountOfElements(loop, list), 1));
  uint32_t kept = 0;
  uint32_t certain = 0;
  Value worst;
  const Value run = ForEach(loop, node, frame, list, [&](uint32_t i) {
    const Value selected = Selected(loop, frame);
    if (selected.state > worst.state) worst = selected;
    if (selected.is_true()) {
      items[kept++] = loop.of_records ? ToSlot(frame.locals[loop.local].value)
                                      : list.items[loop.of_map ? 2 * i : i];
    }
    if (i < CertainPlaces(list)) certain = kept;
    return !worst.error();
  });
  if (!run.here()) return run;
  if (!worst.here()) return worst;
  return NewList(items, kept, list.open, frame, loop.of_records ? kByPointer : uint16_t{0},
                 certain);
}

Value EvalMapMacro(const Node& node, Frame& frame) {
  const Loop& loop = frame.program->loops[node.index];
  const Value range = Run(loop.range, frame);
  if (!range.here()) return range;
  const Slot& list = *range.slot;
  const Type& type = frame.program->sites[loop.body].type;
  const bool by_slot = type.kind == TypeKind::kList || type.kind == TypeKind::kMap;
  Slot* const items =
      frame.scratch->AllocateArray<Slot>(std::max<size_t>(CountOfElements(loop, list), 1));
  uint32_t kept = 0;
  uint32_t certain = 0;
  Value worst;
  const Value run = ForEach(loop, node, frame, list, [&](uint32_t i) {
    const Value selected = Selected(loop, frame);
    if (selected.state > worst.state) worst = selected;
    if (!selected.is_true()) return !worst.error();
    const Value value = Run(loop.body, frame);
    if (value.state > worst.state) worst = value;
    if (value.here()) items[kept++] = by_slot ? *value.slot : ToSlot(value);
    if (i < CertainPlaces(list)) certain = kept;
    return !worst.error();
  });
  if (!run.here()) return run;
  if (!worst.here()) return worst;
  const bool records = type.kind == TypeKind::kRecord;
  return NewList(items, kept, list.open, frame, records ? kByPointer : uint16_t{0}, certain);
}

Value EvalSize(const Node& node, Frame& frame) {
  const Loop& loop = frame.program->loops[node.index];
  const Value range = Run(loop.range, frame);
  const Value bound = Run(loop.bound, frame);
  if (!range.here() || bound.error()) return Worse(range, bound);
  int64_t least = 0;
  int64_t most = 0;
  Value fatal;
  if (loop.stages.empty()) {
    least = most = CountOfElements(loop, *range.slot);
  } else {
    const Value run = ForEach(loop, node, frame, *range.slot, [&](uint32_t) {
      const Value selected = Selected(loop, frame);
      if (selected.error()) {
        fatal = selected;
        return false;
      }
      least += selected.is_true();
      most += !selected.is_false();
      return true;
    });
    if (!run.here()) return run;
    if (fatal.error()) return fatal;
  }
  if (bound.unknown()) return bound;
  return CompareSize(loop.relation, least, range.slot->open ? kNoEnd : most, bound.number);
}

Value EvalOnlyOne(const Node& node, Frame& frame) {
  const Loop& loop = frame.program->loops[node.index];
  const Value range = Run(loop.range, frame);
  if (!range.here()) return range;
  uint32_t found = 0;
  bool unknown = range.slot->open;
  Value only = Value::Of(node.slot);  // a blank record
  const Value run = ForEach(loop, node, frame, *range.slot, [&](uint32_t) {
    const Value selected = Selected(loop, frame);
    unknown |= selected.unknown();
    if (selected.is_true() && ++found == 1) only = frame.locals[loop.local].value;
    return found < 2;
  });
  if (!run.here()) return run;
  if (found > 1) return Raised(Value::Error(ErrorCode::kAmbiguous), node, frame);
  return found == 0 && unknown ? Value::Unknown() : only;
}

}  // namespace

EvalFn LoopFn(LoopKind kind) {
  switch (kind) {
    case LoopKind::kAll:
      return &EvalQuantifier<false>;
    case LoopKind::kExists:
      return &EvalQuantifier<true>;
    case LoopKind::kExistsOne:
      return &EvalExistsOne;
    case LoopKind::kFilter:
      return &EvalFilter;
    case LoopKind::kMap:
      return &EvalMapMacro;
    case LoopKind::kSize:
      return &EvalSize;
    case LoopKind::kOnlyOne:
      return &EvalOnlyOne;
  }
  return nullptr;
}

uint32_t CountOfElements(const Loop& loop, const Slot& range) {
  return loop.of_map ? range.size / 2 : range.size;
}

void SetElement(const Loop& loop, const Slot& range, uint32_t i, Frame& frame) {
  Local& local = frame.locals[loop.local];
  if (loop.has_first) {
    const Value first = loop.of_map                ? Scalar(range.items[size_t{2} * i])
                        : i < CertainPlaces(range) ? Value::Number(i)
                                                   : Value::Unknown();
    frame.locals[loop.first_local] = {first, nullptr};
  }
  if (loop.of_records) {
    const Slot* const record = (range.code & kByPointer) != 0
                                   ? range.items[i].items
                                   : range.items + static_cast<size_t>(i) * loop.stride;
    local = {Value::Of(record), record};
    return;
  }
  const Slot* const slot = range.items + (!loop.of_map     ? size_t{i}
                                          : loop.has_first ? 2 * size_t{i} + 1
                                                           : 2 * size_t{i});
  if (loop.by_slot) {
    local = {Value::Of(slot), slot};
  } else {
    local = {slot->state == State::kPresent ? Scalar(*slot) : Value::Unknown(), slot};
  }
}

Value Selected(const Loop& loop, Frame& frame) {
  Value selected = Value::Bool(true);
  for (const Loop::Stage& stage : loop.stages) {
    const Value value = Run(stage.test, frame);
    if (value.is_false()) return value;
    // Where an earlier filter is unknown the later one may never run, so its error is not certain.
    if (value.error() && selected.here()) return value;
    if (!value.here()) selected = Value::Unknown();
  }
  return selected;
}

Value Outcome(const Loop& loop, const Value& selected, Frame& frame) {
  const bool is_all = loop.kind == LoopKind::kAll;
  if (selected.error()) return selected;
  if (selected.is_false()) return Value::Bool(is_all);
  const Value value = loop.has_body ? Run(loop.body, frame) : Value::Bool(true);
  if (selected.is_true()) return value;
  const bool settled = is_all ? value.is_true() : value.is_false();
  return settled ? value : Value::Unknown();
}

Value CompareSize(Relation relation, int64_t least, int64_t most, int64_t bound) {
  const auto say = [](bool yes, bool no) {
    return yes ? Value::Bool(true) : no ? Value::Bool(false) : Value::Unknown();
  };
  switch (relation) {
    case Relation::kLess:
      return say(most < bound, least >= bound);
    case Relation::kLessEqual:
      return say(most <= bound, least > bound);
    case Relation::kGreater:
      return say(least > bound, most <= bound);
    case Relation::kGreaterEqual:
      return say(least >= bound, most < bound);
    case Relation::kEqual:
      return say(least == bound && most == bound, least > bound || most < bound);
    case Relation::kNotEqual:
      return say(least > bound || most < bound, least == bound && most == bound);
  }
  return Value::Unknown();
}

}  // namespace anjuan::expr
