#include "expr/ast.h"

#include <utility>

namespace anjuan::expr {
namespace {

AstPtr Make(AstKind kind, Span span) {
  auto ast = std::make_unique<Ast>();
  ast->kind = kind;
  ast->span = span;
  ast->name_span = span;
  return ast;
}

AstPtr MakeChain(AstKind kind, std::vector<AstPtr> operands) {
  if (operands.size() == 1) return std::move(operands.front());
  Span span{operands.front()->span.begin, operands.back()->span.end};
  // Pieces written in any order still show as one place.
  if (span.end < span.begin) span = operands.front()->span;
  AstPtr ast = Make(kind, span);
  ast->children = std::move(operands);
  return ast;
}

}  // namespace

AstPtr Clone(const Ast& ast) {
  AstPtr copy = Make(ast.kind, ast.span);
  copy->name_span = ast.name_span;
  copy->text = ast.text;
  copy->vars = ast.vars;
  copy->number = ast.number;
  copy->real = ast.real;
  copy->is_receiver = ast.is_receiver;
  for (const AstPtr& child : ast.children) copy->children.push_back(Clone(*child));
  return copy;
}

AstPtr MakeIdent(Span span, std::string_view name) {
  AstPtr ast = Make(AstKind::kIdent, span);
  ast->text = name;
  return ast;
}

AstPtr MakeString(Span span, std::string_view value) {
  AstPtr ast = Make(AstKind::kString, span);
  ast->text = value;
  return ast;
}

AstPtr MakeSelect(AstPtr record, std::string_view field) {
  AstPtr ast = Make(AstKind::kSelect, record->span);
  ast->text = field;
  ast->children.push_back(std::move(record));
  return ast;
}

AstPtr MakeNot(AstPtr operand) {
  AstPtr ast = Make(AstKind::kNot, operand->span);
  ast->children.push_back(std::move(operand));
  return ast;
}

AstPtr MakeAnd(std::vector<AstPtr> operands) {
  return MakeChain(AstKind::kAnd, std::move(operands));
}

AstPtr MakeOr(std::vector<AstPtr> operands) { return MakeChain(AstKind::kOr, std::move(operands)); }

AstPtr MakeBinary(std::string_view op, AstPtr left, AstPtr right) {
  AstPtr ast = Make(AstKind::kBinary, {left->span.begin, right->span.end});
  if (ast->span.end < ast->span.begin) ast->span = left->span;
  ast->name_span = ast->span;
  ast->text = op;
  ast->children.push_back(std::move(left));
  ast->children.push_back(std::move(right));
  return ast;
}

AstPtr MakeCall(Span span, std::string_view function, std::vector<AstPtr> args) {
  AstPtr ast = Make(AstKind::kCall, span);
  ast->text = function;
  ast->children = std::move(args);
  return ast;
}

AstPtr MakeInt(Span span, int64_t value) {
  AstPtr ast = Make(AstKind::kInt, span);
  ast->number = value;
  return ast;
}

AstPtr MakeIndex(AstPtr list, int64_t index) {
  AstPtr ast = Make(AstKind::kIndex, list->span);
  AstPtr number = MakeInt(list->span, index);
  ast->children.push_back(std::move(list));
  ast->children.push_back(std::move(number));
  return ast;
}

AstPtr MakeReceiverCall(std::string_view function, AstPtr receiver) {
  AstPtr ast = Make(AstKind::kCall, receiver->span);
  ast->text = function;
  ast->is_receiver = true;
  ast->children.push_back(std::move(receiver));
  return ast;
}

AstPtr MakeMacro(std::string_view macro, AstPtr range, std::string_view var, AstPtr body) {
  AstPtr ast = Make(AstKind::kMacro, range->span);
  ast->text = macro;
  ast->vars.emplace_back(var);
  ast->children.push_back(std::move(range));
  ast->children.push_back(std::move(body));
  return ast;
}

AstPtr MakeConditional(AstPtr condition, AstPtr then, AstPtr otherwise) {
  AstPtr ast = Make(AstKind::kConditional, condition->span);
  ast->children.push_back(std::move(condition));
  ast->children.push_back(std::move(then));
  ast->children.push_back(std::move(otherwise));
  return ast;
}

AstPtr MakeHas(std::string_view has_or_filled, AstPtr path) {
  AstPtr ast = Make(AstKind::kMacro, path->span);
  ast->text = has_or_filled;
  ast->children.push_back(std::move(path));
  return ast;
}

void PlaceAt(Ast& ast, Span span) {
  ast.span = span;
  ast.name_span = span;
  for (const AstPtr& child : ast.children) PlaceAt(*child, span);
}

}  // namespace anjuan::expr
