// Recursive descent with precedence climbing: one pass, no way back.
#include <algorithm>
#include <optional>
#include <utility>

#include "expr/ast.h"
#include "expr/lexer.h"
#include "expr/limits.h"
#include "expr/macros.h"

namespace anjuan::expr {
namespace {

// A tree and how deep it is, so that no walk over it needs a bound of its own.
struct Tree {
  AstPtr ast;
  int depth = 0;
};

struct Operator {
  std::string_view text;
  int binds;  // tighter binds more
};

constexpr int kRelation = 1;
constexpr Operator kOperators[] = {
    {"<", kRelation},  {"<=", kRelation}, {">", kRelation},  {">=", kRelation},
    {"==", kRelation}, {"!=", kRelation}, {"in", kRelation}, {"+", 2},
    {"-", 2},          {"*", 3},          {"/", 3},          {"%", 3},
};

class Parser {
 public:
  Parser(const ExprText& text, std::vector<Token> tokens, DiagnosticSink& sink)
      : text_(text), tokens_(std::move(tokens)), sink_(sink) {}

  AstPtr Run() {
    Tree tree = Expr();
    if (failed_) return nullptr;
    if (Now().kind != TokenKind::kEnd) {
      Unexpected();
      return nullptr;
    }
    return std::move(tree.ast);
  }

 private:
  const Token& Now() const { return tokens_[at_]; }
  const Token& Ahead(size_t n) const { return tokens_[std::min(at_ + n, tokens_.size() - 1)]; }
  const Token& Take() {
    const Token& token = tokens_[at_];
    if (token.kind != TokenKind::kEnd) ++at_;
    return token;
  }
  bool Accept(std::string_view symbol) {
    if (!Now().Is(symbol)) return false;
    Take();
    return true;
  }

  Span SpanFrom(uint32_t begin) const {
    const uint32_t end = at_ == 0 ? begin : tokens_[at_ - 1].end;
    return SpanOf(text_, begin, std::max(begin, end));
  }
  Span SpanOfToken(const Token& token) const { return SpanOf(text_, token.begin, token.end); }

  // Only the first mistake of syntax is told: what follows it is guesswork.
  Diagnostic* Fail(Span span, TextId id, std::vector<std::string> args = {}) {
    if (failed_) return nullptr;
    failed_ = true;
    return &sink_.Error(text_.source, span, id, std::move(args));
  }

  std::string Shown(const Token& token) const {
    return text_.text.substr(token.begin, token.end - token.begin);
  }

  void Unexpected() {
    const Token& token = Now();
    if (token.kind == TokenKind::kEnd) {
      Fail(SpanOfToken(token), TextId::kExprUnexpectedEnd);
    } else {
      Fail(SpanOfToken(token), TextId::kExprUnexpectedToken, {Shown(token)});
    }
  }

  bool Expect(std::string_view symbol) {
    if (Accept(symbol)) return true;
    const Token& token = Now();
    if (token.kind == TokenKind::kEnd) {
      Fail(SpanOfToken(token), TextId::kExprExpectedAtEnd, {std::string(symbol)});
    } else {
      Fail(SpanOfToken(token), TextId::kExprExpected, {std::string(symbol), Shown(token)});
    }
    return false;
  }

  Tree Node(AstKind kind, uint32_t begin) const {
    Tree tree{std::make_unique<Ast>(), 1};
    tree.ast->kind = kind;
    tree.ast->span = SpanFrom(begin);
    tree.ast->name_span = tree.ast->span;
    return tree;
  }

  void Adopt(Tree& parent, Tree child) {
    parent.depth = std::max(parent.depth, child.depth + 1);
    if (parent.depth > kMaxDepth) TooDeep(parent.ast->span);
    parent.ast->children.push_back(std::move(child.ast));
  }

  void TooDeep(Span span) { Fail(span, TextId::kExprTooDeep, {std::to_string(kMaxDepth)}); }

