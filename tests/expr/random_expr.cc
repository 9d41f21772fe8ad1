#include "expr/random_expr.h"

#include <algorithm>

namespace anjuan::expr {
namespace {

constexpr TypeKind kScalars[] = {TypeKind::kBool,     TypeKind::kInt,    TypeKind::kInt,
                                 TypeKind::kDouble,   TypeKind::kString, TypeKind::kString,
                                 TypeKind::kDate,     TypeKind::kDate,   TypeKind::kTimestamp,
                                 TypeKind::kDuration, TypeKind::kPeriod, TypeKind::kMoney};
constexpr TypeKind kKeys[] = {TypeKind::kBool, TypeKind::kInt, TypeKind::kString};
constexpr const char* kNames[] = {"x", "y", "某", "项", "z1", "文件"};

constexpr const char* kInts[] = {"0", "1", "2", "3", "-1", "7", "100", "9223372036854775807"};
constexpr const char* kDoubles[] = {"0.0", "1.5", "2.0", "-0.5", "1e3", ".25"};
constexpr const char* kTexts[] = {"''",
                                  "'甲'",
                                  "'乙'",
                                  "'、'",
                                  "'12'",
                                  "'1.5'",
                                  "'aB处罚'",
                                  "' a　b\\t'",
                                  "'true'",
                                  "'2025-03-01'",
                                  "'2025-03-10T07:30:00+08:00'",
                                  "'1h30m'",
                                  "'一百二十四'",
                                  "'壹万贰仟元整'",
                                  "'08:00'",
                                  "'UTC'",
                                  "r'^[0-9]+$'",
                                  "'[甲乙]|a.?b'",
                                  "'（１２）'",
                                  "\"tacocat\""};
constexpr const char* kTimestamps[] = {"timestamp('2025-03-10T07:30:00+08:00')",
                                       "timestamp('2025-02-28T16:00:00.25Z')", "timestamp(0)"};
constexpr const char* kDurations[] = {"duration('1h30m')", "duration('-90s')", "duration('1.5s')",
                                      "duration('24h')"};
constexpr const char* kDates[] = {"date('2025-03-01')", "date(2025, 2, 27)", "today",
                                  "date('9999-12-31')"};
constexpr const char* kPeriods[] = {"days(3)", "workdays(2)", "months(1)", "years(-1)", "days(-7)"};
constexpr const char* kMoney[] = {"yuan(1000)", "yuan('0.05')", "yuan(-3)", "yuan(2000)"};
constexpr const char* kRelations[] = {"==", "!=", "<", "<=", ">", ">="};

// What a macro may run over without a cost that no pack may have.
constexpr int kMostLoops = 3;

Type KindType(const Model& model) { return TypeOfField(model, *model.document_lists().kind); }

}  // namespace

RandomExpr::RandomExpr(const Model& model, std::vector<const Function*> functions, Random& random)
    : model_(model), functions_(std::move(functions)), random_(random) {}

std::string RandomExpr::Bool(int depth) {
  variables_.clear();
  loops_ = 0;
  names_ = 0;
  return Of(expr::Of(TypeKind::kBool), depth);
}

std::string RandomExpr::Used(std::string text, const std::string& what) {
  ++uses_[what];
  return text;
}

Type RandomExpr::AnyScalar() { return expr::Of(random_.Pick(kScalars)); }
Type RandomExpr::AnyKey() { return expr::Of(random_.Pick(kKeys)); }

// Of records half of the time.
Type RandomExpr::AnyList(int depth) {
  std::vector<Type> lists;
  for (int id = 0; id < model_.field_count(); ++id) {
    const Field& field = model_.field(id);
    if (field.is_list || field.type == FieldType::kRecords) {
      lists.push_back(TypeOfField(model_, field));
    }
  }
  if (loops_ < 2 && random_.Chance(50)) return random_.Pick(lists);
  if (depth > 2 && random_.Chance(5)) return ListOf(ListOf(AnyScalar()));
  return ListOf(AnyScalar());
}

std::string RandomExpr::Of(const Type& type, int depth) {
  if (depth <= 0) return Leaf(type);
  std::vector<Choice> ways;
  switch (type.kind) {
    case TypeKind::kBool:
      ways = {&RandomExpr::Truth,       &RandomExpr::Truth, &RandomExpr::Truth,
              &RandomExpr::Truth,       &RandomExpr::Call,  &RandomExpr::Call,
              &RandomExpr::Conditional, &RandomExpr::Bound, &RandomExpr::FromList,
              &RandomExpr::FromMap};
      break;
    case TypeKind::kList:
      ways = {&RandomExpr::List, &RandomExpr::List,        &RandomExpr::List,
              &RandomExpr::Call, &RandomExpr::Conditional, &RandomExpr::Bound};
      break;
    case TypeKind::kMap:
      ways = {&RandomExpr::Map};
      break;
    case TypeKind::kRecord:
      ways = {&RandomExpr::Document, &RandomExpr::FromList, &RandomExpr::Bound};
      break;
    case TypeKind::kEnum:
    case TypeKind::kDocKind:
      ways = {&RandomExpr::FromList};
      break;
    default:
      ways = {&RandomExpr::Call,        &RandomExpr::Call,  &RandomExpr::Call,
              &RandomExpr::Conditional, &RandomExpr::Bound, &RandomExpr::FromList,
              &RandomExpr::FromMap};
  }
  if (random_.Chance(25)) return Leaf(type);
  const std::string text = (this->*random_.Pick(ways))(type, depth - 1);
  return text.empty() ? Leaf(type) : text;
}

// Leaves: what is written out, fields and variables.

const std::string& RandomExpr::NameOf(const Field& field) {
  if (!field.aliases.empty() && random_.Chance(20)) return random_.Pick(field.aliases);
  return random_.Chance(50) ? field.name : field.label;
}

void RandomExpr::AddPaths(const std::string& before, const RecordType& record, const Type& wanted,
                          std::vector<std::string>& paths) {
  for (const Field& field : record.fields) {
    const Type type = TypeOfField(model_, field);
    if (field.type == FieldType::kEntity) {
      AddPaths(before + NameOf(field) + ".", *field.record, wanted, paths);
    }
    if (type.kind == wanted.kind && Same(type, wanted)) paths.push_back(before + NameOf(field));
  }
}

std::vector<std::string> RandomExpr::Paths(const Type& type) {
  std::vector<std::string> paths;
  for (size_t i = 0; i < variables_.size(); ++i) {
    const Variable& variable = variables_[i];
    // A name that is taken again deeper in means the inner one.
    const bool hidden =
        std::any_of(variables_.begin() + static_cast<ptrdiff_t>(i) + 1, variables_.end(),
                    [&](const Variable& other) { return other.name == variable.name; });
    if (hidden) continue;
    std::vector<std::string> found;
    if (variable.type.kind == type.kind && Same(variable.type, type)) {
      found.push_back(variable.name);
    }
    if (variable.type.kind == TypeKind::kRecord) {
      AddPaths(variable.name + ".", *variable.type.record, type, found);
    }
    // The nearer variable is the likelier.
    for (int copies = 0; copies < 3; ++copies) {
      paths.insert(paths.end(), found.begin(), found.end());
    }
  }
  AddPaths("", model_.root(), type, paths);
  return paths;
}

bool RandomExpr::HasLiteral(const Type& type) const {
  return type.kind != TypeKind::kRecord && !IsCoded(type) &&
         (type.kind != TypeKind::kList || HasLiteral(ElementOf(type)));
}

std::string RandomExpr::Leaf(const Type& type) {
  const std::vector<std::string> paths = Paths(type);
  if (!paths.empty() && (!HasLiteral(type) || random_.Chance(65))) return random_.Pick(paths);
  if (HasLiteral(type)) return Literal(type);
  if (type.kind == TypeKind::kList && IsCoded(ElementOf(type))) {
    return "[" + Leaf(ElementOf(type)) + "]";
  }
  if (type.kind == TypeKind::kList) {
    // A list of records that no entity holds: that of an element.
    for (int id = 0; id < model_.field_count(); ++id) {
      const Field& field = model_.field(id);
      if (field.record == nullptr || !Same(TypeOfField(model_, field), type)) continue;
      return Leaf(RecordOf(*field.owner)) + "." + NameOf(field);
    }
  }
  if (IsCoded(type)) {
    for (int id = 0; id < model_.field_count(); ++id) {
      const Field& field = model_.field(id);
      if (!field.is_list && Same(TypeOfField(model_, field), type) && random_.Chance(50)) {
        return Leaf(RecordOf(*field.owner)) + "." + NameOf(field);
      }
    }
    return Leaf(type);
  }
  return Leaf(ListOf(type)) + "[" + std::to_string(random_.Below(2)) + "]";
}

std::string RandomExpr::Literal(const Type& type) {
  switch (type.kind) {
    case TypeKind::kBool:
      return random_.Chance(50) ? "true" : "false";
    case TypeKind::kInt:
      return random_.Pick(kInts);
    case TypeKind::kDouble:
      return random_.Pick(kDoubles);
    case TypeKind::kTimestamp:
      return random_.Pick(kTimestamps);
    case TypeKind::kDuration:
      return random_.Pick(kDurations);
    case TypeKind::kDate:
      return random_.Pick(kDates);
    case TypeKind::kPeriod:
      return random_.Pick(kPeriods);
    case TypeKind::kMoney:
      return random_.Pick(kMoney);
    case TypeKind::kList: {
      std::string items;
      for (size_t n = 1 + random_.Below(3); n > 0; --n) {
        items += (items.empty() ? "" : ", ") + Literal(ElementOf(type));
      }
      return "[" + items + "]";
    }
    case TypeKind::kMap:
      return "{" + Literal(KeyOf(type)) + ": " + Literal(ElementOf(type)) + "}";
    default:
      return random_.Pick(kTexts);
  }
}

// Ways to write a value of any type.

// A code or a kind may stand for its text where a function takes one.
std::string RandomExpr::Argument(const Type& type, int depth) {
  if (type.kind == TypeKind::kString && random_.Chance(10)) {
    const std::vector<std::string> kinds = Paths(KindType(model_));
    if (!kinds.empty()) return random_.Pick(kinds);
  }
  return Of(type, depth);
}

std::string RandomExpr::Call(const Type& type, int depth) {
  std::vector<const Function*> fit;
  for (const Function* function : functions_) {
    const bool any = function->result.kind == TypeKind::kNone;
    if (any || (function->result.kind == type.kind && Same(function->result, type))) {
      fit.push_back(function);
    }
  }
  if (fit.empty()) return {};
  const Function& function = *random_.Pick(fit);
  if (function.row->compares && HoldsRecords(type)) return {};
  std::vector<std::string> args;
  const Type held = type.kind == TypeKind::kList ? ElementOf(type) : AnyScalar();
  const Type key = AnyKey();
  const Type element = AnyScalar();
  for (const Type& param : function.params) {
    if (param.kind == TypeKind::kList && IsOpen(param)) {
      args.push_back(Of(ListOf(held), depth));
    } else if (param.kind == TypeKind::kMap) {
      args.push_back(Of(MapOf(key, element), depth));
    } else {
      args.push_back(Argument(param, depth));
    }
  }
  const bool is_operator = !((function.name[0] | 0x20) >= 'a' && (function.name[0] | 0x20) <= 'z');
  if (is_operator && args.size() == 1) return Used("-(" + args[0] + ")", function.signature);
  if (is_operator) {
    return Used("(" + args[0] + " " + function.name + " " + args[1] + ")", function.signature);
  }
  std::string text = function.receiver ? "(" + args[0] + ")." : "";
  text += function.name + "(";
  for (size_t i = function.receiver ? 1 : 0; i < args.size(); ++i) {
    text += (text.ends_with('(') ? "" : ", ") + args[i];
  }
  return Used(text + ")", function.signature);
}

std::string RandomExpr::Conditional(const Type& type, int depth) {
  const std::string condition = Of(expr::Of(TypeKind::kBool), depth);
  const std::string yes = Of(type, depth);
  return Used("(" + condition + " ? " + yes + " : " + Of(type, depth) + ")", "?:");
}

std::string RandomExpr::Bound(const Type& type, int depth) {
  const Type held = random_.Chance(20) ? AnyList(depth) : AnyScalar();
  const std::string value = Of(held, depth);
  const std::string name = random_.Pick(kNames);
  variables_.push_back({name, held});
  const std::string body = Of(type, depth);
  variables_.pop_back();
  return Used("cel.bind(" + name + ", " + value + ", " + body + ")", "bind");
}

std::string RandomExpr::FromList(const Type& type, int depth) {
  // Lists of lists are rare, and nothing lists entities.
  const bool entity =
      type.kind == TypeKind::kRecord && type.record->self->type == FieldType::kEntity;
  if (type.kind == TypeKind::kList || entity) return {};
  const std::string list = RangeOf(ListOf(type), depth);
  const std::string index =
      random_.Chance(70) ? std::to_string(random_.Below(3)) : Of(expr::Of(TypeKind::kInt), depth);
  return Used(list + "[" + index + "]", "list[]");
}

std::string RandomExpr::FromMap(const Type& type, int depth) {
  const Type key = AnyKey();
  const std::string map = Of(MapOf(key, type), depth);
  if (key.kind == TypeKind::kString && random_.Chance(30)) return Used("(" + map + ").甲", "m.key");
  return Used("(" + map + ")[" + Of(key, depth) + "]", "map[]");
}

std::string RandomExpr::Map(const Type& type, int depth) {
  std::string entries;
  for (size_t n = 1 + random_.Below(2); n > 0; --n) {
    const std::string key = random_.Chance(50) && KeyOf(type).kind == TypeKind::kString
                                ? "'甲'"
                                : Of(KeyOf(type), depth - 1);
    entries += (entries.empty() ? "" : ", ") + key + ": " + Of(ElementOf(type), depth);
  }
  return Used("{" + entries + "}", "{}");
}

std::string RandomExpr::Document(const Type& type, int depth) {
  const Field& documents = *model_.document_lists().documents;
  if (type.record != documents.record) return {};
  (void)depth;
  return Used("doc('" + random_.Pick(model_.kinds().codes) + "')", "doc");
}

std::string RandomExpr::RangeOf(const Type& list, int depth) {
  std::string range = Of(list, depth);
  return range.starts_with('-') ? "(" + range + ")" : range;
}

std::string RandomExpr::List(const Type& type, int depth) {
  const Type element = ElementOf(type);
  const DocumentLists& lists = model_.document_lists();
  if (element.kind == TypeKind::kRecord && random_.Chance(40)) {
    const std::string kind = random_.Pick(model_.kinds().codes);
    if (element.record == lists.documents->record) return Used("docs('" + kind + "')", "docs");
    if (element.record == lists.deliveries->record) {
      return Used("delivered('" + kind + "')", "delivered");
    }
  }
  const size_t way = random_.Below(10);
  if (way < 4 && loops_ < kMostLoops) {
    return Body("filter", RangeOf(type, depth), {element}, expr::Of(TypeKind::kBool), depth);
  }
  if (way < 8 && loops_ < kMostLoops) {
    const bool from_map = random_.Chance(10);
    const Type key = AnyKey();
    const Type of = from_map ? MapOf(key, AnyScalar()) : AnyList(depth);
    const std::string range = from_map ? Of(of, depth) : RangeOf(of, depth);
    const Type first = from_map ? key : ElementOf(of);
    const Type yes = expr::Of(TypeKind::kBool);
    if (way < 6) {
      const bool filtered = random_.Chance(30);
      return Body("map", range, {first}, filtered ? yes : element, depth,
                  filtered ? &element : nullptr);
    }
    const bool filtered = random_.Chance(30);
    const std::vector<Type> vars = from_map
                                       ? std::vector<Type>{key, ElementOf(of)}
                                       : std::vector<Type>{expr::Of(TypeKind::kInt), ElementOf(of)};
    return Body("transformList", range, vars, filtered ? yes : element, depth,
                filtered ? &element : nullptr);
  }
  std::string items;
  for (size_t n = 1 + random_.Below(3); n > 0; --n) {
    items += (items.empty() ? "" : ", ") + Of(element, depth);
  }
  return Used("[" + items + "]", "[]");
}

// range.macro(vars…, body) or range.macro(vars…, body, then).
std::string RandomExpr::Body(const std::string& macro, const std::string& range,
                             const std::vector<Type>& vars, const Type& body, int depth,
                             const Type* then) {
  std::string text = (range.starts_with('{') ? "(" + range + ")" : range) + "." + macro + "(";
  const size_t first = random_.Below(std::size(kNames));
  for (size_t i = 0; i < vars.size(); ++i) {
    const std::string name = kNames[(first + i) % std::size(kNames)];
    text += name + ", ";
    variables_.push_back({name, vars[i]});
  }
  ++loops_;
  text += Of(body, depth);
  if (then != nullptr) text += ", " + Of(*then, depth);
  --loops_;
  variables_.resize(variables_.size() - vars.size());
  return Used(text + ")", macro + (vars.size() == 2 ? "/2" : "") + (then != nullptr ? "+" : ""));
}

// Ways to write a bool.

std::string RandomExpr::Truth(const Type&, int depth) {
  switch (random_.Below(10)) {
    case 0:
    case 1:
      return Logic(depth);
    case 2:
      return Relation(depth);
    case 3:
      return SizeRelation(depth);
    case 4:
      return Coded(depth);
    case 5:
      return Membership(depth);
    case 6:
      return Presence(depth);
    case 7:
    case 8:
      return Quantifier(depth);
    default:
      return Lookup(depth);
  }
}

std::string RandomExpr::Logic(int depth) {
  const Type type = expr::Of(TypeKind::kBool);
  if (random_.Chance(20)) return Used("!(" + Of(type, depth) + ")", "!");
  const std::string op = random_.Chance(50) ? " && " : " || ";
  std::string text = "(" + Of(type, depth);
  for (size_t n = 1 + random_.Below(2); n > 0; --n) text += op + Of(type, depth);
  return Used(text + ")", op.substr(1, 2));
}

std::string RandomExpr::Relation(int depth) {
  Type left = AnyScalar();
  if (random_.Chance(15)) left = ListOf(AnyScalar());
  if (random_.Chance(5)) left = MapOf(AnyKey(), AnyScalar());
  Type right = left;
  if (left.kind == TypeKind::kInt && random_.Chance(20)) right = expr::Of(TypeKind::kDouble);
  if (left.kind == TypeKind::kDouble && random_.Chance(20)) right = expr::Of(TypeKind::kInt);
  const bool ordered =
      left.kind != TypeKind::kList && left.kind != TypeKind::kMap && left.kind != TypeKind::kPeriod;
  const std::string op = kRelations[random_.Below(ordered ? std::size(kRelations) : 2)];
  const std::string text = "(" + Of(left, depth) + " " + op + " ";
  return Used(text + Of(right, depth) + ")", op);
}

std::string RandomExpr::SizeRelation(int depth) {
  const std::string list = RangeOf(AnyList(depth), depth);
  const std::string size = random_.Chance(50) ? "size(" + list + ")" : list + ".size()";
  const std::string bound =
      random_.Chance(75) ? std::to_string(random_.Below(5)) : Of(expr::Of(TypeKind::kInt), depth);
  const std::string op = random_.Pick(kRelations);
  return Used(random_.Chance(50) ? "(" + size + " " + op + " " + bound + ")"
                                 : "(" + bound + " " + op + " " + size + ")",
              "size " + op);
}

// A code beside a literal, in any of its names.
std::string RandomExpr::Coded(int depth) {
  std::vector<const Field*> coded;
  for (int id = 0; id < model_.field_count(); ++id) {
    if (IsCoded(TypeOfField(model_, model_.field(id)))) coded.push_back(&model_.field(id));
  }
  const Type type = TypeOfField(model_, *random_.Pick(coded));
  const auto literal = [&] {
    auto at = type.codes->by_name.begin();
    std::advance(at, random_.Below(type.codes->by_name.size()));
    return "'" + at->first + "'";
  };
  const std::string code = Of(type, depth);
  if (random_.Chance(30)) {
    return Used("(" + code + " in [" + literal() + ", " + literal() + "])", "code in");
  }
  const std::string op = random_.Pick(std::vector<std::string>{"==", "!="});
  const std::string other = random_.Chance(75) ? literal() : Of(type, depth);
  return Used(
      "(" + (random_.Chance(50) ? code + " " + op + " " + other : other + " " + op + " " + code) +
          ")",
      "code " + op);
}

std::string RandomExpr::Membership(int depth) {
  const Type type = random_.Chance(20) ? AnyKey() : AnyScalar();
  const bool map =
      type.kind == TypeKind::kBool || type.kind == TypeKind::kString || type.kind == TypeKind::kInt;
  const bool in_map = map && random_.Chance(20);
  const std::string container =
      in_map ? Of(MapOf(type, AnyScalar()), depth) : Of(ListOf(type), depth);
  return Used("(" + Of(type, depth) + " in " + container + ")", in_map ? "in map" : "in list");
}

std::string RandomExpr::Presence(int depth) {
  const std::string macro = random_.Chance(60) ? "has" : "filled";
  if (random_.Chance(10)) {
    const Type map = MapOf(expr::Of(TypeKind::kString), AnyScalar());
    return Used("has((" + Of(map, depth) + ").甲)", "has key");
  }
  const Field& field =
      model_.field(static_cast<int>(random_.Below(static_cast<size_t>(model_.field_count()))));
  const bool top = field.owner == &model_.root();
  const std::string before = top ? "" : Of(RecordOf(*field.owner), depth) + ".";
  return Used(macro + "(" + before + NameOf(field) + ")", macro);
}

std::string RandomExpr::Quantifier(int depth) {
  if (loops_ >= kMostLoops) return Relation(depth);
  static constexpr const char* kMacros[] = {"all", "exists", "exists_one", "existsOne"};
  const std::string macro = random_.Pick(kMacros);
  const bool from_map = random_.Chance(10);
  const Type key = AnyKey();
  const Type range = from_map ? MapOf(key, AnyScalar()) : AnyList(depth);
  std::vector<Type> vars = {from_map ? key : ElementOf(range)};
  if (random_.Chance(25)) {
    vars = {from_map ? key : expr::Of(TypeKind::kInt), ElementOf(range)};
  }
  const std::string list = from_map ? Of(range, depth) : RangeOf(range, depth);
  return Body(macro, list, vars, expr::Of(TypeKind::kBool), depth);
}

std::string RandomExpr::Lookup(int depth) {
  if (random_.Chance(50)) {
    auto at = model_.kinds().by_name.begin();
    std::advance(at, random_.Below(model_.kinds().by_name.size()));
    return Used("hasDoc('" + at->first + "')", "hasDoc");
  }
  return Coded(depth);
}

}  // namespace anjuan::expr
