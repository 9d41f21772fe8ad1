#include <doctest/doctest.h>

#include <string>

#include "yaml/yaml.h"
#include "yaml/yaml_text.h"

using namespace anjuan;
using namespace anjuan::yaml;

namespace {

struct Row {
  std::string name;
  std::string text;
  Lang lang;
  bool tree;  // there is one in spite of the mistake
  std::string want;
};

void Check(const Row& row) {
  CAPTURE(row.name);
  DiagnosticSink sink;
  const auto document = Parse(SourceOf(row.text), sink);
  CHECK(document.has_value() == row.tree);
  CHECK(Format(sink, row.lang) == row.want);
}

}  // namespace

TEST_CASE("bytes that are no text are refused before the parser sees them") {
  const Row rows[] = {
      {"bytes that are no UTF-8: GBK", "\xE6\xA1\x88: \nx: \xB0\xB8\n", Lang::kEnglish, false,
       "t.yaml:2:4: error: byte 0xB0 is not valid UTF-8 [not-utf8]\n"
       " 2 | x: ��\n"
       "   |    ^\n"
       "help: save the file as UTF-8 without a byte order mark\n"},
      {"a character cut off at the end", "a: \xE6\xA1", Lang::kEnglish, false,
       "t.yaml:1:4: error: byte 0xE6 is not valid UTF-8 [not-utf8]\n"
       " 1 | a: ��\n"
       "   |    ^\n"
       "help: save the file as UTF-8 without a byte order mark\n"},
      {"NUL", std::string("a: x\x00y\nb: [", 11), Lang::kEnglish, false,
       "t.yaml:1:5: error: control character U+0000 is not allowed [control-character]\n"
       " 1 | a: x�y\n"
       "   |     ^\n"},
      {"U+0004, which the parser takes for the end", "a: x\x04y\n", Lang::kEnglish, false,
       "t.yaml:1:5: error: control character U+0004 is not allowed [control-character]\n"
       " 1 | a: x�y\n"
       "   |     ^\n"},
      {"a CR alone", "a: x\x0Dy\n", Lang::kEnglish, false,
       "t.yaml:1:5: error: control character U+000D is not allowed [control-character]\n"
       " 1 | a: x�y\n"
       "   |     ^\n"},
      {"a C1 control character", "\xE6\xA1\x88: \xC2\x85x\n", Lang::kEnglish, false,
       "t.yaml:1:4: error: control character U+0085 is not allowed [control-character]\n"
       " 1 | 案: �x\n"
       "   |     ^\n"},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a: 1\n",
       Lang::kEnglish, true,
       "t.yaml:1:1: error: the file begins with a byte order mark [byte-order-mark]\n"
       " 1 | �a: 1\n"
       "   | ^\n"
       "help: save the file as UTF-8 without a byte order mark\n"},
  };
  for (const Row& row : rows) Check(row);
}

