#include "expr/checker.h"

#include <algorithm>
#include <optional>

#include "expr/eval_core.h"
#include "expr/eval_lists.h"
#include "expr/operators.h"

namespace anjuan::expr {
namespace {

std::optional<Relation> RelationNamed(std::string_view op) {
  if (op == "<") return Relation::kLess;
  if (op == "<=") return Relation::kLessEqual;
  if (op == ">") return Relation::kGreater;
  if (op == ">=") return Relation::kGreaterEqual;
  if (op == "==") return Relation::kEqual;
  if (op == "!=") return Relation::kNotEqual;
  return std::nullopt;
}

bool IsScalar(TypeKind kind) {
  return kind != TypeKind::kList && kind != TypeKind::kMap && kind != TypeKind::kRecord;
}

// size(x) or x.size().
const Ast* SizeArgument(const Ast& ast) {
  const bool size = ast.kind == AstKind::kCall && ast.text == "size" && ast.children.size() == 1;
  return size ? ast.children.front().get() : nullptr;
}

Relation Turned(Relation relation) {
  switch (relation) {
    case Relation::kLess:
      return Relation::kGreater;
    case Relation::kLessEqual:
      return Relation::kGreaterEqual;
    case Relation::kGreater:
      return Relation::kLess;
    case Relation::kGreaterEqual:
      return Relation::kLessEqual;
    case Relation::kEqual:
    case Relation::kNotEqual:
      break;
  }
  return relation;
}

}  // namespace

std::string NamesOf(const std::vector<TypedPtr>& args) {
  std::string names;
  for (const TypedPtr& arg : args) {
    if (!names.empty()) names += ", ";
    names += NameOf(arg->type);
  }
  return names;
}

TypedPtr Checker::Run(const Ast& ast, Wanted wanted) {
  const size_t before = sink_.error_count();
  TypedPtr typed = Check(ast);
  const TypeKind kind = typed->type.kind;
  const auto want = [&](bool fits, TextId id) {
    if (!fits && kind != TypeKind::kNone) Error(ast.span, id, {NameOf(typed->type)});
  };
  switch (wanted) {
    case Wanted::kBool:
      want(kind == TypeKind::kBool, TextId::kExprNotBool);
      break;
    case Wanted::kDate:
      want(kind == TypeKind::kDate, TextId::kExprNotDate);
      break;
    case Wanted::kPeriod:
      want(kind == TypeKind::kPeriod, TextId::kExprNotPeriod);
      break;
    case Wanted::kList:
      want(kind == TypeKind::kList, TextId::kExprNotList);
      break;
    case Wanted::kScalar:
      want(IsScalar(kind), TextId::kExprNotScalar);
      break;
  }
  return sink_.error_count() > before ? nullptr : std::move(typed);
}

TypedPtr Checker::Make(Op op, Type type, Span span) const {
  auto typed = std::make_unique<Typed>();
  typed->op = op;
  typed->type = std::move(type);
  typed->span = span;
  return typed;
}

void Checker::Hint(Diagnostic& error, std::string_view written,
                   const std::vector<Candidate>& names) {
  const std::vector<std::string> hints = Suggest(written, names);
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
}

std::string Checker::Written(Span span) const {
  const std::string& text = source_->text();
  if (span.begin >= text.size() || span.end <= span.begin) return {};
  return text.substr(span.begin, span.end - span.begin);
}

TypedPtr Checker::Check(const Ast& ast) {
  switch (ast.kind) {
    case AstKind::kBool: {
      TypedPtr typed = Make(Op::kConst, Of(TypeKind::kBool), ast.span);
      typed->number = ast.number;
      return typed;
    }
    case AstKind::kInt: {
      TypedPtr typed = Make(Op::kConst, Of(TypeKind::kInt), ast.span);
      typed->number = ast.number;
      return typed;
    }
    case AstKind::kDouble: {
      TypedPtr typed = Make(Op::kConst, Of(TypeKind::kDouble), ast.span);
      typed->real = ast.real;
      return typed;
    }
    case AstKind::kString: {
      TypedPtr typed = Make(Op::kConst, Of(TypeKind::kString), ast.span);
      typed->text = ast.text;
      typed->from_literal = true;
      return typed;
    }
    case AstKind::kIdent:
      return CheckIdent(ast);
    case AstKind::kSelect:
      return CheckSelect(ast);
    case AstKind::kIndex:
      return CheckIndex(ast);
    case AstKind::kCall:
      return CheckCall(ast);
    case AstKind::kMacro:
      return CheckMacro(ast);
    case AstKind::kList:
      return CheckList(ast);
    case AstKind::kMap:
      return CheckMap(ast);
    case AstKind::kNot:
      return CheckLogic(ast, Op::kNot);
    case AstKind::kAnd:
      return CheckLogic(ast, Op::kAnd);
    case AstKind::kOr:
      return CheckLogic(ast, Op::kOr);
    case AstKind::kNegate: {
      std::vector<TypedPtr> args;
      args.push_back(Check(*ast.children[0]));
      return CallFunction(ast, "-", false, std::move(args));
    }
    case AstKind::kBinary:
      return CheckBinary(ast);
    case AstKind::kConditional:
      return CheckConditional(ast);
  }
  return Failed(ast.span);
}

void Checker::WantBool(const Typed& typed) {
  if (typed.type.kind == TypeKind::kBool || typed.type.kind == TypeKind::kNone) return;
  Error(typed.span, TextId::kExprNotBool, {NameOf(typed.type)});
}

TypedPtr Checker::Operand(const Ast& ast) {
  TypedPtr typed = Check(ast);
  WantBool(*typed);
  return typed;
}

TypedPtr Checker::CheckLogic(const Ast& ast, Op op) {
  TypedPtr typed = Make(op, Of(TypeKind::kBool), ast.span);
  for (const AstPtr& child : ast.children) typed->kids.push_back(Operand(*child));
  return typed;
}

TypedPtr Checker::CheckConditional(const Ast& ast) {
  TypedPtr typed = Make(Op::kConditional, {}, ast.span);
  typed->kids.push_back(Operand(*ast.children[0]));
  TypedPtr yes = Check(*ast.children[1]);
  TypedPtr no = Check(*ast.children[2]);
  Unify(yes, no, false);
  if (!Same(yes->type, no->type)) {
    Error(ast.span, TextId::kExprBranchTypes, {NameOf(yes->type), NameOf(no->type)});
    return Failed(ast.span);
  }
  typed->type = Merge(yes->type, no->type);
  typed->kids.push_back(std::move(yes));
  typed->kids.push_back(std::move(no));
  return typed;
}

TypedPtr Checker::CheckList(const Ast& ast) {
  TypedPtr list = Make(Op::kList, {}, ast.span);
  for (const AstPtr& child : ast.children) {
    list->kids.push_back(Check(*child));
    // A literal beside a code is one; a code beside a string is its name.
    if (list->kids.size() > 1) Unify(list->kids.front(), list->kids.back(), false);
    const Type& type = list->kids.back()->type;
    if (!Same(list->kids.front()->type, type)) {
      Error(child->span, TextId::kExprMixedTypes, {NameOf(list->kids.front()->type), NameOf(type)});
      return Failed(ast.span);
    }
  }
  // The first item may have become a code, or a string, because of a later one.
  for (size_t i = 1; i + 1 < list->kids.size(); ++i) {
    Unify(list->kids.front(), list->kids[i], false);
  }
  // [[], [1], ['a']]: what goes with the first item need not go with the others.
  Type element;
  for (size_t i = 0; i < list->kids.size(); ++i) {
    const Type& type = list->kids[i]->type;
    if (!Same(element, type)) {
      Error(ast.children[i]->span, TextId::kExprMixedTypes, {NameOf(element), NameOf(type)});
      return Failed(ast.span);
    }
    element = Merge(element, type);
  }
  list->type = ListOf(std::move(element));
  return list;
}

TypedPtr Checker::CheckMap(const Ast& ast) {
  TypedPtr map = Make(Op::kMap, {}, ast.span);
  Type key;
  Type element;
  for (size_t i = 0; i < ast.children.size(); ++i) {
    TypedPtr kid = Check(*ast.children[i]);
    if (IsCoded(kid->type)) kid = AsString(std::move(kid));
    Type& type = i % 2 == 0 ? key : element;
    const TypeKind kind = kid->type.kind;
    const bool good_key = kind == TypeKind::kBool || kind == TypeKind::kInt ||
                          kind == TypeKind::kString || kind == TypeKind::kNone;
    if (i % 2 == 0 && !good_key) {
      Error(kid->span, TextId::kExprBadKeyType, {NameOf(kid->type)});
      return Failed(ast.span);
    }
    if (!Same(type, kid->type)) {
      Error(kid->span, TextId::kExprMixedTypes, {NameOf(type), NameOf(kid->type)});
      return Failed(ast.span);
    }
    type = Merge(type, kid->type);
    map->kids.push_back(std::move(kid));
  }
  map->type = MapOf(std::move(key), std::move(element));
  map->may_fail_itself = ast.children.size() > 2;  // two keys may be the same
  return map;
}

TypedPtr Checker::CheckBinary(const Ast& ast) {
  const Ast& left_ast = *ast.children[0];
  const Ast& right_ast = *ast.children[1];
  const std::optional<Relation> relation = RelationNamed(ast.text);
  if (relation) {
    // size(list) beside a bound is a question that an open list may answer.
    for (const bool left : {true, false}) {
      const Ast* const sized = SizeArgument(left ? left_ast : right_ast);
      if (sized == nullptr) continue;
      TypedPtr list = Check(*sized);
      TypedPtr bound = Check(left ? right_ast : left_ast);
      if (list->type.kind == TypeKind::kList && bound->type.kind == TypeKind::kInt) {
        return CheckSizeRelation(ast, left ? *relation : Turned(*relation), std::move(list),
                                 std::move(bound));
      }
      std::vector<TypedPtr> args;
      args.push_back(std::move(list));
      TypedPtr size = CallFunction(left ? left_ast : right_ast, "size",
                                   (left ? left_ast : right_ast).is_receiver, std::move(args));
      if (!left) std::swap(size, bound);
      return CheckRelation(ast, *relation, std::move(size), std::move(bound));
    }
  }
  TypedPtr left = Check(left_ast);
  TypedPtr right = Check(right_ast);
  if (relation) return CheckRelation(ast, *relation, std::move(left), std::move(right));
  if (ast.text == "in") return CheckMembership(ast, std::move(left), std::move(right));
  if (left->type.kind == TypeKind::kList) Unify(left, right, false);
  std::vector<TypedPtr> args;
  args.push_back(std::move(left));
  args.push_back(std::move(right));
  return CallFunction(ast, ast.text, false, std::move(args));
}

TypedPtr Checker::CheckRelation(const Ast& ast, Relation relation, TypedPtr left, TypedPtr right) {
  const bool equality = relation == Relation::kEqual || relation == Relation::kNotEqual;
  if (equality) {
    Unify(left, right, true);
  } else {
    if (IsCoded(left->type)) left = AsString(std::move(left));
    if (IsCoded(right->type)) right = AsString(std::move(right));
  }
  TypedPtr typed = Make(Op::kCall, Of(TypeKind::kBool), ast.span);
  const bool nothing = left->type.kind == TypeKind::kNone || right->type.kind == TypeKind::kNone;
  typed->eval = nothing ? &EvalNothing : RelationOf(relation, left->type, right->type);
  typed->may_fail_itself = nothing;
  typed->is_comparison = true;
  typed->cost = IsText(left->type) ? Cost::kText : Cost::kFlat;
  typed->kids.push_back(std::move(left));
  typed->kids.push_back(std::move(right));
  if (typed->eval == nullptr) {
    Diagnostic& error =
        Error(ast.name_span, TextId::kExprNoOverload, {ast.text, NamesOf(typed->kids)});
    HintAtOperands(error, ast, *typed->kids[0], *typed->kids[1]);
    return Failed(ast.span);
  }
  return typed;
}

TypedPtr Checker::CheckMembership(const Ast& ast, TypedPtr left, TypedPtr right) {
  if (right->type.kind == TypeKind::kList) {
    const Type element = ElementOf(right->type);
    if (IsCoded(left->type) && MayBecomeCode(*right)) {
      BecomeCode(*right, left->type);
    } else if (IsCoded(element) && MayBecomeCode(*left)) {
      BecomeCode(*left, element);
    } else if (IsText(left->type) && IsText(element) && !Same(left->type, element)) {
      if (IsCoded(left->type)) left = AsString(std::move(left));
      if (IsCoded(element)) right = AsString(std::move(right));
    }
  } else if (right->type.kind == TypeKind::kMap && IsCoded(left->type)) {
    left = AsString(std::move(left));
  }
  TypedPtr typed = Make(Op::kCall, Of(TypeKind::kBool), ast.span);
  const bool nothing = left->type.kind == TypeKind::kNone || right->type.kind == TypeKind::kNone;
  typed->eval = nothing ? &EvalNothing : MembershipOf(left->type, right->type);
  typed->may_fail_itself = nothing;
  typed->is_comparison = true;
  typed->cost = Cost::kList;
  typed->kids.push_back(std::move(left));
  typed->kids.push_back(std::move(right));
  if (typed->eval == nullptr) {
    Error(ast.name_span, TextId::kExprNoOverload, {"in", NamesOf(typed->kids)});
    return Failed(ast.span);
  }
  return typed;
}

TypedPtr Checker::CheckIndex(const Ast& ast) {
  TypedPtr container = Check(*ast.children[0]);
  TypedPtr index = Check(*ast.children[1]);
  if (IsCoded(index->type)) index = AsString(std::move(index));
  const TypeKind kind = container->type.kind;
  const bool list = kind == TypeKind::kList && Same(index->type, Of(TypeKind::kInt));
  const bool map = kind == TypeKind::kMap && Same(index->type, KeyOf(container->type));
  TypedPtr typed = Make(Op::kCall, {}, ast.span);
  typed->may_fail_itself = true;
  if (kind == TypeKind::kNone || index->type.kind == TypeKind::kNone) {
    typed->eval = &EvalNothing;
  } else if (list || map) {
    typed->type = ElementOf(container->type);
    typed->eval = list ? &Strict<IndexList> : &Strict<IndexMap>;
  }
  typed->kids.push_back(std::move(container));
  typed->kids.push_back(std::move(index));
  if (typed->eval == nullptr) {
    Error(ast.span, TextId::kExprNoOverload, {"[]", NamesOf(typed->kids)});
    return Failed(ast.span);
  }
  return typed;
}

}  // namespace anjuan::expr
