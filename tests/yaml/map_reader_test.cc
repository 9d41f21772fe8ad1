#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "yaml/yaml.h"
#include "yaml/yaml_text.h"

using namespace anjuan;
using namespace anjuan::yaml;

namespace {

// What is printed when `read` has read the map `text`.
std::string Printed(const std::string& text, const std::function<void(MapReader&)>& read,
                    Lang lang = Lang::kEnglish) {
  DiagnosticSink sink;
  const SourcePtr source = SourceOf(text);
  const auto document = Parse(source, sink);
  REQUIRE(document.has_value());
  MapReader reader(source, document->root, sink);
  read(reader);
  reader.Finish();
  return Format(sink, lang);
}

}  // namespace

TEST_CASE("values are read by key and kind") {
  const std::string text =
      "id: P-1\ncount: 010\nyes: true\nno: false\nn: -5\nlist: [甲, 1, 'x']\nmap: {a: 1}\nany: ~\n";
  const std::string printed = Printed(text, [](MapReader& reader) {
    CHECK(reader.Text("id", MapReader::kNeeded) == "P-1");
    CHECK(reader.Text("count") == "010");
    CHECK(reader.Bool("yes", false));
    CHECK_FALSE(reader.Bool("no", true));
    CHECK(reader.Int("n", 0) == -5);
    CHECK(reader.Texts("list") == std::vector<std::string>{"甲", "1", "x"});
    REQUIRE(reader.Map("map") != nullptr);
    CHECK(reader.Map("map")->Find("a")->AsInt() == 1);
    REQUIRE(reader.Any("any") != nullptr);
    CHECK(reader.Any("any")->is_null());
    CHECK(reader.Scalar("id")->text() == "P-1");
  });
  CHECK(printed == "");
}

TEST_CASE("what is absent is what the caller says, and no mistake unless needed") {
  const std::string printed = Printed("a: 1\n", [](MapReader& reader) {
    reader.Known("a");
    CHECK(reader.Text("t") == "");
    CHECK(reader.Bool("b", true));
    CHECK(reader.Int("i", 42) == 42);
    CHECK(reader.Texts("l").empty());
    CHECK(reader.Map("m") == nullptr);
    CHECK(reader.List("l") == nullptr);
    CHECK(reader.Any("x") == nullptr);
  });
  CHECK(printed == "");
}

TEST_CASE("an unknown key is shown with what was meant") {
  const auto read = [](MapReader& reader) {
    for (const char* const key : {"id", "title", "titles", "严重程度"}) reader.Known(key);
  };
  CHECK(Printed("id: 1\ntitel: 超期\n严重程渡: x\ntitles: 2\nfoo: 3\n", read) ==
        "t.yaml:2:1: error: unknown key 'titel' [unknown-key]\n"
        " 2 | titel: 超期\n"
        "   | ^~~~~\n"
        "help: did you mean 'title'?\n"
        "t.yaml:3:1: error: unknown key '严重程渡' [unknown-key]\n"
        " 3 | 严重程渡: x\n"
        "   | ^~~~~~~~\n"
        "help: did you mean '严重程度'?\n"
        "t.yaml:5:1: error: unknown key 'foo' [unknown-key]\n"
        " 5 | foo: 3\n"
        "   | ^~~\n");
  CHECK(Printed("titel: 超期\n", read, Lang::kChinese) ==
        "t.yaml:1:1: 错误: 未知的键 'titel' [unknown-key]\n"
        " 1 | titel: 超期\n"
        "   | ^~~~~\n"
        "提示: 是否想写 'title'?\n");
}

TEST_CASE("a needed key that is missing is missed where the map begins") {
  const auto read = [](MapReader& reader) {
    reader.Known("a");
    reader.Text("id", MapReader::kNeeded);
    reader.List("tests", MapReader::kNeeded);
  };
  CHECK(Printed("# 规则\na: 案 # c\n", read) ==
        "t.yaml:2:1: error: key 'id' is missing [missing-key]\n"
        " 2 | a: 案 # c\n"
        "   | ^~~~~\n"
        "t.yaml:2:1: error: key 'tests' is missing [missing-key]\n"
        " 2 | a: 案 # c\n"
        "   | ^~~~~\n");
}

