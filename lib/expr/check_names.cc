#include <algorithm>

#include "expr/checker.h"

namespace anjuan::expr {
namespace {

constexpr std::string_view kParams = "params";
constexpr std::string_view kToday = "today";

// A path by its Chinese names, for a hint: 处罚决定.日期.
std::string LabelsOf(const Typed& record) {
  std::string labels;
  for (const Field* field : record.fields) labels += field->label + ".";
  return labels;
}

std::string NamesOfPath(const Typed& record) {
  std::string names;
  for (const Field* field : record.fields) names += field->name + ".";
  return names;
}

// Every name a field goes by, shown in the language it was written in with the other behind it.
void AddFields(const RecordType& type, const std::string& before, const std::string& labels,
               std::vector<Candidate>& names) {
  for (const Field& field : type.fields) {
    const std::string name = before + field.name;
    const std::string label = labels + field.label;
    if (field.label.empty() || field.label == field.name) {
      names.push_back({field.name, "'" + name + "'"});
      continue;
    }
    const std::string label_first = "'" + label + "' (" + name + ")";
    names.push_back({field.name, "'" + name + "' (" + label + ")"});
    names.push_back({field.label, label_first});
    for (const std::string& alias : field.aliases) names.push_back({alias, label_first});
  }
}

}  // namespace

std::string PathOf(const Ast& ast) {
  if (ast.kind == AstKind::kIdent) return ast.text;
  if (ast.kind != AstKind::kSelect) return {};
  const std::string before = PathOf(*ast.children[0]);
  return before.empty() ? std::string() : before + "." + ast.text;
}

Checker::Variable* Checker::FindVariable(std::string_view name) {
  for (auto at = variables_.rbegin(); at != variables_.rend(); ++at) {
    if (at->name == name) return &*at;
  }
  return nullptr;
}

TypedPtr Checker::ScopeVariable(std::string_view name, Span span) const {
  for (size_t i = 0; i < scope_.variables.size(); ++i) {
    if (scope_.variables[i].name != name) continue;
    TypedPtr typed = Make(Op::kVariable, scope_.variables[i].type, span);
    typed->index = static_cast<uint16_t>(i);
    typed->text = name;
    return typed;
  }
  return nullptr;
}

TypedPtr Checker::CheckIdent(const Ast& ast) {
  if (Variable* const variable = FindVariable(ast.text)) {
    variable->used = true;
    TypedPtr typed = Make(Op::kLocal, variable->type, ast.span);
    typed->index = variable->index;
    typed->text = ast.text;
    return typed;
  }
  if (TypedPtr variable = ScopeVariable(ast.text, ast.span)) return variable;
  if (ast.text == kParams && scope_.params != nullptr) {
    TypedPtr typed = Make(Op::kField, RecordOf(*scope_.params), ast.span);
    typed->base = Base::kParams;
    return typed;
  }
  if (ast.text == kToday) return Make(Op::kToday, Of(TypeKind::kDate), ast.span);
  if (const Field* const field = scope_.model->root().Find(ast.text)) {
    TypedPtr typed = Make(Op::kField, TypeOfField(*scope_.model, *field), ast.span);
    typed->fields.push_back(field);
    return typed;
  }
  Hint(Error(ast.span, TextId::kExprUnknownName, {ast.text}), ast.text, VisibleNames());
  return Failed(ast.span);
}

std::vector<Candidate> Checker::VisibleNames() {
  std::vector<Candidate> names;
  for (const Variable& variable : variables_) {
    names.push_back({variable.name, "'" + variable.name + "'"});
  }
  for (const Scope::Variable& variable : scope_.variables) {
    names.push_back({variable.name, "'" + variable.name + "'"});
  }
  if (scope_.params != nullptr) names.push_back({kParams, "'params'"});
  names.push_back({kToday, "'today'"});
  AddFields(scope_.model->root(), "", "", names);
  return names;
}

// A variable may have dots in its name: the longest name that fits is meant, but for what a macro
// has named.
TypedPtr Checker::CheckSelect(const Ast& ast) {
  const std::string path = PathOf(ast);
  if (!path.empty() && FindVariable(path.substr(0, path.find('.'))) == nullptr) {
    if (TypedPtr variable = ScopeVariable(path, ast.span)) return variable;
  }
  return SelectField(ast, Check(*ast.children[0]));
}

TypedPtr Checker::SelectField(const Ast& ast, TypedPtr record) {
  switch (record->type.kind) {
    case TypeKind::kNone:
      return Failed(ast.span);
    case TypeKind::kRecord: {
      const Field* const field = record->type.record->Find(ast.text);
      if (field != nullptr) return FieldOf(std::move(record), *field, ast.span);
      UnknownField(ast, *record);
      return Failed(ast.span);
    }
    case TypeKind::kMap:
      if (Same(KeyOf(record->type), Of(TypeKind::kString))) {
        TypedPtr typed = Make(Op::kMapKey, ElementOf(record->type), ast.span);
        typed->may_fail_itself = true;
        typed->text = ast.text;
        typed->kids.push_back(std::move(record));
        return typed;
      }
      break;
    default:
      break;
  }
  Diagnostic& error = Error(ast.span, TextId::kExprNoFields, {ast.text, NameOf(record->type)});
  const bool of_records =
      record->type.kind == TypeKind::kList && ElementOf(record->type).kind == TypeKind::kRecord;
  if (of_records) {
    error.help.push_back(
        {TextId::kExprEachElement, {PathOf(*ast.children[0]) + ".all(x, x." + ast.text + " …)"}});
  }
  return Failed(ast.span);
}

// A field below an entity lengthens the entity's own path; any other record starts a new one.
TypedPtr Checker::FieldOf(TypedPtr record, const Field& field, Span span) const {
  TypedPtr typed = Make(Op::kField, TypeOfField(*scope_.model, field), span);
  switch (record->op) {
    case Op::kField:
      typed->base = record->base;
      typed->index = record->index;
      typed->text = record->text;
      typed->fields = std::move(record->fields);
      typed->kids = std::move(record->kids);
      break;
    case Op::kLocal:
    case Op::kVariable:
      typed->base = record->op == Op::kLocal ? Base::kLocal : Base::kVariable;
      typed->index = record->index;
      typed->text = record->text;
      break;
    default:
      typed->base = Base::kNode;
      typed->kids.push_back(std::move(record));
  }
  typed->fields.push_back(&field);
  return typed;
}

void Checker::UnknownField(const Ast& ast, const Typed& record) {
  const std::string path = PathOf(ast);
  Diagnostic& error = Error(ast.span, TextId::kExprUnknownField, {path.empty() ? ast.text : path});
  std::string names;
  std::string labels;
  if (record.op == Op::kField) {
    const bool named = record.base == Base::kLocal || record.base == Base::kVariable;
    const std::string start = named                          ? record.text + "."
                              : record.base == Base::kParams ? "params."
                                                             : "";
    names = start + NamesOfPath(record);
    labels = start + LabelsOf(record);
  } else if (record.op == Op::kLocal || record.op == Op::kVariable) {
    names = labels = record.text + ".";
  }
  std::vector<Candidate> candidates;
  AddFields(*record.type.record, names, labels, candidates);
  Hint(error, ast.text, candidates);
}

TypedPtr Checker::CheckHas(const Ast& ast, bool filled) {
  const Ast& path = *ast.children[0];
  TypedPtr typed = Check(path);
  if (typed->type.kind == TypeKind::kNone && typed->op != Op::kMapKey) return Failed(ast.span);
  if (typed->op == Op::kMapKey) {
    typed->op = Op::kHasMapKey;
    typed->may_fail_itself = false;
  } else if (typed->op == Op::kField && !typed->fields.empty()) {
    typed->op = filled ? Op::kFilled : Op::kHas;
    // What the path ended in still decides how presence is told.
    typed->cost = Cost::kFlat;
  } else {
    Error(path.span, TextId::kExprHasWantsField, {ast.text});
    return Failed(ast.span);
  }
  typed->type = Of(TypeKind::kBool);
  typed->span = ast.span;
  return typed;
}

}  // namespace anjuan::expr
