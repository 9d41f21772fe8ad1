#include "expr/eval_core.h"

#include "expr/types.h"

namespace anjuan::expr {

Value EvalNumber(const Node& node, Frame&) {
  Value value = Value::Number(node.number);
  value.code = node.code;
  return value;
}

Value EvalText(const Node& node, Frame&) {
  return Value::String({node.text, node.size}, node.code);
}

Value EvalMoment(const Node& node, Frame&) { return Value::Moment(node.number, node.size); }

Value EvalSlot(const Node& node, Frame&) { return Value::Of(node.slot); }

Value EvalToday(const Node&, Frame& frame) { return Value::Number(frame.today.days); }

Value EvalLocal(const Node& node, Frame& frame) { return frame.locals[node.index].value; }

Value EvalNothing(const Node& node, Frame& frame) {
  return Raised(Value::Error(ErrorCode::kNoValue), node, frame);
}

Value EvalNot(const Node& node, Frame& frame) {
  Value value = Run(node.a, frame);
  if (value.here()) value.number ^= 1;
  return value;
}

Value EvalAnd(const Node& node, Frame& frame) {
  bool unknown = false;
  Value error;
  for (uint32_t i = 0; i < node.count; ++i) {
    const Value value = Run(frame.program->Child(node, i), frame);
    if (value.is_false()) return value;
    unknown |= value.unknown();
    if (value.error()) error = value;
  }
  if (unknown) return Value::Unknown();
  return error.error() ? error : Value::Bool(true);
}

Value EvalOr(const Node& node, Frame& frame) {
  bool unknown = false;
  Value error;
  for (uint32_t i = 0; i < node.count; ++i) {
    const Value value = Run(frame.program->Child(node, i), frame);
    if (value.is_true()) return value;
    unknown |= value.unknown();
    if (value.error()) error = value;
  }
  if (unknown) return Value::Unknown();
  return error.error() ? error : Value::Bool(false);
}

Value EvalConditional(const Node& node, Frame& frame) {
  const Value condition = Run(node.a, frame);
  if (!condition.here()) return condition;
  return Run(condition.number != 0 ? node.b : node.c, frame);
}

Value EvalBind(const Node& node, Frame& frame) {
  frame.locals[node.index] = {Run(node.a, frame), nullptr};
  return Run(node.b, frame);
}

Value EvalKnown(const Node& node, Frame& frame) {
  const Value value = Run(node.a, frame);
  return value.error() ? value : Value::Bool(value.here());
}

namespace {

const Slot* FindText(const Slot& map, std::string_view key) {
  for (uint32_t i = 0; i + 1 < map.size; i += 2) {
    if (map.items[i].view() == key) return &map.items[i + 1];
  }
  return nullptr;
}

}  // namespace

Value EvalMapKey(const Node& node, Frame& frame) {
  const Value map = Run(node.a, frame);
  if (!map.here()) return map;
  const Slot* const found = FindText(*map.slot, {node.text, node.size});
  if (found == nullptr) return Raised(Value::Error(ErrorCode::kNoSuchKey), node, frame);
  const TypeKind kind = frame.program->SiteOf(node).type.kind;
  if (kind == TypeKind::kList || kind == TypeKind::kMap) return Value::Of(found);
  return kind == TypeKind::kRecord ? Value::Of(found->items) : Scalar(*found);
}

Value EvalHasMapKey(const Node& node, Frame& frame) {
  const Value map = Run(node.a, frame);
  if (!map.here()) return map;
  return Value::Bool(FindText(*map.slot, {node.text, node.size}) != nullptr);
}

namespace {

template <Base B>
Value Start(const Node& node, Frame& frame) {
  if constexpr (B == Base::kRoot) return Value::Of(frame.root);
  if constexpr (B == Base::kParams) {
    return frame.params == nullptr ? Value::Unknown() : Value::Of(frame.params);
  }
  if constexpr (B == Base::kLocal) return frame.locals[node.index].value;
  if constexpr (B == Base::kVariable) {
    const Slot* const slot =
        node.index < frame.variable_count ? frame.variables[node.index] : nullptr;
    return slot == nullptr ? Value::Unknown() : Value::Of(slot);
  }
  if constexpr (B == Base::kNode) return Run(node.a, frame);
}

template <Base B, Ending E>
Value EvalField(const Node& node, Frame& frame) {
  const Value base = Start<B>(node, frame);
  if (B != Base::kRoot && !base.here()) return base;
  const Slot* const slot = base.slot + node.size;
  if constexpr (E == Ending::kEntity) return Value::Of(slot);
  if (slot->state != State::kPresent) return Value::Unknown();
  return E == Ending::kList ? Value::Of(slot) : Scalar(*slot);
}

template <Base B, Ending E, bool Filled>
Value EvalHas(const Node& node, Frame& frame) {
  const Value base = Start<B>(node, frame);
  if (B != Base::kRoot && !base.here()) return base;
  const Slot* const slot = base.slot + node.size;
  switch (slot->state) {
    case State::kPresent:
      if (E != Ending::kList || slot->size > 0) return Value::Bool(true);
      return slot->open ? Value::Unknown() : Value::Bool(false);
    case State::kBlank:
      return Value::Bool(false);
    case State::kPartial:
      return Filled ? Value::Bool(false) : Value::Unknown();
    case State::kMissing:
      break;
  }
  return BelowBlank(node, frame, base.slot) ? Value::Bool(false) : Value::Unknown();
}

template <Base B, Ending E>
EvalFn Pick(bool has, bool filled) {
  if (!has) return &EvalField<B, E>;
  return filled ? &EvalHas<B, E, true> : &EvalHas<B, E, false>;
}

template <Base B>
EvalFn PickEnding(Ending ending, bool has, bool filled) {
  switch (ending) {
    case Ending::kScalar:
      return Pick<B, Ending::kScalar>(has, filled);
    case Ending::kList:
      return Pick<B, Ending::kList>(has, filled);
    case Ending::kEntity:
      return Pick<B, Ending::kEntity>(has, filled);
  }
  return nullptr;
}

EvalFn PickBase(Base base, Ending ending, bool has, bool filled) {
  switch (base) {
    case Base::kRoot:
      return PickEnding<Base::kRoot>(ending, has, filled);
    case Base::kParams:
      return PickEnding<Base::kParams>(ending, has, filled);
    case Base::kLocal:
      return PickEnding<Base::kLocal>(ending, has, filled);
    case Base::kVariable:
      return PickEnding<Base::kVariable>(ending, has, filled);
    case Base::kNode:
      return PickEnding<Base::kNode>(ending, has, filled);
  }
  return nullptr;
}

template <bool ByPointer>
Value EvalVariable(const Node& node, Frame& frame) {
  const Value slot = Start<Base::kVariable>(node, frame);
  if (!slot.here() || ByPointer) return slot;
  return slot.slot->state == State::kPresent ? Scalar(*slot.slot) : Value::Unknown();
}

}  // namespace

EvalFn FieldFn(Base base, Ending ending) { return PickBase(base, ending, false, false); }

EvalFn HasFn(Base base, Ending ending, bool filled) { return PickBase(base, ending, true, filled); }

EvalFn VariableFn(bool record_or_list) {
  return record_or_list ? &EvalVariable<true> : &EvalVariable<false>;
}

Value BaseOf(const Node& node, Frame& frame) {
  switch (node.base) {
    case Base::kRoot:
      return Start<Base::kRoot>(node, frame);
    case Base::kParams:
      return Start<Base::kParams>(node, frame);
    case Base::kLocal:
      return Start<Base::kLocal>(node, frame);
    case Base::kVariable:
      return Start<Base::kVariable>(node, frame);
    case Base::kNode:
      return Start<Base::kNode>(node, frame);
  }
  return Value::Unknown();
}

bool BelowBlank(const Node& node, const Frame& frame, const Slot* base) {
  const bool record_of_its_own = node.base != Base::kRoot && node.base != Base::kParams;
  if (record_of_its_own && base->state == State::kBlank) return true;
  const std::vector<const Field*>& path = frame.program->SiteOf(node).fields;
  const Slot* at = base;
  for (size_t i = 0; i + 1 < path.size(); ++i) {
    at += path[i]->slot;
    if (at->state == State::kBlank) return true;
  }
  return false;
}

}  // namespace anjuan::expr
