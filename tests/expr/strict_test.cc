// Strict operations: an error among the operands is the result, else an unknown is, whatever the
// place it stands at. Driven by the tables of the language, so that what is added to them is
// asked as well.
#include <doctest/doctest.h>

#include <algorithm>

#include "expr/functions.h"
#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

const Record& Gaps() {
  static const TrialRecord record(ExampleModel(), "decision: {review_days: 0}\n");
  return record.record();
}

// A value of each type that a function may take.
std::string ValueOf(const Type& type) {
  switch (type.kind) {
    case TypeKind::kBool:
      return "(decision.review_days == 0)";
    case TypeKind::kInt:
      return "(decision.review_days + 1)";
    case TypeKind::kDouble:
      return "1.5";
    case TypeKind::kTimestamp:
      return "timestamp('2025-03-10T07:30:00Z')";
    case TypeKind::kDuration:
      return "duration('90s')";
    case TypeKind::kDate:
      return "date('2025-03-01')";
    case TypeKind::kPeriod:
      return "days(3)";
    case TypeKind::kMoney:
      return "yuan(12)";
    case TypeKind::kList:
      return "[" + ValueOf(ElementOf(type)) + "]";
    case TypeKind::kMap:
      return "{" + ValueOf(KeyOf(type)) + ": " + ValueOf(ElementOf(type)) + "}";
    case TypeKind::kNone:  // T, K or V
      return ValueOf(Of(TypeKind::kInt));
    default:
      return "'a'";
  }
}

// A branch not taken has any type, and so has one whose condition is unknown or fails.
std::string Operand(char outcome, const std::string& value) {
  if (outcome == 'U') return "(hearing.waived ? " + value + " : " + value + ")";
  if (outcome == 'E') return "(1 / decision.review_days == 1 ? " + value + " : " + value + ")";
  return value;
}

// V, U and E for each of `count` operands, in every order.
std::vector<std::string> Combinations(size_t count) {
  std::vector<std::string> all = {""};
  for (size_t i = 0; i < count; ++i) {
    std::vector<std::string> longer;
    for (const std::string& shorter : all) {
      for (const char outcome : {'V', 'U', 'E'}) longer.push_back(shorter + outcome);
    }
    all = std::move(longer);
  }
  return all;
}

bool IsOperator(const Function& function) {
  return std::string_view("+-*/%").find(function.name[0]) != std::string_view::npos;
}

std::string CallOf(const Function& function, const std::vector<std::string>& args) {
  if (IsOperator(function) && args.size() == 1) return function.name + args[0];
  if (IsOperator(function)) return args[0] + " " + function.name + " " + args[1];
  std::string text = function.receiver ? args[0] + "." : "";
  text += function.name + "(";
  for (size_t i = function.receiver ? 1 : 0; i < args.size(); ++i) {
    text += (text.ends_with('(') ? "" : ", ") + args[i];
  }
  return text + ")";
}

// A list of one item is strict itself and gives a bool of any type.
void CheckStrict(const std::string& expression, const std::string& outcomes) {
  const bool error = outcomes.find('E') != std::string::npos;
  if (!error && outcomes.find('U') == std::string::npos) return;
  const std::string asked = "[" + expression + "].size() >= 0";
  CAPTURE(asked);
  CHECK(ResultOf(asked, Gaps())[0] == (error ? 'E' : 'U'));
}

}  // namespace

TEST_CASE("every function and operator: an error beats an unknown, an unknown a value") {
  for (const Function& function : AllFunctions()) {
    for (const std::string& outcomes : Combinations(function.params.size())) {
      std::vector<std::string> args;
      for (size_t i = 0; i < outcomes.size(); ++i) {
        args.push_back(Operand(outcomes[i], ValueOf(function.params[i])));
      }
      CheckStrict(CallOf(function, args), outcomes);
    }
  }
}

TEST_CASE("every relation of every type is strict") {
  const TypeKind kinds[] = {TypeKind::kBool,      TypeKind::kInt,      TypeKind::kDouble,
                            TypeKind::kString,    TypeKind::kDate,     TypeKind::kMoney,
                            TypeKind::kTimestamp, TypeKind::kDuration, TypeKind::kPeriod,
                            TypeKind::kList,      TypeKind::kMap};
  for (const std::string relation : {"==", "!=", "<", "<=", ">", ">="}) {
    for (const TypeKind kind : kinds) {
      const bool ordered =
          kind != TypeKind::kPeriod && kind != TypeKind::kList && kind != TypeKind::kMap;
      if (!ordered && relation != "==" && relation != "!=") continue;
      const Type type = kind == TypeKind::kList  ? ListOf(Of(TypeKind::kDate))
                        : kind == TypeKind::kMap ? MapOf(Of(TypeKind::kInt), Of(TypeKind::kBool))
                                                 : Of(kind);
      for (const std::string& outcomes : Combinations(2)) {
        CheckStrict(Operand(outcomes[0], ValueOf(type)) + " " + relation + " " +
                        Operand(outcomes[1], ValueOf(type)),
                    outcomes);
      }
    }
  }
}

TEST_CASE("in, an index, lists, maps and the size of a list are strict") {
  struct Row {
    const char* expression;  // %1 and %2 are the operands
    const char* first;
    const char* second;
  };
  const Row rows[] = {
      {"%1 in %2", "3", "[3]"},
      {"%1 in %2", "3", "{3: 4}"},
      {"%1 in %2", "1.5", "[3]"},
      {"%1[%2]", "['a', 'b']", "1"},
      {"%1[%2]", "{'a': 1}", "'a'"},
      {"[%1, %2]", "yuan(1)", "yuan(2)"},
      {"{%1: %2}", "'a'", "days(1)"},
      {"{'a': %1, 'b': %2}", "1", "2"},
      {"size([%1]) == %2", "1", "1"},
      {"%2 < size(%1)", "['a']", "1"},
      {"size(%1.filter(x, x > 0)) > %2", "[1, 2]", "1"},
      {"%2 != %1.filter(x, x > 0).filter(x, x > 1).size()", "[1, 2]", "1"},
  };
  for (const Row& row : rows) {
    for (const std::string& outcomes : Combinations(2)) {
      std::string expression = row.expression;
      const auto put = [&](const char* place, char outcome, const char* value) {
        const size_t at = expression.find(place);
        expression.replace(at, 2, Operand(outcome, value));
      };
      put("%1", outcomes[0], row.first);
      put("%2", outcomes[1], row.second);
      CheckStrict(expression, outcomes);
    }
  }
}
