// What the names in an export mean: one table for each place an element can stand at.
//
// Shape: a path automaton. The tables are its states, the names its moves; a record type is a
//        state, and so is the wrapper of a list. Made once per reader from the model and the
//        projection, then read only; the model must outlive it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace anjuan {

class NameTable;

enum class Meaning : uint8_t {
  kUnknown,
  kCollection,  // of records
  kRecord,      // a case file
  kEntity,
  kItem,     // one element of a list of records
  kWrapper,  // around the elements of a list of records
  kScalar,
  kScalars,   // one item of a list of scalars, or as an attribute all of them
  kComplete,  // what the export says to be complete
  kPartial,   // on a wrapper: the list has further elements
};

struct Named {
  std::string_view name;
  const Field* field = nullptr;
  const NameTable* below = nullptr;  // where its child elements are looked up
  Meaning meaning = Meaning::kUnknown;
  bool wanted = false;  // the projection reads it, or something below it
};

class NameTable {
 public:
  // Where a name means two things, the first stands.
  void Add(const Named& named);

  const Named& Find(std::string_view name) const {
    for (size_t i = Hash(name) >> shift_;; i = (i + 1) & mask_) {
      const Named& named = places_[i];
      if (named.meaning == Meaning::kUnknown || named.name == name) return named;
    }
  }

  // For spelling hints.
  std::span<const std::string_view> names() const { return names_; }

 private:
  static uint64_t Load(const char* from, size_t size) {
    uint64_t word = 0;
    std::memcpy(&word, from, size);
    return word;
  }

  // The first and last eight bytes of a name nearly always tell it from all others.
  static uint64_t Hash(std::string_view name) {
    constexpr uint64_t kMix = 0x9E3779B97F4A7C15u;
    const size_t size = name.size();
    uint64_t first = 0;
    uint64_t last = 0;
    if (size >= 8) {
      first = Load(name.data(), 8);
      last = Load(name.data() + size - 8, 8);
    } else if (size >= 4) {
      first = Load(name.data(), 4);
      last = Load(name.data() + size - 4, 4);
    } else {
      for (const char c : name) first = first << 8 | static_cast<unsigned char>(c);
    }
    const uint64_t mixed = (first ^ size) * kMix ^ std::rotl(last, 31);
    return (mixed ^ mixed >> 29) * kMix;
  }

  void Place(const Named& named);

  std::vector<Named> places_{4};  // a power of two, mostly empty
  size_t mask_ = 3;
  int shift_ = 62;
  std::vector<std::string_view> names_;
};

// The tables of a model.
class NameTables {
 public:
  NameTables(const Model& model, const Projection& projection);
  NameTables(const NameTables&) = delete;
  NameTables& operator=(const NameTables&) = delete;

  // The roots of a file: a record or a collection of them.
  const NameTable& top() const { return top_; }

 private:
  const NameTable* TableOf(const RecordType& type);
  void AddField(NameTable& table, const Field& field);
  void AddList(NameTable& table, const Field& field, const Named& item);

  const Model& model_;
  const Projection& projection_;
  std::deque<NameTable> tables_;
  std::deque<std::string> composed_;  // names that stand in no field
  NameTable top_;
  NameTable collection_;
};

}  // namespace anjuan