TEST_CASE("what YAML has and rule packs may not use is refused by name") {
  const Row rows[] = {
      {"an alias", "a: 案\nb: *a1\nc: 1\n", Lang::kEnglish, true,
       "t.yaml:2:4: error: YAML aliases ('*') are refused [yaml-alias]\n"
       " 2 | b: *a1\n"
       "   |    ^~~\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"an anchor and its alias", "a: &x [1]\nb: *x\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: YAML anchors ('&') are refused [yaml-anchor]\n"
       " 1 | a: &x [1]\n"
       "   |    ^~\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:2:4: error: YAML aliases ('*') are refused [yaml-alias]\n"
       " 2 | b: *x\n"
       "   |    ^~\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"a tag", "a: !!str 5\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: YAML tags ('!') are refused [yaml-tag]\n"
       " 1 | a: !!str 5\n"
       "   |    ^~~~~\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"a tag on a list", "a: !set [x]\nb: !<v> {c: 1}\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: YAML tags ('!') are refused [yaml-tag]\n"
       " 1 | a: !set [x]\n"
       "   |    ^~~~\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:2:4: error: YAML tags ('!') are refused [yaml-tag]\n"
       " 2 | b: !<v> {c: 1}\n"
       "   |    ^~~~\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"a tag of a lone !", "a: ! x\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: YAML tags ('!') are refused [yaml-tag]\n"
       " 1 | a: ! x\n"
       "   |    ^\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"expressions without their quotes",
       "when: !has(立案.日期)\nrequire: !has(a) && !has(b)\neach: *x\nc: && d\n", Lang::kEnglish,
       true,
       "t.yaml:1:7: error: YAML tags ('!') are refused [yaml-tag]\n"
       " 1 | when: !has(立案.日期)\n"
       "   |       ^~~~~~~~~~~~~~~\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:2:10: error: YAML tags ('!') are refused [yaml-tag]\n"
       " 2 | require: !has(a) && !has(b)\n"
       "   |          ^~~~~~~\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:3:7: error: YAML aliases ('*') are refused [yaml-alias]\n"
       " 3 | each: *x\n"
       "   |       ^~\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:4:4: error: YAML anchors ('&') are refused [yaml-anchor]\n"
       " 4 | c: && d\n"
       "   |    ^~\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"a tag on nothing", "a: !x\nb: 1\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: YAML tags ('!') are refused [yaml-tag]\n"
       " 1 | a: !x\n"
       "   |    ^~\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"an anchor on nothing", "a: &x\nb: 1\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: YAML anchors ('&') are refused [yaml-anchor]\n"
       " 1 | a: &x\n"
       "   |    ^~\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"a second document", "a: 1\n---\nb: 2\n", Lang::kEnglish, true,
       "t.yaml:2:1: error: a second document begins here; a file holds one [second-document]\n"
       " 2 | ---\n"
       "   | ^~~\n"},
      {"a second document behind an end mark", "a: 1\n...\nb: 2\n", Lang::kEnglish, true,
       "t.yaml:3:1: error: a second document begins here; a file holds one [second-document]\n"
       " 3 | b: 2\n"
       "   | ^~~~\n"},
  };
  for (const Row& row : rows) Check(row);
}

TEST_CASE("keys are checked by us, and both places of a repeated one are named") {
  const Row rows[] = {
      {"text that is less indented", "  a: 1\n案: 2\n", Lang::kEnglish, true,
       "t.yaml:2:1: error: less indented than the beginning of the file [less-indented]\n"
       " 2 | 案: 2\n"
       "   | ^~~~~\n"},
      {"a key twice", "编号: 1\n标题: 2\n编号: 3\n", Lang::kEnglish, true,
       "t.yaml:3:1: error: key '编号' stands twice, first at line 1, column 1 [duplicate-key]\n"
       " 3 | 编号: 3\n"
       "   | ^~~~\n"},
      {"a key twice, quoted otherwise, in a map in a list", "- {甲: 1, '甲': 2, \"甲\": 3}\n",
       Lang::kEnglish, true,
       "t.yaml:1:10: error: key '甲' stands twice, first at line 1, column 4 [duplicate-key]\n"
       " 1 | - {甲: 1, '甲': 2, \"甲\": 3}\n"
       "   |           ^~~~\n"
       "t.yaml:1:18: error: key '甲' stands twice, first at line 1, column 4 [duplicate-key]\n"
       " 1 | - {甲: 1, '甲': 2, \"甲\": 3}\n"
       "   |                    ^~~~\n"},
      {"keys that are no text", "[a]: 1\n{b: 1}: 2\n? |\n  c\n: 3\n: 4\n", Lang::kEnglish, true,
       "t.yaml:1:1: error: a key must be plain or quoted text on one line [yaml-key]\n"
       " 1 | [a]: 1\n"
       "   | ^~~\n"
       "t.yaml:2:1: error: a key must be plain or quoted text on one line [yaml-key]\n"
       " 2 | {b: 1}: 2\n"
       "   | ^~~~~~\n"
       "t.yaml:3:3: error: a key must be plain or quoted text on one line [yaml-key]\n"
       " 3 | ? |\n"
       "   |   ^\n"
       "t.yaml:6:1: error: a key must be plain or quoted text on one line [yaml-key]\n"
       " 6 | : 4\n"
       "   | ^\n"},
      {"a key without a colon", "甲: 1\n乙\n", Lang::kEnglish, true,
       "t.yaml:2:1: error: no ':' after the key '乙' [no-colon]\n"
       " 2 | 乙\n"
       "   | ^~\n"},
      {"a key without a colon in between", "甲: 1\n乙\n丙: 2\n", Lang::kEnglish, false,
       "t.yaml:3:2: error: no key can stand here [key-out-of-place]\n"
       " 3 | 丙: 2\n"
       "   |   ^\n"
       "help: check the indentation, and whether the line above lacks ': '\n"},
      {"a key without a colon in braces", "a: {b: 1, c}\n", Lang::kEnglish, true,
       "t.yaml:1:11: error: no ':' after the key 'c' [no-colon]\n"
       " 1 | a: {b: 1, c}\n"
       "   |           ^\n"},
  };
  for (const Row& row : rows) Check(row);
}

