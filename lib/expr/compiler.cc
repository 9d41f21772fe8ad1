#include "expr/compiler.h"

#include <algorithm>

#include "expr/eval_macro.h"
#include "expr/eval_select.h"

namespace anjuan::expr {
namespace {

constexpr std::string_view kParams = "params";
constexpr std::string_view kToday = "today";

std::string Shown(const Field& field) { return "'" + field.path + "'"; }

// 'filing.approved_on' (立案.批准日期), whichever name the author would have written.
std::string ShownBoth(const Field& field, bool chinese) {
  std::string label = field.label;
  for (const Field* at = field.owner->self; at != nullptr; at = at->owner->self) {
    label = at->label + '.' + label;
  }
  return chinese ? "'" + label + "' (" + field.path + ")" : Shown(field) + " (" + label + ")";
}

}  // namespace

Compiler::Compiler(SourcePtr source, const Scope& scope, DiagnosticSink& sink)
    : source_(std::move(source)),
      scope_(scope),
      sink_(sink),
      program_(std::make_shared<Program>()) {
  program_->model = scope.model;
  program_->nodes.emplace_back();  // 0 stands for no node
  for (const Scope::Variable& variable : scope.variables) {
    bound_.push_back({variable.name, next_var_++, variable.type});
  }
}

std::shared_ptr<const Program> Compiler::Compile(const Ast& ast, Wanted wanted) {
  Value root = Check(ast);
  if (!root.ok()) return nullptr;
  const TypeKind kind = root.type.kind;
  const auto wrong = [&](TextId id) {
    Error(ast.span, id, {NameOf(root.type)});
    return nullptr;
  };
  switch (wanted) {
    case Wanted::kBool:
      if (kind != TypeKind::kBool) return wrong(TextId::kExprNotBool);
      break;
    case Wanted::kDate:
      if (kind != TypeKind::kDate) return wrong(TextId::kExprNotDate);
      break;
    case Wanted::kPeriod:
      if (kind != TypeKind::kPeriod) return wrong(TextId::kExprNotPeriod);
      break;
    case Wanted::kList:
      if (kind != TypeKind::kList) return wrong(TextId::kExprNotList);
      break;
    case Wanted::kScalar:
      if (kind == TypeKind::kRecord || kind == TypeKind::kMap) {
        return wrong(TextId::kExprNotScalar);
      }
      break;
  }
  const uint32_t node = Materialize(root);
  // The root stands last, so that a program needs no index for it.
  if (node + 1 != program_->nodes.size()) program_->nodes.push_back(program_->nodes[node]);
  program_->type = root.type;
  for (const Node& read : program_->nodes) {
    if (read.op != Op::kSelect || read.field == nullptr) continue;
    if (std::find(program_->reads.begin(), program_->reads.end(), read.field) ==
        program_->reads.end()) {
      program_->reads.push_back(read.field);
    }
  }
  return program_;
}

Value Compiler::Check(const Ast& ast) {
  switch (ast.kind) {
    case AstKind::kBool:
      return Literal(TypeKind::kBool, ast.number, ast);
    case AstKind::kInt:
      return Literal(TypeKind::kInt, ast.number, ast);
    case AstKind::kDouble:
      return Literal(TypeKind::kDouble, AsBits(ast.real), ast);
    case AstKind::kString: {
      Type type;
      type.kind = TypeKind::kString;
      return TextLiteral(type, ast.text, 0, ast);
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
      return Error(ast.span, TextId::kExprUnsupportedLiteral, {"map"});
    case AstKind::kNot:
      return CheckNot(ast);
    case AstKind::kNegate:
      return CheckNegate(ast);
    case AstKind::kBinary:
      return CheckBinary(ast);
    case AstKind::kAnd:
    case AstKind::kOr:
      return CheckLogic(ast);
    case AstKind::kConditional:
      return CheckConditional(ast);
  }
  return {};
}

Value Compiler::Literal(TypeKind kind, int64_t number, const Ast& ast) {
  Type type;
  type.kind = kind;
  Node node;
  node.number = number;
  node.run = LiteralFunction(ShapeOf(type));
  return Emit(node, type, ast);
}

Value Compiler::TextLiteral(const Type& type, std::string_view text, uint16_t code,
                            const Ast& ast) {
  const std::string_view kept = program_->memory.Copy(text);
  Node node;
  node.text = kept.data();
  node.size = static_cast<uint32_t>(kept.size());
  node.code = code;
  node.run = LiteralFunction(Shape::kStr);
  return Emit(node, type, ast);
}

Value Compiler::VariableOf(const Bound& bound, const Ast& ast) {
  if (bound.type.kind == TypeKind::kRecord) {
    Value value;
    value.type = bound.type;
    value.base = Base::kVariable;
    value.var = bound.var;
    value.ast = &ast;
    return value;
  }
  Node node;
  node.op = Op::kVariable;
  node.var = bound.var;
  node.run = VariableFunction(ShapeOf(bound.type));
  return Emit(node, bound.type, ast);
}

std::vector<Candidate> Compiler::TopLevelNames() const {
  std::vector<Candidate> names;
  for (const Field& field : scope_.model->root().fields) {
    names.push_back({field.name, ShownBoth(field, false)});
    names.push_back({field.label, ShownBoth(field, true)});
  }
  for (const Bound& bound : bound_) names.push_back({bound.name, "'" + bound.name + "'"});
  names.push_back({kToday, "'today'"});
  if (scope_.params != nullptr) names.push_back({kParams, "'params'"});
  return names;
}

Value Compiler::CheckIdent(const Ast& ast) {
  for (size_t i = bound_.size(); i-- > 0;) {
    if (bound_[i].name == ast.text) return VariableOf(bound_[i], ast);
  }
  if (ast.text == kToday) {
    Type type;
    type.kind = TypeKind::kDate;
    Node node;
    node.op = Op::kParam;
    node.base = Base::kToday;
    node.run = SelectFunction(Shape::kNum, Base::kToday);
    return Emit(node, type, ast);
  }
  if (scope_.params != nullptr && ast.text == kParams) {
    Value value;
    value.type.kind = TypeKind::kRecord;
    value.type.record = scope_.params;
    value.base = Base::kParams;
    value.ast = &ast;
    return value;
  }
  if (const Field* const field = scope_.model->root().Find(ast.text)) {
    Value root;
    root.type.kind = TypeKind::kRecord;
    root.type.record = &scope_.model->root();
    return FieldOf(root, *field, ast);
  }
  return Error(ast.span, TextId::kExprUnknownName, {ast.text}, Suggest(ast.text, TopLevelNames()));
}

Value Compiler::CheckSelect(const Ast& ast) {
  const Value record = Check(*ast.children[0]);
  if (!record.ok()) return {};
  if (record.type.kind != TypeKind::kRecord) {
    return Error(ast.name_span, TextId::kExprNoFields, {ast.text, NameOf(record.type)});
  }
  if (const Field* const field = record.type.record->Find(ast.text)) {
    return FieldOf(record, *field, ast);
  }
  std::vector<Candidate> names;
  const bool params = record.type.record == scope_.params;
  for (const Field& field : record.type.record->fields) {
    names.push_back({field.name, params ? Shown(field) : ShownBoth(field, false)});
    if (!params) names.push_back({field.label, ShownBoth(field, true)});
  }
  const std::string written(
      std::string_view(source_->text()).substr(ast.span.begin, ast.span.end - ast.span.begin));
  const bool whole = written.ends_with(ast.text);  // a piece that was put together has no such text
  return Error(whole ? ast.span : ast.name_span, TextId::kExprUnknownField,
               {whole ? written : ast.text}, Suggest(ast.text, names));
}

Value Compiler::FieldOf(const Value& record, const Field& field, const Ast& ast) {
  Type type = TypeOfField(*scope_.model, field);
  if (type.kind == TypeKind::kRecord) {
    Value entity = record;
    entity.type = type;
    entity.offset += field.slot;
    entity.field = &field;
    entity.ast = &ast;
    return entity;
  }
  Node node;
  node.op = record.base == Base::kParams ? Op::kParam : Op::kSelect;
  node.base = record.base;
  node.var = record.var;
  node.a = record.node;
  node.offset = record.offset + field.slot;
  node.field = &field;
  if (type.kind == TypeKind::kList) {
    node.code = static_cast<uint16_t>(field.record == nullptr ? 1 : field.record->slots);
  }
  node.can_fail = record.base == Base::kNode && program_->nodes[record.node].can_fail;
  node.run = SelectFunction(ShapeOf(type), record.base);
  return Emit(node, type, ast);
}

uint32_t Compiler::Materialize(const Value& value) {
  if (value.type.kind != TypeKind::kRecord) return value.node;
  if (value.base == Base::kNode && value.offset == 0) return value.node;
  Node node;
  node.op = value.base == Base::kParams ? Op::kParam : Op::kSelect;
  node.base = value.base;
  node.var = value.var;
  node.a = value.node;
  node.offset = value.offset;
  node.field = value.field;
  node.shape = Shape::kRec;
  node.run = SelectFunction(Shape::kRec, value.base);
  return Emit(node);
}

Value Compiler::CheckList(const Ast& ast) {
  if (ast.children.empty()) return Error(ast.span, TextId::kExprUnsupportedLiteral, {"[]"});
  std::vector<uint32_t> nodes;
  Type element;
  bool failed = false;
  bool constant = true;
  for (const AstPtr& child : ast.children) {
    Value value = Check(*child);
    if (!value.ok()) {
      failed = true;
      continue;
    }
    if (value.type.kind == TypeKind::kEnum) value = AsText(value);
    if (value.type.kind == TypeKind::kDocKind) value.type.kind = TypeKind::kString;
    if (element.kind == TypeKind::kNone) {
      element = value.type;
    } else if (!SameType(element, value.type)) {
      Error(child->span, TextId::kExprMixedTypes, {NameOf(element), NameOf(value.type)});
      failed = true;
    }
    nodes.push_back(Materialize(value));
    constant = constant && program_->nodes[nodes.back()].op == Op::kLiteral;
  }
  if (failed) return {};
  Node list;
  const Shape shape = ShapeOf(element);
  if (constant && shape != Shape::kList) {
    Slot* const items = program_->memory.AllocateArray<Slot>(nodes.size());
    for (size_t i = 0; i < nodes.size(); ++i) {
      const Node& from = program_->nodes[nodes[i]];
      items[i] = Slot{};
      items[i].state = State::kPresent;
      if (shape == Shape::kStr) {
        items[i].text = from.text;
        items[i].size = from.size;
      } else {
        items[i].number = from.number;
      }
    }
    list.items = items;
    list.size = static_cast<uint32_t>(nodes.size());
    list.run = LiteralFunction(Shape::kList);
  } else {
    list.op = Op::kStrict;
    list.a = Operands(nodes);
    list.size = static_cast<uint32_t>(nodes.size());
    list.code = static_cast<uint16_t>(shape);
    list.run = LiteralElementsFunction();
    for (const uint32_t node : nodes) list.can_fail |= program_->nodes[node].can_fail;
  }
  return Emit(list, ListOf(element), ast);
}

uint32_t Compiler::Operands(const std::vector<uint32_t>& nodes) {
  const auto first = static_cast<uint32_t>(program_->operands.size());
  program_->operands.insert(program_->operands.end(), nodes.begin(), nodes.end());
  return first;
}

uint32_t Compiler::Emit(Node node) {
  program_->nodes.push_back(node);
  return static_cast<uint32_t>(program_->nodes.size() - 1);
}

Value Compiler::Emit(Node node, Type type, const Ast& ast) {
  node.shape = ShapeOf(type);
  Value value;
  value.node = Emit(node);
  value.ast = &ast;
  if (type.kind == TypeKind::kRecord) value.base = Base::kNode;
  value.type = std::move(type);
  return value;
}

Value Compiler::Error(Span span, TextId id, std::vector<std::string> args,
                      std::vector<std::string> hints) {
  Diagnostic& error = sink_.Error(source_, span, id, std::move(args));
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  return {};
}

bool Compiler::Expect(const Value& value, TypeKind kind, TextId id) {
  if (value.type.kind == kind) return true;
  if (value.ok()) Error(value.ast->span, id, {NameOf(value.type)});
  return false;
}

}  // namespace anjuan::expr
