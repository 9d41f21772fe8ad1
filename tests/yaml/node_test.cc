#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "yaml/yaml.h"
#include "yaml/yaml_text.h"

using namespace anjuan;
using namespace anjuan::yaml;

namespace {

// The value of the only key of `text`.
Node ValueOf(const SourcePtr& source) {
  DiagnosticSink sink;
  auto document = Parse(source, sink);
  REQUIRE(document.has_value());
  REQUIRE(Format(sink, Lang::kEnglish) == "");
  REQUIRE(document->root.entries().size() == 1);
  return document->root.entries().front().value;
}

Node ValueOf(const std::string& text) { return ValueOf(SourceOf("k: " + text)); }

}  // namespace

TEST_CASE("only true and false are booleans") {
  CHECK(ValueOf("true").AsBool() == true);
  CHECK(ValueOf("false").AsBool() == false);
  for (const std::string text : {"True", "TRUE", "yes", "no", "on", "off", "y", "是", "1", "'true'",
                                 "\"false\"", "|\n  true", "[true]", "null"}) {
    CAPTURE(text);
    CHECK_FALSE(ValueOf(text).AsBool().has_value());
  }
}

TEST_CASE("only plain decimal integers without leading zeros are integers") {
  struct Row {
    std::string text;
    std::optional<int64_t> want;
  };
  const Row rows[] = {
      {"0", 0},
      {"7", 7},
      {"-12", -12},
      {"9223372036854775807", INT64_MAX},
      {"-9223372036854775808", INT64_MIN},
      {"9223372036854775808", std::nullopt},
      {"-9223372036854775809", std::nullopt},
      {"010", std::nullopt},
      {"00", std::nullopt},
      {"-01", std::nullopt},
      {"+1", std::nullopt},
      {"--1", std::nullopt},
      {"0x1F", std::nullopt},
      {"0o17", std::nullopt},
      {"1_000", std::nullopt},
      {"1.0", std::nullopt},
      {"1e3", std::nullopt},
      {"1 2", std::nullopt},
      {"１２", std::nullopt},
      {"'7'", std::nullopt},
      {"\"7\"", std::nullopt},
      {"|\n  7", std::nullopt},
      {"[7]", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Node node = ValueOf(row.text);
    CHECK((node.AsInt() == row.want));
    if (node.is_scalar() && node.style() == Style::kPlain) CHECK(node.text() == row.text);
  }
}

TEST_CASE("Find gives the value of a key, or nothing") {
  const Node map = ValueOf("{a: 1, 乙: 2}");
  REQUIRE(map.Find("乙") != nullptr);
  CHECK(map.Find("乙")->text() == "2");
  CHECK(map.Find("c") == nullptr);
  CHECK(ValueOf("x").Find("x") == nullptr);
}

TEST_CASE("every byte of a text is traced to where it was written, for each style") {
  struct Row {
    std::string name;
    std::string text;
    std::string value;
    std::vector<uint32_t> want;  // of each byte, and one past the last; "k: " takes 0 to 2
  };
  const Row rows[] = {
      {"plain", "ab", "ab", {3, 4, 5}},
      {"plain, before a comment", "a #c", "a", {3, 4}},
      {"plain Chinese", "案a", "案a", {3, 4, 5, 6, 7}},
      {"single-quoted", "'a''b'", "a'b", {4, 5, 7, 8}},
      {"single-quoted, nothing", "''", "", {4}},
      {"double-quoted", "\"ab\"", "ab", {4, 5, 6}},
      {"double-quoted, nothing", "\"\"", "", {4}},
      {"one-character escapes", R"("a\tb\\\"\/")", "a\tb\\\"/", {4, 5, 7, 8, 10, 12, 14}},
      {"\\x", R"("\x41b")", "Ab", {4, 8, 9}},
      {"\\x past ASCII takes two bytes", R"("\xe9b")", "éb", {4, 4, 8, 9}},
      {"\\u", R"("\u6848b")", "案b", {4, 4, 4, 10, 11}},
      {"\\U", R"("\U00020BB7b")", "𠮷b", {4, 4, 4, 4, 14, 15}},
      {"\\L \\P", R"("\L\Pb")", "\u2028\u2029b", {4, 4, 4, 6, 6, 6, 8, 9}},
      {"literal", "|\n  ab\n   c\n", "ab\n c\n", {7, 8, 9, 12, 13, 14, 15}},
      {"literal with an empty line", "|\n  a\n\n  b\n", "a\n\nb\n", {7, 8, 9, 12, 13, 14}},
      {"literal with blanks on an empty line",
       "|\n  a\n \n  b\n",
       "a\n\nb\n",
       {7, 8, 10, 13, 14, 15}},
      {"literal, stripped", "|-\n  a\n\n", "a", {8, 9}},
      {"literal, kept", "|+\n  a\n\n", "a\n\n", {8, 9, 10, 11}},
      {"literal, CR LF", "|\r\n  a\r\n  b\r\n", "a\nb\n", {8, 9, 13, 14, 16}},
      {"literal, indentation given", "|1\n   a\n b\n", "  a\nb\n", {7, 8, 9, 10, 12, 13, 14}},
      {"literal without a last line end", "|\n  案", "案", {7, 8, 9, 10}},
      {"literal with a comment in its header", "| # x\n  a\n", "a\n", {11, 12, 13}},
      {"literal with tabs in its text", "|\n  a\tb\n", "a\tb\n", {7, 8, 9, 10, 11}},
      {"literal, nothing", "|\n", "", {4}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const SourcePtr source = SourceOf("k: " + row.text);
    const Node node = ValueOf(source);
    CHECK(node.text() == row.value);
    CHECK(node.Offsets(*source) == row.want);
  }
}

TEST_CASE("the traced bytes are the text's own, in blocks deep inside a file") {
  const SourcePtr source = SourceOf(
      "规则:\n  - id: 甲\n    require: |\n      决定.日期 <=\n        立案.批准日期 + days(90)\n"
      "    when: 'a == ''处罚'''\n");
  DiagnosticSink sink;
  const auto document = Parse(source, sink);
  REQUIRE(document.has_value());
  const Node& rule = document->root.Find("规则")->items().front();
  const Node& require = *rule.Find("require");
  const std::vector<uint32_t> offsets = require.Offsets(*source);
  const size_t in_text = require.text().find("批准日期");
  CHECK(TextOf(*source, {offsets[in_text], offsets[in_text + 12]}) == "批准日期");
  CHECK(source->PlaceOf(offsets[in_text]).line == 5);
  CHECK(source->PlaceOf(offsets[in_text]).column == 12);
  const Node& when = *rule.Find("when");
  const std::vector<uint32_t> quoted = when.Offsets(*source);
  const size_t kind = when.text().find("处罚");
  CHECK(TextOf(*source, {quoted[kind], quoted[kind + 6]}) == "处罚");
}

TEST_CASE("a refused folded scalar is traced to its begin") {
  DiagnosticSink sink;
  const SourcePtr source = SourceOf("k: >\n  a\n  b\n");
  const auto document = Parse(source, sink);
  REQUIRE(document.has_value());
  const Node& node = document->root.entries().front().value;
  CHECK(node.Offsets(*source) == std::vector<uint32_t>(node.text().size() + 1, 3));
}
