// Names, types and functions of a parsed expression.
//
// Shape:  bottom-up; every node of the result has a type. A sub-tree that fails is kNone and says
//         nothing more, so that each mistake is told once.
// Errors: all of one expression, each where it was written.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/suggest.h"
#include "expr/typed.h"

namespace anjuan::expr {

class Checker {
 public:
  Checker(SourcePtr source, const Scope& scope, DiagnosticSink& sink)
      : source_(std::move(source)), scope_(scope), sink_(sink) {}

  // Null where anything is wrong.
  TypedPtr Run(const Ast& ast, Wanted wanted);

  uint16_t locals() const { return most_locals_; }

 private:
  struct Variable {
    std::string name;
    Type type;
    uint16_t index;
    bool used;
    Span span;
  };

  // checker.cc: literals, logic, operators
  TypedPtr Check(const Ast& ast);
  TypedPtr CheckLogic(const Ast& ast, Op op);
  TypedPtr CheckConditional(const Ast& ast);
  TypedPtr CheckList(const Ast& ast);
  TypedPtr CheckMap(const Ast& ast);
  TypedPtr CheckBinary(const Ast& ast);
  TypedPtr CheckRelation(const Ast& ast, Relation relation, TypedPtr left, TypedPtr right);
  TypedPtr CheckMembership(const Ast& ast, TypedPtr left, TypedPtr right);
  TypedPtr CheckIndex(const Ast& ast);
  TypedPtr Operand(const Ast& ast);  // must be bool
  void WantBool(const Typed& typed);

  // check_names.cc: identifiers and fields
  TypedPtr CheckIdent(const Ast& ast);
  TypedPtr ScopeVariable(std::string_view name, Span span) const;  // null: there is none
  TypedPtr CheckSelect(const Ast& ast);
  TypedPtr CheckHas(const Ast& ast, bool filled);
  TypedPtr SelectField(const Ast& ast, TypedPtr record);
  TypedPtr FieldOf(TypedPtr record, const Field& field, Span span) const;
  void UnknownField(const Ast& ast, const Typed& record);
  std::vector<Candidate> VisibleNames();
  Variable* FindVariable(std::string_view name);

  // check_calls.cc: functions and the strings that stand for codes
  TypedPtr CheckCall(const Ast& ast);
  TypedPtr CallFunction(const Ast& ast, std::string_view name, bool receiver,
                        std::vector<TypedPtr> args);
  std::vector<const Function*> Functions(std::string_view name, bool receiver) const;
  void UnknownFunction(const Ast& ast);
  bool NamesAWord(const Typed& call);
  TypedPtr CheckPattern(const Ast& ast, TypedPtr call);
  void WarnOfGetter(const Ast& ast, const Typed& call);
  bool MayBecomeCode(const Typed& typed) const;
  void BecomeCode(Typed& typed, const Type& coded);
  TypedPtr AsString(TypedPtr coded);
  void Unify(TypedPtr& left, TypedPtr& right, bool kinds_may_meet_text);
  void HintAtOperands(Diagnostic& error, const Ast& ast, const Typed& left, const Typed& right);

  // check_macros.cc
  TypedPtr CheckMacro(const Ast& ast);
  TypedPtr CheckLoop(const Ast& ast, LoopKind kind);
  TypedPtr CheckBind(const Ast& ast);
  TypedPtr CheckSizeRelation(const Ast& ast, Relation relation, TypedPtr list, TypedPtr bound);
  TypedPtr Enter(const Ast& body);  // checks a body one loop deeper
  void Push(std::string_view name, Type type, Span span);
  void Pop();
  static TypedPtr Fuse(TypedPtr loop);

  // check_lookups.cc: documents by their kind
  bool IsLookup(std::string_view name) const;
  TypedPtr CheckLookup(const Ast& ast);
  TypedPtr KindIs(const Field& kind, TypedPtr literal);

  // shared
  TypedPtr Make(Op op, Type type, Span span) const;
  TypedPtr Failed(Span span) const { return Make(Op::kConst, {}, span); }
  Diagnostic& Error(Span span, TextId id, std::vector<std::string> args = {}) {
    return sink_.Error(source_, span, id, std::move(args));
  }
  void Hint(Diagnostic& error, std::string_view written, const std::vector<Candidate>& names);
  std::string Written(Span span) const;

  SourcePtr source_;
  const Scope& scope_;
  DiagnosticSink& sink_;
  std::vector<Variable> variables_;
  uint16_t next_local_ = 0;
  uint16_t most_locals_ = 0;
  int loops_ = 0;
};

// "enum, money" for a diagnostic.
std::string NamesOf(const std::vector<TypedPtr>& args);

// The text of a path as an author reads it: decision.date; "" where it is no path.
std::string PathOf(const Ast& ast);

}  // namespace anjuan::expr