  Tree Expr() {
    if (++nesting_ > kMaxDepth) {
      TooDeep(SpanOfToken(Now()));
      return {};
    }
    const uint32_t begin = Now().begin;
    Tree condition = Chain(AstKind::kOr);
    if (!failed_ && Accept("?")) {
      Tree yes = Chain(AstKind::kOr);
      if (!failed_) Expect(":");
      Tree no = failed_ ? Tree{} : Expr();
      if (!failed_) {
        Tree tree = Node(AstKind::kConditional, begin);
        Adopt(tree, std::move(condition));
        Adopt(tree, std::move(yes));
        Adopt(tree, std::move(no));
        condition = std::move(tree);
      }
    }
    --nesting_;
    return failed_ ? Tree{} : std::move(condition);
  }

  // a || b || c and a && b && c: one node for the whole chain.
  Tree Chain(AstKind kind) {
    const std::string_view symbol = kind == AstKind::kOr ? "||" : "&&";
    const auto operand = [&] {
      return kind == AstKind::kOr ? Chain(AstKind::kAnd) : Binary(kRelation);
    };
    const uint32_t begin = Now().begin;
    Tree first = operand();
    if (failed_ || !Now().Is(symbol)) return failed_ ? Tree{} : std::move(first);
    std::vector<Tree> operands;
    operands.push_back(std::move(first));
    while (!failed_ && Accept(symbol)) operands.push_back(operand());
    if (failed_) return {};
    Tree tree = Node(kind, begin);
    for (Tree& each : operands) Adopt(tree, std::move(each));
    return tree;
  }

  const Operator* OperatorNow() const {
    const Token& token = Now();
    const bool in = token.kind == TokenKind::kName && token.text == "in";
    if (token.kind != TokenKind::kSymbol && !in) return nullptr;
    for (const Operator& each : kOperators) {
      if (each.text == token.text) return &each;
    }
    return nullptr;
  }

  Tree Binary(int least) {
    const uint32_t begin = Now().begin;
    Tree left = Unary();
    while (!failed_) {
      const Operator* const op = OperatorNow();
      if (op == nullptr || op->binds < least) break;
      const Span name_span = SpanOfToken(Take());
      Tree right = Binary(op->binds + 1);
      if (failed_) break;
      Tree tree = Node(AstKind::kBinary, begin);
      tree.ast->text = op->text;
      tree.ast->name_span = name_span;
      Adopt(tree, std::move(left));
      Adopt(tree, std::move(right));
      left = std::move(tree);
    }
    return failed_ ? Tree{} : std::move(left);
  }

  Tree Unary() {
    const std::string_view symbol = Now().Is("!") ? "!" : Now().Is("-") ? "-" : "";
    if (symbol.empty()) return Member(Now().begin, false);
    const AstKind kind = symbol == "!" ? AstKind::kNot : AstKind::kNegate;
    std::vector<uint32_t> signs;
    while (Now().Is(symbol)) signs.push_back(Take().begin);
    // The sign belongs to the number: -9223372036854775808 is one.
    const bool literal = kind == AstKind::kNegate &&
                         (Now().kind == TokenKind::kInt || Now().kind == TokenKind::kDouble);
    const uint32_t begin = literal ? signs.back() : Now().begin;
    if (literal) signs.pop_back();
    Tree tree = Member(begin, literal);
    while (!failed_ && !signs.empty()) {
      Tree outer = Node(kind, signs.back());
      signs.pop_back();
      Adopt(outer, std::move(tree));
      tree = std::move(outer);
    }
    return failed_ ? Tree{} : std::move(tree);
  }

  Tree Member(uint32_t begin, bool negative) {
    Tree tree = Primary(begin, negative);
    while (!failed_) {
      if (Accept("[")) {
        Tree index = Expr();
        if (failed_ || !Expect("]")) break;
        Tree outer = Node(AstKind::kIndex, begin);
        Adopt(outer, std::move(tree));
        Adopt(outer, std::move(index));
        tree = std::move(outer);
      } else if (Accept(".")) {
        tree = Select(begin, std::move(tree));
      } else {
        break;
      }
    }
    return failed_ ? Tree{} : std::move(tree);
  }

