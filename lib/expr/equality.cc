#include "expr/equality.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "expr/types.h"

namespace anjuan::expr {
namespace {

Equal Said(bool equal) { return equal ? Equal::kYes : Equal::kNo; }

Equal EqualLists(const Type& left, const Slot& a, const Type& right, const Slot& b) {
  Equal result = Equal::kYes;
  const uint32_t common = std::min(CertainPlaces(a), CertainPlaces(b));
  for (uint32_t i = 0; i < common; ++i) {
    const Equal each = EqualSlots(ElementOf(left), a.items[i], ElementOf(right), b.items[i]);
    if (each == Equal::kNo) return Equal::kNo;
    if (each == Equal::kUnknown) result = Equal::kUnknown;
  }
  // More elements may follow in an open list, never fewer.
  if (a.size != b.size) {
    const Slot& shorter = a.size < b.size ? a : b;
    return shorter.open ? Equal::kUnknown : Equal::kNo;
  }
  return a.open || b.open ? Equal::kUnknown : result;
}

Equal EqualMaps(const Type& left, const Slot& a, const Type& right, const Slot& b) {
  if (a.size != b.size) return Equal::kNo;
  Equal result = Equal::kYes;
  for (uint32_t i = 0; i < a.size; i += 2) {
    const Slot* const other = FindKey(b, KeyOf(right), KeyOf(left), a.items[i]);
    if (other == nullptr) return Equal::kNo;
    const Equal each = EqualSlots(ElementOf(left), a.items[i + 1], ElementOf(right), *other);
    if (each == Equal::kNo) return Equal::kNo;
    if (each == Equal::kUnknown) result = Equal::kUnknown;
  }
  return result;
}

}  // namespace

int CompareNumbers(int64_t a, double b) {
  if (std::isnan(b)) return 2;
  if (b >= 0x1p63) return -1;
  if (b < -0x1p63) return 1;
  const double whole = std::trunc(b);
  const auto truncated = static_cast<int64_t>(whole);
  if (a != truncated) return a < truncated ? -1 : 1;
  if (b == whole) return 0;
  return b > whole ? -1 : 1;
}

Equal EqualSlots(const Type& left, const Slot& a, const Type& right, const Slot& b) {
  const auto real = [](const Slot& slot) { return std::bit_cast<double>(slot.number); };
  if (left.kind == TypeKind::kInt && right.kind == TypeKind::kDouble) {
    return Said(CompareNumbers(a.number, real(b)) == 0);
  }
  if (left.kind == TypeKind::kDouble && right.kind == TypeKind::kInt) {
    return Said(CompareNumbers(b.number, real(a)) == 0);
  }
  switch (left.kind == TypeKind::kNone ? right.kind : left.kind) {
    case TypeKind::kDouble:
      return Said(real(a) == real(b));
    case TypeKind::kString:
      return Said(a.view() == b.view());
    case TypeKind::kDocKind:
      return Said(SameKind(a.code, a.view(), b.code, b.view()));
    case TypeKind::kTimestamp:
      return Said(a.number == b.number && a.size == b.size);
    case TypeKind::kPeriod:
      return Said(a.number == b.number && a.code == b.code);
    case TypeKind::kList:
      return EqualLists(left, a, right, b);
    case TypeKind::kMap:
      return EqualMaps(left, a, right, b);
    default:
      return Said(a.number == b.number);
  }
}

const Slot* FindKey(const Slot& map, const Type& key_type, const Type& wanted_type,
                    const Slot& wanted) {
  for (uint32_t i = 0; i + 1 < map.size; i += 2) {
    if (EqualSlots(key_type, map.items[i], wanted_type, wanted) == Equal::kYes) {
      return &map.items[i + 1];
    }
  }
  return nullptr;
}

}  // namespace anjuan::expr
