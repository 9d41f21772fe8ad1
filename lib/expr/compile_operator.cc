#include <algorithm>

#include "expr/compiler.h"
#include "expr/eval_macro.h"
#include "expr/eval_select.h"

namespace anjuan::expr {
namespace {

bool IsComparison(std::string_view op) {
  return op == "<" || op == "<=" || op == ">" || op == ">=" || op == "==" || op == "!=";
}

bool IsText(const Type& type) {
  return type.kind == TypeKind::kString || type.kind == TypeKind::kDocKind;
}

bool HasOrder(TypeKind kind) {
  switch (kind) {
    case TypeKind::kNone:
    case TypeKind::kEnum:
    case TypeKind::kPeriod:
    case TypeKind::kList:
    case TypeKind::kMap:
    case TypeKind::kRecord:
      return false;
    default:
      return true;
  }
}

// Enumerations and kinds of documents: literals beside them are codes.
Str CodeText(const Node& node, Run& run) {
  const Num code = EvalNum(node.a, run);
  if (code.state != Tri::kTrue) return {nullptr, 0, 0, code.state};
  const auto* const codes = reinterpret_cast<const CodeList*>(node.number);
  const std::string& name = codes->codes[static_cast<size_t>(code.value) - 1];
  return {name.data(), static_cast<uint32_t>(name.size()), 0, Tri::kTrue};
}

Num KindCode(const Node& node, Run& run) {
  const Str kind = EvalStr(node.a, run);
  return {kind.code, kind.state};
}

}  // namespace

Value Compiler::CheckLogic(const Ast& ast) {
  std::vector<uint32_t> operands;
  bool failed = false;
  bool can_fail = false;
  for (const AstPtr& child : ast.children) {
    const Value operand = Check(*child);
    failed = !Expect(operand, TypeKind::kBool, TextId::kExprNotBool) || failed;
    operands.push_back(operand.node);
    can_fail = can_fail || program_->nodes[operand.node].can_fail;
  }
  if (failed) return {};
  const bool conjunction = ast.kind == AstKind::kAnd;
  Node node;
  node.op = conjunction ? Op::kAnd : Op::kOr;
  node.a = Operands(operands);
  node.size = static_cast<uint32_t>(operands.size());
  node.run = conjunction ? AndFunction() : OrFunction();
  node.can_fail = can_fail;
  Type type;
  type.kind = TypeKind::kBool;
  return Emit(node, type, ast);
}

Value Compiler::CheckNot(const Ast& ast) {
  const Value operand = Check(*ast.children[0]);
  if (!Expect(operand, TypeKind::kBool, TextId::kExprNotBool)) return {};
  Node node;
  node.op = Op::kNot;
  node.a = operand.node;
  node.run = NotFunction();
  node.can_fail = program_->nodes[operand.node].can_fail;
  return Emit(node, operand.type, ast);
}

Value Compiler::CheckNegate(const Ast& ast) {
  const Value operand = Check(*ast.children[0]);
  if (!operand.ok()) return {};
  if (operand.type.kind != TypeKind::kInt && operand.type.kind != TypeKind::kDouble) {
    return Error(ast.name_span, TextId::kExprNoOverload, {"-", NameOf(operand.type)});
  }
  Node node;
  node.op = Op::kStrict;
  node.a = operand.node;
  node.can_fail = true;
  node.run = NegateFunction(operand.type.kind);
  return Emit(node, operand.type, ast);
}

Value Compiler::CheckBinary(const Ast& ast) {
  if (ast.text == "in") return CheckIn(ast);
  if (IsComparison(ast.text)) return CheckComparison(ast);
  const Value left = Check(*ast.children[0]);
  const Value right = Check(*ast.children[1]);
  if (!left.ok() || !right.ok()) return {};
  return CheckArithmetic(ast, left, right);
}

Value Compiler::CheckArithmetic(const Ast& ast, const Value& left, const Value& right) {
  const char op = ast.text[0];
  const TypeKind a = left.type.kind;
  const TypeKind b = right.type.kind;
  Node node;
  node.op = Op::kStrict;
  node.a = Materialize(left);
  node.b = Materialize(right);
  node.can_fail = true;
  Type type = left.type;
  const bool plus_minus = op == '+' || op == '-';
  if (a == TypeKind::kDate && b == TypeKind::kPeriod && plus_minus) {
    node.run = DatePlusPeriodFunction(op == '-');
  } else if (a == TypeKind::kMoney && b == TypeKind::kMoney && plus_minus) {
    node.run = ArithmeticFunction(TypeKind::kInt, op);
  } else if (op == '*' && ((a == TypeKind::kMoney && b == TypeKind::kInt) ||
                           (a == TypeKind::kInt && b == TypeKind::kMoney))) {
    node.run = ArithmeticFunction(TypeKind::kInt, op);
    type.kind = TypeKind::kMoney;
  } else if (IsText(left.type) && IsText(right.type) && op == '+') {
    node.run = ArithmeticFunction(TypeKind::kString, op);
    type.kind = TypeKind::kString;
  } else if (SameType(left.type, right.type) &&
             (a == TypeKind::kInt || a == TypeKind::kDouble || a == TypeKind::kList)) {
    node.run = ArithmeticFunction(a, op);
  }
  if (node.run.tri != nullptr) return Emit(node, type, ast);
  return Error(ast.name_span, TextId::kExprNoOverload,
               {ast.text, NameOf(left.type) + ", " + NameOf(right.type)});
}

bool Compiler::BringTo(const Type& type, Value& literal) {
  const bool coded = type.kind == TypeKind::kEnum || type.kind == TypeKind::kDocKind;
  if (!coded || literal.ast == nullptr || literal.ast->kind != AstKind::kString) return true;
  const uint16_t code = type.codes->Find(literal.ast->text);
  if (code == 0) {
    const std::vector<std::string_view> names(type.codes->codes.begin(), type.codes->codes.end());
    Error(literal.ast->span,
          type.kind == TypeKind::kEnum ? TextId::kExprUnknownEnumValue : TextId::kExprUnknownKind,
          {literal.ast->text}, Suggest(literal.ast->text, names));
    return false;
  }
  const Ast& ast = *literal.ast;
  if (type.kind == TypeKind::kEnum) {
    literal = Literal(TypeKind::kInt, code, ast);
  } else {
    literal = TextLiteral(type, type.codes->codes[code - 1u], code, ast);
  }
  literal.type = type;
  return true;
}

Value Compiler::AsText(const Value& value) {
  if (value.type.kind != TypeKind::kEnum) return value;
  Node node;
  node.op = Op::kStrict;
  node.a = value.node;
  node.number = reinterpret_cast<int64_t>(value.type.codes);
  node.run.str = CodeText;
  node.can_fail = program_->nodes[value.node].can_fail;
  Type type;
  type.kind = TypeKind::kString;
  return Emit(node, type, *value.ast);
}

// size(list) against a number is decided by what is there, though the list be open.
std::optional<Value> Compiler::CheckSizeComparison(const Ast& ast) {
  for (const size_t side : {size_t{0}, size_t{1}}) {
    const Ast& call = *ast.children[side];
    const Ast& bound = *ast.children[1 - side];
    const bool size = call.kind == AstKind::kCall && call.text == "size" &&
                      call.children.size() == 1 && bound.kind == AstKind::kInt;
    if (!size) continue;
    const size_t errors = sink_.error_count();
    const Range range = CheckRange(*call.children[0]);
    if (!range.ok()) {
      if (sink_.error_count() == errors) continue;  // not of a list
      return Value{};
    }
    const Compare op = CompareNamed(ast.text);
    Type type;
    type.kind = TypeKind::kBool;
    Value value = EmitOver(range, Op::kSizeCompare,
                           SizeCompareFunction(side == 0 ? op : Mirrored(op)), 0, type, ast);
    program_->nodes[value.node].number = bound.number;
    return value;
  }
  return std::nullopt;
}

Value Compiler::CheckComparison(const Ast& ast) {
  if (std::optional<Value> size = CheckSizeComparison(ast)) return *size;
  Value left = Check(*ast.children[0]);
  Value right = Check(*ast.children[1]);
  if (!left.ok() || !right.ok()) return {};
  if (!BringTo(left.type, right) || !BringTo(right.type, left)) return {};
  if (!SameType(left.type, right.type)) {
    left = AsText(left);
    right = AsText(right);
  }
  const Compare op = CompareNamed(ast.text);
  const bool equality = op == Compare::kEqual || op == Compare::kNotEqual;
  const bool same = SameType(left.type, right.type) || (IsText(left.type) && IsText(right.type));
  const TypeKind kind = left.type.kind;
  const bool comparable =
      same && kind != TypeKind::kRecord && kind != TypeKind::kMap && (equality || HasOrder(kind));
  if (!comparable) {
    return Error(ast.name_span, TextId::kExprNoOverload,
                 {ast.text, NameOf(left.type) + ", " + NameOf(right.type)});
  }
  Node node;
  node.op = Op::kStrict;
  node.a = left.node;
  node.b = right.node;
  node.can_fail = program_->nodes[left.node].can_fail || program_->nodes[right.node].can_fail;
  if (kind == TypeKind::kList) {
    node.run = ListEqualFunction(ShapeOf(*left.type.element), op);
  } else if (equality && left.type.kind == TypeKind::kDocKind &&
             program_->nodes[right.node].op == Op::kLiteral && program_->nodes[right.node].code) {
    node.code = program_->nodes[right.node].code;
    node.run = KindCompareFunction(op);
  } else {
    node.run = CompareFunction(kind, op);
  }
  Type type;
  type.kind = TypeKind::kBool;
  return Emit(node, type, ast);
}

Value Compiler::CheckIn(const Ast& ast) {
  Value left = Check(*ast.children[0]);
  if (!left.ok()) return {};
  const Ast& list_ast = *ast.children[1];
  const bool coded = left.type.kind == TypeKind::kEnum || left.type.kind == TypeKind::kDocKind;
  Node node;
  node.op = Op::kIn;
  Type type;
  type.kind = TypeKind::kBool;
  const bool literals =
      list_ast.kind == AstKind::kList && !list_ast.children.empty() &&
      std::all_of(list_ast.children.begin(), list_ast.children.end(),
                  [](const AstPtr& item) { return item->kind == AstKind::kString; });
  if (coded && literals) {
    // A list of codes, so that no text is compared.
    Slot* const items = program_->memory.AllocateArray<Slot>(list_ast.children.size());
    bool failed = false;
    for (size_t i = 0; i < list_ast.children.size(); ++i) {
      Value item;
      item.ast = list_ast.children[i].get();
      failed = !BringTo(left.type, item) || failed;
      items[i] = Slot{};
      items[i].state = State::kPresent;
      if (!failed) items[i].number = left.type.codes->Find(item.ast->text);
    }
    if (failed) return {};
    Node list;
    list.items = items;
    list.size = static_cast<uint32_t>(list_ast.children.size());
    list.run = LiteralFunction(Shape::kList);
    list.shape = Shape::kList;
    node.b = Emit(list);
    node.a = left.node;
    if (left.type.kind == TypeKind::kDocKind) {
      Node code;
      code.op = Op::kStrict;
      code.a = left.node;
      code.run.num = KindCode;
      code.shape = Shape::kNum;
      node.a = Emit(code);
    }
    node.can_fail = program_->nodes[left.node].can_fail;
    node.run = InFunction(Shape::kNum);
    return Emit(node, type, ast);
  }
  const Value list = Check(list_ast);
  if (!list.ok()) return {};
  if (list.type.kind == TypeKind::kList) {
    if (!BringTo(*list.type.element, left)) return {};
    if (!SameType(left.type, *list.type.element)) left = AsText(left);
    const bool same = SameType(left.type, *list.type.element) ||
                      (IsText(left.type) && IsText(*list.type.element));
    if (same && left.type.kind != TypeKind::kRecord) {
      node.a = left.node;
      node.b = list.node;
      node.can_fail = program_->nodes[left.node].can_fail || program_->nodes[list.node].can_fail;
      node.run = InFunction(ShapeOf(left.type));
      return Emit(node, type, ast);
    }
  }
  return Error(ast.name_span, TextId::kExprNoOverload,
               {"in", NameOf(left.type) + ", " + NameOf(list.type)});
}

Value Compiler::CheckIndex(const Ast& ast) {
  const Value list = Check(*ast.children[0]);
  const Value index = Check(*ast.children[1]);
  if (!list.ok() || !index.ok()) return {};
  if (list.type.kind != TypeKind::kList || index.type.kind != TypeKind::kInt) {
    return Error(ast.span, TextId::kExprNoOverload,
                 {"[]", NameOf(list.type) + ", " + NameOf(index.type)});
  }
  Node node;
  node.op = Op::kStrict;
  node.a = list.node;
  node.b = index.node;
  node.can_fail = true;
  node.run = IndexFunction(ShapeOf(*list.type.element));
  return Emit(node, *list.type.element, ast);
}

Value Compiler::CheckConditional(const Ast& ast) {
  const Value condition = Check(*ast.children[0]);
  Value yes = Check(*ast.children[1]);
  Value no = Check(*ast.children[2]);
  const bool is_bool = Expect(condition, TypeKind::kBool, TextId::kExprNotBool);
  if (!is_bool || !yes.ok() || !no.ok()) return {};
  if (!SameType(yes.type, no.type)) {
    yes = AsText(yes);
    no = AsText(no);
  }
  if (!SameType(yes.type, no.type)) {
    return Error(ast.span, TextId::kExprBranchTypes, {NameOf(yes.type), NameOf(no.type)});
  }
  Node node;
  node.op = Op::kConditional;
  node.a = condition.node;
  node.b = Materialize(yes);
  node.c = Materialize(no);
  for (const uint32_t child : {node.a, node.b, node.c}) {
    node.can_fail = node.can_fail || program_->nodes[child].can_fail;
  }
  node.run = ConditionalFunction(ShapeOf(yes.type));
  return Emit(node, yes.type, ast);
}

}  // namespace anjuan::expr
