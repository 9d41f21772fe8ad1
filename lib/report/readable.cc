#include "report/readable.h"

#include <algorithm>
#include <array>
#include <map>

#include "audit/labels.h"

namespace anjuan {
namespace {

using expr::Ast;
using expr::AstKind;

// How tightly a phrase holds together; a looser one inside it stands in brackets.
enum Binding { kLoose, kOrBinding, kAndBinding, kRelation, kSum, kProduct, kTight };

struct Phrase {
  std::string text;
  Binding binding = kTight;
};

struct Word {
  std::string_view name;
  TextId says;
};

constexpr Word kAmounts[] = {{"days", TextId::kReadDays},
                             {"workdays", TextId::kReadWorkdays},
                             {"months", TextId::kReadMonths},
                             {"years", TextId::kReadYears},
                             {"yuan", TextId::kReadYuan}};
constexpr Word kPapers[] = {
    {"hasDoc", TextId::kReadHasDoc}, {"docs", TextId::kReadDocs}, {"doc", TextId::kReadDocs}};
constexpr Word kLoops[] = {{"exists", TextId::kReadExists},
                           {"all", TextId::kReadAll},
                           {"exists_one", TextId::kReadExistsOne},
                           {"existsOne", TextId::kReadExistsOne},
                           {"filter", TextId::kReadFilter}};

struct Operator {
  std::string_view text;
  std::string_view shown;
  Binding binding;
};
constexpr Operator kOperators[] = {
    {"==", " = ", kRelation}, {"!=", " ≠ ", kRelation}, {"<", " < ", kRelation},
    {"<=", " ≤ ", kRelation}, {">", " > ", kRelation},  {">=", " ≥ ", kRelation},
    {"+", " + ", kSum},       {"-", " - ", kSum},       {"*", " × ", kProduct},
    {"/", " ÷ ", kProduct},   {"%", " % ", kProduct}};

template <size_t N>
const Word* FindWord(const Word (&words)[N], std::string_view name) {
  const Word* const word = std::find_if(std::begin(words), std::end(words),
                                        [&](const Word& one) { return one.name == name; });
  return word == std::end(words) ? nullptr : word;
}

// Variables of check kinds end in _, so that no author's can be the same.
std::string VariableName(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);
  return std::string(name);
}

class Reader {
 public:
  Reader(const Model& model, const RecordType* params, Lang lang)
      : model_(model), params_(params), lang_(lang) {}

  void Bind(const std::string& variable, const Ast& list) {
    variables_[variable] = RecordsOf(list);
  }

  Phrase Read(const Ast& ast) {
    switch (ast.kind) {
      case AstKind::kBool:
        return {ast.number != 0 ? "true" : "false"};
      case AstKind::kInt:
        return {std::to_string(ast.number)};
      case AstKind::kDouble: {
        std::string text = std::to_string(ast.real);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
        return {std::move(text)};
      }
      case AstKind::kString:
        return {Say(lang_, TextId::kReadText, {ast.text})};
      case AstKind::kIdent:
        return {NameOf(ast)};
      case AstKind::kSelect:
        return {NameOf(ast)};
      case AstKind::kIndex:
        return {Inside(*ast.children[0], kTight) + "[" + Read(*ast.children[1]).text + "]"};
      case AstKind::kCall:
        return Call(ast);
      case AstKind::kMacro:
        return Macro(ast);
      case AstKind::kList:
      case AstKind::kMap:
        return {"[" + Joined(ast, 0, Say(lang_, TextId::kListComma)) + "]"};
      case AstKind::kNot:
        return {Say(lang_, TextId::kReadNot, {Inside(*ast.children[0], kTight)}), kRelation};
      case AstKind::kNegate:
        return {"-" + Inside(*ast.children[0], kTight)};
      case AstKind::kBinary:
        return Binary(ast);
      case AstKind::kAnd:
      case AstKind::kOr: {
        const Binding binding = ast.kind == AstKind::kAnd ? kAndBinding : kOrBinding;
        std::string text;
        for (const expr::AstPtr& child : ast.children) {
          if (!text.empty()) text += WordOf(ast.kind);
          text += Inside(*child, kRelation);  // no reader should have to know which binds first
        }
        return {std::move(text), binding};
      }
      case AstKind::kConditional:
        return {Say(lang_, TextId::kReadIf,
                    {Inside(*ast.children[0], kOrBinding), Inside(*ast.children[1], kOrBinding),
                     Read(*ast.children[2]).text}),
                kLoose};
    }
    return {};
  }

