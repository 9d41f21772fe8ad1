// A compiled expression: typed nodes side by side, children before parents.
//
// Shape: each node holds the function the checker chose for its static types; children are indices.
//        Four shapes of value: Tri (bool), Num (int, money, date, moment, enum code, period; a
//        double by its bits), Str, List; and Rec, a record's header slot.
// State: every value carries a Tri: kTrue there is a value, kUnknown, kError.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/text.h"
#include "expr/evaluator.h"
#include "expr/type.h"
#include "model/record.h"

namespace re2 {
class RE2;
}

namespace anjuan::expr {

struct Node;
struct Run;

struct Num {
  int64_t value = 0;
  Tri state = Tri::kTrue;
};

struct Str {
  const char* data = nullptr;
  uint32_t size = 0;
  uint16_t code = 0;  // of a document kind
  Tri state = Tri::kTrue;

  std::string_view view() const { return {data, size}; }
};

struct List {
  const Slot* items = nullptr;  // elements, or where `indirect` slots that point to records
  uint32_t size = 0;
  uint16_t stride = 1;
  bool indirect = false;
  bool open = false;
  Tri state = Tri::kTrue;

  const Slot* At(uint32_t i) const {
    return indirect ? items[i].items : items + size_t{i} * stride;
  }
};

struct Rec {
  const Slot* slot = nullptr;
  Tri state = Tri::kTrue;
};

// What a node is, for the pass that explains.
enum class Op : uint8_t {
  kLiteral,
  kSelect,    // a field of the record
  kParam,     // a parameter or today
  kVariable,  // the element itself
  kHas,
  kFilled,
  kKnown,
  kNot,
  kAnd,
  kOr,
  kConditional,
  kStrict,  // operators and functions that need all their operands
  kIn,
  kAll,
  kExists,
  kExistsOne,
  kFilter,
  kMap,
  kSizeCompare,  // size of a list against a number
  kDocument,     // the one document of a kind
};

// Where a select starts.
enum class Base : uint8_t { kRoot, kVariable, kParams, kToday, kNode };

enum class Shape : uint8_t { kTri, kNum, kStr, kList, kRec };

struct Node {
  union Function {
    Tri (*tri)(const Node&, Run&) = nullptr;
    Num (*num)(const Node&, Run&);
    Str (*str)(const Node&, Run&);
    List (*list)(const Node&, Run&);
    Rec (*rec)(const Node&, Run&);
  };

  Function run = {};
  union {
    int64_t number = 0;  // literal; a bound; where an operator has one
    const char* text;    // literal; `size` bytes
    const re2::RE2* pattern;
    const Slot* items;  // literal list; `size` elements
  };
  const Field* field = nullptr;  // what a select reads; the list of a macro that was built
  uint32_t a = 0;                // children
  uint32_t b = 0;
  uint32_t c = 0;      // macros: the predicate of a fused filter, 0: none
  int32_t offset = 0;  // select: slots from its base
  uint32_t size = 0;   // operands of && and ||, from `a` in Program::operands; else above
  uint16_t code = 0;   // a document kind
  uint16_t var = 0;    // the variable that a macro binds or a select starts from
  Op op = Op::kLiteral;
  Base base = Base::kRoot;
  Shape shape = Shape::kTri;
  bool can_fail = false;  // evaluation may end in an error
};
static_assert(sizeof(Node) <= 64);

inline constexpr size_t kMaxVariables = 24;

class Program {
 public:
  std::vector<Node> nodes;         // the last one is the root
  std::vector<uint32_t> operands;  // of && and ||
  Type type;
  Arena memory;  // literals
  std::vector<std::shared_ptr<const re2::RE2>> patterns;
  const Model* model = nullptr;
  std::vector<const Field*> reads;  // fields of the model, each once

  const Node& root() const { return nodes.back(); }
};

// One evaluation.
struct Run {
  const Program* program = nullptr;
  const Node* nodes = nullptr;
  const Slot* root = nullptr;
  const Slot* params = nullptr;
  const Slot* today = nullptr;
  const Slot* blank = nullptr;  // a record all of whose slots are blank
  const Slot* vars[kMaxVariables] = {};
  Arena* scratch = nullptr;
  uint64_t iterations = 0;
  TextId error = TextId::kErrorNone;
};

inline Tri EvalTri(uint32_t i, Run& run) { return run.nodes[i].run.tri(run.nodes[i], run); }
inline Num EvalNum(uint32_t i, Run& run) { return run.nodes[i].run.num(run.nodes[i], run); }
inline Str EvalStr(uint32_t i, Run& run) { return run.nodes[i].run.str(run.nodes[i], run); }
inline List EvalList(uint32_t i, Run& run) { return run.nodes[i].run.list(run.nodes[i], run); }
inline Rec EvalRec(uint32_t i, Run& run) { return run.nodes[i].run.rec(run.nodes[i], run); }

// The state of any node's value: kTrue where it has one. For a bool, its own value counts as one.
Tri StateOf(const Node& node, Run& run);

inline Tri Fail(Run& run, TextId error) {
  if (run.error == TextId::kErrorNone) run.error = error;
  return Tri::kError;
}

// Of two operands of a strict operation: an error first, then an unknown.
inline Tri Both(Tri a, Tri b) {
  if (a == Tri::kError || b == Tri::kError) return Tri::kError;
  if (a == Tri::kUnknown || b == Tri::kUnknown) return Tri::kUnknown;
  return Tri::kTrue;
}

inline Tri Truth(bool value) { return value ? Tri::kTrue : Tri::kFalse; }
inline double AsDouble(int64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}
inline int64_t AsBits(double value) {
  int64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

// An element of a list as the value it is.
inline Num NumOf(const Slot& slot) {
  return {slot.number, slot.state == State::kPresent ? Tri::kTrue : Tri::kUnknown};
}
inline Str StrOf(const Slot& slot) {
  if (slot.state != State::kPresent) return {nullptr, 0, 0, Tri::kUnknown};
  return {slot.text, slot.size, slot.code, Tri::kTrue};
}

inline Shape ShapeOf(const Type& type) {
  switch (type.kind) {
    case TypeKind::kBool:
      return Shape::kTri;
    case TypeKind::kString:
    case TypeKind::kDocKind:
      return Shape::kStr;
    case TypeKind::kList:
      return Shape::kList;
    case TypeKind::kRecord:
      return Shape::kRec;
    default:
      return Shape::kNum;
  }
}

// Periods lie in a Num as unit and count.
inline int64_t PackPeriod(int64_t unit, int32_t count) {
  return (unit << 32) | static_cast<uint32_t>(count);
}

}  // namespace anjuan::expr
