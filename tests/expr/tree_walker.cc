#include "expr/tree_walker.h"

#include "expr/plain_functions.h"

namespace anjuan::expr {
namespace {

using Kind = Plain::Kind;

// A literal beside a code is the code that it names.
void Name(Plain& literal, const CodeList& codes) {
  for (Plain& item : literal.items) Name(item, codes);
  if (!literal.is(Kind::kString)) return;
  if (const uint16_t code = codes.Find(literal.text)) literal.text = codes.codes[code - 1u];
}

const CodeList* CodesOf(const Plain& value) {
  if (value.is(Kind::kList)) return value.items.empty() ? nullptr : CodesOf(value.items.front());
  return value.codes;
}

void NameEachOther(Plain& a, Plain& b) {
  if (a.literal && CodesOf(b) != nullptr) Name(a, *CodesOf(b));
  if (b.literal && CodesOf(a) != nullptr) Name(b, *CodesOf(a));
}

bool IsSize(const Ast& ast) {
  return ast.kind == AstKind::kCall && ast.text == "size" && ast.children.size() == 1;
}

bool IsRelation(const std::string& op) {
  return op == "<" || op == "<=" || op == ">" || op == ">=" || op == "==" || op == "!=";
}

bool Holds(const std::string& op, int order) {
  if (op == "<") return order < 0;
  if (op == "<=") return order <= 0;
  if (op == ">") return order > 0;
  if (op == ">=") return order >= 0;
  return op == "==" ? order == 0 : order != 0;
}

}  // namespace

Plain TreeWalker::Eval(const Ast& ast) {
  switch (ast.kind) {
    case AstKind::kBool:
      return Truth(ast.number != 0);
    case AstKind::kInt:
      return Whole(ast.number);
    case AstKind::kDouble:
      return Real(ast.real);
    case AstKind::kString: {
      Plain text = PlainText(ast.text);
      text.literal = true;
      return text;
    }
    case AstKind::kIdent:
      return Ident(ast.text);
    case AstKind::kSelect:
      return Select(Eval(*ast.children[0]), ast.text);
    case AstKind::kIndex: {
      const Plain container = Eval(*ast.children[0]);
      return Index(container, Eval(*ast.children[1]));
    }
    case AstKind::kCall: {
      if (IsLookup(ast)) return Lookup(ast);
      std::vector<Plain> args;
      for (const AstPtr& child : ast.children) args.push_back(Plainly(Eval(*child)));
      const std::optional<Plain> worse = Strictly(args);
      return worse ? *worse : CallPlain(ast.text, args);
    }
    case AstKind::kMacro:
      return Macro(ast);
    case AstKind::kList:
      return ListOf(ast);
    case AstKind::kMap:
      return MapOf(ast);
    case AstKind::kNot: {
      const Plain operand = Eval(*ast.children[0]);
      return operand.here() ? Truth(operand.is_false()) : operand;
    }
    case AstKind::kNegate: {
      const Plain operand = Eval(*ast.children[0]);
      return operand.here() ? CallPlain("-", {operand}) : operand;
    }
    case AstKind::kBinary:
      return Binary(ast);
    case AstKind::kAnd:
      return Logic(ast, false);
    case AstKind::kOr:
      return Logic(ast, true);
    case AstKind::kConditional:
      return Conditional(ast);
  }
  return Failure();
}

// Names and fields.

Plain TreeWalker::Ident(const std::string& name) const {
  for (size_t i = variables_.size(); i-- > 0;) {
    if (variables_[i].name == name) return Plainly(variables_[i].value);
  }
  if (name == "today") return MakePlain(Kind::kDate, today_.days);
  Plain root = MakePlain(Kind::kRecord, 0);
  root.record = record_.root();
  root.type = &record_.model().root();
  return Select(root, name);
}

Plain TreeWalker::Select(const Plain& from, const std::string& name) const {
  if (!from.here()) return from;
  if (from.is(Kind::kRecord)) return FieldOf(from, *from.type->Find(name));
  return Index(from, PlainText(name));
}

Plain TreeWalker::FieldOf(const Plain& record, const Field& field) const {
  if (record.record != nullptr) return Value(record.record[field.slot], field, record.blank);
  // The document that is not there: every entity in it is blank, and nothing has a value.
  if (field.type != FieldType::kEntity) return Unknown();
  Plain entity = record;
  entity.type = field.record;
  return entity;
}

Plain TreeWalker::Value(const Slot& slot, const Field& field, bool blank_above) const {
  if (field.type == FieldType::kEntity) {
    Plain entity = MakePlain(Kind::kRecord, 0);
    entity.record = &slot;
    entity.type = field.record;
    entity.blank = blank_above || slot.state == State::kBlank;
    return entity;
  }
  if (slot.state != State::kPresent) return Unknown();
  const bool list = field.is_list || field.type == FieldType::kRecords;
  if (!list) return Item(slot, field);
  std::vector<Plain> items;
  for (size_t i = 0; i < slot.size; ++i) {
    const size_t stride = field.is_list ? 1 : static_cast<size_t>(field.record->slots);
    items.push_back(Item(slot.items[i * stride], field));
  }
  return PlainList(std::move(items), slot.open);
}

Plain TreeWalker::Item(const Slot& slot, const Field& field) const {
  switch (field.type) {
    case FieldType::kString:
    case FieldType::kText:
      return PlainText(std::string(slot.view()));
    case FieldType::kInt:
      return Whole(slot.number);
    case FieldType::kMoney:
      return MakePlain(Kind::kMoney, slot.number);
    case FieldType::kBool:
      return Truth(slot.number != 0);
    case FieldType::kDate:
      return MakePlain(Kind::kDate, slot.number);
    case FieldType::kDatetime:
      return MakePlain(Kind::kTimestamp, slot.number);
    case FieldType::kEnum:
    case FieldType::kKind: {
      const bool is_enum = field.type == FieldType::kEnum;
      const CodeList& codes = is_enum ? record_.model().codes(field) : record_.model().kinds();
      Plain code = PlainText(is_enum ? codes.codes[static_cast<size_t>(slot.number) - 1]
                                     : std::string(slot.view()));
      code.codes = &codes;
      return code;
    }
    case FieldType::kEntity:
    case FieldType::kRecords:
      break;
  }
  Plain element = MakePlain(Kind::kRecord, 0);
  element.record = &slot;
  element.type = field.record;
  element.blank = slot.state == State::kBlank;
  return element;
}

// The table of states.
Plain TreeWalker::Has(const Ast& path, bool filled) {
  Plain from = MakePlain(Kind::kRecord, 0);
  from.record = record_.root();
  from.type = &record_.model().root();
  if (path.kind == AstKind::kSelect) from = Eval(*path.children[0]);
  if (!from.here()) return from;
  if (from.is(Kind::kMap)) {
    for (size_t i = 0; i < from.items.size(); i += 2) {
      if (from.items[i].text == path.text) return Truth(true);
    }
    return Truth(false);
  }
  if (from.record == nullptr) return Truth(false);
  const Field& field = *from.type->Find(path.text);
  const Slot& slot = from.record[field.slot];
  switch (slot.state) {
    case State::kPresent:
      break;
    case State::kBlank:
      return Truth(false);
    case State::kPartial:
      return filled ? Truth(false) : Unknown();
    case State::kMissing:
      return from.blank ? Truth(false) : Unknown();
  }
  const bool list = field.is_list || field.type == FieldType::kRecords;
  if (!list || slot.size > 0) return Truth(true);
  return slot.open ? Unknown() : Truth(false);
}

Plain TreeWalker::Index(const Plain& container, const Plain& index) const {
  if (const std::optional<Plain> worse = Strictly({container, index})) return *worse;
  if (container.is(Kind::kMap)) {
    for (size_t i = 0; i < container.items.size(); i += 2) {
      if (Equals(container.items[i], index).is_true()) return Plainly(container.items[i + 1]);
    }
    return Failure();
  }
  if (index.number < 0) return Failure();
  const auto at = static_cast<size_t>(index.number);
  if (at < container.certain) return Plainly(container.items[at]);
  return container.open ? Unknown() : Failure();
}

// Operators.

// && and ||: one operand decides; else an unknown comes before an error.
Plain TreeWalker::Logic(const Ast& ast, bool decides) {
  bool unknown = false;
  bool error = false;
  bool decided = false;
  for (const AstPtr& child : ast.children) {
    const Plain operand = Eval(*child);
    decided |= decides ? operand.is_true() : operand.is_false();
    unknown |= operand.is(Kind::kUnknown);
    error |= operand.is(Kind::kError);
  }
  if (decided) return Truth(decides);
  if (unknown) return Unknown();
  return error ? Failure() : Truth(!decides);
}

Plain TreeWalker::Conditional(const Ast& ast) {
  Plain condition = Eval(*ast.children[0]);
  if (!condition.here()) return condition;
  return Eval(*ast.children[condition.is_true() ? 1 : 2]);
}

Plain TreeWalker::ListOf(const Ast& ast) {
  std::vector<Plain> items;
  bool literal = true;
  for (const AstPtr& child : ast.children) {
    items.push_back(Eval(*child));
    literal &= items.back().literal;
  }
  if (const std::optional<Plain> worse = Strictly(items)) return *worse;
  Plain list = PlainList(std::move(items));
  list.literal = literal;
  return list;
}

Plain TreeWalker::MapOf(const Ast& ast) {
  Plain map = MakePlain(Kind::kMap, 0);
  for (const AstPtr& child : ast.children) map.items.push_back(Plainly(Eval(*child)));
  if (const std::optional<Plain> worse = Strictly(map.items)) return *worse;
  for (size_t i = 0; i < map.items.size(); i += 2) {
    for (size_t j = 0; j < i; j += 2) {
      if (Equals(map.items[i], map.items[j]).is_true()) return Failure();
    }
  }
  return map;
}

Plain TreeWalker::Binary(const Ast& ast) {
  const std::string& op = ast.text;
  // How many elements an open list has is a question that it may answer; either side may ask.
  for (const size_t side : {0, 1}) {
    if (!IsRelation(op) || !IsSize(*ast.children[side])) continue;
    const Elements sized = ElementsOf(*ast.children[side]->children[0]);
    const Plain bound = Eval(*ast.children[1 - side]);
    if (!sized.state.is(Kind::kList) || bound.is(Kind::kDouble)) break;
    static constexpr const char* kTurned[][2] = {
        {"<", ">"}, {"<=", ">="}, {">", "<"}, {">=", "<="}};
    std::string relation = op;
    for (const auto& turned : kTurned) {
      if (side == 1 && op == turned[0]) relation = turned[1];
    }
    return SizeRelation(relation, sized, bound);
  }
  Plain left = Eval(*ast.children[0]);
  Plain right = Eval(*ast.children[1]);
  if (IsRelation(op)) return Relation(op, std::move(left), std::move(right));
  if (op == "in") return Membership(std::move(left), right);
  const std::vector<Plain> args = {std::move(left), std::move(right)};
  const std::optional<Plain> worse = Strictly(args);
  return worse ? *worse : CallPlain(op, args);
}

// The size lies between two bounds, the upper one being nowhere for an open list.
Plain TreeWalker::SizeRelation(const std::string& op, const Elements& sized,
                               const Plain& bound) const {
  if (!bound.here()) return bound;
  const auto wanted = static_cast<long double>(bound.number);  // exact
  long double least = 0;
  for (const Plain& through : sized.let_through) least += through.is_true();
  const long double most = sized.open ? 0x1p63L - 1 : static_cast<long double>(sized.items.size());
  bool any = false;
  bool every = true;
  // The sizes about the bound stand for all of them.
  for (const long double size : {least, wanted - 1, wanted, wanted + 1, most}) {
    if (size < least || size > most) continue;
    const bool holds = Holds(op, size < wanted ? -1 : size == wanted ? 0 : 1);
    any |= holds;
    every &= holds;
  }
  return any == every ? Truth(every) : Unknown();
}

Plain TreeWalker::Relation(const std::string& op, Plain left, Plain right) const {
  if (const std::optional<Plain> worse = Strictly({left, right})) return *worse;
  if (op == "==" || op == "!=") {
    NameEachOther(left, right);
    const Plain same = Equals(left, right);
    return same.here() ? Truth(same.is_true() == (op == "==")) : same;
  }
  const std::optional<int> order = Order(left, right);
  return Truth(order && Holds(op, *order));
}

Plain TreeWalker::Membership(Plain value, const Plain& container) const {
  if (const std::optional<Plain> worse = Strictly({value, container})) return *worse;
  const bool map = container.is(Kind::kMap);
  bool unsure = container.open;
  for (size_t i = 0; i < container.items.size(); i += map ? 2 : 1) {
    Plain item = container.items[i];
    item.literal = container.literal;
    NameEachOther(value, item);
    Plain same = Equals(value, item);
    if (same.is_true()) return same;
    unsure |= same.is(Kind::kUnknown);
  }
  return unsure ? Unknown() : Truth(false);
}

}  // namespace anjuan::expr
