// Families of text patterns (用语): what may be written in many ways, by one name.
//
//   says(text, FAMILY) -> bool   some pattern of the family is found in the text
//
// Shape:  pack.yaml, `families: {NAME: [PATTERN…]}`. Patterns are RE2, found anywhere in a text
// that
//         was levelled first: no white space, full-width forms as ASCII. So they are written
//         without blanks and with ASCII punctuation.
// Errors: a malformed pattern, with its place; in an expression a family that is none.
// Owns:   what its function reaches into; must outlive every program that calls it.
#pragma once

#include <deque>
#include <string>
#include <string_view>
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

  // Null where there is none of that name.
  const re2::RE2* Find(std::string_view family) const;

 private:
  std::vector<std::string> names_;
  std::vector<expr::PatternPtr> patterns_;  // all of a family as one; null where malformed
  expr::FunctionRow row_;
  expr::Function says_;
};

inline constexpr std::string_view kSays = "says";

// `text` without white space and with full-width forms as ASCII, into `out`, which holds
// text.size() bytes. Returns the bytes written.
size_t LevelText(std::string_view text, char* out);

}  // namespace anjuan
