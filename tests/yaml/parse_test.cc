#include <doctest/doctest.h>

#include <string>

#include "yaml/yaml.h"
#include "yaml/yaml_text.h"

using namespace anjuan;
using namespace anjuan::yaml;

TEST_CASE("the tree is the text's") {
  struct Row {
    std::string name;
    std::string text;
    const char* want;
  };
  const Row rows[] = {
      {"nothing at all", "", "null"},
      {"comments only", "# 规则\n\n", "null"},
      {"a scalar", "案卷", "案卷"},
      {"a map", "id: P-1\n标题: 超期\n", "{id: P-1, 标题: 超期}"},
      {"keys keep their order", "b: 1\na: 2\n", "{b: 1, a: 2}"},
      {"a map in a map", "pack:\n  name: a\n  版本: \"1.0\"\nz: 1",
       "{pack: {name: a, 版本: \"1.0\"}, z: 1}"},
      {"a list, indented or not", "a:\n- x\n- y\nb:\n  - z\n", "{a: [x, y], b: [z]}"},
      {"a list of maps", "- id: 1\n  t: 2\n- id: 3\n", "[{id: 1, t: 2}, {id: 3}]"},
      {"lists in lists", "- - a\n  - b\n- []\n", "[[a, b], []]"},
      {"flow", "{a: [1, 二, 'x'], b: {}, c: {d: e}}", "{a: [1, 二, 'x'], b: {}, c: {d: e}}"},
      {"flow over lines", "a: [\n  1,\n  2,\n]\nb: 3", "{a: [1, 2], b: 3}"},
      {"a pair in a flow list is a map", "[a: b]", "[{a: b}]"},
      {"quoted keys", "'甲': 1\n\"乙\": 2", "{甲: 1, 乙: 2}"},
      {"explicit keys", "? a\n: b\n", "{a: b}"},
      {"single quotes", "a: 'it''s: # [x]'", "{a: 'it's: # [x]'}"},
      {"double quotes", R"(a: "\u7acb\x41\t\"\\")", "{a: \"立A\t\"\\\"}"},
      {"blanks at the ends of quotes stay", "a: ' x '\nb: \" y \"", "{a: ' x ', b: \" y \"}"},
      {"a quoted line feed at the end stays", R"(a: "x\n\n")", "{a: \"x\n\n\"}"},
      {"a literal block keeps its lines", "a: |\n  一\n    二\n\n  三\nb: 1",
       "{a: |一\n  二\n\n三\n, b: 1}"},
      {"stripped", "a: |-\n  x\n\nb: 1", "{a: |x, b: 1}"},
      {"kept", "a: |+\n  x\n\nb: 1", "{a: |x\n\n, b: 1}"},
      {"a literal block with its own indentation", "a: |2\n    x\n  y\n", "{a: |  x\ny\n}"},
      {"a literal block without a last line end", "a: |\n  x", "{a: |x}"},
      {"an empty literal block", "a: |\nb: 1", "{a: |, b: 1}"},
      {"a literal block in a list", "- |\n x\n- y", "[|x\n, y]"},
      {"a hash without a blank is text", "a: x#1", "{a: x#1}"},
      {"a comment ends a text", "a: x #1", "{a: x}"},
      {"a colon without a blank is text", "a: 9:30", "{a: 9:30}"},
      {"CR LF", "a: 1\r\nb: |\r\n  x\r\n  y\r\nc: [1,\r\n 2]\r\n", "{a: 1, b: |x\ny\n, c: [1, 2]}"},
      {"document marks", "---\na: 1\n...\n", "{a: 1}"},
      {"a version line", "%YAML 1.2\n---\na: 1\n", "{a: 1}"},
      {"empty values", "a:\nb: ~\nc: null\nd: ''\ne: [~, x]",
       "{a: null, b: null, c: null, d: '', e: [null, x]}"},
      {"other spellings of null are text", "a: Null\nb: NULL\nc: nil",
       "{a: Null, b: NULL, c: nil}"},
      {"null may be a key", "a:\nnull: 1\nb:\n~: 2", "{a: null, null: 1, b: null, ~: 2}"},
      {"an empty value before a key named null", "- a:\n  null: 1\n-\n- ~",
       "[{a: null, null: 1}, null, null]"},
      {"a merge key is a key", "<<: x", "{<<: x}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DiagnosticSink sink;
    const auto document = Parse(SourceOf(row.text), sink);
    REQUIRE(document.has_value());
    CHECK(Dump(document->root) == row.want);
    CHECK(Format(sink, Lang::kEnglish) == "");
  }
}

TEST_CASE("a full-width colon inside a text is no slip") {
  for (const std::string text :
       {"a: 依据：某法", "a: [说明：无]", "- 说明：无\n- 另：无", "a: '甲：乙'",
        "a: |\n  甲：乙\n  丙：丁\n", "甲：乙: x", "a:\n  '甲：乙'\n", "# 甲：乙\na: 1\n"}) {
    CAPTURE(text);
    DiagnosticSink sink;
    CHECK(Parse(SourceOf(text), sink).has_value());
    CHECK(Format(sink, Lang::kEnglish) == "");
  }
}

TEST_CASE("the span of a scalar is all that was written of it") {
  struct Row {
    std::string name;
    std::string text;
    const char* want;
    uint32_t line;
    uint32_t column;
  };
  const Row rows[] = {
      {"plain", "键: 值一 # c\n", "值一", 1, 4},
      {"plain behind full-width text", "案由名称: x", "x", 1, 7},
      {"single-quoted", "键: 'it''s' # c", "'it''s'", 1, 4},
      {"double-quoted", R"(键: "a\"b" )", R"("a\"b")", 1, 4},
      {"literal", "键: | # c\n  一\n  二\n\nb: 1", "| # c\n  一\n  二", 1, 4},
      {"literal, stripped, with CR LF", "键: |-\r\n  一\r\n  二\r\n\r\n", "|-\r\n  一\r\n  二", 1,
       4},
      {"literal at the end of the text", "键: |\n  一", "|\n  一", 1, 4},
      {"an empty literal", "键: |\nb: 1", "|", 1, 4},
      {"on the next line", "键:\n  值", "值", 2, 3},
      {"behind a tab", "键:\t值", "值", 1, 4},
      {"null as written", "键: ~", "~", 1, 4},
      {"nothing: the key and its colon", "键 :\nb: 1", "键 :", 1, 1},
      {"outside the basic plane", "𠮷: 𠮷x", "𠮷x", 1, 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DiagnosticSink sink;
    const SourcePtr source = SourceOf(row.text);
    const auto document = Parse(source, sink);
    REQUIRE(document.has_value());
    CHECK(Format(sink, Lang::kEnglish) == "");
    const Node& value = document->root.entries().front().value;
    CHECK(TextOf(*source, value.span()) == row.want);
    const Place place = source->PlaceOf(value.span().begin);
    CHECK(place.line == row.line);
    CHECK(place.column == row.column);
  }
}

TEST_CASE("the span of a map or list is its part of the line it begins on") {
  struct Row {
    std::string name;
    std::string text;  // the value of the first key is looked at
    const char* want;
  };
  const Row rows[] = {
      {"block map", "r:\n  a: 1 # c\n  b: 2\n", "a: 1"},
      {"block map that begins with a literal", "r:\n  a: |\n    x\n", "a: |"},
      {"block list", "r:\n  - x y\n  - z\n", "- x y"},
      {"block list with a map", "r:\n  - a: 1\n    b: 2\n", "- a: 1"},
      {"flow map", "r: {a: 1, b: [2, {c: 3}]} # c\n", "{a: 1, b: [2, {c: 3}]}"},
      {"flow list with a comma at the end", "r: [a, b, ]\n", "[a, b, ]"},
      {"empty flow", "r: [ ]\n", "[ ]"},
      {"flow over lines", "r: [a,\n  b]\n", "[a,"},
      {"brackets in quotes", "r: ['a]', \"]\"]\n", "['a]', \"]\"]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DiagnosticSink sink;
    const SourcePtr source = SourceOf(row.text);
    const auto document = Parse(source, sink);
    REQUIRE(document.has_value());
    CHECK(Format(sink, Lang::kEnglish) == "");
    CHECK(TextOf(*source, document->root.entries().front().value.span()) == row.want);
  }
}

TEST_CASE("key spans are what was written of the key") {
  DiagnosticSink sink;
  const SourcePtr source = SourceOf("'甲''': 1\n乙丙 : 2\n\"丁\\t\": {戊: 3}\n");
  const auto document = Parse(source, sink);
  REQUIRE(document.has_value());
  const auto& entries = document->root.entries();
  REQUIRE(entries.size() == 3);
  CHECK(TextOf(*source, entries[0].key_span) == "'甲'''");
  CHECK(entries[0].key == "甲'");
  CHECK(TextOf(*source, entries[1].key_span) == "乙丙");
  CHECK(TextOf(*source, entries[2].key_span) == "\"丁\\t\"");
  CHECK(TextOf(*source, entries[2].value.entries().front().key_span) == "戊");
}
