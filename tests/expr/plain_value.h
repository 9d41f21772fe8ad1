// What the plain tree-walker computes with: one tag and whatever goes with it, copied about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/record.h"

namespace anjuan::expr {

struct Plain {
  enum class Kind : uint8_t {
    kUnknown,
    kError,
    kBool,
    kInt,
    kDouble,
    kString,
    kTimestamp,  // number: seconds, more: nanoseconds
    kDuration,   // number: nanoseconds
    kDate,
    kPeriod,  // number, more: Period::Unit
    kMoney,
    kList,
    kMap,  // items: key, value, key, value …
    kRecord,
  };
  Kind kind = Kind::kUnknown;
  int64_t number = 0;
  int64_t more = 0;
  double real = 0;
  std::string text;
  const CodeList* codes = nullptr;  // of a string that is a code or a kind of document
  bool literal = false;             // written out, so that beside a code it is one
  std::vector<Plain> items;
  bool open = false;    // a list that may have more elements
  size_t certain = 0;   // of its items, those that have their place whatever else there is
  bool no_sum = false;  // the sum of nothing: 0 of int or money
  const Slot* record = nullptr;
  const RecordType* type = nullptr;
  bool blank = false;  // a record below which what is not carried is blank

  bool is(Kind k) const { return kind == k; }
  bool here() const { return kind != Kind::kUnknown && kind != Kind::kError; }
  bool is_true() const { return kind == Kind::kBool && number != 0; }
  bool is_false() const { return kind == Kind::kBool && number == 0; }
};

Plain Unknown();
Plain Failure();
Plain MakePlain(Plain::Kind kind, int64_t number, int64_t more = 0);
inline Plain Truth(bool holds) { return MakePlain(Plain::Kind::kBool, holds ? 1 : 0); }
inline Plain Whole(int64_t number) { return MakePlain(Plain::Kind::kInt, number); }
Plain Real(double real);
Plain PlainText(std::string text);
Plain PlainList(std::vector<Plain> items, bool open = false);

// The value as one that was not written out.
inline Plain Plainly(Plain value) {
  value.literal = false;
  return value;
}

// Any operand an error: the error. Else any unknown: unknown. Else nothing.
std::optional<Plain> Strictly(const std::vector<Plain>& operands);

// True, false or unknown. Requires values.
Plain Equals(const Plain& a, const Plain& b);

// Below, at or above 0; nothing where the two have no order (a NaN).
std::optional<int> Order(const Plain& a, const Plain& b);

}  // namespace anjuan::expr
