#include "expr/eval_select.h"

namespace anjuan::expr {
namespace {

template <Base kBase>
inline Rec Locate(const Node& node, Run& run) {
  if constexpr (kBase == Base::kRoot) {
    return {run.root + node.offset, Tri::kTrue};
  } else if constexpr (kBase == Base::kVariable) {
    return {run.vars[node.var] + node.offset, Tri::kTrue};
  } else if constexpr (kBase == Base::kParams) {
    return {run.params + node.offset, Tri::kTrue};
  } else if constexpr (kBase == Base::kToday) {
    return {run.today, Tri::kTrue};
  } else {
    Rec record = EvalRec(node.a, run);
    if (record.state == Tri::kTrue) record.slot += node.offset;
    return record;
  }
}

template <Base kBase>
Tri SelectTri(const Node& node, Run& run) {
  const Rec at = Locate<kBase>(node, run);
  if (at.state != Tri::kTrue) return at.state;
  return at.slot->state == State::kPresent ? Truth(at.slot->number != 0) : Tri::kUnknown;
}

template <Base kBase>
Num SelectNum(const Node& node, Run& run) {
  const Rec at = Locate<kBase>(node, run);
  if (at.state != Tri::kTrue) return {0, at.state};
  return NumOf(*at.slot);
}

template <Base kBase>
Str SelectStr(const Node& node, Run& run) {
  const Rec at = Locate<kBase>(node, run);
  if (at.state != Tri::kTrue) return {nullptr, 0, 0, at.state};
  return StrOf(*at.slot);
}

template <Base kBase>
List SelectList(const Node& node, Run& run) {
  const Rec at = Locate<kBase>(node, run);
  List list;
  list.state = at.state;
  if (at.state != Tri::kTrue) return list;
  if (at.slot->state != State::kPresent) {
    list.state = Tri::kUnknown;
    return list;
  }
  list.items = at.slot->items;
  list.size = at.slot->size;
  list.open = at.slot->open;
  list.stride = node.code;  // of a list: slots an element
  return list;
}

// A record is its header; its fields say themselves what they lack.
template <Base kBase>
Rec SelectRec(const Node& node, Run& run) {
  return Locate<kBase>(node, run);
}

template <Base kBase>
Node::Function FunctionFor(Shape shape) {
  Node::Function run;
  switch (shape) {
    case Shape::kTri:
      run.tri = SelectTri<kBase>;
      break;
    case Shape::kNum:
      run.num = SelectNum<kBase>;
      break;
    case Shape::kStr:
      run.str = SelectStr<kBase>;
      break;
    case Shape::kList:
      run.list = SelectList<kBase>;
      break;
    case Shape::kRec:
      run.rec = SelectRec<kBase>;
      break;
  }
  return run;
}

template <bool kFilled>
Tri HasScalar(const Node& node, Run& run) {
  const Rec at = SlotOf(run.nodes[node.a], run);
  if (at.state != Tri::kTrue) return at.state;
  switch (at.slot->state) {
    case State::kPresent:
      return Tri::kTrue;
    case State::kBlank:
      return Tri::kFalse;
    case State::kPartial:
      return kFilled ? Tri::kFalse : Tri::kUnknown;
    case State::kMissing:
      break;
  }
  return Tri::kUnknown;
}

Tri HasList(const Node& node, Run& run) {
  const Rec at = SlotOf(run.nodes[node.a], run);
  if (at.state != Tri::kTrue) return at.state;
  if (at.slot->state == State::kBlank) return Tri::kFalse;
  if (at.slot->state != State::kPresent) return Tri::kUnknown;
  if (at.slot->size > 0) return Tri::kTrue;
  return at.slot->open ? Tri::kUnknown : Tri::kFalse;
}

Tri LiteralTri(const Node& node, Run&) { return Truth(node.number != 0); }
Num LiteralNum(const Node& node, Run&) { return {node.number, Tri::kTrue}; }
Str LiteralStr(const Node& node, Run&) { return {node.text, node.size, node.code, Tri::kTrue}; }
List LiteralList(const Node& node, Run&) {
  List list;
  list.items = node.items;
  list.size = node.size;
  return list;
}

}  // namespace

Rec SlotOf(const Node& node, Run& run) {
  switch (node.base) {
    case Base::kRoot:
      return Locate<Base::kRoot>(node, run);
    case Base::kVariable:
      return Locate<Base::kVariable>(node, run);
    case Base::kParams:
      return Locate<Base::kParams>(node, run);
    case Base::kToday:
      return Locate<Base::kToday>(node, run);
    case Base::kNode:
      break;
  }
  return Locate<Base::kNode>(node, run);
}

Node::Function SelectFunction(Shape shape, Base base) {
  switch (base) {
    case Base::kRoot:
      return FunctionFor<Base::kRoot>(shape);
    case Base::kVariable:
      return FunctionFor<Base::kVariable>(shape);
    case Base::kParams:
      return FunctionFor<Base::kParams>(shape);
    case Base::kToday:
      return FunctionFor<Base::kToday>(shape);
    case Base::kNode:
      break;
  }
  return FunctionFor<Base::kNode>(shape);
}

Node::Function HasFunction(bool filled, bool list) {
  Node::Function run;
  run.tri = list ? HasList : filled ? HasScalar<true> : HasScalar<false>;
  return run;
}

Node::Function LiteralFunction(Shape shape) {
  Node::Function run;
  switch (shape) {
    case Shape::kTri:
      run.tri = LiteralTri;
      break;
    case Shape::kNum:
      run.num = LiteralNum;
      break;
    case Shape::kStr:
      run.str = LiteralStr;
      break;
    default:
      run.list = LiteralList;
      break;
  }
  return run;
}

}  // namespace anjuan::expr
