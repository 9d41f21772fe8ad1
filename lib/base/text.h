// What the program says, in Chinese or English.
//
// Shape: every sentence, word and heading a user can see is one row of a file in texts/: an id,
//        its kebab-case name (the stable id of a diagnostic), the Chinese and the English pattern.
//        A pattern takes arguments as {0}, {1} …; "{{" is a brace.
// Files: texts/core.inc is TextId; what only one part of the program says stands in an area of its
//        own (texts/page.inc, named by texts/page.h), so that a new word there rebuilds that part.
// Never: looks at the locale; the language is an option (--lang).
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan {

enum class Lang { kChinese, kEnglish };

enum class TextId : int {
#define ANJUAN_TEXT(id, name, zh, en) id,
#include "base/texts/core.inc"
#undef ANJUAN_TEXT
};

enum class TextArea { kCore, kReport, kPage, kSurvey, kGate };
inline constexpr int kTextAreaSize = 10'000;  // ids that an area has room for

constexpr TextId TextIn(TextArea area, int row) {
  return static_cast<TextId>(static_cast<int>(area) * kTextAreaSize + row);
}

// A sentence that is not yet in any language: kept by diagnostics until they are printed.
struct Text {
  TextId id;
  std::vector<std::string> args;
};

// A row of texts/ as an argument of another: it comes out in the language of the sentence it
// stands in. (An argument is fixed when a mistake is noted, the language when it is printed.)
std::string Word(TextId id);

std::string_view NameOf(TextId id);                // "unknown-field"
std::string_view PatternOf(TextId id, Lang lang);  // as in texts/
std::vector<TextId> TextsNamed(std::string_view name);
std::vector<TextId> AllTexts();
std::string Say(Lang lang, TextId id, std::span<const std::string> args);
std::string Say(Lang lang, TextId id, std::initializer_list<std::string_view> args = {});
std::string Say(Lang lang, const Text& text);

}  // namespace anjuan