TEST_CASE("a full-width colon is named, its key too, and hides nothing behind it") {
  const Row rows[] = {
      {"a full-width colon behind the first key", "名称：处罚\n标题: x\n", Lang::kChinese, true,
       "t.yaml:1:3: 错误: 键 '名称' 后面是全角冒号 '：' [fullwidth-colon]\n"
       " 1 | 名称：处罚\n"
       "   |     ^~\n"
       "提示: 请改写为半角的 ':' 加一个空格\n"},
      {"a full-width colon in between", "甲: 1\n  \n名称：处罚\n乙: 2\n丙: 3\n丙: 4\n",
       Lang::kEnglish, true,
       "t.yaml:3:3: error: a full-width colon '：' stands after the key '名称' [fullwidth-colon]\n"
       " 3 | 名称：处罚\n"
       "   |     ^~\n"
       "help: write ':' and a space\n"
       "t.yaml:6:1: error: key '丙' stands twice, first at line 5, column 1 [duplicate-key]\n"
       " 6 | 丙: 4\n"
       "   | ^~\n"},
      {"full-width colons at the end", "甲: 1\n名称：处罚\n说明：无\n", Lang::kEnglish, true,
       "t.yaml:2:3: error: a full-width colon '：' stands after the key '名称' [fullwidth-colon]\n"
       " 2 | 名称：处罚\n"
       "   |     ^~\n"
       "help: write ':' and a space\n"
       "t.yaml:3:3: error: a full-width colon '：' stands after the key '说明' [fullwidth-colon]\n"
       " 3 | 说明：无\n"
       "   |     ^~\n"
       "help: write ':' and a space\n"},
      {"full-width colons throughout", "规则：\n  名称：处罚\n  标题：超期\n", Lang::kEnglish, true,
       "t.yaml:1:3: error: a full-width colon '：' stands after the key '规则' [fullwidth-colon]\n"
       " 1 | 规则：\n"
       "   |     ^~\n"
       "help: write ':' and a space\n"
       "t.yaml:2:5: error: a full-width colon '：' stands after the key '名称' [fullwidth-colon]\n"
       " 2 |   名称：处罚\n"
       "   |       ^~\n"
       "help: write ':' and a space\n"
       "t.yaml:3:5: error: a full-width colon '：' stands after the key '标题' [fullwidth-colon]\n"
       " 3 |   标题：超期\n"
       "   |       ^~\n"
       "help: write ':' and a space\n"},
      {"a full-width colon in a map in a list",
       "tests:\n  - name：甲\n    expect: passed\n  - name: 乙\n    expect：failed\n",
       Lang::kEnglish, true,
       "t.yaml:2:9: error: a full-width colon '：' stands after the key 'name' [fullwidth-colon]\n"
       " 2 |   - name：甲\n"
       "   |         ^~\n"
       "help: write ':' and a space\n"
       "t.yaml:5:11: error: a full-width colon '：' stands after the key 'expect' "
       "[fullwidth-colon]\n"
       " 5 |     expect：failed\n"
       "   |           ^~\n"
       "help: write ':' and a space\n"},
      {"a full-width colon in braces", "{名称：处罚, b: 1}\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: a full-width colon '：' stands after the key '名称' [fullwidth-colon]\n"
       " 1 | {名称：处罚, b: 1}\n"
       "   |      ^~\n"
       "help: write ':' and a space\n"},
  };
  for (const Row& row : rows) Check(row);
}

