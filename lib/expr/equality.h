// When two values of one type are equal, whatever the type.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

// Two kinds of documents: by code, and where the table knows neither, by text.
inline bool SameKind(uint16_t code_a, std::string_view a, uint16_t code_b, std::string_view b) {
  if (code_a != 0 || code_b != 0) return code_a == code_b;
  return a == b;
}

// -1, 0, 1; 2 where one is not a number. Exact: an int is never rounded to a double.
int CompareNumbers(int64_t a, double b);

// True, false, or unknown where an open list leaves it open.
enum class Equal : uint8_t { kNo, kYes, kUnknown };

// `a` of type `left`, `b` of type `right`, which are Same, or an int and a double.
Equal EqualSlots(const Type& left, const Slot& a, const Type& right, const Slot& b);

// The slot of a key, or null.
const Slot* FindKey(const Slot& map, const Type& key_type, const Type& wanted_type,
                    const Slot& wanted);

}  // namespace anjuan::expr
