#include "expr/lexer.h"

#include <doctest/doctest.h>

#include "expr/limits.h"
#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

// "name:decision .:. int:90", one word a token.
std::string Tokens(std::string_view text) {
  DiagnosticSink sink;
  const std::vector<Token> tokens = Lex(TextOfFile(text), sink);
  REQUIRE_MESSAGE(!sink.has_errors(), Format(sink, Lang::kEnglish));
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case TokenKind::kEnd:
        out += "end";
        break;
      case TokenKind::kName:
        out += "name:" + token.text;
        break;
      case TokenKind::kQuoted:
        out += "quoted:" + token.text;
        break;
      case TokenKind::kInt:
        out += "int:" + std::to_string(token.magnitude);
        break;
      case TokenKind::kDouble:
        out += "double:" + std::to_string(token.real);
        break;
      case TokenKind::kString:
        out += "string:" + token.text;
        break;
      case TokenKind::kSymbol:
        out += token.text;
        break;
    }
  }
  return out;
}

std::string Mistakes(std::string_view text, Lang lang = Lang::kEnglish) {
  DiagnosticSink sink;
  CHECK(Lex(TextOfFile(text), sink).empty());
  return Format(sink, lang);
}

}  // namespace

TEST_CASE("tokens are what the grammar says") {
  struct Row {
    const char* name;
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"nothing", "", "end"},
      {"white space and a comment", " \t\n a // b c\n d", "name:a name:d end"},
      {"a comment at the end", "a //", "name:a end"},
      {"Chinese names", "案件.程序 == x1", "name:案件 . name:程序 == name:x1 end"},
      {"々 and 〇 are letters", "〇々", "name:〇々 end"},
      {"the longest symbol wins", "<= < >= > == != ! && ||", "<= < >= > == != ! && || end"},
      {"every bracket", "()[]{}.,:?", "( ) [ ] { } . , : ? end"},
      {"signs are operators", "-1 + 2", "- int:1 + int:2 end"},
      {"hexadecimal", "0x1F 0xff", "int:31 int:255 end"},
      {"a large X begins a name", "0Xff", "int:0 name:Xff end"},
      {"the largest magnitude", "9223372036854775808", "int:9223372036854775808 end"},
      {"doubles", "1.5 .25 2e3 1.0E-2",
       "double:1.500000 double:0.250000 double:2000.000000 "
       "double:0.010000 end"},
      {"a dot behind digits is no fraction", "1.a", "int:1 . name:a end"},
      {"doubles too small", "1e-400 0.00000001e-320 1e-99999999999999999999",
       "double:0.000000 double:0.000000 double:0.000000 end"},
      {"e without digits is a name", "1e", "int:1 name:e end"},
      {"both quotes", "'a\"' \"b'\"", "string:a\" string:b' end"},
      {"empty strings", "'' \"\"", "string: string: end"},
      {"triple quotes hold lines", "'''a\nb'c''' \"\"\"x\"y\"\"\"",
       "string:a\nb'c string:x\"y end"},
      {"raw keeps the backslash", "r'\\d+' R\"\\n\"", "string:\\d+ string:\\n end"},
      {"escapes", "'\\\\\\'\\\"\\?\\`\\a\\b\\f\\n\\r\\t\\v'", "string:\\'\"?`\a\b\f\n\r\t\v end"},
      {"numbered escapes", "'\\x41\\X42\\u4e2d\\U0001f431\\101\\377'",
       "string:AB中\xF0\x9F\x90\xB1"
       "Aÿ end"},
      {"full-width text in a string stays", "'（，）'", "string:（，） end"},
      {"a quoted selector", "m.`content-type`", "name:m . quoted:content-type end"},
      {"r and b may begin names", "rb bar r b", "name:rb name:bar name:r name:b end"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Tokens(row.text) == row.want);
  }
}