TEST_CASE("texts that run over a line end are refused") {
  const Row rows[] = {
      {"a folded block", "a: >-\n  x\n  y\nb: >\n  z\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: folded blocks ('>') are refused [folded-scalar]\n"
       " 1 | a: >-\n"
       "   |    ^~\n"
       "help: use a block that keeps its lines: |\n"
       "t.yaml:4:4: error: folded blocks ('>') are refused [folded-scalar]\n"
       " 4 | b: >\n"
       "   |    ^\n"
       "help: use a block that keeps its lines: |\n"},
      {"a plain text that runs on", "why: 第一行\n  第二行\nb: 1\n", Lang::kChinese, true,
       "t.yaml:1:6: 错误: 值不能延续到下一行 [multi-line-scalar]\n"
       " 1 | why: 第一行\n"
       "   |      ^~~~~~\n"
       "提示: 请写在一行内或改用 '|' 块;如果下一行是新的键,请检查缩进和冒号\n"},
      {"a quoted text that runs on", "a: '第一行\n  第二行'\nb: [\n", Lang::kEnglish, false,
       "t.yaml:1:4: error: the quote is not closed on its line [unclosed-quote]\n"
       " 1 | a: '第一行\n"
       "   |    ^~~~~~~\n"
       "help: use a block that keeps its lines: |\n"},
      {"a quote that is never closed", "甲: \"处罚\n乙: 1\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: the quote is not closed on its line [unclosed-quote]\n"
       " 1 | 甲: \"处罚\n"
       "   |     ^~~~~\n"
       "help: use a block that keeps its lines: |\n"},
      {"a quote that is never closed, at the end", "甲: '处罚", Lang::kEnglish, false,
       "t.yaml:1:4: error: the quote is not closed on its line [unclosed-quote]\n"
       " 1 | 甲: '处罚\n"
       "   |     ^~~~~\n"
       "help: use a block that keeps its lines: |\n"},
      {"a quote closed by the next one", "a: \"x\nb: \"y\"\n", Lang::kEnglish, false,
       "t.yaml:1:4: error: the quote is not closed on its line [unclosed-quote]\n"
       " 1 | a: \"x\n"
       "   |    ^~\n"
       "help: use a block that keeps its lines: |\n"},
      {"text behind a quote", "a: \"x\" y\n", Lang::kEnglish, false,
       "t.yaml:1:8: error: text behind the closing quote [behind-quote]\n"
       " 1 | a: \"x\" y\n"
       "   |        ^\n"
       "help: use a block that keeps its lines: |\n"},
      {"text behind a quote, in Chinese", "a: \"x\" y\n", Lang::kChinese, false,
       "t.yaml:1:8: 错误: 引号之后还有内容 [behind-quote]\n"
       " 1 | a: \"x\" y\n"
       "   |        ^\n"
       "提示: 请改用 '|' 块\n"},
  };
  for (const Row& row : rows) Check(row);
}