TEST_CASE("a value of the wrong kind is shown once, with what is wanted and what is there") {
  struct Row {
    std::string name;
    std::string text;
    std::function<void(MapReader&)> read;
    const char* want;
  };
  const Row rows[] = {
      {"a list for a text", "k: [a]\n", [](MapReader& r) { r.Text("k", MapReader::kNeeded); },
       "t.yaml:1:4: error: 'k' must be a single value, not a list [wrong-kind]\n"
       " 1 | k: [a]\n"
       "   |    ^~~\n"},
      {"a text for a map", "键: 值\n", [](MapReader& r) { r.Map("键"); },
       "t.yaml:1:4: error: '键' must be a map (key: value), not '值' [wrong-kind]\n"
       " 1 | 键: 值\n"
       "   |     ^~\n"},
      {"a long text for a list", "k: 一二三四五六七八九十一二三四五六七八九十一二三四五\n",
       [](MapReader& r) { r.Texts("k"); },
       "t.yaml:1:4: error: 'k' must be a list, not a single value [wrong-kind]\n"
       " 1 | k: 一二三四五六七八九十一二三四五六七八九十一二三四五\n"
       "   |    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
      {"nothing for a text", "k:\n", [](MapReader& r) { r.Text("k"); },
       "t.yaml:1:1: error: 'k' must be a single value, not nothing [wrong-kind]\n"
       " 1 | k:\n"
       "   | ^~\n"},
      {"yes for a bool", "k: yes\n", [](MapReader& r) { CHECK(r.Bool("k", true)); },
       "t.yaml:1:4: error: 'k' must be true or false, not 'yes' [wrong-kind]\n"
       " 1 | k: yes\n"
       "   |    ^~~\n"},
      {"an octal for an integer", "k: 010\n", [](MapReader& r) { CHECK(r.Int("k", 3) == 3); },
       "t.yaml:1:4: error: 'k' must be a decimal integer, not '010' [wrong-kind]\n"
       " 1 | k: 010\n"
       "   |    ^~~\n"},
      {"a map among texts", "k:\n  - a\n  - {b: 1}\n", [](MapReader& r) { r.Texts("k"); },
       "t.yaml:3:5: error: a single value is wanted here, not a map (key: value) "
       "[wrong-kind-here]\n"
       " 3 |   - {b: 1}\n"
       "   |     ^~~~~~\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Printed(row.text, row.read) == row.want);
  }
  CHECK(Printed(
            "k: 是\n", [](MapReader& r) { r.Bool("k", true); }, Lang::kChinese) ==
        "t.yaml:1:4: 错误: 'k' 应为 true 或 false,而这里是 '是' [wrong-kind]\n"
        " 1 | k: 是\n"
        "   |    ^~\n");
}

TEST_CASE("of what is no map one thing is said, and everything in it is absent") {
  struct Row {
    std::string name;
    std::string text;
    const char* want;
  };
  const Row rows[] = {
      {"a list", "- a\n",
       "t.yaml:1:1: error: a map (key: value) is wanted here, not a list [wrong-kind-here]\n"
       " 1 | - a\n"
       "   | ^~~\n"},
      {"an empty file", "",
       "t.yaml:1:1: error: a map (key: value) is wanted here, not nothing [wrong-kind-here]\n"
       " 1 |\n"
       "   | ^\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Printed(row.text, [](MapReader& reader) {
            CHECK(reader.Text("id", MapReader::kNeeded) == "");
            CHECK(reader.Int("n", 7, MapReader::kNeeded) == 7);
          }) == row.want);
  }
}

TEST_CASE("of an alias nothing more is said than that it is refused") {
  DiagnosticSink sink;
  const SourcePtr source = SourceOf("a: &x {b: 1}\nk: *x\nl: [*x]\n");
  const auto document = Parse(source, sink);
  REQUIRE(document.has_value());
  const size_t errors = sink.error_count();
  MapReader reader(source, document->root, sink);
  reader.Known("a");
  CHECK(reader.Map("k", MapReader::kNeeded) == nullptr);
  CHECK(reader.Texts("l").empty());
  reader.Finish();
  MapReader inner(source, *document->root.Find("k"), sink);
  inner.Text("z", MapReader::kNeeded);
  inner.Finish();
  CHECK(sink.error_count() == errors);
}
