// hasDoc, doc, docs and delivered: loops over the lists that the model names. No field's name
// stands here.
#include "expr/checker.h"
#include "expr/eval_core.h"
#include "expr/operators.h"

namespace anjuan::expr {

bool Checker::IsLookup(std::string_view name) const {
  const DocumentLists& lists = scope_.model->document_lists();
  if (name == "delivered") {
    return lists.deliveries != nullptr && lists.delivered_kind != nullptr &&
           lists.served_on != nullptr;
  }
  return (name == "hasDoc" || name == "doc" || name == "docs") && lists.documents != nullptr &&
         lists.kind != nullptr;
}

// local.kind == 'literal', for the loop whose element is the next local.
TypedPtr Checker::KindIs(const Field& kind, TypedPtr literal) {
  TypedPtr field = Make(Op::kField, TypeOfField(*scope_.model, kind), literal->span);
  field->base = Base::kLocal;
  field->index = next_local_;
  field->fields.push_back(&kind);
  TypedPtr same = Make(Op::kCall, Of(TypeKind::kBool), literal->span);
  BecomeCode(*literal, field->type);
  same->eval = RelationOf(Relation::kEqual, field->type, literal->type);
  if (same->eval == nullptr) same->eval = &EvalNothing;
  same->kids.push_back(std::move(field));
  same->kids.push_back(std::move(literal));
  return same;
}

TypedPtr Checker::CheckLookup(const Ast& ast) {
  if (ast.children.size() != 1 || ast.children[0]->kind != AstKind::kString) {
    Error(ast.span, TextId::kExprKindLiteral, {ast.text});
    return Failed(ast.span);
  }
  const DocumentLists& lists = scope_.model->document_lists();
  const bool delivered = ast.text == "delivered";
  const Field& list = delivered ? *lists.deliveries : *lists.documents;
  TypedPtr range = Make(Op::kField, TypeOfField(*scope_.model, list), ast.span);
  range->fields.push_back(&list);
  const Type element = ElementOf(range->type);

  TypedPtr loop = Make(Op::kLoop, range->type, ast.span);
  loop->loop.local = next_local_;
  most_locals_ = std::max<uint16_t>(most_locals_, static_cast<uint16_t>(next_local_ + 1));
  TypedPtr test = KindIs(delivered ? *lists.delivered_kind : *lists.kind, Check(*ast.children[0]));
  if (delivered) {
    TypedPtr served = Make(Op::kHas, Of(TypeKind::kBool), ast.span);
    served->base = Base::kLocal;
    served->index = next_local_;
    served->fields.push_back(lists.served_on);
    TypedPtr both = Make(Op::kAnd, Of(TypeKind::kBool), ast.span);
    both->kids.push_back(std::move(test));
    both->kids.push_back(std::move(served));
    test = std::move(both);
  }
  loop->kids.push_back(std::move(range));
  loop->kids.push_back(std::move(test));
  if (ast.text == "hasDoc") {
    loop->loop.kind = LoopKind::kExists;
    loop->type = Of(TypeKind::kBool);
  } else {
    loop->loop.stages = 1;
    loop->loop.kind = ast.text == "doc" ? LoopKind::kOnlyOne : LoopKind::kFilter;
    if (ast.text == "doc") loop->type = element;
  }
  return loop;
}

}  // namespace anjuan::expr
