#include "expr/cel_outside.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace anjuan::expr {
namespace {

// Read without the project's own lexer: what is measured does not judge itself.
struct Piece {
  enum Kind { kName, kNumber, kString, kSymbol } kind = kSymbol;
  std::string_view text;  // of a string: between its quotes
  bool bytes = false;
};

bool IsWordByte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}

bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Piece> Run() {
    while (at_ < text_.size()) Next();
    return std::move(pieces_);
  }

 private:
  char Peek(size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void Next() {
    const char c = text_[at_];
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      ++at_;
    } else if (text_.substr(at_, 2) == "//") {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (IsDigit(c) || (c == '.' && IsDigit(Peek(1)))) {
      Number();
    } else if (c == '`') {
      // A selector: no word of the language.
      const size_t begin = at_;
      at_ = std::min(text_.find('`', at_ + 1), text_.size() - 1) + 1;
      Add(Piece::kSymbol, begin, at_);
    } else if (!String()) {
      const size_t begin = at_;
      while (at_ < text_.size() && IsWordByte(text_[at_])) ++at_;
      const bool name = at_ > begin;
      if (!name) ++at_;
      Add(name ? Piece::kName : Piece::kSymbol, begin, at_);
    }
  }

  void Number() {
    const size_t begin = at_;
    const bool hex = Peek(0) == '0' && (Peek(1) | 0x20) == 'x';
    while (at_ < text_.size()) {
      const char before = at_ > begin ? text_[at_ - 1] : '\0';
      const bool sign = (Peek(0) == '+' || Peek(0) == '-') && !hex && (before | 0x20) == 'e';
      const bool dot = Peek(0) == '.' && IsDigit(Peek(1));
      if (!IsWordByte(Peek(0)) && !sign && !dot) break;
      ++at_;
    }
    Add(Piece::kNumber, begin, at_);
  }

  bool String() {
    size_t letters = 0;
    bool raw = false;
    bool bytes = false;
    for (; letters < 2; ++letters) {
      const char c = static_cast<char>(Peek(letters) | 0x20);
      if (c != 'r' && c != 'b') break;
      raw |= c == 'r';
      bytes |= c == 'b';
    }
    const char quote = Peek(letters);
    if (quote != '\'' && quote != '"') return false;
    at_ += letters;
    const std::string triple(3, quote);
    const std::string_view close =
        text_.substr(at_, 3) == triple ? std::string_view(triple) : text_.substr(at_, 1);
    at_ += close.size();
    const size_t begin = at_;
    while (at_ < text_.size() && text_.substr(at_, close.size()) != close) {
      at_ += text_[at_] == '\\' && !raw ? 2 : 1;
    }
    at_ = std::min(at_, text_.size());
    Add(Piece::kString, begin, at_);
    pieces_.back().bytes = bytes;
    at_ = std::min(at_ + close.size(), text_.size());
    return true;
  }

  void Add(Piece::Kind kind, size_t begin, size_t end) {
    pieces_.push_back({kind, text_.substr(begin, end - begin), false});
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<Piece> pieces_;
};

template <size_t N>
bool IsOneOf(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr std::string_view kLeftOutCalls[] = {"format", "quote", "transformMap",
                                              "transformMapEntry"};
constexpr std::string_view kLeftOutSpaces[] = {"math", "base64", "optional", "strings"};
constexpr std::string_view kTypeNames[] = {"int",  "uint", "double", "bool",      "string", "bytes",
                                           "list", "map",  "type",   "null_type", "dyn"};
constexpr std::string_view kZones[] = {"UTC", "Z", "Asia/Shanghai"};

// +08:00, -02:30, 02:00
bool IsOffset(std::string_view zone) {
  if (zone.starts_with('+') || zone.starts_with('-')) zone.remove_prefix(1);
  return zone.size() == 5 && IsDigit(zone[0]) && IsDigit(zone[1]) && zone[2] == ':' &&
         IsDigit(zone[3]) && IsDigit(zone[4]);
}

class Contents {
 public:
  explicit Contents(const CelTest& test) : test_(test), pieces_(Reader(test.expr).Run()) {}

  bool HasLeftOut() const {
    return Any([&](size_t i) {
      if (!IsName(i)) return false;
      if (IsOneOf(Text(i), kLeftOutCalls) && Text(i + 1) == "(") return true;
      return IsOneOf(Text(i), kLeftOutSpaces) && Text(i + 1) == "." && !IsDeclared(Text(i));
    });
  }

  bool HasUint() const {
    return Any([&](size_t i) {
             if (pieces_[i].kind == Piece::kNumber) return (pieces_[i].text.back() | 0x20) == 'u';
             return IsTypeName(i, "uint");
           }) ||
           Holds("uint");
  }

  bool HasDyn() const {
    return Any([&](size_t i) { return IsTypeName(i, "dyn"); }) || Holds("dyn");
  }

  bool HasNull() const {
    return Any([&](size_t i) { return IsName(i) && Text(i) == "null"; }) || Holds("null") ||
           Holds("null_type");
  }

  // type(x), or the name of a type that is no call.
  bool HasTypeValue() const {
    return Any([&](size_t i) {
             if (!IsName(i)) return false;
             if (Text(i) == "type" && Text(i + 1) == "(") return true;
             if (Text(i) == "google" && Text(i + 2) == "protobuf") return true;
             return IsOneOf(Text(i), kTypeNames) && Text(i + 1) != "(" && !IsDeclared(Text(i));
           }) ||
           Holds("type");
  }

  bool HasBytes() const {
    return Any([&](size_t i) { return pieces_[i].bytes || IsTypeName(i, "bytes"); }) ||
           Holds("bytes");
  }

  // .getHours('US/Central'): the zone of a getter, by a name that the language does not know.
  bool HasZone() const {
    return Any([&](size_t i) {
      if (pieces_[i].kind != Piece::kString || i < 3 || Text(i - 1) != "(") return false;
      const std::string_view zone = Text(i);
      return Text(i - 2).starts_with("get") && Text(i - 3) == "." && !IsOneOf(zone, kZones) &&
             !IsOffset(zone);
    });
  }

 private:
  std::string_view Text(size_t i) const { return i < pieces_.size() ? pieces_[i].text : ""; }

  // A name that is no selector.
  bool IsName(size_t i) const {
    const bool after_dot = i > 0 && pieces_[i - 1].kind == Piece::kSymbol && Text(i - 1) == ".";
    // x.format(…): a receiver's function is told by the bracket behind it.
    return pieces_[i].kind == Piece::kName && (!after_dot || Text(i + 1) == "(");
  }

  bool IsTypeName(size_t i, std::string_view type) const {
    return IsName(i) && Text(i) == type && !IsDeclared(type);
  }

  bool IsDeclared(std::string_view word) const {
    return std::any_of(test_.names.begin(), test_.names.end(),
                       [&](const CelName& name) { return name.name == word; });
  }

  template <typename F>
  bool Any(F&& found) const {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (found(i)) return true;
    }
    return false;
  }

  // The environment, or the value or type that is wanted. A dyn inside a wanted type says that any
  // will do: no value of it is asked for.
  bool Holds(std::string_view type) const {
    if (test_.wanted && HoldsType(*test_.wanted, type)) return true;
    if (type != "dyn" && Mentions(test_.wanted_type, type)) return true;
    return std::any_of(test_.names.begin(), test_.names.end(), [&](const CelName& name) {
      return Mentions(name.type, type) || (name.value && HoldsType(*name.value, type)) ||
             std::any_of(name.signatures.begin(), name.signatures.end(),
                         [&](const std::string& text) { return Mentions(text, type); });
    });
  }

  static bool HoldsType(const CelValue& value, std::string_view type) {
    return value.type == type ||
           std::any_of(value.items.begin(), value.items.end(),
                       [&](const CelValue& item) { return HoldsType(item, type); });
  }

  // As a word of a type or signature: list(uint), fn('T, uint) -> bool.
  static bool Mentions(std::string_view text, std::string_view type) {
    while (!text.empty()) {
      const auto* const end = std::find_if_not(text.begin(), text.end(), IsWordByte);
      const auto size = static_cast<size_t>(end - text.begin());
      if (text.substr(0, size) == type) return true;
      text.remove_prefix(std::min(size + 1, text.size()));
    }
    return false;
  }

  const CelTest& test_;
  std::vector<Piece> pieces_;
};

}  // namespace

bool NeedsContainer(const CelTest& test) {
  const std::string prefix = test.container + ".";
  return std::any_of(test.names.begin(), test.names.end(), [&](const CelName& name) {
    return !test.container.empty() && name.name.starts_with(prefix);
  });
}

std::string_view ThingOutside(const CelTest& test) {
  const Contents contents(test);
  if (contents.HasLeftOut()) return "left-out";
  if (contents.HasUint()) return "uint";
  if (contents.HasDyn()) return "dyn";
  if (contents.HasNull()) return "null";
  if (contents.HasTypeValue()) return "type-value";
  if (contents.HasBytes()) return "bytes";
  if (contents.HasZone()) return "zone";
  return "";
}

}  // namespace anjuan::expr