  Tree Select(uint32_t begin, Tree record) {
    const Token& name = Now();
    const bool call = Ahead(1).Is("(") && name.kind == TokenKind::kName;
    if ((name.kind != TokenKind::kName && name.kind != TokenKind::kQuoted) ||
        (name.kind == TokenKind::kName && IsKeyword(name.text))) {
      Fail(SpanOfToken(name), TextId::kExprWantSelector);
      return {};
    }
    Take();
    if (call) return Call(begin, name, std::move(record));
    Tree tree = Node(AstKind::kSelect, begin);
    tree.ast->text = name.text;
    tree.ast->name_span = SpanOfToken(name);
    Adopt(tree, std::move(record));
    return tree;
  }

  // At the bracket behind a name; `receiver` is empty for a call without one.
  Tree Call(uint32_t begin, const Token& name, Tree receiver) {
    Take();
    const bool is_receiver = receiver.ast != nullptr;
    std::optional<std::vector<Tree>> args = Arguments(")", kMaxArguments, false);
    if (!args) return {};
    const bool is_cel =
        is_receiver && receiver.ast->kind == AstKind::kIdent && receiver.ast->text == "cel";
    const MacroShape* const shape = FindMacro(name.text, is_receiver);
    if (shape != nullptr && (shape->macro != Macro::kBind || is_cel)) {
      return MakeMacroNode(begin, name, *shape, std::move(receiver), std::move(*args));
    }
    Tree tree = Node(AstKind::kCall, begin);
    tree.ast->text = name.text;
    tree.ast->name_span = SpanOfToken(name);
    tree.ast->is_receiver = is_receiver;
    if (is_receiver) Adopt(tree, std::move(receiver));
    for (Tree& arg : *args) Adopt(tree, std::move(arg));
    return tree;
  }

  Tree MakeMacroNode(uint32_t begin, const Token& name, const MacroShape& shape, Tree receiver,
                     std::vector<Tree> args) {
    const int count = static_cast<int>(args.size());
    if (count < shape.least || count > shape.most) {
      Fail(SpanOfToken(name), TextId::kExprMacroArguments,
           {name.text,
            shape.least == shape.most
                ? std::to_string(shape.least)
                : std::to_string(shape.least) + "–" + std::to_string(shape.most),
            std::to_string(count)});
      return {};
    }
    const size_t vars =
        static_cast<size_t>(count == shape.second_count ? shape.second_vars : shape.vars);
    Tree tree = Node(AstKind::kMacro, begin);
    tree.ast->text = name.text;
    tree.ast->name_span = SpanOfToken(name);
    tree.ast->is_receiver = shape.receiver;
    for (size_t i = 0; i < vars; ++i) {
      const Ast& var = *args[i].ast;
      if (var.kind != AstKind::kIdent) {
        Fail(var.span, TextId::kExprMacroVariable, {name.text});
        return {};
      }
      if (std::find(tree.ast->vars.begin(), tree.ast->vars.end(), var.text) !=
          tree.ast->vars.end()) {
        Fail(var.span, TextId::kExprVariableTwice, {var.text});
        return {};
      }
      tree.ast->vars.push_back(var.text);
    }
    const bool of_path = shape.macro == Macro::kHas || shape.macro == Macro::kFilled;
    if (of_path && args[0].ast->kind != AstKind::kSelect && args[0].ast->kind != AstKind::kIdent) {
      Fail(args[0].ast->span, TextId::kExprHasWantsField, {name.text});
      return {};
    }
    if (shape.receiver && shape.macro != Macro::kBind) Adopt(tree, std::move(receiver));
    for (size_t i = vars; i < args.size(); ++i) Adopt(tree, std::move(args[i]));
    return tree;
  }

  // Up to `close`, which is taken; a comma before it only where `trailing`.
  std::optional<std::vector<Tree>> Arguments(std::string_view close, size_t most, bool trailing) {
    std::vector<Tree> args;
    while (!Now().Is(close)) {
      if (args.size() == most) {
        Fail(SpanOfToken(Now()), TextId::kExprTooManyArguments, {std::to_string(most)});
        return std::nullopt;
      }
      args.push_back(Expr());
      if (failed_) return std::nullopt;
      if (!Now().Is(",")) break;
      Take();
      if (Now().Is(close) && !trailing) {
        Unexpected();
        return std::nullopt;
      }
    }
    if (!Expect(close)) return std::nullopt;
    return args;
  }

