#include "base/text.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/utf8.h"

using namespace anjuan;

namespace {

const std::vector<TextId> kAll = AllTexts();

// The arguments a pattern takes, as a string of digits.
std::set<char> ArgumentsOf(std::string_view pattern) {
  std::set<char> found;
  for (size_t i = 0; i + 2 < pattern.size(); ++i) {
    if (pattern[i] == '{' && pattern[i + 1] == '{') {
      ++i;
    } else if (pattern[i] == '{') {
      found.insert(pattern[i + 1]);
    }
  }
  return found;
}

// Han characters, and punctuation that Chinese has for itself.
bool IsChinese(char32_t c) {
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFF65);
}

bool HasChinese(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (IsChinese(c.value)) return true;
    i += static_cast<size_t>(c.length);
  }
  return false;
}

bool IsKebab(std::string_view name) {
  if (name.empty() || name.front() == '-' || name.back() == '-') return false;
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace

TEST_CASE("every row has a name, both languages, and as many arguments in both") {
  for (const TextId id : kAll) {
    CAPTURE(NameOf(id));
    CHECK(IsKebab(NameOf(id)));
    const std::string_view zh = PatternOf(id, Lang::kChinese);
    const std::string_view en = PatternOf(id, Lang::kEnglish);
    CHECK_FALSE(zh.empty());
    CHECK_FALSE(en.empty());
    CHECK(FindInvalidUtf8(zh) == std::string_view::npos);
    // What the YAML parser says is English, and left out of the Chinese sentence.
    if (id == TextId::kYamlSyntax) continue;
    CHECK(ArgumentsOf(zh).size() == ArgumentsOf(en).size());
  }
}

TEST_CASE(
    "the English has no Chinese in it, but for titles of laws and the character it is about") {
  const std::set<TextId> examples = {TextId::kYamlFullwidthColon, TextId::kLawTitle,
                                     TextId::kLawVersionOn, TextId::kLawArticlesOn,
                                     TextId::kLawRangeOf};
  for (const TextId id : kAll) {
    CAPTURE(NameOf(id));
    CHECK(HasChinese(PatternOf(id, Lang::kEnglish)) == examples.contains(id));
  }
}

TEST_CASE("arguments take their places in either language") {
  CHECK(Say(Lang::kEnglish, TextId::kDidYouMean, {"'date'"}) == "did you mean 'date'?");
  CHECK(Say(Lang::kChinese, TextId::kDidYouMean, {"'date'"}) == "是否想写 'date'?");
  const Text text{TextId::kYamlDuplicateKey, {"id", "2", "1"}};
  CHECK(Say(Lang::kEnglish, text) == "key 'id' stands twice, first at line 2, column 1");
  CHECK(Say(Lang::kChinese, text) == "键 'id' 重复,已在第 2 行第 1 列出现");
}

TEST_CASE("a name may stand for several sentences, and for none") {
  for (const TextId id : TextsNamed("unknown-field")) CHECK(NameOf(id) == "unknown-field");
  CHECK(TextsNamed("unknown-field").size() > 1);
  CHECK(TextsNamed("did-you-mean") == std::vector<TextId>{TextId::kDidYouMean});
  CHECK(TextsNamed("no such name").empty());
}

TEST_CASE("an argument is never read as a pattern") {
  CHECK(Say(Lang::kEnglish, TextId::kDidYouMean, {"{0} {{ }"}) == "did you mean {0} {{ }?");
}

TEST_CASE("a word of the catalogue comes out in the language of its sentence") {
  const std::string argument = "'a'" + Word(TextId::kOr) + "'b'";
  CHECK(Say(Lang::kEnglish, TextId::kDidYouMean, {argument}) == "did you mean 'a' or 'b'?");
  CHECK(Say(Lang::kChinese, TextId::kDidYouMean, {argument}) == "是否想写 'a' 或 'b'?");
}

TEST_CASE("marks of a word in a user's text do no harm") {
  for (const std::string text : {"\x1F", "\x1Fx\x1F",
                                 "\x1F"
                                 "999999\x1F",
                                 "\x1F\x1F",
                                 "a\x1F"
                                 "4"}) {
    CAPTURE(text);
    CHECK(Say(Lang::kEnglish, TextId::kDidYouMean, {text}) ==
          "did you mean " + std::string(text) + "?");
  }
}
