#include "expr/lexer.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "expr/lexer_slips.h"
#include "expr/lexer_strings.h"
#include "expr/limits.h"
#include "expr/read_real.h"

namespace anjuan::expr {
namespace {

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool IsHexDigit(char32_t c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

bool IsChinese(char32_t c) {
  return c == 0x3005 || c == 0x3006 || c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}

constexpr std::string_view kTwoByteSymbols[] = {"&&", "||", "==", "!=", "<=", ">="};
constexpr std::string_view kOneByteSymbols = "()[]{}.,:?<>!+-*/%";

class Lexer {
 public:
  Lexer(const ExprText& text, DiagnosticSink& sink)
      : source_(text), text_(text.text), sink_(sink), errors_before_(sink.error_count()) {}

  std::vector<Token> Run() {
    const size_t bad = FindInvalidUtf8(text_);
    if (bad != std::string_view::npos) {
      Report(bad, bad + 1, TextId::kExprInvalidUtf8);
      return {};
    }
    if (CountCodePoints(text_) > kMaxLength) {
      Report(0, text_.size(), TextId::kExprTooLong, {std::to_string(kMaxLength)});
      return {};
    }
    while (at_ < text_.size()) Next();
    if (sink_.error_count() > errors_before_) return {};
    Emit(TokenKind::kEnd, text_.size());
    return std::move(tokens_);
  }

 private:
  char Peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  Diagnostic& Report(size_t begin, size_t end, TextId id, std::vector<std::string> args = {}) {
    const Span span = SpanOf(source_, static_cast<uint32_t>(begin), static_cast<uint32_t>(end));
    return sink_.Error(source_.source, span, id, std::move(args));
  }

  Token& Emit(TokenKind kind, size_t begin) {
    Token token;
    token.kind = kind;
    token.begin = static_cast<uint32_t>(begin);
    token.end = static_cast<uint32_t>(at_);
    tokens_.push_back(std::move(token));
    return tokens_.back();
  }

  void Next() {
    const char c = text_[at_];
    if (IsSpace(c)) {
      ++at_;
    } else if (c == '/' && Peek(1) == '/') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (IsDigit(static_cast<unsigned char>(c)) ||
               (c == '.' && IsDigit(static_cast<unsigned char>(Peek(1))))) {
      Number();
    } else if (StringPrefix() != std::string_view::npos) {
      String();
    } else if (c == '`') {
      Quoted();
    } else {
      const CodePoint point = DecodeAt(text_, at_);
      if (IsNameStart(point.value)) {
        Name();
      } else if (static_cast<unsigned char>(c) < 0x80) {
        Symbol();
      } else {
        Slip(point);
      }
    }
  }

  void Name() {
    const size_t begin = at_;
    while (at_ < text_.size()) {
      const CodePoint point = DecodeAt(text_, at_);
      if (!IsNameStart(point.value) && !IsDigit(point.value)) break;
      at_ += static_cast<size_t>(point.length);
    }
    Emit(TokenKind::kName, begin).text = text_.substr(begin, at_ - begin);
  }

  void Symbol() {
    const size_t begin = at_;
    const std::string_view two = text_.substr(at_, 2);
    if (std::find(std::begin(kTwoByteSymbols), std::end(kTwoByteSymbols), two) !=
        std::end(kTwoByteSymbols)) {
      at_ += 2;
      Emit(TokenKind::kSymbol, begin).text = two;
      return;
    }
    ++at_;
    const char c = text_[begin];
    if (kOneByteSymbols.find(c) != std::string_view::npos) {
      Emit(TokenKind::kSymbol, begin).text = c;
      return;
    }
    Diagnostic& error = Report(begin, at_, TextId::kExprUnexpectedCharacter, {std::string(1, c)});
    const std::string meant = c == '=' ? "==" : c == '&' ? "&&" : c == '|' ? "||" : "";
    if (!meant.empty()) error.help.push_back({TextId::kExprWrite, {meant}});
  }

  // A character from outside ASCII that begins no name.
  void Slip(CodePoint point) {
    const size_t begin = at_;
    at_ += static_cast<size_t>(point.length);
    const std::string written(text_.substr(begin, at_ - begin));
    const std::string_view meant = MeantBy(point.value);
    if (meant.empty()) {
      Report(begin, at_, TextId::kExprUnexpectedCharacter, {written});
      return;
    }
    const std::string shown = meant == " " ? "U+0020" : std::string(meant);
    Report(begin, at_, TextId::kExprFullwidth, {written, shown});
    if (IsFullwidthWord(point.value)) {
      // One report a word, not one a letter.
      while (at_ < text_.size()) {
        const CodePoint next = DecodeAt(text_, at_);
        if (!IsFullwidthWord(next.value)) break;
        at_ += static_cast<size_t>(next.length);
      }
    } else if (meant == "'" || meant == "\"") {
      SkipCurlyString();
    }
  }

  // The text between curly quotes would only repeat the first report; ends at the line's end.
  void SkipCurlyString() {
    size_t next = at_;
    while (next < text_.size() && text_[next] != '\n') {
      const CodePoint point = DecodeAt(text_, next);
      next += static_cast<size_t>(point.length);
      if (IsCurlyQuote(point.value) || point.value == '\'' || point.value == '"') {
        at_ = next;
        return;
      }
    }
  }

  void Number() {
    const size_t begin = at_;
    const bool hex = Peek() == '0' && Peek(1) == 'x';
    bool real = false;
    if (hex) {
      at_ += 2;
      while (IsHexDigit(static_cast<unsigned char>(Peek()))) ++at_;
    } else {
      Digits();
      if (Peek() == '.' && IsDigit(static_cast<unsigned char>(Peek(1)))) {
        real = true;
        ++at_;
        Digits();
      }
      real |= Exponent();
    }
    const std::string written(text_.substr(begin, at_ - begin));
    if (Peek() == 'u' || Peek() == 'U') {
      ++at_;
      Report(begin, at_, TextId::kExprUnsupportedLiteral, {"uint"})
          .help.push_back({TextId::kExprWrite, {written}});
      return;
    }
    if (real) {
      Token& token = Emit(TokenKind::kDouble, begin);
      // Too large is no number a rule can mean.
      const std::optional<double> read = ReadReal(written);
      if (read) token.real = *read;
      if (!read) Report(begin, at_, TextId::kExprBadNumber, {written});
      return;
    }
    Token& token = Emit(TokenKind::kInt, begin);
    const char* const first = written.data() + (hex ? 2 : 0);
    const auto [end, error] =
        std::from_chars(first, written.data() + written.size(), token.magnitude, hex ? 16 : 10);
    if (error != std::errc{} || end != written.data() + written.size() ||
        token.magnitude > uint64_t{1} << 63) {
      Report(begin, at_, TextId::kExprBadNumber, {written});
    }
  }

  void Digits() {
    while (IsDigit(static_cast<unsigned char>(Peek()))) ++at_;
  }

  bool Exponent() {
    if (Peek() != 'e' && Peek() != 'E') return false;
    const size_t sign = Peek(1) == '+' || Peek(1) == '-' ? 1 : 0;
    if (!IsDigit(static_cast<unsigned char>(Peek(1 + sign)))) return false;
    at_ += 1 + sign;
    Digits();
    return true;
  }

  // How many letters (r, b) stand before a string's quote; npos where no string begins here.
  size_t StringPrefix() const {
    size_t letters = 0;
    while (letters < 2) {
      const char c = Peek(letters);
      if (c == '\'' || c == '"') return letters;
      if (c != 'r' && c != 'R' && c != 'b' && c != 'B') return std::string_view::npos;
      ++letters;
    }
    const char c = Peek(letters);
    const char first = static_cast<char>(Peek() | 0x20);
    const char second = static_cast<char>(Peek(1) | 0x20);
    const bool quoted = c == '\'' || c == '"';
    return quoted && first == 'b' && second == 'r' ? letters : std::string_view::npos;
  }

  void String() {
    const size_t begin = at_;
    bool raw = false;
    bool bytes = false;
    for (size_t i = StringPrefix(); i > 0; --i, ++at_) {
      raw |= (text_[at_] | 0x20) == 'r';
      bytes |= (text_[at_] | 0x20) == 'b';
    }
    const ScannedString scanned = ScanString(text_, at_, raw);
    at_ = scanned.end;
    if (!scanned.closed) {
      Report(begin, at_, TextId::kExprUnterminatedString);
      return;
    }
    if (bytes) {
      Report(begin, at_, TextId::kExprUnsupportedLiteral, {"bytes"});
      return;
    }
    for (const BadEscape& bad : scanned.bad_escapes) {
      Report(bad.begin, bad.end, TextId::kExprBadEscape,
             {std::string(text_.substr(bad.begin, bad.end - bad.begin))});
    }
    Emit(TokenKind::kString, begin).text = scanned.value;
  }

  // `content-type`, a selector that is no name.
  void Quoted() {
    const size_t begin = at_++;
    while (at_ < text_.size() && text_[at_] != '`' && text_[at_] != '\n') {
      const CodePoint point = DecodeAt(text_, at_);
      const bool legal = IsNameStart(point.value) || IsDigit(point.value) || point.value == '.' ||
                         point.value == '/' || point.value == ' ' || point.value == '-';
      if (!legal) break;
      at_ += static_cast<size_t>(point.length);
    }
    if (Peek() != '`' || at_ == begin + 1) {
      Report(begin, std::min(at_ + 1, text_.size()), TextId::kExprBadQuotedName);
      at_ = std::min(text_.find('`', at_), text_.size() - 1) + 1;
      return;
    }
    ++at_;
    Emit(TokenKind::kQuoted, begin).text = text_.substr(begin + 1, at_ - begin - 2);
  }

  const ExprText& source_;
  std::string_view text_;
  DiagnosticSink& sink_;
  size_t errors_before_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Lex(const ExprText& text, DiagnosticSink& sink) {
  return Lexer(text, sink).Run();
}

Span SpanOf(const ExprText& text, uint32_t begin, uint32_t end) {
  const auto at = [&](uint32_t i) {
    return text.offsets.empty() ? i : text.offsets[std::min<size_t>(i, text.offsets.size() - 1)];
  };
  // The byte after the last one may stand on a later line of the file; the last one does not.
  if (end <= begin) return {at(begin), at(begin)};
  return {at(begin), std::max(at(end - 1) + 1, std::min(at(end), at(end - 1) + 4))};
}

bool IsKeyword(std::string_view word) {
  return word == "true" || word == "false" || word == "null" || word == "in";
}

bool IsReserved(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "as",  "break", "const",     "continue", "else",   "for", "function", "if",   "import",
      "let", "loop",  "namespace", "package",  "return", "var", "void",     "while"};
  return std::binary_search(std::begin(kWords), std::end(kWords), word);
}

bool IsNameStart(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || IsChinese(c);
}

}  // namespace anjuan::expr