  // In brackets where it is looser than what it stands in.
  std::string Inside(const Ast& ast, Binding binding) {
    Phrase phrase = Read(ast);
    return phrase.binding < binding ? "(" + phrase.text + ")" : phrase.text;
  }

  std::string WordOf(AstKind chain) const {
    return Say(lang_, chain == AstKind::kAnd ? TextId::kReadAnd : TextId::kReadOr);
  }

 private:
  // The records that a path, a list or one of its elements is of; null where that is not plain.
  const RecordType* RecordsOf(const Ast& ast) const {
    switch (ast.kind) {
      case AstKind::kIdent: {
        const auto variable = variables_.find(ast.text);
        if (variable != variables_.end()) return variable->second;
        const Field* const field = model_.root().Find(ast.text);
        return field == nullptr ? nullptr : field->record;
      }
      case AstKind::kSelect: {
        const Field* const field = FieldOf(ast);
        return field == nullptr ? nullptr : field->record;
      }
      case AstKind::kIndex:
        return RecordsOf(*ast.children[0]);
      case AstKind::kMacro:
        return ast.text == "filter" ? RecordsOf(*ast.children[0]) : nullptr;
      case AstKind::kCall: {
        const DocumentLists& lists = model_.document_lists();
        if (ast.text == "doc" || ast.text == "docs") return lists.documents->record;
        if (ast.text == "delivered") return lists.deliveries->record;
        return nullptr;
      }
      default:
        return nullptr;
    }
  }

  const Field* FieldOf(const Ast& select) const {
    const RecordType* const record = RecordsOf(*select.children[0]);
    return record == nullptr ? nullptr : record->Find(select.text);
  }

  std::string NameOf(const Ast& ast) {
    if (ast.kind == AstKind::kIdent) {
      if (variables_.contains(ast.text)) return VariableName(ast.text);
      const Field* const field = model_.root().Find(ast.text);
      return field == nullptr ? ast.text : LabelOf(*field, lang_);
    }
    const Ast& record = *ast.children[0];
    if (record.kind == AstKind::kIdent && record.text == "params" && params_ != nullptr) {
      const Field* const param = params_->Find(ast.text);
      const bool named = param == nullptr || lang_ == Lang::kEnglish;
      return Say(lang_, TextId::kReadParam, {named ? ast.text : param->label});
    }
    const Field* const field = FieldOf(ast);
    std::string name = field == nullptr          ? ast.text
                       : lang_ == Lang::kEnglish ? field->name
                                                 : field->label;
    return Inside(record, kTight) + "." + name;
  }

  std::string Joined(const Ast& ast, size_t from, const std::string& comma = ", ") {
    std::string text;
    for (size_t i = from; i < ast.children.size(); ++i) {
      if (i > from) text += comma;
      text += Read(*ast.children[i]).text;
    }
    return text;
  }

  // The unit that a parameter's label ends with stands behind it anyway.
  std::string CountOf(const Ast& ast) {
    std::string text = Inside(ast, kSum);
    const size_t open = text.rfind('(');
    const size_t shut = text.rfind(')');
    if (ast.kind != AstKind::kSelect || open == std::string::npos || shut < open) return text;
    return text.erase(open, shut + 1 - open);
  }

