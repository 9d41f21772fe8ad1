#include "expr/plain_value.h"

#include <cmath>

namespace anjuan::expr {
namespace {

using Kind = Plain::Kind;

bool IsNumber(const Plain& value) { return value.is(Kind::kInt) || value.is(Kind::kDouble); }

// Holds every int64 and every double exactly.
long double PointOf(const Plain& value) {
  static_assert(__LDBL_MANT_DIG__ >= 64);
  return value.is(Kind::kInt) ? static_cast<long double>(value.number)
                              : static_cast<long double>(value.real);
}

Plain EqualLists(const Plain& a, const Plain& b) {
  bool unsure = a.open || b.open;
  for (size_t i = 0; i < a.certain && i < b.certain; ++i) {
    const Plain same = Equals(a.items[i], b.items[i]);
    if (same.is_false()) return same;
    unsure |= same.is(Kind::kUnknown);
  }
  // An open list may only grow.
  if (a.items.size() > b.items.size() && !b.open) return Truth(false);
  if (b.items.size() > a.items.size() && !a.open) return Truth(false);
  return unsure ? Unknown() : Truth(true);
}

Plain EqualMaps(const Plain& a, const Plain& b) {
  if (a.items.size() != b.items.size()) return Truth(false);
  bool unsure = false;
  for (size_t i = 0; i < a.items.size(); i += 2) {
    bool found = false;
    for (size_t j = 0; j < b.items.size(); j += 2) {
      if (!Equals(a.items[i], b.items[j]).is_true()) continue;
      found = true;
      const Plain same = Equals(a.items[i + 1], b.items[j + 1]);
      if (same.is_false()) return same;
      unsure |= same.is(Kind::kUnknown);
    }
    if (!found) return Truth(false);
  }
  return unsure ? Unknown() : Truth(true);
}

}  // namespace

Plain Unknown() { return {}; }

Plain Failure() { return MakePlain(Kind::kError, 0); }

Plain MakePlain(Kind kind, int64_t number, int64_t more) {
  Plain value;
  value.kind = kind;
  value.number = number;
  value.more = more;
  return value;
}

Plain Real(double real) {
  Plain value = MakePlain(Kind::kDouble, 0);
  value.real = real;
  return value;
}

Plain PlainText(std::string text) {
  Plain value = MakePlain(Kind::kString, 0);
  value.text = std::move(text);
  return value;
}

Plain PlainList(std::vector<Plain> items, bool open) {
  Plain value = MakePlain(Kind::kList, 0);
  value.certain = items.size();
  value.items = std::move(items);
  value.open = open;
  return value;
}

std::optional<Plain> Strictly(const std::vector<Plain>& operands) {
  bool unknown = false;
  for (const Plain& operand : operands) {
    if (operand.is(Kind::kError)) return operand;
    unknown |= operand.is(Kind::kUnknown);
  }
  return unknown ? std::optional(Unknown()) : std::nullopt;
}

Plain Equals(const Plain& a, const Plain& b) {
  if (IsNumber(a) && IsNumber(b)) return Truth(PointOf(a) == PointOf(b));
  switch (a.kind) {
    case Kind::kString:
      return Truth(a.text == b.text);
    case Kind::kTimestamp:
    case Kind::kPeriod:
      return Truth(a.number == b.number && a.more == b.more);
    case Kind::kList:
      return EqualLists(a, b);
    case Kind::kMap:
      return EqualMaps(a, b);
    default:
      return Truth(a.number == b.number);
  }
}

std::optional<int> Order(const Plain& a, const Plain& b) {
  const auto order = [](const auto& x, const auto& y) { return x < y ? -1 : x == y ? 0 : 1; };
  if (IsNumber(a) && IsNumber(b)) {
    if (std::isnan(PointOf(a)) || std::isnan(PointOf(b))) return std::nullopt;
    return order(PointOf(a), PointOf(b));
  }
  if (a.is(Kind::kString)) return a.text.compare(b.text);
  return a.number != b.number ? order(a.number, b.number) : order(a.more, b.more);
}

}  // namespace anjuan::expr
