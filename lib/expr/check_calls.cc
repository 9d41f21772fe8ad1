#include <algorithm>

#include "expr/checker.h"
#include "expr/eval_core.h"
#include "expr/eval_strings.h"
#include "expr/macros.h"
#include "expr/patterns.h"

namespace anjuan::expr {
namespace {

std::vector<Type> TypesOf(const std::vector<TypedPtr>& args) {
  std::vector<Type> types;
  types.reserve(args.size());
  for (const TypedPtr& arg : args) types.push_back(arg->type);
  return types;
}

// What the candidates give where some argument has no type: the same, or nothing certain.
bool SameResults(const std::vector<Type>& results) {
  return std::all_of(results.begin(), results.end(), [&](const Type& type) {
    return Same(type, results.front()) && !IsOpen(type);
  });
}

std::string JoinSignatures(const std::vector<const Function*>& functions) {
  std::string joined;
  for (size_t i = 0; i < functions.size() && i < 4; ++i) {
    if (i > 0) joined += ", ";
    joined += functions[i]->signature;
  }
  return joined;
}

}  // namespace

TypedPtr Checker::CheckCall(const Ast& ast) {
  if (!ast.is_receiver && IsLookup(ast.text)) return CheckLookup(ast);
  std::vector<TypedPtr> args;
  for (const AstPtr& child : ast.children) args.push_back(Check(*child));
  return CallFunction(ast, ast.text, ast.is_receiver, std::move(args));
}

TypedPtr Checker::CallFunction(const Ast& ast, std::string_view name, bool receiver,
                               std::vector<TypedPtr> args) {
  const std::vector<const Function*> functions = Functions(name, receiver);
  if (functions.empty()) {
    UnknownFunction(ast);
    return Failed(ast.span);
  }
  const std::vector<Type> types = TypesOf(args);
  const bool untyped = std::any_of(types.begin(), types.end(),
                                   [](const Type& type) { return type.kind == TypeKind::kNone; });
  const Function* best = nullptr;
  Type result;
  int best_fit = 0;
  std::vector<Type> results;
  for (const Function* function : functions) {
    Type gives;
    const int fit = Fit(*function, types, gives);
    if (fit < 0) continue;
    results.push_back(gives);
    if (best != nullptr && fit >= best_fit) continue;
    best = function;
    best_fit = fit;
    result = std::move(gives);
  }
  TypedPtr call = Make(Op::kCall, {}, ast.span);
  call->kids = std::move(args);
  if (best == nullptr) {
    Diagnostic& error =
        Error(ast.name_span, TextId::kExprNoOverload, {std::string(name), NamesOf(call->kids)});
    const bool is_operator = ast.kind == AstKind::kBinary || ast.kind == AstKind::kNegate;
    if (!is_operator) {
      error.help.push_back({TextId::kExprSignatures, {JoinSignatures(functions)}});
    } else if (call->kids.size() == 2) {
      HintAtOperands(error, ast, *call->kids[0], *call->kids[1]);
    }
    return Failed(ast.span);
  }
  if (untyped) {
    call->eval = &EvalNothing;
    call->may_fail_itself = true;
    if (SameResults(results)) call->type = results.front();
    return call;
  }
  for (size_t i = 0; i < call->kids.size(); ++i) {
    TypedPtr& kid = call->kids[i];
    const bool wants_text = !Same(best->params[i], kid->type);
    if (wants_text) kid = AsString(std::move(kid));
  }
  call->type = std::move(result);
  call->eval = best->row->eval;
  call->row = best->row;
  call->may_fail_itself = best->row->may_fail;
  call->cost = best->row->cost;
  call->asks_calendar = best->row->asks_calendar;
  WarnOfGetter(ast, *call);
  if (best->row->words != nullptr && !NamesAWord(*call)) return Failed(ast.span);
  if (best->name == "matches") return CheckPattern(ast, std::move(call));
  return call;
}

// CEL's getters of a timestamp mean UTC, and two of them count from 0: neither is what a reader
// of a Chinese case file expects.
void Checker::WarnOfGetter(const Ast& ast, const Typed& call) {
  if (!ast.is_receiver || call.kids[0]->type.kind != TypeKind::kTimestamp) return;
  const std::string name = ast.text;
  if (!name.starts_with("get")) return;
  if (name == "getMonth" || name == "getDayOfMonth") {
    sink_.Warning(source_, ast.name_span, TextId::kExprZeroBasedGetter, {name})
        .help.push_back({TextId::kExprWrite,
                         {"date(" + Written(call.kids[0]->span) + ")." +
                          (name == "getMonth" ? "month()" : "day()")}});
  }
  const bool same_everywhere =
      name == "getMinutes" || name == "getSeconds" || name == "getMilliseconds";
  if (call.kids.size() == 1 && call.kids[0]->op == Op::kField && !same_everywhere) {
    sink_.Warning(source_, ast.name_span, TextId::kExprUtcGetter, {name})
        .help.push_back({TextId::kExprWrite, {name + "('+08:00')"}});
  }
}

std::vector<const Function*> Checker::Functions(std::string_view name, bool receiver) const {
  std::vector<const Function*> found = FindFunctions(name, receiver);
  for (const Function* function : scope_.functions) {
    if (function->name == name && function->receiver == receiver) found.push_back(function);
  }
  return found;
}

void Checker::UnknownFunction(const Ast& ast) {
  Diagnostic& error = Error(ast.name_span, TextId::kExprUnknownFunction, {ast.text});
  // The other style is the likeliest slip: documents.size() and size(documents) are both legal,
  // days(3) and 3.days() are not.
  const std::vector<const Function*> other = Functions(ast.text, !ast.is_receiver);
  if (!other.empty()) {
    error.help.push_back({TextId::kExprSignatures, {JoinSignatures(other)}});
    return;
  }
  std::vector<Candidate> names;
  const auto add = [&](const Function& function) {
    if (function.receiver == ast.is_receiver) {
      names.push_back({function.name, "'" + function.name + "'"});
    }
  };
  for (const Function& function : AllFunctions()) add(function);
  for (const Function* function : scope_.functions) add(*function);
  if (ast.is_receiver) {
    for (const std::string_view macro :
         {"all", "exists", "exists_one", "existsOne", "filter", "map", "transformList"}) {
      names.push_back({macro, "'" + std::string(macro) + "'"});
    }
  } else {
    for (const std::string_view lookup : {"has", "filled", "hasDoc", "doc", "docs", "delivered"}) {
      names.push_back({lookup, "'" + std::string(lookup) + "'"});
    }
  }
  Hint(error, ast.text, names);
}

bool Checker::NamesAWord(const Typed& call) {
  const Typed& word = *call.kids.back();
  const std::vector<std::string>& words = *call.row->words;
  if (word.op != Op::kConst) {
    Error(word.span, TextId::kExprWantsWord);
    return false;
  }
  if (std::find(words.begin(), words.end(), word.text) != words.end()) return true;
  Diagnostic& error = Error(word.span, TextId::kExprUnknownWord, {word.text});
  std::vector<Candidate> names;
  for (const std::string& known : words) names.push_back({known, "'" + known + "'"});
  Hint(error, word.text, names);
  return false;
}

// A pattern written out is compiled once, when its pack loads.
TypedPtr Checker::CheckPattern(const Ast& ast, TypedPtr call) {
  Typed& pattern = *call->kids[1];
  if (pattern.op != Op::kConst) return call;
  std::string error;
  call->pattern = CompilePattern(pattern.text, error);
  if (call->pattern == nullptr) {
    Error(pattern.span, TextId::kExprBadPattern, {error});
    return Failed(ast.span);
  }
  call->may_fail_itself = false;
  call->eval = &EvalMatches;
  call->kids.pop_back();
  return call;
}

bool Checker::MayBecomeCode(const Typed& typed) const {
  switch (typed.op) {
    case Op::kConst:
      return typed.from_literal && typed.type.kind == TypeKind::kString;
    case Op::kList:
      return !typed.kids.empty() &&
             std::all_of(typed.kids.begin(), typed.kids.end(),
                         [&](const TypedPtr& kid) { return MayBecomeCode(*kid); });
    case Op::kConditional:
      return MayBecomeCode(*typed.kids[1]) && MayBecomeCode(*typed.kids[2]);
    default:
      return false;
  }
}

// `coded` is the code's type, or for a list of literals that of its elements.
void Checker::BecomeCode(Typed& typed, const Type& coded) {
  if (typed.op == Op::kList) {
    for (const TypedPtr& kid : typed.kids) BecomeCode(*kid, coded);
    typed.type = ListOf(coded);
    return;
  }
  if (typed.op == Op::kConditional) {
    BecomeCode(*typed.kids[1], coded);
    BecomeCode(*typed.kids[2], coded);
    typed.type = typed.kids[1]->type;
    return;
  }
  const bool kind = coded.kind == TypeKind::kDocKind;
  const uint16_t code = coded.codes->Find(typed.text);
  if (code == 0) {
    Diagnostic& error = Error(
        typed.span, kind ? TextId::kExprUnknownKind : TextId::kExprUnknownEnumValue, {typed.text});
    std::vector<Candidate> names;
    for (const auto& [name, number] : coded.codes->by_name) {
      const std::string& canonical = coded.codes->codes[number - 1u];
      names.push_back({name, "'" + canonical + "'"});
    }
    Hint(error, LevelName(typed.text), names);
  } else {
    typed.text = coded.codes->codes[code - 1u];
  }
  typed.type = coded;
  typed.code = code;
  typed.number = code;
  typed.from_literal = false;
}

// Codes read as what they are called. A document kind is its text already.
TypedPtr Checker::AsString(TypedPtr coded) {
  const bool list = coded->type.kind == TypeKind::kList;
  Type text = list ? ListOf(Of(TypeKind::kString)) : Of(TypeKind::kString);
  const TypeKind kind = list ? ElementOf(coded->type).kind : coded->type.kind;
  if (kind != TypeKind::kEnum && kind != TypeKind::kDocKind) return coded;
  if (kind == TypeKind::kDocKind) {
    coded->type = std::move(text);
    return coded;
  }
  TypedPtr named = Make(Op::kCall, std::move(text), coded->span);
  named->eval = list ? &EvalCodeTexts : &EvalCodeText;
  named->kids.push_back(std::move(coded));
  return named;
}

void Checker::Unify(TypedPtr& left, TypedPtr& right, bool kinds_may_meet_text) {
  const auto code_in = [](const Typed& typed) -> const Type* {
    const Type* type = &typed.type;
    if (type->kind == TypeKind::kList) type = &ElementOf(*type);
    return IsCoded(*type) ? type : nullptr;
  };
  if (left->type.kind != right->type.kind &&
      (left->type.kind == TypeKind::kList || right->type.kind == TypeKind::kList)) {
    return;
  }
  const Type* const left_code = code_in(*left);
  const Type* const right_code = code_in(*right);
  if (left_code == nullptr && right_code == nullptr) return;
  if (left_code != nullptr && right_code != nullptr) {
    if (Same(left->type, right->type)) return;
    left = AsString(std::move(left));
    right = AsString(std::move(right));
    return;
  }
  TypedPtr& coded = left_code != nullptr ? left : right;
  TypedPtr& other = left_code != nullptr ? right : left;
  const Type code = left_code != nullptr ? *left_code : *right_code;
  const Type& other_type =
      other->type.kind == TypeKind::kList ? ElementOf(other->type) : other->type;
  if (MayBecomeCode(*other)) {
    BecomeCode(*other, code);
  } else if (other_type.kind == TypeKind::kString) {
    const bool stays = kinds_may_meet_text && coded->type.kind == TypeKind::kDocKind;
    if (!stays) coded = AsString(std::move(coded));
  }
}

// What the author most likely meant by two operands that do not go together.
void Checker::HintAtOperands(Diagnostic& error, const Ast& ast, const Typed& left,
                             const Typed& right) {
  const auto write = [&](std::string text) {
    error.help.push_back({TextId::kExprWrite, {std::move(text)}});
  };
  const Ast& left_ast = *ast.children[0];
  const bool chain = left.type.kind == TypeKind::kBool && left_ast.kind == AstKind::kBinary &&
                     (left_ast.text.starts_with('<') || left_ast.text.starts_with('>'));
  if (chain) {
    const std::string middle = Written(left_ast.children[1]->span);
    write(Written(left_ast.span) + " && " + middle + " " + ast.text + " " + Written(right.span));
    return;
  }
  for (const bool swapped : {false, true}) {
    const Typed& known = swapped ? right : left;
    const Typed& other = swapped ? left : right;
    const std::string text = Written(other.span);
    if (known.type.kind == TypeKind::kMoney && other.type.kind == TypeKind::kInt) {
      write("yuan(" + text + ")");
    } else if (known.type.kind == TypeKind::kDate && other.type.kind == TypeKind::kInt) {
      write("days(" + text + ")");
    } else if (known.type.kind == TypeKind::kDate &&
               (other.type.kind == TypeKind::kString || other.type.kind == TypeKind::kTimestamp)) {
      write("date(" + text + ")");
    } else {
      continue;
    }
    return;
  }
  if (ast.text == "-" && left.type.kind == TypeKind::kDate && right.type.kind == TypeKind::kDate) {
    write(Written(right.span) + ".daysUntil(" + Written(left.span) + ")");
  }
}

}  // namespace anjuan::expr