  Phrase Call(const Ast& ast) {
    if (!ast.is_receiver && ast.children.size() == 1) {
      if (const Word* const amount = FindWord(kAmounts, ast.text)) {
        return {Say(lang_, amount->says, {CountOf(*ast.children[0])})};
      }
      if (const Word* const paper = FindWord(kPapers, ast.text)) {
        return {Say(lang_, paper->says, {Read(*ast.children[0]).text})};
      }
    }
    if (!ast.is_receiver && ast.text == "says" && ast.children.size() == 2) {
      return {Say(lang_, TextId::kReadSays,
                  {Inside(*ast.children[0], kSum), Read(*ast.children[1]).text}),
              kRelation};
    }
    if (!ast.is_receiver) return {ast.text + "(" + Joined(ast, 0) + ")"};
    return {Inside(*ast.children[0], kTight) + "." + ast.text + "(" + Joined(ast, 1) + ")"};
  }

  Phrase Macro(const Ast& ast) {
    if (ast.vars.empty() && ast.children.size() == 1) {
      const TextId says = ast.text == "has" ? TextId::kReadHas : TextId::kReadFilled;
      if (ast.text == "has" || ast.text == "filled") {
        return {Say(lang_, says, {Read(*ast.children[0]).text})};
      }
    }
    const Word* const loop = FindWord(kLoops, ast.text);
    const std::map<std::string, const RecordType*> outer = variables_;
    const std::string list = ast.children.empty() ? "" : Inside(*ast.children[0], kTight);
    for (const std::string& variable : ast.vars) {
      variables_[variable] = ast.children.empty() ? nullptr : RecordsOf(*ast.children[0]);
    }
    Phrase phrase;
    if (loop != nullptr && ast.vars.size() == 1 && ast.children.size() == 2) {
      phrase.text = Say(lang_, loop->says,
                        {list, VariableName(ast.vars[0]), Inside(*ast.children[1], kAndBinding)});
      phrase.binding = ast.text == "filter" ? kTight : kLoose;
    } else {
      phrase.text = list + "." + ast.text + "(";
      for (const std::string& variable : ast.vars) phrase.text += VariableName(variable) + ", ";
      phrase.text += Joined(ast, 1) + ")";
    }
    variables_ = outer;
    return phrase;
  }

  Phrase Binary(const Ast& ast) {
    const Ast& left = *ast.children[0];
    const Ast& right = *ast.children[1];
    if (ast.text == "in") {
      return {Say(lang_, TextId::kReadIn, {Inside(left, kSum), Inside(right, kSum)}), kRelation};
    }
    for (const Operator& op : kOperators) {
      if (op.text != ast.text) continue;
      // The right operand of - and ÷ must hold together more tightly.
      const auto tighter = static_cast<Binding>(op.binding + 1);
      return {Inside(left, op.binding == kRelation ? kSum : op.binding) + std::string(op.shown) +
                  Inside(right, tighter),
              op.binding};
    }
    return {Inside(left, kTight) + " " + ast.text + " " + Inside(right, kTight), kRelation};
  }

