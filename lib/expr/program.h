// Compiling a checked expression, and what may then run.
//
// Shape:   Compile checks names, types and limits against a Scope and gives a Program, or reports
//          every mistake. Only a Program can be evaluated (evaluator.h).
// Owns:    a Program owns all it needs but the Model and the Scope's record types, which must
//          outlive it. Immutable; shared by all workers.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "expr/ast.h"
#include "expr/type.h"
#include "model/model.h"

namespace anjuan::expr {

struct Function;  // functions.h

// What a name may mean beside the model's entities and lists and `today`.
struct Scope {
  explicit Scope(const Model& m) : model(&m) {}

  const Model* model;
  const RecordType* params = nullptr;  // the pack's parameters, as a record type; null: none
  struct Variable {
    std::string name;
    Type type;
  };
  std::vector<Variable> variables;         // bound by Evaluator::Bind, in this order
  std::vector<const Function*> functions;  // beside the language's own, of names of their own
  bool in_message = false;                 // known(e) is legal
};

// What the caller needs the expression to be.
enum class Wanted : uint8_t {
  kBool,  // require, when, applies
  kDate,  // law_date, dates of check kinds
  kPeriod,
  kList,    // any list
  kScalar,  // anything a message can print
};

class Program;

// Null on any error. `source` is the file the spans of `ast` point into.
std::shared_ptr<const Program> Compile(const Ast& ast, SourcePtr source, const Scope& scope,
                                       Wanted wanted, DiagnosticSink& sink);

// The static type of a compiled expression; for `each`, the element type of its list.
const Type& TypeOf(const Program& program);

// Adds every field the program can read.
void AddReads(const Program& program, Projection& projection);

// ASCII paths of the fields it can read, sorted; for rules show and lint.
std::vector<std::string> ReadPaths(const Program& program);

// Whether two programs do the same by the same steps. False says nothing: they may yet agree.
bool SameProgram(const Program& a, const Program& b);

// What runs, one line a node: "> 7 call bool (5 6)". The root is marked >, operands are numbers of
// nodes, $0 a variable, +12 the slot of a field from its base, ? what may fail. Below the nodes
// each field it reads, how, and whether in every evaluation.
std::string Dump(const Program& program);

}  // namespace anjuan::expr
