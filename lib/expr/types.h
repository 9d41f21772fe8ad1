// Building and comparing static types; for the checker and the tables of functions.
#pragma once

#include "expr/type.h"

namespace anjuan::expr {

Type Of(TypeKind kind);
Type ListOf(Type element);
Type MapOf(Type key, Type element);
Type RecordOf(const RecordType& record);

// The type of a model's field as an expression sees it.
Type TypeOfField(const Model& model, const Field& field);

// Types of which values may meet in one operation; a kNone inside (the element of []) fits all.
bool Same(const Type& a, const Type& b);

// A string in the model's eyes: string, enum, document kind.
inline bool IsText(const Type& type) {
  return type.kind == TypeKind::kString || type.kind == TypeKind::kEnum ||
         type.kind == TypeKind::kDocKind;
}
inline bool IsCoded(const Type& type) {
  return type.kind == TypeKind::kEnum || type.kind == TypeKind::kDocKind;
}

// kNone, or a list or map with a kNone inside.
bool IsOpen(const Type& type);

// A record, or a list or map with records inside: they have no ==.
bool HoldsRecords(const Type& type);

// The more definite of two types that are Same.
Type Merge(const Type& a, const Type& b);

inline const Type& ElementOf(const Type& list) {
  static const Type kNothing;
  return list.element ? *list.element : kNothing;
}
inline const Type& KeyOf(const Type& map) {
  static const Type kNothing;
  return map.key ? *map.key : kNothing;
}

}  // namespace anjuan::expr