TEST_CASE("what the parser gives up on is said in our words") {
  const Row rows[] = {
      {"a bracket that is never closed", "甲: [1, 2\n", Lang::kEnglish, false,
       "t.yaml:1:4: error: '[' is not closed [unclosed-bracket]\n"
       " 1 | 甲: [1, 2\n"
       "   |     ^\n"},
      {"a brace that is never closed", "甲: {a: 1, b: [2]\n", Lang::kEnglish, false,
       "t.yaml:1:4: error: '{' is not closed [unclosed-bracket]\n"
       " 1 | 甲: {a: 1, b: [2]\n"
       "   |     ^\n"},
      {"a bracket closed by a brace", "甲: [1, 2}\n", Lang::kEnglish, false,
       "t.yaml:1:4: error: '[' is not closed [unclosed-bracket]\n"
       " 1 | 甲: [1, 2}\n"
       "   |     ^\n"},
      {"a tab as indentation", "甲:\n\t乙: 1\n", Lang::kChinese, false,
       "t.yaml:2:1: 错误: 缩进中有制表符 [tab-indentation]\n"
       " 2 |  乙: 1\n"
       "   | ^\n"
       "提示: 缩进只能使用空格\n"},
      {"a tab behind blanks", "a:\n  - b: 1\n  \tc: 2\n", Lang::kEnglish, false,
       "t.yaml:3:3: error: a tab in the indentation [tab-indentation]\n"
       " 3 |    c: 2\n"
       "   |   ^\n"
       "help: indent with spaces\n"},
      {"a tab before a value on its own line", "a:\n\tb\n", Lang::kEnglish, true,
       "t.yaml:2:1: error: a tab in the indentation [tab-indentation]\n"
       " 2 |  b\n"
       "   | ^\n"
       "help: indent with spaces\n"},
      {"a second colon", "require: a ? b : c\n说明: 依据: 某法: 某条\nc: 1\nc: 2\n", Lang::kEnglish,
       true,
       "t.yaml:1:16: error: another ': ' in a value without quotes [second-colon]\n"
       " 1 | require: a ? b : c\n"
       "   |                ^\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:2:7: error: another ': ' in a value without quotes [second-colon]\n"
       " 2 | 说明: 依据: 某法: 某条\n"
       "   |           ^\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:2:11: error: another ': ' in a value without quotes [second-colon]\n"
       " 2 | 说明: 依据: 某法: 某条\n"
       "   |                 ^\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:4:1: error: key 'c' stands twice, first at line 3, column 1 [duplicate-key]\n"
       " 4 | c: 2\n"
       "   | ^\n"},
      {"a second colon in braces", "{a: b: c}\n", Lang::kEnglish, true,
       "t.yaml:1:6: error: another ': ' in a value without quotes [second-colon]\n"
       " 1 | {a: b: c}\n"
       "   |      ^\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"characters no text begins with", "a: @x\nb: `x`\nc: %x\n", Lang::kEnglish, true,
       "t.yaml:1:4: error: a value cannot begin with '@' [reserved-character]\n"
       " 1 | a: @x\n"
       "   |    ^\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:2:4: error: a value cannot begin with '`' [reserved-character]\n"
       " 2 | b: `x`\n"
       "   |    ^\n"
       "help: if this is text, put it in quotes or in a block: |\n"
       "t.yaml:3:4: error: a value cannot begin with '%' [reserved-character]\n"
       " 3 | c: %x\n"
       "   |    ^\n"
       "help: if this is text, put it in quotes or in a block: |\n"},
      {"an escape that does not exist", "a: \"\\d+\"\n", Lang::kEnglish, false,
       "t.yaml:1:5: error: there is no escape '\\d' in double quotes [yaml-escape]\n"
       " 1 | a: \"\\d+\"\n"
       "   |     ^~\n"
       "help: write '\\\\' for a backslash, or use single quotes\n"},
      {"an escape with too few digits", "a: \"\\u12g\"\n", Lang::kEnglish, false,
       "t.yaml:1:5: error: there is no escape '\\u12g\"' in double quotes [yaml-escape]\n"
       " 1 | a: \"\\u12g\"\n"
       "   |     ^~~~~~\n"
       "help: write '\\\\' for a backslash, or use single quotes\n"},
      {"a surrogate by escape", "a: \"\\ud800\"\n", Lang::kEnglish, false,
       "t.yaml:1:5: error: there is no escape '\\ud800' in double quotes [yaml-escape]\n"
       " 1 | a: \"\\ud800\"\n"
       "   |     ^~~~~~\n"
       "help: write '\\\\' for a backslash, or use single quotes\n"},
      {"escapes the parser gets wrong", "a: \"x\\N\"\nb: \"\\\\N\\_\"\n", Lang::kEnglish, true,
       "t.yaml:1:6: error: there is no escape '\\N' in double quotes [yaml-escape]\n"
       " 1 | a: \"x\\N\"\n"
       "   |      ^~\n"
       "help: write '\\\\' for a backslash, or use single quotes\n"
       "t.yaml:2:8: error: there is no escape '\\_' in double quotes [yaml-escape]\n"
       " 2 | b: \"\\\\N\\_\"\n"
       "   |        ^~\n"
       "help: write '\\\\' for a backslash, or use single quotes\n"},
      {"a key that stands too deep", "a: 1\n  b: 2\n", Lang::kEnglish, false,
       "t.yaml:1:4: error: a value must end on its line [multi-line-scalar]\n"
       " 1 | a: 1\n"
       "   |    ^\n"
       "help: put it on one line or use a block: |; if the next line is a new key, check its "
       "indentation and colon\n"
       "t.yaml:2:4: error: no key can stand here [key-out-of-place]\n"
       " 2 |   b: 2\n"
       "   |    ^\n"
       "help: check the indentation, and whether the line above lacks ': '\n"},
      {"a key below a text without a colon", "案卷\nb: 1\n", Lang::kEnglish, false,
       "t.yaml:2:2: error: no key can stand here [key-out-of-place]\n"
       " 2 | b: 1\n"
       "   |  ^\n"
       "help: check the indentation, and whether the line above lacks ': '\n"},
      {"a dash in a value", "a: - b\n", Lang::kEnglish, false,
       "t.yaml:1:4: error: not valid YAML: illegal block entry [yaml-syntax]\n"
       " 1 | a: - b\n"
       "   |    ^\n"
       "help: check the indentation, and whether the line above lacks ': '\n"},
      {"a list item less indented than the list", "a:\n    - b\n  - c\n", Lang::kEnglish, false,
       "t.yaml:3:3: error: not valid YAML: end of map not found [yaml-syntax]\n"
       " 3 |   - c\n"
       "   |   ^\n"
       "help: check the indentation, and whether the line above lacks ': '\n"},
  };
  for (const Row& row : rows) Check(row);
}

