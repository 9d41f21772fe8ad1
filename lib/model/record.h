// One case file as rules read it: flat slots over an arena.
//
// Shape:  see model.h. A slot never read by a rule stays missing.
// Owns:   its slots and its arena. Everything in it lives until Reset; after warm-up a Reset and
//         refill allocates nothing.
// States: present, blank (carried, but empty), partial (a date given in part), missing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "model/model.h"

namespace anjuan {

enum class State : uint8_t { kMissing, kBlank, kPartial, kPresent };

struct Slot {
  union {
    int64_t number = 0;  // int; money in fen; date in days; datetime in seconds; bool; enum code
    const char* text;    // string, text, kind: UTF-8, `size` bytes
    const Slot* items;   // list: `size` elements
  };
  uint32_t size = 0;
  uint32_t line = 0;  // 1-based line of the export; 0: the export does not carry it
  uint16_t code = 0;  // kind: its code in Model::kinds(), 0 for one it does not know
  State state = State::kMissing;
  bool open = false;  // list: there may be more elements than these

  std::string_view view() const { return {text, size}; }
};
static_assert(sizeof(Slot) == 24);

// A value that could not be read, or was given twice with two values.
struct ValueProblem {
  enum class Kind : uint8_t { kDoesNotParse, kGivenTwice, kTooLong, kTooMany };
  Kind kind = Kind::kDoesNotParse;
  const Field* field = nullptr;
  std::string path;   // documents[3].date
  std::string value;  // as written
  std::string other;  // kGivenTwice: the value kept
  uint32_t line = 0;
};

class Record {
 public:
  explicit Record(const Model& model);

  const Model& model() const { return *model_; }
  const Slot* root() const { return root_.data(); }
  Slot* root() { return root_.data(); }
  Arena& arena() { return arena_; }

  // Every slot missing, nothing noted; memory is kept.
  void Reset();

  // The slot of a field reached through entities alone.
  const Slot& At(const Field& field) const {
    return root_[static_cast<size_t>(model_->RootOffset(field))];
  }

  std::vector<ValueProblem>& problems() { return problems_; }
  const std::vector<ValueProblem>& problems() const { return problems_; }

  // Slots that from_document filled, and the path of the place they were filled from.
  struct Borrowed {
    const Slot* slot;
    std::string path;
  };
  std::vector<Borrowed>& borrowed() { return borrowed_; }
  const std::string* BorrowedFrom(const Slot* slot) const;

  // documents[3].date for a slot or a list element of this record; where from_document filled the
  // slot, the path of that place. Searches: for reports only. "" for a slot of another record.
  std::string PathOf(const Slot* slot) const;

 private:
  const Model* model_;
  std::vector<Slot> root_;
  Arena arena_;
  std::vector<ValueProblem> problems_;
  std::vector<Borrowed> borrowed_;
};

// Of the fields that name an element of a list (model: keys), the first that is filled; null where
// none is.
const Field* KeyFieldOf(const Slot* element, const RecordType& type);

// The value as reports print it: 2023-03-02, 12000.00, true, the code's Chinese name; "" where
// blank. Requires a scalar.
std::string FormatValue(const Model& model, const Field& field, const Slot& slot);

}  // namespace anjuan