  Tree Primary(uint32_t begin, bool negative) {
    const Token& token = Now();
    switch (token.kind) {
      case TokenKind::kInt:
        return Int(begin, negative);
      case TokenKind::kDouble: {
        Take();
        Tree tree = Node(AstKind::kDouble, begin);
        tree.ast->real = negative ? -token.real : token.real;
        return tree;
      }
      case TokenKind::kString: {
        Take();
        Tree tree = Node(AstKind::kString, begin);
        tree.ast->text = token.text;
        return tree;
      }
      case TokenKind::kName:
        return Name(begin);
      case TokenKind::kSymbol:
        return Bracketed(begin);
      case TokenKind::kQuoted:
      case TokenKind::kEnd:
        break;
    }
    Unexpected();
    return {};
  }

  Tree Int(uint32_t begin, bool negative) {
    const Token& token = Take();
    constexpr uint64_t kEdge = uint64_t{1} << 63;
    if (token.magnitude == kEdge && !negative) {
      Fail(SpanOfToken(token), TextId::kExprBadNumber, {Shown(token)});
      return {};
    }
    Tree tree = Node(AstKind::kInt, begin);
    tree.ast->number = negative ? static_cast<int64_t>(0 - token.magnitude)
                                : static_cast<int64_t>(token.magnitude);
    return tree;
  }

  Tree Name(uint32_t begin) {
    const Token& token = Take();
    if (token.text == "true" || token.text == "false") {
      Tree tree = Node(AstKind::kBool, begin);
      tree.ast->number = token.text == "true";
      return tree;
    }
    if (token.text == "null") {
      Fail(SpanOfToken(token), TextId::kExprUnsupportedLiteral, {"null"});
      return {};
    }
    if (IsKeyword(token.text)) {
      Fail(SpanOfToken(token), TextId::kExprUnexpectedToken, {token.text});
      return {};
    }
    if (IsReserved(token.text)) {
      Fail(SpanOfToken(token), TextId::kExprReservedWord, {token.text});
      return {};
    }
    if (Now().Is("(")) return Call(begin, token, {});
    Tree tree = Node(AstKind::kIdent, begin);
    tree.ast->text = token.text;
    return tree;
  }

  Tree Bracketed(uint32_t begin) {
    if (Accept("(")) {
      Tree tree = Expr();
      if (failed_ || !Expect(")")) return {};
      return tree;
    }
    if (Accept("[")) {
      std::optional<std::vector<Tree>> items = Arguments("]", kMaxEntries, true);
      if (!items) return {};
      Tree tree = Node(AstKind::kList, begin);
      for (Tree& item : *items) Adopt(tree, std::move(item));
      return tree;
    }
    if (Accept("{")) return Map(begin);
    if (Now().Is(".") && Ahead(1).kind == TokenKind::kName) {
      if (Diagnostic* error = Fail(SpanOfToken(Now()), TextId::kExprLeadingDot)) {
        error->help.push_back({TextId::kExprWrite, {Ahead(1).text}});
      }
      return {};
    }
    Unexpected();
    return {};
  }

  Tree Map(uint32_t begin) {
    std::vector<Tree> entries;
    while (!Now().Is("}")) {
      if (entries.size() / 2 == kMaxEntries) {
        Fail(SpanOfToken(Now()), TextId::kExprTooManyArguments, {std::to_string(kMaxEntries)});
        return {};
      }
      entries.push_back(Expr());
      if (failed_ || !Expect(":")) return {};
      entries.push_back(Expr());
      if (failed_) return {};
      if (!Accept(",")) break;
    }
    if (!Expect("}")) return {};
    Tree tree = Node(AstKind::kMap, begin);
    for (Tree& entry : entries) Adopt(tree, std::move(entry));
    return tree;
  }

  const ExprText& text_;
  std::vector<Token> tokens_;
  DiagnosticSink& sink_;
  size_t at_ = 0;
  int nesting_ = 0;
  bool failed_ = false;
};

}  // namespace

AstPtr Parse(const ExprText& text, DiagnosticSink& sink) {
  std::vector<Token> tokens = Lex(text, sink);
  if (tokens.empty()) return nullptr;
  return Parser(text, std::move(tokens), sink).Run();
}

}  // namespace anjuan::expr