TEST_CASE("ten mistakes of one file are shown in one run") {
  const std::string text =
      "编号：P-1\n"
      "标题: 超期: 办案\n"
      "严重: &重 fatal\n"
      "依据: *重\n"
      "why: >\n"
      "  说明\n"
      "when: !has(decision.date)\n"
      "标题: x\n"
      "params: {a, b: 1}\n"
      "fix: @x\n"
      "[k]: 1\n"
      "末项\n";
  DiagnosticSink sink;
  REQUIRE(Parse(SourceOf(text), sink).has_value());
  std::string ids;
  for (const Diagnostic& diagnostic : sink.diagnostics()) {
    ids += std::to_string(diagnostic.source->PlaceOf(diagnostic.span.begin).line) + " " +
           std::string(NameOf(diagnostic.message.id)) + "\n";
  }
  CHECK(sink.error_count() == 11);
  for (const char* const id :
       {"1 fullwidth-colon", "2 second-colon", "3 yaml-anchor", "4 yaml-alias", "5 folded-scalar",
        "7 yaml-tag", "8 duplicate-key", "9 no-colon", "10 reserved-character", "11 yaml-key",
        "12 no-colon"}) {
    CAPTURE(std::string(id));
    CHECK(ids.find(std::string(id) + "\n") != std::string::npos);
  }
}
