// Families of text patterns (用语): what may be written in many ways, by one name.
//
//   says(text, FAMILY) -> bool   some pattern of the family is found in the text
//
// Shape:  pack.yaml, `families: {NAME: [PATTERN…]}`. Patterns are RE2, found anywhere in a text
// that
//         was levelled first: no white space, full-width forms as ASCII. So they are written
//         without blanks and with ASCII punctuation.
// Errors: a malformed pattern, with its place; in an expression a family that is none.
// Cost:   compiling patterns is most of what loading a pack would cost, so those of shipped packs,
//         which `rules lint` compiles, wait until a text is first searched.
// Owns:   what its function reaches into; must outlive every program that calls it. Shared by all
//         workers.
#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "expr/functions.h"
#include "expr/patterns.h"
#include "pack/pack.h"

namespace anjuan {

class TextFamilies {
 public:
  TextFamilies(const std::vector<TextFamily>& families, DiagnosticSink& sink);
  TextFamilies(const TextFamilies&) = delete;
  TextFamilies& operator=(const TextFamilies&) = delete;

  const expr::Function& says() const { return says_; }

  // Null where there is none of that name, or it is malformed.
  const re2::RE2* Find(std::string_view family) const;

  // Compiles what was put off; malformed patterns go to the sink.
  void CompileAll(DiagnosticSink& sink) const;

 private:
  struct Compiled {
    TextFamily family;
    mutable std::once_flag once;
    mutable expr::PatternPtr pattern;  // all of the family as one
  };
  static void Compile(const Compiled& compiled, DiagnosticSink& sink);

  std::deque<Compiled> families_;
  std::unordered_map<std::string_view, const Compiled*> by_name_;
  std::vector<std::string> names_;
  expr::FunctionRow row_;
  expr::Function says_;
};

inline constexpr std::string_view kSays = "says";

// `text` without white space and with full-width forms as ASCII, into `out`, which holds
// text.size() bytes. Returns the bytes written.
size_t LevelText(std::string_view text, char* out);

}  // namespace anjuan
