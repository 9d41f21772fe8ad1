#include "expr/eval_logic.h"

#include <cmath>

#include "expr/limits.h"
#include "value/period.h"

namespace anjuan::expr {
namespace {

Tri Not(const Node& node, Run& run) {
  const Tri operand = EvalTri(node.a, run);
  if (operand == Tri::kTrue) return Tri::kFalse;
  return operand == Tri::kFalse ? Tri::kTrue : operand;
}

template <Tri kDeciding>
Tri Fold(const Node& node, Run& run) {
  const uint32_t* const operands = run.program->operands.data() + node.a;
  Folding folding;
  for (uint32_t i = 0; i < node.size; ++i) {
    if (folding.Add(EvalTri(operands[i], run), kDeciding)) return kDeciding;
  }
  return folding.Result(kDeciding);
}

Tri Known(const Node& node, Run& run) {
  const Tri state = StateOf(run.nodes[node.a], run);
  if (state == Tri::kError) return state;
  return Truth(state != Tri::kUnknown);
}

Tri ConditionalTri(const Node& node, Run& run) {
  const Tri condition = EvalTri(node.a, run);
  if (condition == Tri::kUnknown || condition == Tri::kError) return condition;
  return EvalTri(condition == Tri::kTrue ? node.b : node.c, run);
}

template <typename Value, Value (*kEval)(uint32_t, Run&)>
Value ConditionalValue(const Node& node, Run& run) {
  const Tri condition = EvalTri(node.a, run);
  if (condition == Tri::kUnknown || condition == Tri::kError) {
    Value none;
    none.state = condition;
    return none;
  }
  return kEval(condition == Tri::kTrue ? node.b : node.c, run);
}

template <Compare kOp, typename T>
bool Holds(const T& a, const T& b) {
  switch (kOp) {
    case Compare::kLess:
      return a < b;
    case Compare::kLessEqual:
      return a <= b;
    case Compare::kGreater:
      return a > b;
    case Compare::kGreaterEqual:
      return a >= b;
    case Compare::kEqual:
      return a == b;
    case Compare::kNotEqual:
      return !(a == b);
  }
  return false;
}

template <Compare kOp>
Tri CompareNum(const Node& node, Run& run) {
  const Num a = EvalNum(node.a, run);
  const Num b = EvalNum(node.b, run);
  const Tri state = Both(a.state, b.state);
  return state == Tri::kTrue ? Truth(Holds<kOp>(a.value, b.value)) : state;
}

template <Compare kOp>
Tri CompareDouble(const Node& node, Run& run) {
  const Num a = EvalNum(node.a, run);
  const Num b = EvalNum(node.b, run);
  const Tri state = Both(a.state, b.state);
  return state == Tri::kTrue ? Truth(Holds<kOp>(AsDouble(a.value), AsDouble(b.value))) : state;
}

template <Compare kOp>
Tri CompareStr(const Node& node, Run& run) {
  const Str a = EvalStr(node.a, run);
  const Str b = EvalStr(node.b, run);
  const Tri state = Both(a.state, b.state);
  return state == Tri::kTrue ? Truth(Holds<kOp>(a.view(), b.view())) : state;
}

// A bool's value is its own Tri.
template <Compare kOp>
Tri CompareTri(const Node& node, Run& run) {
  const Tri a = EvalTri(node.a, run);
  const Tri b = EvalTri(node.b, run);
  const auto state = [](Tri t) { return t == Tri::kFalse ? Tri::kTrue : t; };
  const Tri both = Both(state(a), state(b));
  return both == Tri::kTrue ? Truth(Holds<kOp>(a == Tri::kTrue, b == Tri::kTrue)) : both;
}

template <bool kEqual>
Tri CompareKind(const Node& node, Run& run) {
  const Str kind = EvalStr(node.a, run);
  return kind.state == Tri::kTrue ? Truth((kind.code == node.code) == kEqual) : kind.state;
}

template <template <Compare> class Pick>
Node::Function ByOp(Compare op) {
  Node::Function run;
  switch (op) {
    case Compare::kLess:
      run.tri = Pick<Compare::kLess>::kRun;
      break;
    case Compare::kLessEqual:
      run.tri = Pick<Compare::kLessEqual>::kRun;
      break;
    case Compare::kGreater:
      run.tri = Pick<Compare::kGreater>::kRun;
      break;
    case Compare::kGreaterEqual:
      run.tri = Pick<Compare::kGreaterEqual>::kRun;
      break;
    case Compare::kEqual:
      run.tri = Pick<Compare::kEqual>::kRun;
      break;
    case Compare::kNotEqual:
      run.tri = Pick<Compare::kNotEqual>::kRun;
      break;
  }
  return run;
}
template <Compare kOp>
struct PickNum {
  static constexpr auto kRun = CompareNum<kOp>;
};
template <Compare kOp>
struct PickDouble {
  static constexpr auto kRun = CompareDouble<kOp>;
};
template <Compare kOp>
struct PickStr {
  static constexpr auto kRun = CompareStr<kOp>;
};
template <Compare kOp>
struct PickTri {
  static constexpr auto kRun = CompareTri<kOp>;
};

bool SameElement(const Slot& a, const Slot& b, Shape shape) {
  return shape == Shape::kStr ? a.view() == b.view() : a.number == b.number;
}

template <Shape kShape, bool kEqual>
Tri ListsEqual(const Node& node, Run& run) {
  const List a = EvalList(node.a, run);
  const List b = EvalList(node.b, run);
  const Tri state = Both(a.state, b.state);
  if (state != Tri::kTrue) return state;
  if (a.open || b.open) return Tri::kUnknown;
  bool same = a.size == b.size;
  for (uint32_t i = 0; same && i < a.size; ++i) same = SameElement(*a.At(i), *b.At(i), kShape);
  return Truth(same == kEqual);
}

template <char kOp>
Num IntArithmetic(const Node& node, Run& run) {
  const Num a = EvalNum(node.a, run);
  const Num b = EvalNum(node.b, run);
  Num result{0, Both(a.state, b.state)};
  if (result.state != Tri::kTrue) return result;
  bool overflow = false;
  if constexpr (kOp == '+') {
    overflow = __builtin_add_overflow(a.value, b.value, &result.value);
  } else if constexpr (kOp == '-') {
    overflow = __builtin_sub_overflow(a.value, b.value, &result.value);
  } else if constexpr (kOp == '*') {
    overflow = __builtin_mul_overflow(a.value, b.value, &result.value);
  } else if (b.value == 0) {
    return {0, Fail(run, TextId::kErrorDivision)};
  } else if (b.value == -1) {
    if constexpr (kOp == '/') overflow = __builtin_sub_overflow(int64_t{0}, a.value, &result.value);
  } else {
    result.value = kOp == '/' ? a.value / b.value : a.value % b.value;
  }
  if (overflow) return {0, Fail(run, TextId::kErrorOverflow)};
  return result;
}

template <char kOp>
Num DoubleArithmetic(const Node& node, Run& run) {
  const Num a = EvalNum(node.a, run);
  const Num b = EvalNum(node.b, run);
  const Tri state = Both(a.state, b.state);
  const double x = AsDouble(a.value);
  const double y = AsDouble(b.value);
  const double value = kOp == '+' ? x + y : kOp == '-' ? x - y : kOp == '*' ? x * y : x / y;
  return {AsBits(value), state};
}

Str Concatenate(const Node& node, Run& run) {
  const Str a = EvalStr(node.a, run);
  const Str b = EvalStr(node.b, run);
  Str result;
  result.state = Both(a.state, b.state);
  if (result.state != Tri::kTrue) return result;
  const size_t size = size_t{a.size} + b.size;
  if (size > kMaxBytes) {
    result.state = Fail(run, TextId::kErrorSize);
    return result;
  }
  char* const to = static_cast<char*>(run.scratch->Allocate(size + 1));
  if (a.size > 0) std::memcpy(to, a.data, a.size);
  if (b.size > 0) std::memcpy(to + a.size, b.data, b.size);
  result.data = to;
  result.size = static_cast<uint32_t>(size);
  return result;
}

List Append(const Node& node, Run& run) {
  const List a = EvalList(node.a, run);
  const List b = EvalList(node.b, run);
  List result;
  result.state = Both(a.state, b.state);
  if (result.state != Tri::kTrue) return result;
  const size_t size = size_t{a.size} + b.size;
  if (size > kMaxElements) {
    result.state = Fail(run, TextId::kErrorSize);
    return result;
  }
  const bool records = a.indirect || b.indirect || a.stride > 1 || b.stride > 1;
  Slot* const to = run.scratch->AllocateArray<Slot>(size);
  for (uint32_t i = 0; i < size; ++i) {
    const Slot* const from = i < a.size ? a.At(i) : b.At(i - a.size);
    to[i] = Slot{};
    if (records) {
      to[i].items = from;
    } else {
      to[i] = *from;
    }
  }
  result.items = to;
  result.size = static_cast<uint32_t>(size);
  result.indirect = records;
  result.open = a.open || b.open;
  return result;
}

Num NegateInt(const Node& node, Run& run) {
  Num a = EvalNum(node.a, run);
  if (a.state != Tri::kTrue) return a;
  if (__builtin_sub_overflow(int64_t{0}, a.value, &a.value)) {
    return {0, Fail(run, TextId::kErrorOverflow)};
  }
  return a;
}

Num NegateDouble(const Node& node, Run& run) {
  const Num a = EvalNum(node.a, run);
  return {AsBits(-AsDouble(a.value)), a.state};
}

template <bool kMinus>
Num DatePlusPeriod(const Node& node, Run& run) {
  const Num date = EvalNum(node.a, run);
  const Num period = EvalNum(node.b, run);
  const Tri state = Both(date.state, period.state);
  if (state != Tri::kTrue) return {0, state};
  Period moved{static_cast<Period::Unit>(period.value >> 32),
               static_cast<int32_t>(period.value & 0xFFFFFFFF)};
  if (kMinus) {
    if (moved.count == INT32_MIN) return {0, Fail(run, TextId::kErrorOverflow)};
    moved.count = -moved.count;
  }
  const std::optional<Date> result = AddPeriod(Date{static_cast<int32_t>(date.value)}, moved);
  if (!result) return {0, Fail(run, TextId::kErrorOverflow)};
  return {result->days, Tri::kTrue};
}

template <Shape kShape>
Tri In(const Node& node, Run& run) {
  Slot wanted;
  Tri state = Tri::kTrue;
  if constexpr (kShape == Shape::kStr) {
    const Str value = EvalStr(node.a, run);
    state = value.state;
    wanted.text = value.data;
    wanted.size = value.size;
  } else if constexpr (kShape == Shape::kTri) {
    const Tri value = EvalTri(node.a, run);
    wanted.number = value == Tri::kTrue;
    if (value == Tri::kUnknown || value == Tri::kError) state = value;
  } else {
    const Num value = EvalNum(node.a, run);
    state = value.state;
    wanted.number = value.value;
  }
  const List list = EvalList(node.b, run);
  state = Both(state, list.state);
  if (state != Tri::kTrue) return state;
  bool unknown = list.open;
  for (uint32_t i = 0; i < list.size; ++i) {
    const Slot& item = *list.At(i);
    if (item.state != State::kPresent) {
      unknown = true;
    } else if (SameElement(item, wanted, kShape)) {
      return Tri::kTrue;
    }
  }
  return unknown ? Tri::kUnknown : Tri::kFalse;
}

// The element a list holds at an index; unknown past the end of an open list.
Rec ElementAt(const Node& node, Run& run) {
  const List list = EvalList(node.a, run);
  const Num index = EvalNum(node.b, run);
  const Tri state = Both(list.state, index.state);
  if (state != Tri::kTrue) return {nullptr, state};
  if (index.value < 0 || index.value >= list.size) {
    if (index.value >= 0 && list.open) return {nullptr, Tri::kUnknown};
    return {nullptr, Fail(run, TextId::kErrorIndex)};
  }
  return {list.At(static_cast<uint32_t>(index.value)), Tri::kTrue};
}
Tri IndexTri(const Node& node, Run& run) {
  const Rec at = ElementAt(node, run);
  if (at.state != Tri::kTrue) return at.state;
  return at.slot->state == State::kPresent ? Truth(at.slot->number != 0) : Tri::kUnknown;
}
Num IndexNum(const Node& node, Run& run) {
  const Rec at = ElementAt(node, run);
  return at.state == Tri::kTrue ? NumOf(*at.slot) : Num{0, at.state};
}
Str IndexStr(const Node& node, Run& run) {
  const Rec at = ElementAt(node, run);
  return at.state == Tri::kTrue ? StrOf(*at.slot) : Str{nullptr, 0, 0, at.state};
}

}  // namespace

Compare CompareNamed(std::string_view op) {
  if (op == "<") return Compare::kLess;
  if (op == "<=") return Compare::kLessEqual;
  if (op == ">") return Compare::kGreater;
  if (op == ">=") return Compare::kGreaterEqual;
  return op == "==" ? Compare::kEqual : Compare::kNotEqual;
}

Compare Mirrored(Compare op) {
  switch (op) {
    case Compare::kLess:
      return Compare::kGreater;
    case Compare::kLessEqual:
      return Compare::kGreaterEqual;
    case Compare::kGreater:
      return Compare::kLess;
    case Compare::kGreaterEqual:
      return Compare::kLessEqual;
    default:
      return op;
  }
}

Node::Function NotFunction() { return {.tri = Not}; }
Node::Function AndFunction() { return {.tri = Fold<Tri::kFalse>}; }
Node::Function OrFunction() { return {.tri = Fold<Tri::kTrue>}; }
Node::Function KnownFunction() { return {.tri = Known}; }

Node::Function ConditionalFunction(Shape shape) {
  switch (shape) {
    case Shape::kTri:
      return {.tri = ConditionalTri};
    case Shape::kNum:
      return {.num = ConditionalValue<Num, EvalNum>};
    case Shape::kStr:
      return {.str = ConditionalValue<Str, EvalStr>};
    case Shape::kList:
      return {.list = ConditionalValue<List, EvalList>};
    case Shape::kRec:
      break;
  }
  return {.rec = ConditionalValue<Rec, EvalRec>};
}

Node::Function CompareFunction(TypeKind type, Compare op) {
  switch (type) {
    case TypeKind::kBool:
      return ByOp<PickTri>(op);
    case TypeKind::kString:
    case TypeKind::kDocKind:
      return ByOp<PickStr>(op);
    case TypeKind::kDouble:
      return ByOp<PickDouble>(op);
    default:
      return ByOp<PickNum>(op);
  }
}

Node::Function KindCompareFunction(Compare op) {
  if (op == Compare::kEqual) return {.tri = CompareKind<true>};
  return {.tri = CompareKind<false>};
}

Node::Function ListEqualFunction(Shape element, Compare op) {
  const bool equal = op == Compare::kEqual;
  if (element == Shape::kStr) {
    return {.tri = equal ? ListsEqual<Shape::kStr, true> : ListsEqual<Shape::kStr, false>};
  }
  return {.tri = equal ? ListsEqual<Shape::kNum, true> : ListsEqual<Shape::kNum, false>};
}

Node::Function ArithmeticFunction(TypeKind type, char op) {
  if (type == TypeKind::kDouble) {
    switch (op) {
      case '+':
        return {.num = DoubleArithmetic<'+'>};
      case '-':
        return {.num = DoubleArithmetic<'-'>};
      case '*':
        return {.num = DoubleArithmetic<'*'>};
      case '/':
        return {.num = DoubleArithmetic<'/'>};
      default:
        return {};
    }
  }
  if (type == TypeKind::kString)
    return op == '+' ? Node::Function{.str = Concatenate} : Node::Function{};
  if (type == TypeKind::kList) return op == '+' ? Node::Function{.list = Append} : Node::Function{};
  switch (op) {
    case '+':
      return {.num = IntArithmetic<'+'>};
    case '-':
      return {.num = IntArithmetic<'-'>};
    case '*':
      return {.num = IntArithmetic<'*'>};
    case '/':
      return {.num = IntArithmetic<'/'>};
    default:
      return {.num = IntArithmetic<'%'>};
  }
}

Node::Function NegateFunction(TypeKind type) {
  if (type == TypeKind::kDouble) return {.num = NegateDouble};
  return {.num = NegateInt};
}

Node::Function DatePlusPeriodFunction(bool minus) {
  if (minus) return {.num = DatePlusPeriod<true>};
  return {.num = DatePlusPeriod<false>};
}

Node::Function InFunction(Shape element) {
  if (element == Shape::kStr) return {.tri = In<Shape::kStr>};
  if (element == Shape::kTri) return {.tri = In<Shape::kTri>};
  return {.tri = In<Shape::kNum>};
}

Node::Function IndexFunction(Shape element) {
  switch (element) {
    case Shape::kTri:
      return {.tri = IndexTri};
    case Shape::kNum:
      return {.num = IndexNum};
    case Shape::kStr:
      return {.str = IndexStr};
    default:
      return {.rec = ElementAt};
  }
}

}  // namespace anjuan::expr
