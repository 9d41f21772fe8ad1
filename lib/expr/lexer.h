// Expression text → tokens.
//
// Shape:  names may be Chinese; strings are unescaped; positions are bytes of the expression's
//         text, turned into places of the file by SpanOf.
// Errors: every lexical mistake is reported. A slip of the input method (a full-width character
//         where an ASCII one belongs) has a diagnostic of its own and counts as the character
//         that was meant, so that each slip of a text is told in one run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "expr/ast.h"

namespace anjuan::expr {

enum class TokenKind : uint8_t {
  kEnd,
  kName,    // text
  kQuoted,  // `text`
  kInt,     // magnitude
  kDouble,  // real
  kString,  // text
  kSymbol,  // text: an operator, bracket, comma, dot
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  uint32_t begin = 0;  // bytes [begin, end) of the expression's text
  uint32_t end = 0;
  std::string text;
  uint64_t magnitude = 0;
  double real = 0;

  bool Is(std::string_view symbol) const { return kind == TokenKind::kSymbol && text == symbol; }
};

// The last token is kEnd. Empty where the text has a lexical mistake; each is in the sink.
std::vector<Token> Lex(const ExprText& text, DiagnosticSink& sink);

// Where bytes [begin, end) of the expression stand in its file.
Span SpanOf(const ExprText& text, uint32_t begin, uint32_t end);

// Words that are no names: true false null in, and those CEL keeps for later.
bool IsKeyword(std::string_view word);
bool IsReserved(std::string_view word);

// Begins a name: ASCII letters, the underscore, Chinese characters.
bool IsNameStart(char32_t code_point);

}  // namespace anjuan::expr
