// Expressions as text, one line a node: for tests and for showing a rule's tree.
#include <fmt/format.h>

#include <algorithm>

#include "expr/ast.h"

namespace anjuan::expr {
namespace {

std::string Quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string Line(const Ast& ast) {
  switch (ast.kind) {
    case AstKind::kBool:
      return ast.number != 0 ? "true" : "false";
    case AstKind::kInt:
      return fmt::format("{}", ast.number);
    case AstKind::kDouble:
      return fmt::format("double {}", ast.real);
    case AstKind::kString:
      return Quote(ast.text);
    case AstKind::kIdent:
      return ast.text;
    case AstKind::kSelect:
      return "." + ast.text;
    case AstKind::kIndex:
      return "[]";
    case AstKind::kCall:
      return fmt::format("{}{}()", ast.is_receiver ? "." : "", ast.text);
    case AstKind::kMacro: {
      std::string line = "macro " + ast.text;
      for (const std::string& var : ast.vars) line += " " + var;
      return line;
    }
    case AstKind::kList:
      return "list";
    case AstKind::kMap:
      return "map";
    case AstKind::kNot:
      return "!";
    case AstKind::kNegate:
      return "-";
    case AstKind::kBinary:
      return ast.text;
    case AstKind::kAnd:
      return "&&";
    case AstKind::kOr:
      return "||";
    case AstKind::kConditional:
      return "?:";
  }
  return {};
}

void Write(const Ast& ast, size_t depth, std::string& out) {
  out.append(depth * 2, ' ');
  out += Line(ast);
  out += '\n';
  for (const AstPtr& child : ast.children) Write(*child, depth + 1, out);
}

}  // namespace

std::string Dump(const Ast& ast) {
  std::string out;
  Write(ast, 0, out);
  return out;
}

}  // namespace anjuan::expr
