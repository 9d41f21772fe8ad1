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
  NameTable() { Resize(2); }

  // Where a name means two things, the first stands.
  void Add(const Named& named);

  const Named& Find(std::string_view name) const {
    const Key key(name);
    for (const Place* place = &places_[key.Hash() >> shift_];; ++place) {
      const bool same = place->key == key && (key.is_all() || place->named.name == name);
      if (same || place->named.meaning == Meaning::kUnknown) return place->named;
    }
  }

  // For spelling hints.
  std::span<const std::string_view> names() const { return names_; }

 private:
  // The first and the last eight bytes of a name and its length: all there is to tell it from
  // others, up to sixteen bytes.
  struct Key {
    Key() = default;
    explicit Key(std::string_view name) : size(name.size()) {
      if (size >= 8) {
        std::memcpy(&first, name.data(), 8);
        std::memcpy(&last, name.data() + size - 8, 8);
      } else if (size >= 4) {
        std::memcpy(&first, name.data(), 4);
        std::memcpy(&last, name.data() + size - 4, 4);
      } else {
        for (const char c : name) first = first << 8 | static_cast<unsigned char>(c);
      }
    }

    bool is_all() const { return size <= 16; }
    uint64_t Hash() const {
      constexpr uint64_t kMix = 0x9E3779B97F4A7C15u;
      const uint64_t mixed = (first ^ size) * kMix ^ std::rotl(last, 31);
      return (mixed ^ mixed >> 29) * kMix;
    }
    bool operator==(const Key&) const = default;

    uint64_t first = 0;
    uint64_t last = 0;
    size_t size = 0;
  };

  struct Place {
    Key key;
    Named named;
  };

  void Resize(int bits);
  void Put(const Named& named);

  // 2^bits places, at most a quarter of them taken, and behind them room for the longest run that
  // can begin at the last: a search needs no turning back.
  std::vector<Place> places_;
  int shift_ = 0;  // 64 - bits
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
