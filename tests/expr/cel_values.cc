#include "expr/cel_values.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "expr/types.h"

namespace anjuan::expr {
namespace {

double RealOf(const Slot& slot) { return std::bit_cast<double>(slot.number); }

int64_t NumberOf(std::string_view text) {
  int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Infinity and NaN too.
double RealOf(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

bool SameReals(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return std::bit_cast<uint64_t>(a) == std::bit_cast<uint64_t>(b);
}

// Reads a type from the front of `text`.
std::optional<Type> TakeType(std::string_view& text) {
  const auto accept = [&](std::string_view symbol) {
    if (!text.starts_with(symbol)) return false;
    text.remove_prefix(symbol.size());
    return true;
  };
  if (accept("list(")) {
    std::optional<Type> element = TakeType(text);
    if (!element || !accept(")")) return std::nullopt;
    return ListOf(std::move(*element));
  }
  if (accept("map(")) {
    std::optional<Type> key = TakeType(text);
    if (!key || !accept(", ")) return std::nullopt;
    std::optional<Type> element = TakeType(text);
    if (!element || !accept(")")) return std::nullopt;
    return MapOf(std::move(*key), std::move(*element));
  }
  constexpr struct {
    std::string_view name;
    TypeKind kind;
  } kScalars[] = {{"bool", TypeKind::kBool},
                  {"int", TypeKind::kInt},
                  {"double", TypeKind::kDouble},
                  {"string", TypeKind::kString},
                  {"google.protobuf.Timestamp", TypeKind::kTimestamp},
                  {"google.protobuf.Duration", TypeKind::kDuration}};
  for (const auto& scalar : kScalars) {
    if (accept(scalar.name)) return Of(scalar.kind);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Type> TypeNamed(std::string_view name) {
  std::optional<Type> type = TakeType(name);
  return name.empty() ? type : std::nullopt;
}

Slot SlotOf(const CelValue& value, Arena& arena) {
  Slot slot;
  slot.state = State::kPresent;
  if (value.type == "bool") {
    slot.number = value.text == "true" ? 1 : 0;
  } else if (value.type == "int") {
    slot.number = NumberOf(value.text);
  } else if (value.type == "double") {
    slot.number = std::bit_cast<int64_t>(RealOf(value.text));
  } else if (value.type == "string") {
    const std::string_view text = arena.Copy(value.text);
    slot.text = text.data();
    slot.size = static_cast<uint32_t>(text.size());
  } else {
    Slot* const items = arena.AllocateArray<Slot>(value.items.size() + 1);
    for (size_t i = 0; i < value.items.size(); ++i) items[i] = SlotOf(value.items[i], arena);
    slot.items = items;
    slot.size = static_cast<uint32_t>(value.items.size());
  }
  return slot;
}

bool IsSame(const CelValue& wanted, const Type& type, const Slot& slot) {
  switch (type.kind) {
    case TypeKind::kBool:
      return wanted.type == "bool" && (wanted.text == "true") == (slot.number != 0);
    case TypeKind::kInt:
      return wanted.type == "int" && NumberOf(wanted.text) == slot.number;
    case TypeKind::kDouble:
      return wanted.type == "double" && SameReals(RealOf(wanted.text), RealOf(slot));
    case TypeKind::kString:
      return wanted.type == "string" && wanted.text == slot.view();
    case TypeKind::kList: {
      if (wanted.type != "list" || slot.open || wanted.items.size() != slot.size) return false;
      for (uint32_t i = 0; i < slot.size; ++i) {
        if (!IsSame(wanted.items[i], ElementOf(type), slot.items[i])) return false;
      }
      return true;
    }
    case TypeKind::kMap: {
      if (wanted.type != "map" || wanted.items.size() != slot.size) return false;
      for (size_t i = 0; i < wanted.items.size(); i += 2) {
        bool found = false;
        for (uint32_t k = 0; k < slot.size && !found; k += 2) {
          found = IsSame(wanted.items[i], KeyOf(type), slot.items[k]) &&
                  IsSame(wanted.items[i + 1], ElementOf(type), slot.items[k + 1]);
        }
        if (!found) return false;
      }
      return true;
    }
    default:
      return false;
  }
}

std::string Shown(const CelValue& value) {
  if (value.type == "string") return '"' + value.text + '"';
  if (value.type == "null") return "null";
  if (value.type != "list" && value.type != "map") return value.type + " " + value.text;
  const bool map = value.type == "map";
  std::string shown;
  for (size_t i = 0; i < value.items.size(); ++i) {
    if (i > 0) shown += map && i % 2 == 1 ? ": " : ", ";
    shown += Shown(value.items[i]);
  }
  return map ? "{" + shown + "}" : "[" + shown + "]";
}

std::string Shown(const Type& type, const Slot& slot) {
  switch (type.kind) {
    case TypeKind::kBool:
      return slot.number != 0 ? "bool true" : "bool false";
    case TypeKind::kDouble: {
      char text[32];
      const auto [end, error] = std::to_chars(text, text + sizeof text, RealOf(slot));
      return "double " + std::string(text, end);
    }
    case TypeKind::kString:
      return '"' + std::string(slot.view()) + '"';
    case TypeKind::kList:
    case TypeKind::kMap: {
      const bool map = type.kind == TypeKind::kMap;
      std::string shown;
      for (uint32_t i = 0; i < slot.size; ++i) {
        if (i > 0) shown += map && i % 2 == 1 ? ": " : ", ";
        shown += Shown(map && i % 2 == 0 ? KeyOf(type) : ElementOf(type), slot.items[i]);
      }
      return map ? "{" + shown + "}" : "[" + shown + "]";
    }
    default:
      return NameOf(type) + " " + std::to_string(slot.number);
  }
}

}  // namespace anjuan::expr
