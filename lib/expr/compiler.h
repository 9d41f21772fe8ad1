// Checks an expression against its scope and emits its nodes, bottom-up in one walk.
//
// Errors: one a sub-tree; a failed sub-tree is silent above. Spelling hints offer only what is
//         legal at that spot.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/suggest.h"
#include "expr/ast.h"
#include "expr/eval_logic.h"
#include "expr/functions.h"
#include "expr/node.h"
#include "expr/program.h"

namespace anjuan::expr {

// A checked sub-expression. A record is a place (where its header stands) until someone needs it
// as a value; everything else is a node.
struct Value {
  Type type;  // kNone: failed
  uint32_t node = 0;
  Base base = Base::kRoot;  // of a record:
  uint16_t var = 0;
  int32_t offset = 0;
  const Field* field = nullptr;  // the entity it is, where it is one
  const Ast* ast = nullptr;

  bool ok() const { return type.kind != TypeKind::kNone; }
};

class Compiler {
 public:
  Compiler(SourcePtr source, const Scope& scope, DiagnosticSink& sink);

  std::shared_ptr<const Program> Compile(const Ast& ast, Wanted wanted);

 private:
  // A list to run over, and the predicate of the filters between it and the macro (0: none).
  struct Range {
    Value list;
    uint32_t predicate = 0;
    uint16_t var = 0;
    bool ok() const { return list.ok(); }
    const Type& element() const { return *list.type.element; }
  };
  struct Bound {
    std::string name;
    uint16_t var;
    Type type;
  };

  // compiler.cc: names, literals, selects
  Value Check(const Ast& ast);
  Value CheckIdent(const Ast& ast);
  Value CheckSelect(const Ast& ast);
  Value CheckList(const Ast& ast);
  Value FieldOf(const Value& record, const Field& field, const Ast& ast);
  Value VariableOf(const Bound& bound, const Ast& ast);
  Value Literal(TypeKind kind, int64_t number, const Ast& ast);
  Value TextLiteral(const Type& type, std::string_view text, uint16_t code, const Ast& ast);
  uint32_t Materialize(const Value& value);

  // compile_operator.cc
  Value CheckLogic(const Ast& ast);
  Value CheckNot(const Ast& ast);
  Value CheckNegate(const Ast& ast);
  Value CheckBinary(const Ast& ast);
  Value CheckArithmetic(const Ast& ast, const Value& left, const Value& right);
  Value CheckComparison(const Ast& ast);
  std::optional<Value> CheckSizeComparison(const Ast& ast);
  Value CheckIn(const Ast& ast);
  Value CheckIndex(const Ast& ast);
  Value CheckConditional(const Ast& ast);
  // A string literal beside an enum or a document kind, as its code; others as they are.
  bool BringTo(const Type& type, Value& literal);
  Value AsText(const Value& value);  // an enum as the name of its code

  // compile_call.cc: functions, lookups of documents, macros
  Value CheckCall(const Ast& ast);
  Value CheckLookup(const Ast& ast);
  Value CheckMacro(const Ast& ast);
  Value CheckPresence(const Ast& ast);
  Value CheckBind(const Ast& ast);
  Range CheckRange(const Ast& ast);
  std::optional<Range> DocumentsOf(const Ast& call);
  uint32_t And(uint32_t a, uint32_t b);
  Value EmitOver(const Range& range, Op op, Node::Function run, uint32_t body, Type type,
                 const Ast& ast);

  uint32_t Emit(Node node);
  Value Emit(Node node, Type type, const Ast& ast);
  Value Error(Span span, TextId id, std::vector<std::string> args = {},
              std::vector<std::string> hints = {});
  bool Expect(const Value& value, TypeKind kind, TextId id);
  uint32_t Operands(const std::vector<uint32_t>& nodes);
  std::vector<Candidate> TopLevelNames() const;

  SourcePtr source_;
  const Scope& scope_;
  DiagnosticSink& sink_;
  std::shared_ptr<Program> program_;
  std::vector<Bound> bound_;  // innermost last
  uint16_t next_var_ = 0;
  int loops_ = 0;
};

Type TypeOfField(const Model& model, const Field& field);
Type TypeOfElement(const Model& model, const Field& list);
Type ListOf(Type element);
bool SameType(const Type& a, const Type& b);

}  // namespace anjuan::expr
