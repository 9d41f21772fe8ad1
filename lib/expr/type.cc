#include "expr/type.h"

#include "expr/types.h"

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
      return "string";
    case TypeKind::kEnum:
      return "enum";
    case TypeKind::kDocKind:
      return "kind";
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
      return "list(" + NameOf(ElementOf(type)) + ")";
    case TypeKind::kMap:
      return "map(" + NameOf(KeyOf(type)) + ", " + NameOf(ElementOf(type)) + ")";
    case TypeKind::kRecord:
      return type.record == nullptr || type.record->name.empty()
                 ? "record"
                 : "record(" + type.record->name + ")";
  }
  return "?";
}

Type Of(TypeKind kind) {
  Type type;
  type.kind = kind;
  return type;
}

Type ListOf(Type element) {
  Type type = Of(TypeKind::kList);
  type.element = std::make_shared<const Type>(std::move(element));
  return type;
}

Type MapOf(Type key, Type element) {
  Type type = Of(TypeKind::kMap);
  type.key = std::make_shared<const Type>(std::move(key));
  type.element = std::make_shared<const Type>(std::move(element));
  return type;
}

Type RecordOf(const RecordType& record) {
  Type type = Of(TypeKind::kRecord);
  type.record = &record;
  return type;
}

Type TypeOfField(const Model& model, const Field& field) {
  Type type;
  switch (field.type) {
    case FieldType::kString:
    case FieldType::kText:
      type = Of(TypeKind::kString);
      break;
    case FieldType::kInt:
      type = Of(TypeKind::kInt);
      break;
    case FieldType::kMoney:
      type = Of(TypeKind::kMoney);
      break;
    case FieldType::kBool:
      type = Of(TypeKind::kBool);
      break;
    case FieldType::kDate:
      type = Of(TypeKind::kDate);
      break;
    case FieldType::kDatetime:
      type = Of(TypeKind::kTimestamp);
      break;
    case FieldType::kEnum:
      type = Of(TypeKind::kEnum);
      type.codes = &model.codes(field);
      break;
    case FieldType::kKind:
      type = Of(TypeKind::kDocKind);
      type.codes = &model.kinds();
      break;
    case FieldType::kEntity:
      return RecordOf(*field.record);
    case FieldType::kRecords:
      return ListOf(RecordOf(*field.record));
  }
  return field.is_list ? ListOf(std::move(type)) : type;
}

bool Same(const Type& a, const Type& b) {
  if (a.kind == TypeKind::kNone || b.kind == TypeKind::kNone) return true;
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case TypeKind::kEnum:
      return a.codes == b.codes;
    case TypeKind::kRecord:
      return a.record == b.record;
    case TypeKind::kList:
      return Same(ElementOf(a), ElementOf(b));
    case TypeKind::kMap:
      return Same(KeyOf(a), KeyOf(b)) && Same(ElementOf(a), ElementOf(b));
    default:
      return true;
  }
}

bool IsOpen(const Type& type) {
  switch (type.kind) {
    case TypeKind::kNone:
      return true;
    case TypeKind::kList:
      return IsOpen(ElementOf(type));
    case TypeKind::kMap:
      return IsOpen(KeyOf(type)) || IsOpen(ElementOf(type));
    default:
      return false;
  }
}

bool HoldsRecords(const Type& type) {
  if (type.kind == TypeKind::kList || type.kind == TypeKind::kMap) {
    return HoldsRecords(ElementOf(type));
  }
  return type.kind == TypeKind::kRecord;
}

Type Merge(const Type& a, const Type& b) {
  if (a.kind == TypeKind::kNone) return b;
  if (b.kind == TypeKind::kNone) return a;
  if (a.kind == TypeKind::kList) return ListOf(Merge(ElementOf(a), ElementOf(b)));
  if (a.kind == TypeKind::kMap) {
    return MapOf(Merge(KeyOf(a), KeyOf(b)), Merge(ElementOf(a), ElementOf(b)));
  }
  return a;
}

}  // namespace anjuan::expr
