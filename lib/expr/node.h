// A compiled expression from inside: one array of nodes, each with the function that runs it.
//
// Shape: children are indices into the array; a node with more than three keeps them in `links`.
//        What only a second look needs (places, fields, types) stands apart in `sites`, one a
//        node, so that a run touches 40 bytes a node.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "expr/limits.h"
#include "expr/patterns.h"
#include "expr/program.h"
#include "expr/value.h"
#include "value/date.h"
#include "value/workday_calendar.h"

namespace anjuan::expr {

struct Node;
struct Frame;

using EvalFn = Value (*)(const Node&, Frame&);

// What a node is, for whoever walks a program a second time.
enum class Op : uint8_t {
  kConst,
  kList,
  kMap,
  kField,  // a path of fields below a base: scalar, list or entity
  kHas,
  kFilled,
  kLocal,     // a variable of a macro or bind
  kVariable,  // one of Scope::variables
  kToday,
  kNot,
  kAnd,
  kOr,
  kConditional,
  kCall,  // strict: operators, functions, indexing, `in`
  kLoop,
  kBind,
  kKnown,
  kMapKey,  // m.key of a map
  kHasMapKey,
};

// Where a path of fields begins.
enum class Base : uint8_t { kRoot, kParams, kLocal, kVariable, kNode };

struct Node {
  EvalFn eval = nullptr;
  union {
    int64_t number = 0;
    double real;
    const char* text;
    const Slot* slot;
    const re2::RE2* pattern;
    const void* context;  // of a function that a caller registered
  };
  uint32_t a = 0;  // first child, or first of `count` links
  uint32_t b = 0;
  uint32_t c = 0;
  uint32_t size = 0;   // of a text; offset of a field from its base
  uint16_t index = 0;  // of a local, a variable or a loop
  uint16_t code = 0;
  uint16_t count = 0;  // children
  Op op = Op::kConst;
  Base base = Base::kRoot;
};
static_assert(sizeof(Node) <= 48);

enum class LoopKind : uint8_t {
  kAll,
  kExists,
  kExistsOne,
  kFilter,
  kMap,
  kSize,     // size(range) relation bound
  kOnlyOne,  // doc(k): the one record that the stages let through
};

enum class Relation : uint8_t { kLess, kLessEqual, kGreater, kGreaterEqual, kEqual, kNotEqual };

// A macro: filters that run in front of it in the same pass, then its body.
struct Loop {
  struct Stage {
    uint32_t test = 0;
    bool may_fail = false;
  };
  LoopKind kind = LoopKind::kAll;
  uint32_t range = 0;
  std::vector<Stage> stages;
  uint32_t body = 0;  // none for kFilter, kSize and kOnlyOne
  bool has_body = false;
  bool body_may_fail = false;
  uint16_t local = 0;        // the element; in a map with two variables its value
  uint16_t first_local = 0;  // the index, or the key, where has_first
  bool has_first = false;
  bool of_map = false;
  bool by_slot = false;  // elements are lists, maps or records: a pointer, not a copy
  bool of_records = false;
  uint32_t stride = 1;     // of records that lie side by side
  uint16_t kind_code = 0;  // 0, or the kind of document without which an element counts for nothing
  uint32_t kind_field = 0;                 // and where an element has its own
  Relation relation = Relation::kGreater;  // kSize: size(range) relation bound
  uint32_t bound = 0;
};

struct FunctionRow;  // functions.h

struct Site {
  Span span;
  Type type;
  std::vector<const Field*> fields;  // kField, kHas, kFilled: the path below the base
  std::string name;                  // of a parameter or variable
  const FunctionRow* row = nullptr;  // of a call
};

struct Local {
  Value value;
  const Slot* slot = nullptr;  // the element itself
};

// One evaluation.
struct Frame {
  const Program* program = nullptr;
  const Node* nodes = nullptr;
  const Slot* root = nullptr;
  const Slot* params = nullptr;
  const Slot* const* variables = nullptr;
  size_t variable_count = 0;
  Date today;
  const WorkdayCalendar* calendar = nullptr;  // never null while a program runs
  Local* locals = nullptr;
  Arena* scratch = nullptr;
  uint64_t iterations = 0;
};

class Program {
 public:
  std::vector<Node> nodes;
  std::vector<uint32_t> links;
  std::vector<Loop> loops;
  std::vector<Site> sites;
  uint32_t root = 0;
  uint16_t locals = 0;
  Type type;
  const Model* model = nullptr;
  SourcePtr source;
  std::vector<const Field*> reads;  // of the model, by id
  Arena constants;
  std::vector<PatternPtr> patterns;
  std::vector<std::unique_ptr<std::vector<Slot>>> blanks;  // records of which every slot is blank

  Program();
  ~Program();

  uint32_t IndexOf(const Node& node) const { return static_cast<uint32_t>(&node - nodes.data()); }
  const Site& SiteOf(const Node& node) const { return sites[IndexOf(node)]; }
  // Child `i` of a node, wherever it is kept.
  uint32_t Child(const Node& node, uint32_t i) const {
    if (node.count > 3) return links[node.a + i];
    return i == 0 ? node.a : i == 1 ? node.b : node.c;
  }
  // What the author wrote for a node.
  std::string_view Snippet(uint32_t node) const;
};

inline Value Run(uint32_t index, Frame& frame) {
  const Node& node = frame.nodes[index];
  return node.eval(node, frame);
}

// Strict wrappers: any error gives an error, else any unknown an unknown; else the function.
// The function gets its node, for what the compiler left there.
inline Value Raised(Value value, const Node& node, Frame& frame) {
  if (value.state == Value::kError) value.size = frame.program->IndexOf(node);
  return value;
}

template <Value (*F)(const Value&)>
Value Strict1(const Node& node, Frame& frame) {
  const Value a = Run(node.a, frame);
  if (a.state != Value::kHere) return a;
  return Raised(F(a), node, frame);
}

template <Value (*F)(const Value&, const Value&)>
Value Strict2(const Node& node, Frame& frame) {
  const Value a = Run(node.a, frame);
  const Value b = Run(node.b, frame);
  if ((a.state | b.state) != Value::kHere) return Worse(a, b);
  return Raised(F(a, b), node, frame);
}

// For those that ask the calendar.
template <Value (*F)(const Value&, const WorkdayCalendar&)>
Value Strict1(const Node& node, Frame& frame) {
  const Value a = Run(node.a, frame);
  if (a.state != Value::kHere) return a;
  return Raised(F(a, *frame.calendar), node, frame);
}

template <Value (*F)(const Value&, const Value&, const WorkdayCalendar&)>
Value Strict2(const Node& node, Frame& frame) {
  const Value a = Run(node.a, frame);
  const Value b = Run(node.b, frame);
  if ((a.state | b.state) != Value::kHere) return Worse(a, b);
  return Raised(F(a, b, *frame.calendar), node, frame);
}

// For those that build values or look at their operands' types.
using Arguments = const Value*;
template <Value (*F)(Arguments, const Node&, Frame&)>
Value Strict(const Node& node, Frame& frame) {
  Value args[4];
  Value worst;
  const uint32_t count = node.count;
  for (uint32_t i = 0; i < count; ++i) {
    args[i] = Run(frame.program->Child(node, i), frame);
    if (args[i].state > worst.state) worst = args[i];
  }
  if (worst.state != Value::kHere) return worst;
  return Raised(F(args, node, frame), node, frame);
}

}  // namespace anjuan::expr
