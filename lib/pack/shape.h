// What keys the YAML of a pack may have, as tables: its readers ask them what is needed, and
// `rules schema` prints them for editors, so that neither can say what the other does not.
//
// A new key: one row in the table beside its reader. A check kind that gives no shape is anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "yaml/yaml.h"

namespace anjuan {

enum class ShapeKind : uint8_t {
  kAny,
  kText,
  kExpression,
  kFieldPath,  // an expression that is a field
  kBool,
  kDate,
  kPoints,
  kSeverity,
  kStage,   // a stage's label
  kScheme,  // of scoring, by name or file
  kDocumentKind,
  kDocumentField,
  kParamType,
  kTest,  // of a rule: its keys are those of its reader
  kCase,  // a case file in YAML
  kOutcome,
  kMap,    // keys
  kTable,  // any key; each value an `item`
  kList,   // of `item`
};

struct KeyShape;

struct Shape {
  ShapeKind kind = ShapeKind::kAny;
  const KeyShape* keys = nullptr;
  size_t key_count = 0;
  const Shape* item = nullptr;
  size_t least = 0;  // items of a list
};

struct KeyShape {
  enum Need : uint8_t { kOptional, kNeeded, kOneOf };  // exactly one of those with kOneOf

  std::string_view key;
  Need need = kOptional;
  Shape shape;
};

template <size_t N>
constexpr Shape MapShape(const KeyShape (&keys)[N]) {
  return {ShapeKind::kMap, keys, N, nullptr, 0};
}
constexpr Shape ListShape(const Shape& item, size_t least = 0) {
  return {ShapeKind::kList, nullptr, 0, &item, least};
}
constexpr Shape TableShape(const Shape& item) { return {ShapeKind::kTable, nullptr, 0, &item, 0}; }

inline constexpr Shape kAnyShape{};
inline constexpr Shape kTextShape{ShapeKind::kText};
inline constexpr Shape kExpressionShape{ShapeKind::kExpression};
inline constexpr Shape kFieldPathShape{ShapeKind::kFieldPath};
inline constexpr Shape kDateShape{ShapeKind::kDate};

// What a reader of that table asks for; the key must stand in it.
yaml::MapReader::Need NeedOf(std::span<const KeyShape> keys, std::string_view key);

// Each stands beside its reader. A rule also has the keys of the check kinds (checks.h).
std::span<const KeyShape> PackKeys();  // load.cc
std::span<const KeyShape> RuleKeys();  // rule_reader.cc

}  // namespace anjuan
