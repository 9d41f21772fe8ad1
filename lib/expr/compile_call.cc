#include <re2/re2.h>

#include <algorithm>

#include "expr/compiler.h"
#include "expr/eval_macro.h"
#include "expr/eval_select.h"
#include "expr/limits.h"

namespace anjuan::expr {
namespace {

bool IsText(const Type& type) {
  return type.kind == TypeKind::kString || type.kind == TypeKind::kDocKind ||
         type.kind == TypeKind::kEnum;
}

bool Fits(Param param, const Type& type) {
  switch (param) {
    case Param::kNone:
      return false;
    case Param::kInt:
      return type.kind == TypeKind::kInt;
    case Param::kDouble:
      return type.kind == TypeKind::kDouble;
    case Param::kString:
      return IsText(type);
    case Param::kBool:
      return type.kind == TypeKind::kBool;
    case Param::kDate:
      return type.kind == TypeKind::kDate;
    case Param::kTimestamp:
      return type.kind == TypeKind::kTimestamp;
    case Param::kMoney:
      return type.kind == TypeKind::kMoney;
    case Param::kStrings:
      return type.kind == TypeKind::kList && type.element->kind != TypeKind::kEnum &&
             IsText(*type.element);
    case Param::kNumbers:
      return type.kind == TypeKind::kList &&
             (type.element->kind == TypeKind::kInt || type.element->kind == TypeKind::kMoney);
    case Param::kAnyList:
      return type.kind == TypeKind::kList;
  }
  return false;
}

bool Fits(const FunctionRow& row, const std::vector<Value>& args) {
  for (size_t i = 0; i < kMaxParams; ++i) {
    const bool wanted = row.params[i] != Param::kNone;
    if (wanted != (i < args.size())) return false;
    if (wanted && !Fits(row.params[i], args[i].type)) return false;
  }
  return args.size() <= kMaxParams;
}

// Functions over the lists of documents; the check kind `document` and authors use them.
constexpr std::string_view kLookups[] = {"docs", "hasDoc", "doc", "delivered"};

bool IsLookup(const Ast& ast) {
  return !ast.is_receiver &&
         std::find(std::begin(kLookups), std::end(kLookups), ast.text) != std::end(kLookups);
}

Type BoolType() {
  Type type;
  type.kind = TypeKind::kBool;
  return type;
}

}  // namespace

Value Compiler::CheckCall(const Ast& ast) {
  if (IsLookup(ast)) return CheckLookup(ast);
  // The size of a list, or of what a filter leaves of it.
  if (ast.text == "size" && ast.children.size() == 1) {
    const size_t errors = sink_.error_count();
    const Range range = CheckRange(*ast.children[0]);
    if (sink_.error_count() != errors) return {};
    if (range.ok()) {
      Type type;
      type.kind = TypeKind::kInt;
      return EmitOver(range, Op::kStrict, SizeFunction(), 0, type, ast);
    }
  }
  std::vector<Value> args;
  bool failed = false;
  for (const AstPtr& child : ast.children) {
    args.push_back(Check(*child));
    failed = failed || !args.back().ok();
  }
  if (failed) return {};
  bool known = false;
  std::string signatures;
  for (const FunctionRow& row : Functions()) {
    if (row.name != ast.text || row.receiver != ast.is_receiver) continue;
    known = true;
    if (!Fits(row, args)) continue;
    Node node;
    node.op = Op::kStrict;
    node.run = row.run;
    node.can_fail = row.can_fail;
    uint32_t* const children[] = {&node.a, &node.b, &node.c};
    for (size_t i = 0; i < args.size(); ++i) {
      *children[i] = Materialize(AsText(args[i]));
      node.can_fail = node.can_fail || program_->nodes[*children[i]].can_fail;
    }
    Type type;
    type.kind = row.result;
    if (row.result == TypeKind::kNone) type = *args[0].type.element;
    if (row.result == TypeKind::kList) type = args[0].type;
    if (row.name == "matches" && ast.children[1]->kind == AstKind::kString) {
      RE2::Options options;
      options.set_log_errors(false);
      options.set_max_mem(kMaxPatternBytes);
      auto pattern = std::make_shared<const RE2>(ast.children[1]->text, options);
      if (!pattern->ok()) {
        return Error(ast.children[1]->span, TextId::kExprBadPattern, {pattern->error()});
      }
      node.pattern = pattern.get();
      node.run = MatchesLiteralFunction();
      node.can_fail = program_->nodes[node.a].can_fail;
      program_->patterns.push_back(std::move(pattern));
    }
    return Emit(node, type, ast);
  }
  if (known) {
    std::string types;
    for (const Value& arg : args) types += (types.empty() ? "" : ", ") + NameOf(arg.type);
    return Error(ast.name_span, TextId::kExprNoOverload, {ast.text, types});
  }
  std::vector<std::string_view> names;
  for (const FunctionRow& row : Functions()) {
    if (row.receiver == ast.is_receiver) names.push_back(row.name);
  }
  if (!ast.is_receiver) names.insert(names.end(), std::begin(kLookups), std::end(kLookups));
  return Error(ast.name_span, TextId::kExprUnknownFunction, {ast.text}, Suggest(ast.text, names));
}

// The list a lookup runs over and the predicate of its kind; nothing where the kind is wrong.
std::optional<Compiler::Range> Compiler::DocumentsOf(const Ast& call) {
  const Model& model = *scope_.model;
  const DocumentLists& lists = model.document_lists();
  if (call.children.size() != 1 || call.children[0]->kind != AstKind::kString) {
    Error(call.span, TextId::kExprKindLiteral, {call.text});
    return std::nullopt;
  }
  const bool delivered = call.text == "delivered";
  Value root;
  root.type.kind = TypeKind::kRecord;
  root.type.record = &model.root();
  Range range;
  range.list = FieldOf(root, delivered ? *lists.deliveries : *lists.documents, call);
  range.var = next_var_++;
  Value element;
  element.type = range.element();
  element.base = Base::kVariable;
  element.var = range.var;
  const Value kind = FieldOf(element, delivered ? *lists.delivered_kind : *lists.kind, call);
  Value literal;
  literal.ast = call.children[0].get();
  if (!BringTo(kind.type, literal)) return std::nullopt;
  Node same;
  same.op = Op::kStrict;
  same.a = kind.node;
  same.b = literal.node;
  same.code = program_->nodes[literal.node].code;
  same.run = KindCompareFunction(Compare::kEqual);
  range.predicate = Emit(same);
  if (delivered) {
    const Value served = FieldOf(element, *lists.served_on, call);
    Node has;
    has.op = Op::kHas;
    has.a = served.node;
    has.run = HasFunction(/*filled=*/false, /*list=*/false);
    range.predicate = And(range.predicate, Emit(has));
  }
  return range;
}

Value Compiler::CheckLookup(const Ast& ast) {
  const std::optional<Range> range = DocumentsOf(ast);
  if (!range) return {};
  if (ast.text == "hasDoc") {
    return EmitOver(*range, Op::kExists, ExistsFunction(), Literal(TypeKind::kBool, 1, ast).node,
                    BoolType(), ast);
  }
  if (ast.text == "doc") {
    Value value = EmitOver(*range, Op::kDocument, DocumentFunction(), 0, range->element(), ast);
    program_->nodes[value.node].can_fail = true;
    return value;
  }
  return EmitOver(*range, Op::kFilter, FilterFunction(), 0, range->list.type, ast);
}

uint32_t Compiler::And(uint32_t a, uint32_t b) {
  if (a == 0) return b;
  Node node;
  node.op = Op::kAnd;
  node.a = Operands({a, b});
  node.size = 2;
  node.run = AndFunction();
  node.can_fail = program_->nodes[a].can_fail || program_->nodes[b].can_fail;
  return Emit(node);
}

Value Compiler::EmitOver(const Range& range, Op op, Node::Function run, uint32_t body, Type type,
                         const Ast& ast) {
  Node node;
  node.op = op;
  node.a = range.list.node;
  node.b = body;
  node.c = range.predicate;
  node.var = range.var;
  node.run = run;
  for (const uint32_t child : {node.a, node.b, node.c}) {
    node.can_fail = node.can_fail || program_->nodes[child].can_fail;
  }
  return Emit(node, std::move(type), ast);
}

// Filters between a macro and its list become the macro's predicate, so that one unknown element
// does not hide a certain finding.
Compiler::Range Compiler::CheckRange(const Ast& ast) {
  const bool lookup = ast.kind == AstKind::kCall && IsLookup(ast) &&
                      (ast.text == "docs" || ast.text == "delivered");
  if (lookup) return DocumentsOf(ast).value_or(Range{});
  if (ast.kind == AstKind::kMacro && ast.text == "filter" && ast.vars.size() == 1) {
    Range range = CheckRange(*ast.children[0]);
    if (!range.ok()) return {};
    bound_.push_back({ast.vars[0], range.var, range.element()});
    const Value predicate = Check(*ast.children[1]);
    bound_.pop_back();
    if (!Expect(predicate, TypeKind::kBool, TextId::kExprNotBool)) return {};
    range.predicate = And(range.predicate, predicate.node);
    return range;
  }
  Range range;
  range.list = Check(ast);
  if (range.list.type.kind != TypeKind::kList) {
    range.list.type = {};
    return range;
  }
  range.var = next_var_++;
  return range;
}

Value Compiler::CheckMacro(const Ast& ast) {
  if (ast.text == "has" || ast.text == "filled") return CheckPresence(ast);
  if (ast.text == "known") {
    if (!scope_.in_message) return Error(ast.span, TextId::kExprKnownOutside);
    const Value operand = Check(*ast.children.back());
    if (!operand.ok()) return {};
    Node node;
    node.op = Op::kKnown;
    node.a = Materialize(operand);
    node.run = KnownFunction();
    return Emit(node, BoolType(), ast);
  }
  if (ast.vars.size() != 1) return Error(ast.name_span, TextId::kExprUnknownFunction, {ast.text});
  if (loops_ == kMaxLoops) {
    return Error(ast.span, TextId::kExprTooManyLoops, {std::to_string(kMaxLoops)});
  }
  ++loops_;
  const uint16_t first_free = next_var_;
  const Value value = CheckBind(ast);
  next_var_ = first_free;
  --loops_;
  return value;
}

// A macro that binds its variable to each element in turn.
Value Compiler::CheckBind(const Ast& ast) {
  const size_t errors = sink_.error_count();
  const Range range = CheckRange(*ast.children[0]);
  if (!range.ok()) {
    if (sink_.error_count() == errors) {
      const Value list = Check(*ast.children[0]);
      if (list.ok()) Error(ast.children[0]->span, TextId::kExprNotList, {NameOf(list.type)});
    }
    return {};
  }
  bound_.push_back({ast.vars[0], range.var, range.element()});
  std::vector<Value> bodies;
  bool failed = false;
  for (size_t i = 1; i < ast.children.size(); ++i) {
    bodies.push_back(Check(*ast.children[i]));
    failed = failed || !bodies.back().ok();
  }
  bound_.pop_back();
  if (failed || bodies.empty()) return {};

  if (ast.text == "map") {
    Range filtered = range;
    if (bodies.size() == 2) {
      if (!Expect(bodies[0], TypeKind::kBool, TextId::kExprNotBool)) return {};
      filtered.predicate = And(range.predicate, bodies[0].node);
    }
    const Value& body = bodies.back();
    const uint32_t node = Materialize(body);
    Type type = ListOf(body.type);
    return EmitOver(filtered, Op::kMap, MapFunction(ShapeOf(body.type)), node, type, ast);
  }
  if (!Expect(bodies[0], TypeKind::kBool, TextId::kExprNotBool)) return {};
  if (ast.text == "filter") {
    Range filtered = range;
    filtered.predicate = And(range.predicate, bodies[0].node);
    return EmitOver(filtered, Op::kFilter, FilterFunction(), 0, range.list.type, ast);
  }
  if (ast.text == "all") {
    return EmitOver(range, Op::kAll, AllFunction(), bodies[0].node, BoolType(), ast);
  }
  if (ast.text == "exists") {
    return EmitOver(range, Op::kExists, ExistsFunction(), bodies[0].node, BoolType(), ast);
  }
  return EmitOver(range, Op::kExistsOne, ExistsOneFunction(), bodies[0].node, BoolType(), ast);
}

// has(e.f), filled(e.f): of a field, an entity or a list.
Value Compiler::CheckPresence(const Ast& ast) {
  const Value field = Check(*ast.children[0]);
  if (!field.ok()) return {};
  Node node;
  node.op = ast.text == "has" ? Op::kHas : Op::kFilled;
  node.a = Materialize(field);
  const Node& read = program_->nodes[node.a];
  if (read.op != Op::kSelect && read.op != Op::kParam) {
    return Error(ast.children[0]->span, TextId::kExprHasWantsField, {ast.text});
  }
  node.can_fail = read.can_fail;
  node.run = HasFunction(ast.text == "filled", field.type.kind == TypeKind::kList);
  return Emit(node, BoolType(), ast);
}

}  // namespace anjuan::expr
