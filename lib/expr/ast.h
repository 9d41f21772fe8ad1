// A rule expression as written: parsed, nothing resolved.
//
// Shape: nodes carry the span of the file they stand in, so that a check kind may put together
//        pieces that an author wrote in different places and every mistake is still shown where
//        it was written. Built pieces take the span of what they stand for.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace anjuan::expr {

struct Ast;
using AstPtr = std::unique_ptr<Ast>;

enum class AstKind : uint8_t {
  kBool,
  kInt,
  kDouble,
  kString,
  kIdent,   // text: the name
  kSelect,  // children[0].text
  kIndex,   // children[0][children[1]]
  kCall,    // text(children…); receiver calls have is_receiver and children[0] is the receiver
  kMacro,  // children[0].text(vars…, children[1…]); has and filled: children[0] is the argument
  kList,
  kMap,  // key, value, key, value …
  kNot,
  kNegate,
  kBinary,       // text: the operator, && and || excepted
  kAnd,          // n-ary
  kOr,           // n-ary
  kConditional,  // condition, then, else
};

struct Ast {
  AstKind kind = AstKind::kBool;
  Span span;       // in the source file
  Span name_span;  // of the name in a select, call or macro; of the operator
  std::string text;
  std::vector<std::string> vars;  // macro variables
  std::vector<AstPtr> children;
  int64_t number = 0;  // kBool, kInt
  double real = 0;     // kDouble
  bool is_receiver = false;
};

// The text of an expression and where each byte of it stands: offsets[i] is the source offset of
// text[i]; offsets.size() == text.size() + 1.
struct ExprText {
  SourcePtr source;
  std::string text;
  std::vector<uint32_t> offsets;
};

// Null where the text is no expression; every mistake is in the sink.
AstPtr Parse(const ExprText& text, DiagnosticSink& sink);

// For check kinds that are written as several pieces.
AstPtr Clone(const Ast& ast);
AstPtr MakeIdent(Span span, std::string_view name);
AstPtr MakeString(Span span, std::string_view value);
AstPtr MakeSelect(AstPtr record, std::string_view field);
AstPtr MakeNot(AstPtr operand);
AstPtr MakeAnd(std::vector<AstPtr> operands);  // one operand: itself
AstPtr MakeOr(std::vector<AstPtr> operands);
AstPtr MakeBinary(std::string_view op, AstPtr left, AstPtr right);
AstPtr MakeCall(Span span, std::string_view function, std::vector<AstPtr> args);
AstPtr MakeInt(Span span, int64_t value);
AstPtr MakeIndex(AstPtr list, int64_t index);
AstPtr MakeReceiverCall(std::string_view function, AstPtr receiver);
AstPtr MakeMacro(std::string_view macro, AstPtr range, std::string_view var, AstPtr body);
AstPtr MakeConditional(AstPtr condition, AstPtr then, AstPtr otherwise);
AstPtr MakeHas(std::string_view has_or_filled, AstPtr path);

// Every node at the place of what the tree stands for: where it was written in another file.
void PlaceAt(Ast& ast, Span span);

// One line a node, indented; ASCII names as written.
std::string Dump(const Ast& ast);

}  // namespace anjuan::expr
