#include "expr/checker.h"
#include "expr/macros.h"

namespace anjuan::expr {

TypedPtr Checker::CheckMacro(const Ast& ast) {
  switch (MacroOf(ast.text)) {
    case Macro::kHas:
      return CheckHas(ast, false);
    case Macro::kFilled:
      return CheckHas(ast, true);
    case Macro::kKnown: {
      TypedPtr typed = Make(Op::kKnown, Of(TypeKind::kBool), ast.span);
      typed->kids.push_back(Check(*ast.children[0]));
      if (!scope_.in_message) Error(ast.span, TextId::kExprKnownOutside);
      return typed;
    }
    case Macro::kAll:
      return CheckLoop(ast, LoopKind::kAll);
    case Macro::kExists:
      return CheckLoop(ast, LoopKind::kExists);
    case Macro::kExistsOne:
      return CheckLoop(ast, LoopKind::kExistsOne);
    case Macro::kFilter:
      return CheckLoop(ast, LoopKind::kFilter);
    case Macro::kMap:
    case Macro::kTransformList:
      return CheckLoop(ast, LoopKind::kMap);
    case Macro::kBind:
      return CheckBind(ast);
    case Macro::kNone:
      break;
  }
  return Failed(ast.span);
}

void Checker::Push(std::string_view name, Type type, Span span) {
  variables_.push_back({std::string(name), std::move(type), next_local_, false, span});
  ++next_local_;
  most_locals_ = std::max(most_locals_, next_local_);
}

void Checker::Pop() {
  const Variable& variable = variables_.back();
  if (!variable.used && variable.type.kind != TypeKind::kNone) {
    sink_.Warning(source_, variable.span, TextId::kExprUnusedVariable, {variable.name});
  }
  variables_.pop_back();
  --next_local_;
}

TypedPtr Checker::Enter(const Ast& body) {
  if (++loops_ > kMaxLoops) {
    if (loops_ == kMaxLoops + 1) {
      Error(body.span, TextId::kExprTooManyLoops, {std::to_string(kMaxLoops)});
    }
    --loops_;
    return Failed(body.span);
  }
  TypedPtr typed = Check(body);
  --loops_;
  return typed;
}

TypedPtr Checker::CheckLoop(const Ast& ast, LoopKind kind) {
  TypedPtr range = Check(*ast.children[0]);
  const Type type = range->type;
  const bool of_map = type.kind == TypeKind::kMap;
  if (type.kind != TypeKind::kList && !of_map && type.kind != TypeKind::kNone) {
    Error(ast.name_span, TextId::kExprNoOverload, {ast.text, NameOf(type)});
    return Failed(ast.span);
  }
  TypedPtr loop = Make(Op::kLoop, Of(TypeKind::kBool), ast.span);
  loop->loop.kind = kind;
  const bool two = ast.vars.size() == 2;
  // The element comes first among the locals, so that it stands where a filter in front of this
  // macro has it.
  const Type element = of_map && !two ? KeyOf(type) : ElementOf(type);
  loop->loop.local = next_local_;
  Push(ast.vars.back(), element, ast.name_span);
  if (two) {
    loop->loop.has_first = true;
    loop->loop.first_local = next_local_;
    Push(ast.vars.front(), of_map ? KeyOf(type) : Of(TypeKind::kInt), ast.name_span);
  }
  loop->kids.push_back(std::move(range));
  const size_t last = ast.children.size() - 1;
  const bool filtered = kind == LoopKind::kFilter || last == 2;
  if (filtered) {
    loop->kids.push_back(Enter(*ast.children[1]));
    WantBool(*loop->kids.back());
    loop->loop.stages = 1;
  }
  Type body;
  if (kind != LoopKind::kFilter) {
    loop->kids.push_back(Enter(*ast.children[last]));
    body = loop->kids.back()->type;
    if (kind != LoopKind::kMap) WantBool(*loop->kids.back());
  }
  Pop();
  if (two) Pop();
  if (kind == LoopKind::kFilter) loop->type = ListOf(element);
  if (kind == LoopKind::kMap) loop->type = ListOf(std::move(body));
  return Fuse(std::move(loop));
}

// l.filter(x, P).all(y, Q): the filter's test becomes a stage of the outer loop. A map keeps its
// range apart: what its transform says of an element counts only once the filter is certain.
TypedPtr Checker::Fuse(TypedPtr loop) {
  Typed& range = *loop->kids[0];
  const bool filter = range.op == Op::kLoop && range.loop.kind == LoopKind::kFilter &&
                      range.kids[0]->type.kind == TypeKind::kList;
  if (!filter || loop->loop.kind == LoopKind::kMap || loop->loop.has_first ||
      range.loop.local != loop->loop.local) {
    return loop;
  }
  std::vector<TypedPtr> kids = std::move(range.kids);
  for (size_t i = 1; i < loop->kids.size(); ++i) kids.push_back(std::move(loop->kids[i]));
  loop->loop.stages += range.loop.stages;
  loop->kids = std::move(kids);
  return loop;
}

TypedPtr Checker::CheckSizeRelation(const Ast& ast, Relation relation, TypedPtr list,
                                    TypedPtr bound) {
  TypedPtr loop = Make(Op::kLoop, Of(TypeKind::kBool), ast.span);
  loop->loop.kind = LoopKind::kSize;
  loop->loop.relation = relation;
  // A filter brings its variable along; another list has none to set.
  const bool filter = list->op == Op::kLoop && list->loop.kind == LoopKind::kFilter;
  loop->loop.local = filter ? list->loop.local : next_local_;
  most_locals_ = std::max<uint16_t>(most_locals_, static_cast<uint16_t>(loop->loop.local + 1));
  loop->kids.push_back(std::move(list));
  loop->kids.push_back(std::move(bound));
  return Fuse(std::move(loop));
}

TypedPtr Checker::CheckBind(const Ast& ast) {
  TypedPtr bind = Make(Op::kBind, {}, ast.span);
  bind->kids.push_back(Check(*ast.children[0]));
  bind->index = next_local_;
  Push(ast.vars[0], bind->kids[0]->type, ast.name_span);
  bind->kids.push_back(Check(*ast.children[1]));
  Pop();
  bind->type = bind->kids[1]->type;
  return bind;
}

}  // namespace anjuan::expr
