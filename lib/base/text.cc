#include "base/text.h"

#include <cassert>
#include <cstddef>

namespace anjuan {
namespace {

struct Row {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

constexpr Row kRows[] = {
#define ANJUAN_TEXT(id, name, zh, en) {name, zh, en},
#include "base/texts.inc"
#undef ANJUAN_TEXT
};

const Row& RowOf(TextId id) { return kRows[static_cast<size_t>(id)]; }

template <typename Args>
std::string Fill(std::string_view pattern, const Args& args) {
  std::string out;
  out.reserve(pattern.size() + 32);
  const auto* const begin = std::data(args);
  for (size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if ((c == '{' || c == '}') && i + 1 < pattern.size() && pattern[i + 1] == c) {
      out.push_back(c);
      ++i;
    } else if (c == '{') {
      assert(i + 2 < pattern.size() && pattern[i + 2] == '}');
      const size_t n = static_cast<size_t>(pattern[i + 1] - '0');
      if (n < std::size(args)) out.append(begin[n]);
      i += 2;
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

std::string_view NameOf(TextId id) { return RowOf(id).name; }

std::string_view PatternOf(TextId id, Lang lang) {
  return lang == Lang::kChinese ? RowOf(id).zh : RowOf(id).en;
}

std::string Say(Lang lang, TextId id, std::span<const std::string> args) {
  return Fill(PatternOf(id, lang), args);
}

std::string Say(Lang lang, TextId id, std::initializer_list<std::string_view> args) {
  return Fill(PatternOf(id, lang), args);
}

std::string Say(Lang lang, const Text& text) { return Fill(PatternOf(text.id, lang), text.args); }

}  // namespace anjuan
