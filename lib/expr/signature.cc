#include "expr/signature.h"

#include <cassert>
#include <utility>

namespace anjuan::expr {
namespace {

struct Named {
  std::string_view name;
  TypeKind kind;
};

constexpr Named kNamed[] = {
    {"bool", TypeKind::kBool},           {"int", TypeKind::kInt},
    {"double", TypeKind::kDouble},       {"string", TypeKind::kString},
    {"timestamp", TypeKind::kTimestamp}, {"duration", TypeKind::kDuration},
    {"date", TypeKind::kDate},           {"period", TypeKind::kPeriod},
    {"money", TypeKind::kMoney},
};

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool Accept(std::string_view symbol) {
    if (!rest_.starts_with(symbol)) return false;
    rest_.remove_prefix(symbol.size());
    return true;
  }

  std::string_view Word() {
    size_t end = 0;
    while (end < rest_.size() && rest_[end] != '(' && rest_[end] != ')' && rest_[end] != ',' &&
           rest_[end] != '.' && rest_[end] != ' ') {
      ++end;
    }
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  // A type; `var` becomes its letter where it is or holds T, K or V (kNone).
  Type ReadType(std::string& var) {
    const std::string_view word = Word();
    if (word == "list") {
      Accept("(");
      Type element = ReadType(var);
      Accept(")");
      return ListOf(std::move(element));
    }
    if (word == "map") {
      Accept("(");
      Type key = ReadType(var);
      Accept(", ");
      Type element = ReadType(var);
      Accept(")");
      return MapOf(std::move(key), std::move(element));
    }
    for (const Named& named : kNamed) {
      if (named.name == word) return Of(named.kind);
    }
    assert(word.size() == 1);
    var = word;
    return {};
  }

  bool IsType() const {
    // A receiver's type stands before the first dot, and a dot before the bracket of arguments.
    Reader ahead(rest_);
    std::string var;
    if (!ahead.StartsWithType()) return false;
    ahead.ReadType(var);
    return ahead.rest_.starts_with(".");
  }

 private:
  bool StartsWithType() const {
    Reader ahead(rest_);
    const std::string_view word = ahead.Word();
    if (word == "list" || word == "map" || word.size() == 1) return true;
    for (const Named& named : kNamed) {
      if (named.name == word) return true;
    }
    return false;
  }

  std::string_view rest_;
};

}  // namespace

Function ParseSignature(const FunctionRow& row) {
  Function function;
  function.signature = row.signature;
  function.row = &row;
  Reader reader(row.signature);
  const auto param = [&] {
    std::string var;
    function.params.push_back(reader.ReadType(var));
    function.vars.push_back(std::move(var));
  };
  if (reader.IsType()) {
    function.receiver = true;
    param();
    reader.Accept(".");
  }
  function.name = reader.Word();
  reader.Accept("(");
  while (!reader.Accept(")")) {
    param();
    reader.Accept(", ");
  }
  reader.Accept(" -> ");
  function.result = reader.ReadType(function.result_var);
  return function;
}

}  // namespace anjuan::expr
