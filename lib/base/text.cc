#include "base/text.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstddef>

namespace anjuan {
namespace {

struct Row {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

#define ANJUAN_TEXT(id, name, zh, en) {name, zh, en},
constexpr Row kCore[] = {
#include "base/texts/core.inc"
};
constexpr Row kReport[] = {
#include "base/texts/report.inc"
};
constexpr Row kPage[] = {
#include "base/texts/page.inc"
};
constexpr Row kSurvey[] = {
#include "base/texts/survey.inc"
};
constexpr Row kGate[] = {
#include "base/texts/gate.inc"
};
#undef ANJUAN_TEXT

// By TextArea.
constexpr std::span<const Row> kAreas[] = {kCore, kReport, kPage, kSurvey, kGate};

const Row* FindRow(size_t id) {
  const size_t area = id / kTextAreaSize;
  const size_t row = id % kTextAreaSize;
  return area < std::size(kAreas) && row < kAreas[area].size() ? &kAreas[area][row] : nullptr;
}

const Row& RowOf(TextId id) {
  const Row* const row = FindRow(static_cast<size_t>(id));
  assert(row != nullptr);
  return *row;
}

// Stands before and after the number of a row inside an argument. Texts of users may hold it as
// well: what is between is then at worst a row's words, never anything else.
constexpr char kWordMark = '\x1F';

void AppendArgument(std::string_view argument, Lang lang, std::string& out) {
  size_t at = 0;
  for (size_t mark; (mark = argument.find(kWordMark, at)) != std::string_view::npos;) {
    out.append(argument.substr(at, mark - at));
    const size_t end = argument.find(kWordMark, mark + 1);
    size_t row = 0;
    const char* const first = argument.data() + mark + 1;
    const char* const last = argument.data() + std::min(end, argument.size());
    const bool is_row = end != std::string_view::npos && first != last &&
                        std::from_chars(first, last, row).ptr == last && FindRow(row) != nullptr;
    if (is_row) {
      out.append(PatternOf(static_cast<TextId>(row), lang));
      at = end + 1;
    } else {
      out.push_back(kWordMark);
      at = mark + 1;
    }
  }
  out.append(argument.substr(at));
}

template <typename Args>
std::string Fill(std::string_view pattern, Lang lang, const Args& args) {
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
      if (n < std::size(args)) AppendArgument(begin[n], lang, out);
      i += 2;
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

std::string Word(TextId id) {
  return kWordMark + std::to_string(static_cast<size_t>(id)) + kWordMark;
}

std::string_view NameOf(TextId id) { return RowOf(id).name; }

std::string_view PatternOf(TextId id, Lang lang) {
  return lang == Lang::kChinese ? RowOf(id).zh : RowOf(id).en;
}

std::vector<TextId> AllTexts() {
  std::vector<TextId> ids;
  for (size_t area = 0; area < std::size(kAreas); ++area) {
    for (size_t row = 0; row < kAreas[area].size(); ++row) {
      ids.push_back(TextIn(static_cast<TextArea>(area), static_cast<int>(row)));
    }
  }
  return ids;
}

std::vector<TextId> TextsNamed(std::string_view name) {
  std::vector<TextId> ids = AllTexts();
  std::erase_if(ids, [&](TextId id) { return NameOf(id) != name; });
  return ids;
}

std::string Say(Lang lang, TextId id, std::span<const std::string> args) {
  return Fill(PatternOf(id, lang), lang, args);
}

std::string Say(Lang lang, TextId id, std::initializer_list<std::string_view> args) {
  return Fill(PatternOf(id, lang), lang, args);
}

std::string Say(Lang lang, const Text& text) { return Say(lang, text.id, text.args); }

}  // namespace anjuan
