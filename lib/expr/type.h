// Static types of rule expressions. Every expression has one, known when its pack loads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "model/model.h"

namespace anjuan::expr {

enum class TypeKind : uint8_t {
  kNone,  // a sub-tree that failed to check
  kBool,
  kInt,
  kDouble,
  kString,
  kEnum,     // a string whose literals are checked; `codes`
  kDocKind,  // a string under the canonical name of the table of kinds
  kTimestamp,
  kDuration,
  kDate,
  kPeriod,
  kMoney,
  kList,    // element
  kMap,     // key, element
  kRecord,  // record
};

struct Type {
  TypeKind kind = TypeKind::kNone;
  const CodeList* codes = nullptr;
  const RecordType* record = nullptr;
  std::shared_ptr<const Type> element;
  std::shared_ptr<const Type> key;
};

std::string NameOf(const Type& type);  // list(string), date, record(documents)

}  // namespace anjuan::expr
