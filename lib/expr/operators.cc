#include "expr/operators.h"

#include <bit>
#include <functional>

#include "expr/equality.h"
#include "expr/eval_lists.h"
#include "expr/eval_moments.h"
#include "expr/eval_strings.h"
#include "expr/eval_time.h"

namespace anjuan::expr {
namespace {

Value Overflow() { return Value::Error(ErrorCode::kOverflow); }

Value AddInts(const Value& a, const Value& b) {
  int64_t out = 0;
  return __builtin_add_overflow(a.number, b.number, &out) ? Overflow() : Value::Number(out);
}
Value SubtractInts(const Value& a, const Value& b) {
  int64_t out = 0;
  return __builtin_sub_overflow(a.number, b.number, &out) ? Overflow() : Value::Number(out);
}
Value MultiplyInts(const Value& a, const Value& b) {
  int64_t out = 0;
  return __builtin_mul_overflow(a.number, b.number, &out) ? Overflow() : Value::Number(out);
}
Value DivideInts(const Value& a, const Value& b) {
  if (b.number == 0) return Value::Error(ErrorCode::kDivideByZero);
  if (b.number == -1) return SubtractInts(Value::Number(0), a);
  return Value::Number(a.number / b.number);
}
Value Remainder(const Value& a, const Value& b) {
  if (b.number == 0) return Value::Error(ErrorCode::kDivideByZero);
  if (b.number == -1) {
    return a.number == INT64_MIN ? Overflow() : Value::Number(0);
  }
  return Value::Number(a.number % b.number);
}
Value NegateInt(const Value& a) { return SubtractInts(Value::Number(0), a); }

Value AddReals(const Value& a, const Value& b) { return Value::Real(a.real + b.real); }
Value SubtractReals(const Value& a, const Value& b) { return Value::Real(a.real - b.real); }
Value MultiplyReals(const Value& a, const Value& b) { return Value::Real(a.real * b.real); }
Value DivideReals(const Value& a, const Value& b) { return Value::Real(a.real / b.real); }
Value NegateReal(const Value& a) { return Value::Real(-a.real); }

Value AddTexts(Arguments args, const Node&, Frame& frame) {
  const size_t size = size_t{args[0].size} + args[1].size;
  if (size > kMaxBytes) return Value::Error(ErrorCode::kSize);
  char* const out = static_cast<char*>(frame.scratch->Allocate(size + 1));
  const std::string_view a = args[0].view();
  const std::string_view b = args[1].view();
  a.copy(out, a.size());
  b.copy(out + a.size(), b.size());
  return Value::String({out, size});
}

constexpr bool kMayFail = true;
constexpr bool kAsksCalendar = true;  // where the period is one of working days

constexpr FunctionRow kArithmetic[] = {
    {"+(int, int) -> int", &Strict2<AddInts>, kMayFail},
    {"+(double, double) -> double", &Strict2<AddReals>},
    {"+(string, string) -> string", &Strict<AddTexts>, kMayFail, Cost::kText},
    {"+(list(T), list(T)) -> list(T)", &Strict<Concatenate>, kMayFail, Cost::kList},
    {"+(date, period) -> date", &Strict2<AddPeriodTo>, kMayFail, Cost::kFlat, kAsksCalendar},
    {"+(money, money) -> money", &Strict2<AddInts>, kMayFail},
    {"+(timestamp, duration) -> timestamp", &Strict2<AddDuration>, kMayFail},
    {"+(duration, timestamp) -> timestamp", &Strict2<AddToDuration>, kMayFail},
    {"+(duration, duration) -> duration", &Strict2<AddInts>, kMayFail},
    {"-(int, int) -> int", &Strict2<SubtractInts>, kMayFail},
    {"-(double, double) -> double", &Strict2<SubtractReals>},
    {"-(date, period) -> date", &Strict2<SubtractPeriod>, kMayFail, Cost::kFlat, kAsksCalendar},
    {"-(money, money) -> money", &Strict2<SubtractInts>, kMayFail},
    {"-(timestamp, duration) -> timestamp", &Strict2<SubtractDuration>, kMayFail},
    {"-(timestamp, timestamp) -> duration", &Strict2<Between>, kMayFail},
    {"-(duration, duration) -> duration", &Strict2<SubtractInts>, kMayFail},
    {"*(int, int) -> int", &Strict2<MultiplyInts>, kMayFail},
    {"*(double, double) -> double", &Strict2<MultiplyReals>},
    {"*(money, int) -> money", &Strict2<MultiplyInts>, kMayFail},
    {"*(int, money) -> money", &Strict2<MultiplyInts>, kMayFail},
    {"/(int, int) -> int", &Strict2<DivideInts>, kMayFail},
    {"/(double, double) -> double", &Strict2<DivideReals>},
    {"%(int, int) -> int", &Strict2<Remainder>, kMayFail},
    {"-(int) -> int", &Strict1<NegateInt>, kMayFail},
    {"-(double) -> double", &Strict1<NegateReal>},
};

// One comparison of every type, for the six relations.
template <Relation R, typename T>
bool Holds(const T& a, const T& b) {
  if constexpr (R == Relation::kLess) return a < b;
  if constexpr (R == Relation::kLessEqual) return a <= b;
  if constexpr (R == Relation::kGreater) return a > b;
  if constexpr (R == Relation::kGreaterEqual) return a >= b;
  if constexpr (R == Relation::kEqual) return a == b;
  if constexpr (R == Relation::kNotEqual) return a != b;
}

template <Relation R>
Value Numbers(const Value& a, const Value& b) {
  return Value::Bool(Holds<R>(a.number, b.number));
}
template <Relation R>
Value Reals(const Value& a, const Value& b) {
  return Value::Bool(Holds<R>(a.real, b.real));
}
template <Relation R>
Value Texts(const Value& a, const Value& b) {
  return Value::Bool(Holds<R>(a.view(), b.view()));
}
template <Relation R>
Value Moments(const Value& a, const Value& b) {
  return Value::Bool(a.number != b.number ? Holds<R>(a.number, b.number)
                                          : Holds<R>(a.size, b.size));
}
// An int beside a double: a number that is none (2) stands in no relation but !=.
template <Relation R>
Value IntReal(const Value& a, const Value& b) {
  const int order = CompareNumbers(a.number, b.real);
  if (order == 2) return Value::Bool(R == Relation::kNotEqual);
  return Value::Bool(Holds<R>(order, 0));
}
template <Relation R>
Value RealInt(const Value& a, const Value& b) {
  const int order = CompareNumbers(b.number, a.real);
  if (order == 2) return Value::Bool(R == Relation::kNotEqual);
  return Value::Bool(Holds<R>(0, order));
}

// Kinds of documents, and a kind beside a computed string, whose code is known where it was
// written out in the pack.
Value SameKinds(const Value& a, const Value& b) {
  return Value::Bool(SameKind(a.code, a.view(), b.code, b.view()));
}
Value OtherKinds(const Value& a, const Value& b) {
  return Value::Bool(!SameKind(a.code, a.view(), b.code, b.view()));
}
bool KindIsText(const Value& a, const Value& b) {
  return a.code != 0 && a.code == b.code ? true : a.view() == b.view();
}
Value SameKindText(const Value& a, const Value& b) { return Value::Bool(KindIsText(a, b)); }
Value OtherKindText(const Value& a, const Value& b) { return Value::Bool(!KindIsText(a, b)); }

Value SamePeriods(const Value& a, const Value& b) {
  return Value::Bool(a.number == b.number && a.code == b.code);
}
Value OtherPeriods(const Value& a, const Value& b) {
  return Value::Bool(a.number != b.number || a.code != b.code);
}

template <Relation R>
EvalFn OrderOf(TypeKind left, TypeKind right) {
  if (left == TypeKind::kInt && right == TypeKind::kDouble) return &Strict2<IntReal<R>>;
  if (left == TypeKind::kDouble && right == TypeKind::kInt) return &Strict2<RealInt<R>>;
  if (left != right) return nullptr;
  switch (left) {
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kDuration:
    case TypeKind::kDate:
    case TypeKind::kMoney:
      return &Strict2<Numbers<R>>;
    case TypeKind::kDouble:
      return &Strict2<Reals<R>>;
    case TypeKind::kString:
      return &Strict2<Texts<R>>;
    case TypeKind::kTimestamp:
      return &Strict2<Moments<R>>;
    default:
      return nullptr;
  }
}

// As Same, but an int inside a list or map may meet a double.
bool MayBeEqual(const Type& a, const Type& b) {
  const auto is_number = [](const Type& type) {
    return type.kind == TypeKind::kInt || type.kind == TypeKind::kDouble;
  };
  if (is_number(a) && is_number(b)) return true;
  if (a.kind == TypeKind::kList && b.kind == TypeKind::kList) {
    return MayBeEqual(ElementOf(a), ElementOf(b));
  }
  if (a.kind == TypeKind::kMap && b.kind == TypeKind::kMap) {
    return MayBeEqual(KeyOf(a), KeyOf(b)) && MayBeEqual(ElementOf(a), ElementOf(b));
  }
  return Same(a, b);
}

EvalFn EqualityOf(bool equal, const Type& left, const Type& right) {
  const auto pick = [&](EvalFn same, EvalFn other) { return equal ? same : other; };
  const bool kinds = left.kind == TypeKind::kDocKind || right.kind == TypeKind::kDocKind;
  if (kinds && IsText(left) && IsText(right)) {
    if (left.kind == right.kind) return pick(&Strict2<SameKinds>, &Strict2<OtherKinds>);
    return pick(&Strict2<SameKindText>, &Strict2<OtherKindText>);
  }
  if (!MayBeEqual(left, right)) return nullptr;
  switch (left.kind) {
    case TypeKind::kEnum:
      return pick(&Strict2<Numbers<Relation::kEqual>>, &Strict2<Numbers<Relation::kNotEqual>>);
    case TypeKind::kPeriod:
      return pick(&Strict2<SamePeriods>, &Strict2<OtherPeriods>);
    case TypeKind::kList:
    case TypeKind::kMap:
      if (HoldsRecords(left) || HoldsRecords(right)) return nullptr;
      return pick(&Strict<EqualDeep>, &Strict<UnequalDeep>);
    default:
      return nullptr;
  }
}

}  // namespace

std::span<const FunctionRow> ArithmeticRows() { return kArithmetic; }

EvalFn RelationOf(Relation relation, const Type& left, const Type& right) {
  switch (relation) {
    case Relation::kLess:
      return OrderOf<Relation::kLess>(left.kind, right.kind);
    case Relation::kLessEqual:
      return OrderOf<Relation::kLessEqual>(left.kind, right.kind);
    case Relation::kGreater:
      return OrderOf<Relation::kGreater>(left.kind, right.kind);
    case Relation::kGreaterEqual:
      return OrderOf<Relation::kGreaterEqual>(left.kind, right.kind);
    case Relation::kEqual:
      if (EvalFn order = OrderOf<Relation::kEqual>(left.kind, right.kind)) return order;
      return EqualityOf(true, left, right);
    case Relation::kNotEqual:
      if (EvalFn order = OrderOf<Relation::kNotEqual>(left.kind, right.kind)) return order;
      return EqualityOf(false, left, right);
  }
  return nullptr;
}

EvalFn MembershipOf(const Type& value, const Type& container) {
  const auto is_number = [](TypeKind kind) {
    return kind == TypeKind::kInt || kind == TypeKind::kDouble;
  };
  if (container.kind == TypeKind::kMap) {
    const Type& key = KeyOf(container);
    const bool fits = Same(value, key) || (is_number(value.kind) && is_number(key.kind));
    return fits ? &Strict<InMap> : nullptr;
  }
  if (container.kind != TypeKind::kList) return nullptr;
  const Type& element = ElementOf(container);
  if (is_number(value.kind) && is_number(element.kind) && value.kind != element.kind) {
    return &Strict<InDeep>;
  }
  if (!Same(value, element) || HoldsRecords(value) || HoldsRecords(element)) return nullptr;
  switch (value.kind) {
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kDate:
    case TypeKind::kMoney:
    case TypeKind::kDuration:
    case TypeKind::kEnum:
      return &Strict2<InNumbers>;
    case TypeKind::kString:
      return &Strict2<InTexts>;
    case TypeKind::kDocKind:
      return &Strict2<InKinds>;
    default:
      return &Strict<InDeep>;
  }
}

}  // namespace anjuan::expr
