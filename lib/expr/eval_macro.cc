#include "expr/eval_macro.h"

#include "expr/limits.h"

namespace anjuan::expr {
namespace {

// Binds each element in turn. The iterations of one evaluation are bounded.
class Elements {
 public:
  Elements(const Node& node, const List& list, Run& run) : node_(node), list_(list), run_(run) {}

  bool Next() {
    if (next_ == list_.size) return false;
    if (++run_.iterations > kMaxIterations) {
      Fail(run_, TextId::kErrorCost);
      exhausted_ = true;
      return false;
    }
    run_.vars[node_.var] = current_ = list_.At(next_++);
    return true;
  }
  const Slot* current() const { return current_; }
  bool exhausted() const { return exhausted_; }

  // The predicate of fused filters; true where there is none.
  Tri Passes() { return node_.c == 0 ? Tri::kTrue : EvalTri(node_.c, run_); }

 private:
  const Node& node_;
  const List& list_;
  Run& run_;
  const Slot* current_ = nullptr;
  uint32_t next_ = 0;
  bool exhausted_ = false;
};

// A predicate that cannot fail need not be looked at once the rest is decided.
bool PredicateMayFail(const Node& node, const Run& run) {
  return node.c != 0 && run.nodes[node.c].can_fail;
}

// all folds !P || Q with &&; exists folds P && Q with ||.
template <Tri kDeciding>
Tri Quantify(const Node& node, Run& run) {
  const List list = EvalList(node.a, run);
  if (list.state != Tri::kTrue) return list.state;
  Elements elements(node, list, run);
  Folding folding;
  bool filter_error = false;
  bool decided = false;
  while (elements.Next()) {
    const Tri passes = elements.Passes();
    if (passes == Tri::kError) filter_error = true;
    if (decided || passes == Tri::kFalse || passes == Tri::kError) continue;
    Tri here = EvalTri(node.b, run);
    if (passes == Tri::kUnknown && here == kDeciding) here = Tri::kUnknown;
    if (passes == Tri::kUnknown && here == Tri::kError) here = Tri::kUnknown;
    decided = folding.Add(here, kDeciding);
    if (decided && !PredicateMayFail(node, run)) return kDeciding;
  }
  if (filter_error || elements.exhausted()) return Tri::kError;
  if (!decided && list.open) folding.Add(Tri::kUnknown, kDeciding);
  return folding.Result(kDeciding);
}

Tri ExistsOne(const Node& node, Run& run) {
  const List list = EvalList(node.a, run);
  if (list.state != Tri::kTrue) return list.state;
  Elements elements(node, list, run);
  uint32_t trues = 0;
  bool unknown = list.open;
  bool error = false;
  while (elements.Next()) {
    const Tri passes = elements.Passes();
    if (passes == Tri::kFalse) continue;
    Tri here = passes == Tri::kError ? passes : EvalTri(node.b, run);
    if (passes == Tri::kUnknown && here == Tri::kTrue) here = Tri::kUnknown;
    trues += here == Tri::kTrue;
    unknown = unknown || here == Tri::kUnknown;
    error = error || here == Tri::kError;
  }
  if (error || elements.exhausted()) return Tri::kError;
  if (trues >= 2) return Tri::kFalse;
  return unknown ? Tri::kUnknown : Truth(trues == 1);
}

// Worst state of the elements of a list that is being built: an error before an unknown.
void Worsen(Tri& state, Tri element) {
  if (element == Tri::kError || (element == Tri::kUnknown && state == Tri::kTrue)) state = element;
}

List Filter(const Node& node, Run& run) {
  const List list = EvalList(node.a, run);
  List result = list;
  if (list.state != Tri::kTrue) return result;
  const bool records = list.indirect || list.stride > 1;
  Slot* const kept = run.scratch->AllocateArray<Slot>(list.size);
  uint32_t count = 0;
  Elements elements(node, list, run);
  while (elements.Next()) {
    const Tri passes = elements.Passes();
    Worsen(result.state, passes == Tri::kFalse ? Tri::kTrue : passes);
    if (passes != Tri::kTrue) continue;
    kept[count] = Slot{};
    if (records) {
      kept[count].items = elements.current();
    } else {
      kept[count] = *elements.current();
    }
    ++count;
  }
  if (elements.exhausted()) result.state = Tri::kError;
  result.items = kept;
  result.size = count;
  result.stride = 1;
  result.indirect = records;
  return result;
}

template <Shape kShape>
Tri StoreValue(uint32_t node, Run& run, Slot& to) {
  to = Slot{};
  to.state = State::kPresent;
  if constexpr (kShape == Shape::kTri) {
    const Tri value = EvalTri(node, run);
    to.number = value == Tri::kTrue;
    return value == Tri::kFalse ? Tri::kTrue : value;
  } else if constexpr (kShape == Shape::kNum) {
    const Num value = EvalNum(node, run);
    to.number = value.value;
    return value.state;
  } else if constexpr (kShape == Shape::kStr) {
    const Str value = EvalStr(node, run);
    to.text = value.data;
    to.size = value.size;
    to.code = value.code;
    return value.state;
  } else {
    const Rec value = EvalRec(node, run);
    to.items = value.slot;
    return value.state;
  }
}

Tri Store(Shape shape, uint32_t node, Run& run, Slot& to) {
  switch (shape) {
    case Shape::kTri:
      return StoreValue<Shape::kTri>(node, run, to);
    case Shape::kNum:
      return StoreValue<Shape::kNum>(node, run, to);
    case Shape::kStr:
      return StoreValue<Shape::kStr>(node, run, to);
    default:
      return StoreValue<Shape::kRec>(node, run, to);
  }
}

template <Shape kShape>
List Map(const Node& node, Run& run) {
  const List list = EvalList(node.a, run);
  List result;
  result.state = list.state;
  if (list.state != Tri::kTrue) return result;
  result.open = list.open;
  result.indirect = kShape == Shape::kRec;
  Slot* const values = run.scratch->AllocateArray<Slot>(list.size);
  Elements elements(node, list, run);
  while (elements.Next()) {
    const Tri passes = elements.Passes();
    Worsen(result.state, passes == Tri::kFalse ? Tri::kTrue : passes);
    if (passes != Tri::kTrue) continue;
    Worsen(result.state, StoreValue<kShape>(node.b, run, values[result.size]));
    ++result.size;
  }
  if (elements.exhausted()) result.state = Tri::kError;
  result.items = values;
  return result;
}

template <Compare kOp>
Tri SizeCompare(const Node& node, Run& run) {
  return CompareBounds(CountOf(node, run), kOp, node.number);
}

Num Size(const Node& node, Run& run) {
  const Bounds bounds = CountOf(node, run);
  if (bounds.state != Tri::kTrue) return {0, bounds.state};
  if (bounds.no_bound || bounds.least != bounds.most) return {0, Tri::kUnknown};
  return {static_cast<int64_t>(bounds.least), Tri::kTrue};
}

Rec OneDocument(const Node& node, Run& run) {
  const List list = EvalList(node.a, run);
  if (list.state != Tri::kTrue) return {nullptr, list.state};
  const Slot* found = nullptr;
  bool unknown = false;
  bool error = false;
  uint32_t count = 0;
  Elements elements(node, list, run);
  while (elements.Next()) {
    const Tri passes = elements.Passes();
    unknown = unknown || passes == Tri::kUnknown;
    error = error || passes == Tri::kError;
    if (passes != Tri::kTrue) continue;
    ++count;
    found = elements.current();
  }
  if (error || elements.exhausted()) return {nullptr, Tri::kError};
  if (count >= 2) return {nullptr, Fail(run, TextId::kErrorAmbiguous)};
  if (unknown) return {nullptr, Tri::kUnknown};
  if (count == 1) return {found, Tri::kTrue};
  if (list.open) return {nullptr, Tri::kUnknown};
  return {run.blank, Tri::kTrue};
}

List LiteralElements(const Node& node, Run& run) {
  const uint32_t* const children = run.program->operands.data() + node.a;
  Slot* const items = run.scratch->AllocateArray<Slot>(node.size);
  List list;
  list.items = items;
  list.size = node.size;
  for (uint32_t i = 0; i < node.size; ++i) {
    Worsen(list.state, Store(static_cast<Shape>(node.code), children[i], run, items[i]));
  }
  list.indirect = static_cast<Shape>(node.code) == Shape::kRec;
  return list;
}

Tri VariableTri(const Node& node, Run& run) {
  const Slot& slot = *run.vars[node.var];
  return slot.state == State::kPresent ? Truth(slot.number != 0) : Tri::kUnknown;
}
Num VariableNum(const Node& node, Run& run) { return NumOf(*run.vars[node.var]); }
Str VariableStr(const Node& node, Run& run) { return StrOf(*run.vars[node.var]); }
Rec VariableRec(const Node& node, Run& run) { return {run.vars[node.var], Tri::kTrue}; }

}  // namespace

Bounds CountOf(const Node& node, Run& run) {
  const List list = EvalList(node.a, run);
  Bounds bounds;
  bounds.state = list.state;
  if (list.state != Tri::kTrue) return bounds;
  bounds.no_bound = list.open;
  if (node.c == 0) {
    bounds.least = bounds.most = list.size;
    return bounds;
  }
  Elements elements(node, list, run);
  while (elements.Next()) {
    const Tri passes = elements.Passes();
    bounds.least += passes == Tri::kTrue;
    bounds.most += passes == Tri::kTrue || passes == Tri::kUnknown;
    if (passes == Tri::kError) bounds.state = Tri::kError;
  }
  if (elements.exhausted()) bounds.state = Tri::kError;
  return bounds;
}

Tri CompareBounds(const Bounds& bounds, Compare op, int64_t k) {
  if (bounds.state != Tri::kTrue) return bounds.state;
  const auto least = static_cast<int64_t>(bounds.least);
  const auto most = static_cast<int64_t>(bounds.most);
  const bool bounded = !bounds.no_bound;
  const auto decide = [](bool yes, bool no) {
    return yes ? Tri::kTrue : no ? Tri::kFalse : Tri::kUnknown;
  };
  switch (op) {
    case Compare::kGreaterEqual:
      return decide(least >= k, bounded && most < k);
    case Compare::kGreater:
      return decide(least > k, bounded && most <= k);
    case Compare::kLess:
      return decide(bounded && most < k, least >= k);
    case Compare::kLessEqual:
      return decide(bounded && most <= k, least > k);
    case Compare::kEqual:
      return decide(bounded && least == k && most == k, least > k || (bounded && most < k));
    case Compare::kNotEqual:
      return decide(least > k || (bounded && most < k), bounded && least == k && most == k);
  }
  return Tri::kUnknown;
}

Node::Function AllFunction() { return {.tri = Quantify<Tri::kFalse>}; }
Node::Function ExistsFunction() { return {.tri = Quantify<Tri::kTrue>}; }
Node::Function ExistsOneFunction() { return {.tri = ExistsOne}; }
Node::Function FilterFunction() { return {.list = Filter}; }
Node::Function SizeFunction() { return {.num = Size}; }
Node::Function DocumentFunction() { return {.rec = OneDocument}; }
Node::Function LiteralElementsFunction() { return {.list = LiteralElements}; }

Node::Function MapFunction(Shape body) {
  switch (body) {
    case Shape::kTri:
      return {.list = Map<Shape::kTri>};
    case Shape::kNum:
      return {.list = Map<Shape::kNum>};
    case Shape::kStr:
      return {.list = Map<Shape::kStr>};
    default:
      return {.list = Map<Shape::kRec>};
  }
}

Node::Function SizeCompareFunction(Compare op) {
  switch (op) {
    case Compare::kLess:
      return {.tri = SizeCompare<Compare::kLess>};
    case Compare::kLessEqual:
      return {.tri = SizeCompare<Compare::kLessEqual>};
    case Compare::kGreater:
      return {.tri = SizeCompare<Compare::kGreater>};
    case Compare::kGreaterEqual:
      return {.tri = SizeCompare<Compare::kGreaterEqual>};
    case Compare::kEqual:
      return {.tri = SizeCompare<Compare::kEqual>};
    case Compare::kNotEqual:
      break;
  }
  return {.tri = SizeCompare<Compare::kNotEqual>};
}

Node::Function VariableFunction(Shape shape) {
  switch (shape) {
    case Shape::kTri:
      return {.tri = VariableTri};
    case Shape::kNum:
      return {.num = VariableNum};
    case Shape::kStr:
      return {.str = VariableStr};
    default:
      return {.rec = VariableRec};
  }
}

Tri StateOf(const Node& node, Run& run) {
  const auto value = [](Tri state) { return state == Tri::kFalse ? Tri::kTrue : state; };
  switch (node.shape) {
    case Shape::kTri:
      return value(node.run.tri(node, run));
    case Shape::kNum:
      return node.run.num(node, run).state;
    case Shape::kStr:
      return node.run.str(node, run).state;
    case Shape::kList:
      return node.run.list(node, run).state;
    case Shape::kRec:
      break;
  }
  return node.run.rec(node, run).state;
}

}  // namespace anjuan::expr
