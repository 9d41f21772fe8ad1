#include "base/wrap.h"

#include "base/display_width.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr std::u32string_view kClosing = U",.;:!?)]}%，。；：！？、）】》〉」』”’…%";
constexpr std::u32string_view kOpening = U"([{（【《〈「『“‘〔";

bool IsOneOf(std::u32string_view marks, char32_t c) {
  return marks.find(c) != std::u32string_view::npos;
}

// A line may end between two characters where either is wide, or after a space.
bool MayBreak(char32_t before, char32_t after) {
  if (before == U' ') return true;
  if (after == U' ' || IsOneOf(kClosing, after) || IsOneOf(kOpening, before)) return false;
  return DisplayWidth(before) == 2 || DisplayWidth(after) == 2 || before == U';' || before == U'；';
}

}  // namespace

void AppendWrapped(std::string_view text, size_t column, size_t indent, size_t width,
                   std::string& out) {
  if (width == 0 || width <= indent) {
    out.append(text);
    return;
  }
  size_t piece = 0;        // where what may not be broken begins
  size_t piece_cells = 0;  // of it, so far
  char32_t before = 0;
  const auto put = [&](size_t end) {
    std::string_view part = text.substr(piece, end - piece);
    size_t visible = piece_cells;
    while (part.ends_with(' ') && end < text.size()) {  // the space that the line may end in
      part.remove_suffix(1);
      --visible;
    }
    if (column + visible > width && column > indent) {
      while (out.ends_with(' ')) out.pop_back();
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    }
    out.append(text.substr(piece, end - piece));
    column += piece_cells;
    piece = end;
    piece_cells = 0;
  };
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (i > piece && MayBreak(before, c.value)) put(i);
    piece_cells += static_cast<size_t>(DisplayWidth(c.value));
    before = c.value;
    i += static_cast<size_t>(c.length);
  }
  put(text.size());
}

}  // namespace anjuan