  const Model& model_;
  const RecordType* params_;
  Lang lang_;
  std::map<std::string, const RecordType*> variables_;
};

void AppendChain(Reader& reader, const Ast& ast, size_t depth, std::vector<ReadableLine>& lines) {
  if (ast.kind != AstKind::kAnd && ast.kind != AstKind::kOr) {
    lines.push_back({depth, reader.Read(ast).text});
    return;
  }
  std::string word = reader.WordOf(ast.kind);
  word.erase(0, word.find_first_not_of(' '));
  const Binding binding = ast.kind == AstKind::kAnd ? kAndBinding : kOrBinding;
  for (size_t i = 0; i < ast.children.size(); ++i) {
    // A line of its own ends what is said of a list; only a choice between words needs brackets.
    const Ast& child = *ast.children[i];
    const bool bare = child.kind == AstKind::kMacro;
    lines.push_back({depth, (i == 0 ? "" : word) +
                                (bare ? reader.Read(child).text : reader.Inside(child, binding))});
  }
}

void AppendDeadline(Reader& reader, const DeadlinePlan& deadline, size_t depth, Lang lang,
                    std::vector<ReadableLine>& lines) {
  const TextId says = deadline.kind == DeadlineKind::kWithin    ? TextId::kReadWithin
                      : deadline.kind == DeadlineKind::kAtLeast ? TextId::kReadAtLeast
                                                                : TextId::kReadBefore;
  lines.push_back(
      {depth, Say(lang, says,
                  {reader.Inside(*deadline.from, kSum), reader.Inside(*deadline.to, kSum),
                   reader.Inside(*deadline.period, kSum)})});
  const auto rows = [&](TextId text, const expr::AstPtr& list) {
    if (list != nullptr) lines.push_back({depth + 1, Say(lang, text, {reader.Read(*list).text})});
  };
  rows(TextId::kReadExcluding, deadline.excluding);
  rows(TextId::kReadExtended, deadline.extended_to);
  if (deadline.rolls) {
    const TextId rolls = *deadline.rolls ? TextId::kReadRolls : TextId::kReadRollsNot;
    lines.push_back({depth + 1, Say(lang, rolls)});
  }
  if (deadline.or_on) lines.push_back({depth + 1, Say(lang, TextId::kReadOrOn)});
}

// Keys and values of a check as its author wrote them.
void AppendWritten(const std::string& key, const yaml::Node& node, size_t depth,
                   std::vector<ReadableLine>& lines) {
  if (node.is_map()) {
    lines.push_back({depth, key});
    for (const yaml::Entry& entry : node.entries()) {
      AppendWritten(entry.key, entry.value, depth + 1, lines);
    }
    return;
  }
  std::string value = node.text();
  for (const yaml::Node& item : node.items()) {
    value += (value.empty() ? "" : ", ") + (item.is_scalar() ? item.text() : std::string("…"));
  }
  lines.push_back({depth, key + ": " + value});
}

constexpr std::array kInWords = {"require", "present",  "order", "document",
                                 "each",    "deadline", "text"};

}  // namespace

std::vector<ReadableLine> ReadableOf(const expr::Ast& ast, const Model& model,
                                     const RecordType* params, Lang lang) {
  Reader reader(model, params, lang);
  std::vector<ReadableLine> lines;
  AppendChain(reader, ast, 0, lines);
  return lines;
}

std::vector<ReadableLine> ReadableCheck(const Rule& rule, const RulePlan& plan, const Model& model,
                                        const RecordType* params, Lang lang) {
  std::vector<ReadableLine> lines;
  if (std::find(kInWords.begin(), kInWords.end(), rule.check) == kInWords.end()) {
    AppendWritten(rule.check, *rule.check_node, 0, lines);
    return lines;
  }
  Reader reader(model, params, lang);
  const CheckPlan& check = plan.check;
  size_t depth = 0;
  if (check.list != nullptr) {
    lines.push_back(
        {0, Say(lang, TextId::kReadEach, {reader.Inside(*check.list, kTight), check.variable})});
    reader.Bind(check.variable, *check.list);
    depth = 1;
    if (check.where != nullptr) {
      lines.push_back({1, Say(lang, TextId::kReadWhere, {check.variable})});
      AppendChain(reader, *check.where, 2, lines);
    }
  }
  if (check.deadline != nullptr) AppendDeadline(reader, *check.deadline, depth, lang, lines);
  if (check.test == nullptr) return lines;
  // A cure is the second operand that the check was given; it is told apart from it.
  const bool cured = rule.cured_by != nullptr && check.test->kind == AstKind::kOr;
  AppendChain(reader, cured ? *check.test->children[0] : *check.test, depth, lines);
  return lines;
}

}  // namespace anjuan
