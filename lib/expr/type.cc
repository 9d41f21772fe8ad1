#include "expr/type.h"

#include "expr/compiler.h"

namespace anjuan::expr {

std::string NameOf(const Type& type) {
  switch (type.kind) {
    case TypeKind::kNone:
      return "?";
    case TypeKind::kBool:
      return "bool";
    case TypeKind::kInt:
      return "int";
    case TypeKind::kDouble:
      return "double";
    case TypeKind::kString:
    case TypeKind::kEnum:
    case TypeKind::kDocKind:
      return "string";
    case TypeKind::kTimestamp:
      return "timestamp";
    case TypeKind::kDuration:
      return "duration";
    case TypeKind::kDate:
      return "date";
    case TypeKind::kPeriod:
      return "period";
    case TypeKind::kMoney:
      return "money";
    case TypeKind::kList:
      return "list(" + (type.element ? NameOf(*type.element) : "?") + ")";
    case TypeKind::kMap:
      return "map(" + NameOf(*type.key) + ", " + NameOf(*type.element) + ")";
    case TypeKind::kRecord:
      return "record(" + type.record->name + ")";
  }
  return "?";
}

Type ListOf(Type element) {
  Type list;
  list.kind = TypeKind::kList;
  list.element = std::make_shared<const Type>(std::move(element));
  return list;
}

Type TypeOfElement(const Model& model, const Field& field) {
  Type type;
  switch (field.type) {
    case FieldType::kString:
    case FieldType::kText:
      type.kind = TypeKind::kString;
      break;
    case FieldType::kInt:
      type.kind = TypeKind::kInt;
      break;
    case FieldType::kMoney:
      type.kind = TypeKind::kMoney;
      break;
    case FieldType::kBool:
      type.kind = TypeKind::kBool;
      break;
    case FieldType::kDate:
      type.kind = TypeKind::kDate;
      break;
    case FieldType::kDatetime:
      type.kind = TypeKind::kTimestamp;
      break;
    case FieldType::kKind:
      type.kind = TypeKind::kDocKind;
      type.codes = &model.kinds();
      break;
    case FieldType::kEnum:
      type.kind = TypeKind::kEnum;
      type.codes = &model.codes(field);
      break;
    case FieldType::kEntity:
    case FieldType::kRecords:
      type.kind = TypeKind::kRecord;
      type.record = field.record;
      break;
  }
  return type;
}

Type TypeOfField(const Model& model, const Field& field) {
  Type element = TypeOfElement(model, field);
  const bool list = field.is_list || field.type == FieldType::kRecords;
  return list ? ListOf(std::move(element)) : element;
}

bool SameType(const Type& a, const Type& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case TypeKind::kEnum:
      return a.codes == b.codes;
    case TypeKind::kRecord:
      return a.record == b.record;
    case TypeKind::kList:
      return a.element && b.element && SameType(*a.element, *b.element);
    default:
      return true;
  }
}

}  // namespace anjuan::expr
