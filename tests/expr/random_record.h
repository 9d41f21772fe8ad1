// Case files made up by chance, and what may become of them.
//
// Shape: a draft is a record before it is filled in, a tree of plain values, so that one with gaps
//        can be completed, or cut down to a projection, and filled again.
#pragma once

#include <string>
#include <vector>

#include "expr/random.h"
#include "model/record_builder.h"

namespace anjuan::expr {

struct Draft {
  State state = State::kMissing;
  bool open = false;          // of a list
  std::string text;           // of a scalar, as an export writes it
  std::vector<Draft> items;   // of a list
  std::vector<Draft> fields;  // of a record, in the order of its type
};

// What a draft may hold beside values.
struct Doubts {
  bool gaps = true;    // missing fields, values given in part, open lists
  bool blanks = true;  // fields and entities that are carried, but empty
};

Draft RandomDraft(const Model& model, Random& random, Doubts doubts);

// The same file with the rest of it: a random value (or a blank, where there may be some) for what
// is missing, a few more elements behind those of an open list, which is closed by that. A value
// given in part stays so but where `partials` lets it become whole.
Draft Completed(const Model& model, const Draft& draft, Random& random, bool blanks, bool partials);

// Missing is what the projection does not want.
Draft Erased(const Model& model, const Draft& draft, const Projection& projection);

// A record to fill with one draft after another.
class DraftRecord {
 public:
  explicit DraftRecord(const Model& model);
  const Record& Fill(const Draft& draft);

 private:
  Projection projection_;
  Record record_;
  RecordBuilder builder_;
};

}  // namespace anjuan::expr
