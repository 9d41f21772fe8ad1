// What a node of a running program gives: two machine words, whatever its type.
//
// Shape: bool, int      number
//        enum           number: its code
//        string         text, size; code: the document kind it names, where one is known
//        document kind  text, size, code; code 0: a kind the table does not know
//        double         real
//        timestamp      number: seconds since 1970, size: nanoseconds
//        duration       number: nanoseconds
//        date           number: days since 1970       money   number: fen
//        period         number: count, code: unit
//        list           slot: a list's Slot; code there: kByPointer, kShifting
//        map            slot: a list's Slot of key, value, key, value …
//        record         slot: the record's header
// Unknown: number is the year that the calendar of working days lacks, else 0.
// Errors: number is an ErrorCode, size the node that raised it.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "model/record.h"

namespace anjuan::expr {

enum class ErrorCode : uint8_t {
  kOverflow,
  kDivideByZero,
  kIndexRange,
  kNoSuchKey,
  kDuplicateKey,
  kAmbiguous,
  kBadConversion,
  kBadArgument,
  kCost,
  kSize,
  kBadPattern,
  kNoValue,  // a value of no type, as an element of []
};

TextId TextOf(ErrorCode code);

// Bits of Slot::code of a computed list: its items point to records of the case file; and some
// stand behind an open list, so that only the first Slot::line of them have a certain place.
inline constexpr uint16_t kByPointer = 1;
inline constexpr uint16_t kShifting = 2;

inline uint32_t CertainPlaces(const Slot& list) {
  return (list.code & kShifting) != 0 ? list.line : list.size;
}

struct Value {
  enum State : uint8_t { kHere = 0, kUnknown = 1, kError = 2 };

  union {
    int64_t number = 0;
    double real;
    const char* text;
    const Slot* slot;
  };
  uint32_t size = 0;
  uint16_t code = 0;
  uint8_t state = kHere;

  bool here() const { return state == kHere; }
  bool unknown() const { return state == kUnknown; }
  bool error() const { return state == kError; }
  bool is_true() const { return state == kHere && number != 0; }
  bool is_false() const { return state == kHere && number == 0; }
  std::string_view view() const { return {text, size}; }

  static Value Number(int64_t n) {
    Value v;
    v.number = n;
    return v;
  }
  static Value Bool(bool b) { return Number(b ? 1 : 0); }
  static Value Real(double d) {
    Value v;
    v.real = d;
    return v;
  }
  static Value String(std::string_view s, uint16_t kind = 0) {
    Value v;
    v.text = s.data();
    v.size = static_cast<uint32_t>(s.size());
    v.code = kind;
    return v;
  }
  static Value Moment(int64_t seconds, uint32_t nanos) {
    Value v;
    v.number = seconds;
    v.size = nanos;
    return v;
  }
  static Value Of(const Slot* slot) {
    Value v;
    v.slot = slot;
    return v;
  }
  static Value Unknown() {
    Value v;
    v.state = kUnknown;
    return v;
  }
  static Value UnknownYear(int year) {
    Value v = Number(year);
    v.state = kUnknown;
    return v;
  }
  static Value Error(ErrorCode code) {
    Value v = Number(static_cast<int64_t>(code));
    v.state = kError;
    return v;
  }
};
static_assert(sizeof(Value) == 16);

// A present slot as a value: scalars are copied, whatever their type.
inline Value Scalar(const Slot& slot) {
  Value v;
  v.number = slot.number;
  v.size = slot.size;
  v.code = slot.code;
  return v;
}

// The other way round, for computed lists.
inline Slot ToSlot(const Value& value) {
  Slot slot;
  slot.number = value.number;
  slot.size = value.size;
  slot.code = value.code;
  slot.state = State::kPresent;
  return slot;
}

// The operand that makes a strict operation fail: an error before an unknown.
inline Value Worse(const Value& a, const Value& b) {
  if (a.error()) return a;
  if (b.error()) return b;
  return Value::Unknown();
}

}  // namespace anjuan::expr
