#include <doctest/doctest.h>

#include <string>

#include "yaml/yaml.h"
#include "yaml/yaml_text.h"

using namespace anjuan;
using namespace anjuan::yaml;

namespace {

struct Outcome {
  bool tree;
  std::string printed;
};

Outcome Try(std::string text, const Limits& limits = {}) {
  DiagnosticSink sink;
  const bool tree = Parse(SourceOf(std::move(text)), sink, limits).has_value();
  return {tree, Format(sink, Lang::kEnglish)};
}

std::string Repeat(const std::string& what, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += what;
  return out;
}

}  // namespace

TEST_CASE("one mebibyte may be read, a byte more may not") {
  const std::string head = "a: 1\n#";
  const std::string fits = head + std::string((1 << 20) - head.size(), 'x');
  CHECK(Try(fits).tree);
  CHECK(Try(fits).printed == "");
  const Outcome over = Try(fits + "x");
  CHECK_FALSE(over.tree);
  CHECK(over.printed ==
        "t.yaml:1:1: error: the file has 1048577 bytes, the limit is 1048576 [yaml-too-large]\n"
        " 1 | a: 1\n"
        "   | ^\n");
}

TEST_CASE("64 levels may be nested, 65 may not, whatever they are made of") {
  struct Row {
    std::string name;
    std::string open;
    std::string close;
  };
  for (const Row& row :
       {Row{"flow lists", "[", "]"}, Row{"flow maps", "{a: ", "}"}, Row{"block lists", "- ", ""}}) {
    CAPTURE(row.name);
    const auto nested = [&](size_t levels) {
      return Repeat(row.open, levels) + "x" + Repeat(row.close, levels) + "\n";
    };
    CHECK(Try(nested(64)).tree);
    CHECK(Try(nested(64)).printed == "");
    const Outcome over = Try(nested(65));
    CHECK_FALSE(over.tree);
    CHECK(over.printed.find("error: nested more than 64 levels deep [yaml-too-deep]") !=
          std::string::npos);
    // Far past the parser's own limit the answer is the same.
    CHECK(Try(nested(5000)).printed.find("[yaml-too-deep]") != std::string::npos);
  }
  const Outcome over = Try("[[[x]]]", {.depth = 2});
  CHECK(over.printed ==
        "t.yaml:1:3: error: nested more than 2 levels deep [yaml-too-deep]\n"
        " 1 | [[[x]]]\n"
        "   |   ^\n");
}

TEST_CASE("as many keys and values as the limit, not one more") {
  const std::string items = Repeat("- x\n", 199'999);  // and the list itself
  CHECK(Try(items).tree);
  const Outcome over = Try(items + "- y\n");
  CHECK_FALSE(over.tree);
  CHECK(over.printed ==
        "t.yaml:200000:3: error: more than 200000 keys and values in the file "
        "[yaml-too-many-nodes]\n"
        " 200000 | - y\n"
        "        |   ^\n");
  CHECK(Try("{a: 1, b: 2}", {.nodes = 5}).tree);
  CHECK_FALSE(Try("{a: 1, b: 2}", {.nodes = 4}).tree);
}

TEST_CASE("of very many mistakes the first hundred are shown") {
  const Outcome all = Try("a: 0\n" + Repeat("a: 1\n", 100));
  CHECK(all.tree);
  CHECK(all.printed.find("too-many-mistakes") == std::string::npos);
  const Outcome over = Try("a: 0\n" + Repeat("a: 1\n", 101));
  CHECK_FALSE(over.tree);
  CHECK(over.printed.ends_with(
      "t.yaml:102:1: error: 100 mistakes so far; the rest is not shown [yaml-too-many-mistakes]\n"
      " 102 | a: 1\n"
      "     | ^\n"));
}

TEST_CASE("hostile texts take no more than moments") {
  struct Row {
    std::string name;
    std::string text;
  };
  const size_t mebibyte = 1 << 20;
  const Row rows[] = {
      {"opening brackets", std::string(mebibyte, '[')},
      {"opening braces", std::string(mebibyte, '{')},
      {"dashes", Repeat("- ", mebibyte / 2)},
      {"questions", Repeat("? ", mebibyte / 2)},
      {"colons", Repeat(": ", mebibyte / 2)},
      {"a long line of flow", "[" + Repeat("[],", 60'000) + "]"},
      {"keys on one line", "{" + Repeat("a: 1, ", 60'000) + "}"},
      {"full-width slips", Repeat("名称：x\n", 60'000)},
      {"an alias bomb", "a: &a [x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n"},
      {"quotes", std::string(mebibyte, '"')},
      {"tags", Repeat("!", mebibyte)},
      {"anchors", Repeat("&a ", mebibyte / 3)},
      {"comments", Repeat("#\n", mebibyte / 2)},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Try(row.text);  // ctest's time limit is the judge
  }
}
