// How the text report looks: signs, words and colours, and lines that fit the terminal.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "report/writer.h"

namespace anjuan {

inline constexpr std::string_view kBold = "\x1b[1m";
inline constexpr std::string_view kDim = "\x1b[2m";
inline constexpr std::string_view kGreen = "\x1b[32m";

// Of a severity; the sign and SeverityWord say what the colour says.
struct SeverityLook {
  std::string_view sign;
  std::string_view color;
};
const SeverityLook& LookOf(Severity severity);
inline constexpr std::string_view kUnknownSign = "?";
inline constexpr std::string_view kUnknownColor = "\x1b[35m";

// Text of others, safe for a terminal; a line end in it is one space.
std::string OnOneLine(std::string_view text);

class TextLook {
 public:
  explicit TextLook(const RunInfo& info)
      : lang_(info.lang), color_(info.color), width_(info.width) {}

  Lang lang() const { return lang_; }
  size_t width() const { return width_; }

  std::string Words(TextId id, std::initializer_list<std::string_view> args = {}) const {
    return Say(lang_, id, args);
  }
  std::string Paint(std::string_view color, std::string text) const;
  // A line of text behind `indent` spaces, going on behind as many and those of its `label`.
  void Line(size_t indent, std::string_view label, std::string_view text, std::string& out) const;
  // `text` in a colour ("": none) and a line end, behind so many cells; going on behind `indent`.
  void Rest(size_t column, size_t indent, std::string_view color, std::string_view text,
            std::string& out) const;

 private:
  Lang lang_;
  bool color_;
  size_t width_;
};

}  // namespace anjuan