TEST_CASE("each slip of the input method names the character and the one to write") {
  struct Row {
    const char* written;
    const char* meant;
  };
  const Row rows[] = {
      {"（", "("}, {"）", ")"},  {"，", ","},      {"：", ":"}, {"！", "!"}, {"＝", "=="},
      {"＜", "<"}, {"＞", ">"},  {"？", "?"},      {"［", "["}, {"］", "]"}, {"｛", "{"},
      {"｝", "}"}, {"．", "."},  {"＋", "+"},      {"－", "-"}, {"＊", "*"}, {"／", "/"},
      {"％", "%"}, {"｜", "||"}, {"＆", "&&"},     {"“", "\""}, {"‘", "'"},  {"。", "."},
      {"、", ","}, {"；", ","},  {"　", "U+0020"}, {"Ａ", "A"}, {"９", "9"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const std::string got = Mistakes(std::string("a ") + row.written);
    const std::string want =
        std::string("rule.yaml:1:3: error: full-width or Chinese character '") + row.written +
        "', want '" + row.meant + "' [fullwidth-character]\n";
    CHECK(got.substr(0, want.size()) == want);
  }
}

TEST_CASE("bad input is told with its place") {
  struct Row {
    const char* name;
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"every slip of a line", "size（officers） ＞＝ 2",
       "rule.yaml:1:5: error: full-width or Chinese character '（', want '(' "
       "[fullwidth-character]\n"
       " 1 | size（officers） ＞＝ 2\n"
       "   |     ^~\n"
       "rule.yaml:1:14: error: full-width or Chinese character '）', want ')' "
       "[fullwidth-character]\n"
       " 1 | size（officers） ＞＝ 2\n"
       "   |               ^~\n"
       "rule.yaml:1:16: error: full-width or Chinese character '＞', want '>' "
       "[fullwidth-character]\n"
       " 1 | size（officers） ＞＝ 2\n"
       "   |                  ^~\n"
       "rule.yaml:1:17: error: full-width or Chinese character '＝', want '==' "
       "[fullwidth-character]\n"
       " 1 | size（officers） ＞＝ 2\n"
       "   |                    ^~\n"},
      {"curly quotes once a string", "a == “普通程序”",
       "rule.yaml:1:6: error: full-width or Chinese character '“', want '\"' "
       "[fullwidth-character]\n"
       " 1 | a == “普通程序”\n"
       "   |      ^\n"},
      {"full-width words once", "ｓｉｚｅ",
       "rule.yaml:1:1: error: full-width or Chinese character 'ｓ', want 's' "
       "[fullwidth-character]\n"
       " 1 | ｓｉｚｅ\n"
       "   | ^~\n"},
      {"a single equals sign", "a = b",
       "rule.yaml:1:3: error: unexpected character '=' [unexpected-character]\n"
       " 1 | a = b\n"
       "   |   ^\n"
       "help: write ==\n"},
      {"an unknown character", "a # b",
       "rule.yaml:1:3: error: unexpected character '#' [unexpected-character]\n"
       " 1 | a # b\n"
       "   |   ^\n"},
      {"a string without end", "a == '普通",
       "rule.yaml:1:6: error: string without its closing quote [unterminated-string]\n"
       " 1 | a == '普通\n"
       "   |      ^~~~~\n"},
      {"a line end in a string", "'a\nb'",
       "rule.yaml:1:1: error: string without its closing quote [unterminated-string]\n"
       " 1 | 'a\n"
       "   | ^~\n"
       "rule.yaml:2:1: error: string without its closing quote [unterminated-string]\n"
       " 2 | b'\n"
       "   | ^~\n"},
      {"unknown escapes, each", "'\\d\\q'",
       "rule.yaml:1:2: error: unknown escape '\\d' [bad-escape]\n"
       " 1 | '\\d\\q'\n"
       "   |  ^~\n"
       "rule.yaml:1:4: error: unknown escape '\\q' [bad-escape]\n"
       " 1 | '\\d\\q'\n"
       "   |    ^~\n"},
      {"a surrogate", "'\\ud800'",
       "rule.yaml:1:2: error: unknown escape '\\ud800' [bad-escape]\n"
       " 1 | '\\ud800'\n"
       "   |  ^~~~~~\n"},
      {"uint", "12u",
       "rule.yaml:1:1: error: rule expressions have no uint values [unsupported-literal]\n"
       " 1 | 12u\n"
       "   | ^~~\n"
       "help: write 12\n"},
      {"bytes", "b'a'",
       "rule.yaml:1:1: error: rule expressions have no bytes values [unsupported-literal]\n"
       " 1 | b'a'\n"
       "   | ^~~~\n"},
      {"too large a number", "9223372036854775809",
       "rule.yaml:1:1: error: '9223372036854775809' is no number that fits [bad-number]\n"
       " 1 | 9223372036854775809\n"
       "   | ^~~~~~~~~~~~~~~~~~~\n"},
      {"hexadecimal without digits", "0x",
       "rule.yaml:1:1: error: '0x' is no number that fits [bad-number]\n"
       " 1 | 0x\n"
       "   | ^~\n"},
      {"a quoted name without end", "m.`a",
       "rule.yaml:1:3: error: malformed name between backticks [bad-quoted-name]\n"
       " 1 | m.`a\n"
       "   |   ^~\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Mistakes(row.text) == row.want);
  }
}

TEST_CASE("a lexical mistake is told in Chinese too") {
  CHECK(Mistakes("案件。程序", Lang::kChinese) ==
        "rule.yaml:1:3: 错误: 全角或中文标点 '。',应写 '.' [fullwidth-character]\n"
        " 1 | 案件。程序\n"
        "   |     ^~\n");
}

TEST_CASE("invalid UTF-8 is told at its byte") {
  CHECK(Mistakes("a == '\xFF'").starts_with("rule.yaml:1:7: error: this is not valid UTF-8"));
}

TEST_CASE("an expression holds 16 384 characters and no more") {
  DiagnosticSink sink;
  std::string text(kMaxLength - 1, ' ');
  CHECK_FALSE(Lex(TextOfFile(text + "中"), sink).empty());
  CHECK(Lex(TextOfFile(text + "中a"), sink).empty());
  CHECK(NameOf(sink.diagnostics().front().message.id) == "expression-too-long");
}
