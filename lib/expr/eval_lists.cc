#include "expr/eval_lists.h"

#include <algorithm>

#include "expr/equality.h"
#include "expr/types.h"

namespace anjuan::expr {
namespace {

Slot* NewSlots(size_t count, Frame& frame) {
  return frame.scratch->AllocateArray<Slot>(std::max<size_t>(count, 1));
}

const Type& TypeOfArg(const Node& node, Frame& frame, uint32_t i) {
  return frame.program->sites[frame.program->Child(node, i)].type;
}

Value FromEqual(Equal equal) {
  return equal == Equal::kUnknown ? Value::Unknown() : Value::Bool(equal == Equal::kYes);
}

// An element as the value of its type; `stride` apart where records lie side by side.
Value ElementAt(const Slot& list, uint32_t i, const Type& element) {
  switch (element.kind) {
    case TypeKind::kRecord: {
      if ((list.code & kByPointer) != 0) return Value::Of(list.items[i].items);
      return Value::Of(list.items +
                       static_cast<size_t>(i) * static_cast<size_t>(element.record->slots));
    }
    case TypeKind::kList:
    case TypeKind::kMap:
      return Value::Of(&list.items[i]);
    default:
      return Scalar(list.items[i]);
  }
}

}  // namespace

Value NewList(const Slot* items, size_t size, bool open, Frame& frame, uint16_t code,
              size_t certain) {
  if (size > kMaxElements) return Value::Error(ErrorCode::kSize);
  Slot* const list = NewSlots(1, frame);
  *list = Slot{};
  list->items = items;
  list->size = static_cast<uint32_t>(size);
  list->state = State::kPresent;
  list->open = open;
  list->code = code;
  if (certain < size) {
    list->code |= kShifting;
    list->line = static_cast<uint32_t>(certain);
  }
  return Value::Of(list);
}

Value SizeOfList(const Value& list) {
  return list.slot->open ? Value::Unknown() : Value::Number(list.slot->size);
}

Value SizeOfMap(const Value& map) { return Value::Number(map.slot->size / 2); }

Value SumOf(Arguments args, const Node&, Frame&) {
  const Slot& list = *args[0].slot;
  if (list.open) return Value::Unknown();
  int64_t sum = 0;
  for (uint32_t i = 0; i < list.size; ++i) {
    if (__builtin_add_overflow(sum, list.items[i].number, &sum)) {
      return Value::Error(ErrorCode::kOverflow);
    }
  }
  return Value::Number(sum);
}

Value Distinct(Arguments args, const Node& node, Frame& frame) {
  const Slot& list = *args[0].slot;
  const Type& element = ElementOf(TypeOfArg(node, frame, 0));
  Slot* const items = NewSlots(list.size, frame);
  uint32_t kept = 0;
  uint32_t certain = 0;
  for (uint32_t i = 0; i < list.size; ++i) {
    frame.iterations += kept;
    if (frame.iterations > kMaxIterations) return Value::Error(ErrorCode::kCost);
    bool there = false;
    bool unsure = false;  // open lists inside the list
    for (uint32_t k = 0; k < kept && !there; ++k) {
      const Equal equal = EqualSlots(element, items[k], element, list.items[i]);
      there = equal == Equal::kYes;
      unsure |= equal == Equal::kUnknown;
    }
    if (!there && unsure) return Value::Unknown();
    if (!there) items[kept++] = list.items[i];
    if (i < CertainPlaces(list)) certain = kept;
  }
  return NewList(items, kept, list.open, frame, 0, certain);
}

Value Concatenate(Arguments args, const Node& node, Frame& frame) {
  const size_t size = size_t{args[0].slot->size} + args[1].slot->size;
  if (size > kMaxElements) return Value::Error(ErrorCode::kSize);
  Slot* const items = NewSlots(size, frame);
  Slot* to = items;
  uint16_t code = 0;
  for (uint32_t arg = 0; arg < 2; ++arg) {
    const Slot& list = *args[arg].slot;
    const Type& element = ElementOf(TypeOfArg(node, frame, arg));
    const bool records = element.kind == TypeKind::kRecord;
    if (records) code = kByPointer;
    for (uint32_t i = 0; i < list.size; ++i) {
      *to++ = records ? ToSlot(ElementAt(list, i, element)) : list.items[i];
    }
  }
  const Slot& first = *args[0].slot;
  const uint32_t certain =
      first.open ? CertainPlaces(first) : first.size + CertainPlaces(*args[1].slot);
  return NewList(items, size, first.open || args[1].slot->open, frame, code, certain);
}

Value IndexList(Arguments args, const Node& node, Frame& frame) {
  const Slot& list = *args[0].slot;
  const int64_t i = args[1].number;
  if (i < 0) return Value::Error(ErrorCode::kIndexRange);
  if (i >= CertainPlaces(list)) {
    return list.open ? Value::Unknown() : Value::Error(ErrorCode::kIndexRange);
  }
  return ElementAt(list, static_cast<uint32_t>(i), ElementOf(TypeOfArg(node, frame, 0)));
}

Value IndexMap(Arguments args, const Node& node, Frame& frame) {
  const Type& map = TypeOfArg(node, frame, 0);
  const Slot* const found =
      FindKey(*args[0].slot, KeyOf(map), TypeOfArg(node, frame, 1), ToSlot(args[1]));
  if (found == nullptr) return Value::Error(ErrorCode::kNoSuchKey);
  const TypeKind kind = ElementOf(map).kind;
  if (kind == TypeKind::kList || kind == TypeKind::kMap) return Value::Of(found);
  return kind == TypeKind::kRecord ? Value::Of(found->items) : Scalar(*found);
}

Value EqualDeep(Arguments args, const Node& node, Frame& frame) {
  return FromEqual(EqualSlots(TypeOfArg(node, frame, 0), *args[0].slot, TypeOfArg(node, frame, 1),
                              *args[1].slot));
}

Value UnequalDeep(Arguments args, const Node& node, Frame& frame) {
  const Value equal = EqualDeep(args, node, frame);
  return equal.here() ? Value::Bool(equal.number == 0) : equal;
}

Value InNumbers(const Value& value, const Value& list) {
  const Slot& slot = *list.slot;
  for (uint32_t i = 0; i < slot.size; ++i) {
    if (slot.items[i].number == value.number) return Value::Bool(true);
  }
  return slot.open ? Value::Unknown() : Value::Bool(false);
}

Value InTexts(const Value& value, const Value& list) {
  const Slot& slot = *list.slot;
  for (uint32_t i = 0; i < slot.size; ++i) {
    if (slot.items[i].view() == value.view()) return Value::Bool(true);
  }
  return slot.open ? Value::Unknown() : Value::Bool(false);
}

Value InKinds(const Value& value, const Value& list) {
  const Slot& slot = *list.slot;
  for (uint32_t i = 0; i < slot.size; ++i) {
    const Slot& item = slot.items[i];
    if (SameKind(value.code, value.view(), item.code, item.view())) return Value::Bool(true);
  }
  return slot.open ? Value::Unknown() : Value::Bool(false);
}

Value InDeep(Arguments args, const Node& node, Frame& frame) {
  const Slot& list = *args[1].slot;
  const Type& type = TypeOfArg(node, frame, 0);
  const Type& element = ElementOf(TypeOfArg(node, frame, 1));
  const bool by_slot = type.kind == TypeKind::kList || type.kind == TypeKind::kMap;
  const Slot value = by_slot ? *args[0].slot : ToSlot(args[0]);
  bool unsure = list.open;
  for (uint32_t i = 0; i < list.size; ++i) {
    const Equal equal = EqualSlots(type, value, element, list.items[i]);
    if (equal == Equal::kYes) return Value::Bool(true);
    unsure |= equal == Equal::kUnknown;
  }
  return unsure ? Value::Unknown() : Value::Bool(false);
}

Value InMap(Arguments args, const Node& node, Frame& frame) {
  return Value::Bool(FindKey(*args[1].slot, KeyOf(TypeOfArg(node, frame, 1)),
                             TypeOfArg(node, frame, 0), ToSlot(args[0])) != nullptr);
}

Value EvalList(const Node& node, Frame& frame) {
  const Type& element = ElementOf(frame.program->SiteOf(node).type);
  const bool by_slot = element.kind == TypeKind::kList || element.kind == TypeKind::kMap;
  Slot* const items = NewSlots(node.count, frame);
  Value worst;
  for (uint32_t i = 0; i < node.count; ++i) {
    const Value value = Run(frame.program->Child(node, i), frame);
    if (value.state > worst.state) worst = value;
    if (value.here()) items[i] = by_slot ? *value.slot : ToSlot(value);
  }
  if (!worst.here()) return worst;
  const bool records = element.kind == TypeKind::kRecord;
  return NewList(items, node.count, false, frame, records ? kByPointer : uint16_t{0});
}

Value EvalMap(const Node& node, Frame& frame) {
  const Type& type = frame.program->SiteOf(node).type;
  const Type& element = ElementOf(type);
  const bool by_slot = element.kind == TypeKind::kList || element.kind == TypeKind::kMap;
  Slot* const items = NewSlots(node.count, frame);
  Value worst;
  for (uint32_t i = 0; i < node.count; ++i) {
    const Value value = Run(frame.program->Child(node, i), frame);
    if (value.state > worst.state) worst = value;
    if (value.here()) items[i] = by_slot && i % 2 == 1 ? *value.slot : ToSlot(value);
  }
  if (!worst.here()) return worst;
  Slot map;
  map.items = items;
  for (uint32_t i = 0; i < node.count; i += 2) {
    map.size = i;
    if (FindKey(map, KeyOf(type), KeyOf(type), items[i]) != nullptr) {
      return Raised(Value::Error(ErrorCode::kDuplicateKey), node, frame);
    }
  }
  return NewList(items, node.count, false, frame);
}

}  // namespace anjuan::expr
