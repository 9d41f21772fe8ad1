#include "base/diagnostic.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "base/display_width.h"

using namespace anjuan;

namespace {

SourcePtr MakeSource(std::string text) {
  return std::make_shared<Source>("rules/规则.yaml", std::move(text));
}

// What is printed for a mistake at `marked` in `text`.
std::string Printed(const std::string& text, const std::string& marked) {
  const size_t at = text.find(marked);
  REQUIRE(at != std::string::npos);
  DiagnosticSink sink;
  const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + marked.size())};
  sink.Error(MakeSource(text), span, TextId::kYamlUnknownKey, {"x"});
  return Format(sink, Lang::kEnglish);
}

std::string LineOf(const std::string& printed, int line) {
  size_t begin = 0;
  for (; line > 0; --line) begin = printed.find('\n', begin) + 1;
  return printed.substr(begin, printed.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("a diagnostic shows place, message, id, source line, caret and help") {
  DiagnosticSink sink;
  const std::string text = "id: P-1\nrequire: decision.dte\n";
  Diagnostic& error =
      sink.Error(MakeSource(text), {17, 29}, TextId::kYamlUnknownKey, {"decision.dte"});
  error.help.push_back({TextId::kDidYouMean, {"'decision.date' (处罚决定.日期)"}});
  CHECK(sink.has_errors());
  CHECK(Format(sink, Lang::kEnglish) ==
        "rules/规则.yaml:2:10: error: unknown key 'decision.dte' [unknown-key]\n"
        " 2 | require: decision.dte\n"
        "   |          ^~~~~~~~~~~~\n"
        "help: did you mean 'decision.date' (处罚决定.日期)?\n");
  CHECK(Format(sink, Lang::kChinese) ==
        "rules/规则.yaml:2:10: 错误: 未知的键 'decision.dte' [unknown-key]\n"
        " 2 | require: decision.dte\n"
        "   |          ^~~~~~~~~~~~\n"
        "提示: 是否想写 'decision.date' (处罚决定.日期)?\n");
}

TEST_CASE("the caret stands under the character, whatever cells stand before it") {
  struct Row {
    std::string name;
    std::string text;
    const char* marked;
    const char* source_line;
    const char* caret_line;
  };
  const Row rows[] = {
      {"behind ASCII", "ab cd", "cd", " 1 | ab cd", "   |    ^~"},
      {"behind Chinese", "案号: 值", "值", " 1 | 案号: 值", "   |       ^~"},
      {"one Chinese character is two cells", "立案日期", "案", " 1 | 立案日期", "   |   ^~"},
      {"a tab is one cell", "a:\tb", "b", " 1 | a: b", "   |    ^"},
      {"a combining accent takes none", "e\xCC\x81 x", "x", " 1 | e\xCC\x81 x", "   |   ^"},
      {"CR is not shown", "abc\r\nd", "c", " 1 | abc", "   |   ^"},
      {"an escape sequence is not let through", "\x1B[31m x", "x", " 1 | \uFFFD[31m x",
       "   |       ^"},
      {"nor a mark that turns the line round", "a\u202Eb x", "x", " 1 | a\uFFFDb x", "   |     ^"},
      {"line numbers shift the bar", "\n\n\n\n\n\n\n\n\nab", "b", " 10 | ab", "    |  ^"},
      {"a span over lines is marked on its first", "ab\ncd", "b\nc", " 1 | ab", "   |  ^"},
      {"a span at the line end", "ab\ncd", "\n", " 1 | ab", "   |   ^"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string printed = Printed(row.text, row.marked);
    CHECK(LineOf(printed, 1) == row.source_line);
    CHECK(LineOf(printed, 2) == row.caret_line);
  }
}

TEST_CASE("an empty source and a place behind the end still print") {
  DiagnosticSink sink;
  sink.Error(MakeSource(""), {0, 0}, TextId::kYamlNothing);
  CHECK(Format(sink, Lang::kEnglish) ==
        "rules/规则.yaml:1:1: error: nothing [nothing]\n 1 |\n   | ^\n");
  DiagnosticSink past;
  past.Error(MakeSource("ab\n"), {90, 80}, TextId::kYamlNothing);
  CHECK(Format(past, Lang::kEnglish) ==
        "rules/规则.yaml:2:1: error: nothing [nothing]\n 2 |\n   | ^\n");
}

TEST_CASE("long lines are cut around the caret, on both sides of the limit") {
  struct Row {
    std::string name;
    size_t before;  // characters before the marked one
    size_t after;
    bool cut_left;
    bool cut_right;
  };
  const Row rows[] = {
      {"160 cells fit", 100, 59, false, false},      {"161 do not", 100, 60, false, true},
      {"caret near the begin", 3, 500, false, true}, {"caret in the middle", 500, 500, true, true},
      {"caret near the end", 500, 2, true, false},   {"caret at the very end", 500, 0, true, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string text = std::string(row.before, 'a') + "X" + std::string(row.after, 'b');
    const std::string printed = Printed(text, "X");
    const std::string line = LineOf(printed, 1).substr(5);
    const std::string caret = LineOf(printed, 2).substr(5);
    CHECK(line.starts_with("…") == row.cut_left);
    CHECK(line.ends_with("…") == row.cut_right);
    CHECK(DisplayWidth(line) <= 162);
    // The mark stands under the X.
    CHECK(DisplayWidth(std::string_view(line).substr(0, line.find('X'))) == caret.size() - 1);
    CHECK(caret.ends_with("^"));
  }
}

TEST_CASE("a long line of Chinese is cut between characters and the caret stays right") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "案";
  text += "错";
  for (int i = 0; i < 200; ++i) text += "卷";
  const std::string printed = Printed(text, "错");
  const std::string line = LineOf(printed, 1).substr(5);
  const std::string caret = LineOf(printed, 2).substr(5);
  CHECK(line.starts_with("…案"));
  CHECK(line.ends_with("卷…"));
  CHECK(DisplayWidth(std::string_view(line).substr(0, line.find("错"))) == caret.size() - 2);
  CHECK(caret.ends_with(" ^~"));
}

TEST_CASE("a line of many thousand characters is cut like any other") {
  struct Row {
    std::string name;
    size_t before;
    size_t after;
  };
  for (const Row& row :
       {Row{"begin", 0, 100'000}, Row{"middle", 50'000, 50'000}, Row{"end", 100'000, 0}}) {
    CAPTURE(row.name);
    std::string text;
    for (size_t i = 0; i < row.before; ++i) text += "案";
    text += "X";
    for (size_t i = 0; i < row.after; ++i) text += "卷";
    const std::string printed = Printed(text, "X");
    const std::string line = LineOf(printed, 1).substr(5);
    const std::string caret = LineOf(printed, 2).substr(5);
    CHECK(DisplayWidth(line) <= 162);
    CHECK(line.starts_with("…案") == (row.before > 0));
    CHECK(line.ends_with("卷…") == (row.after > 0));
    CHECK(DisplayWidth(std::string_view(line).substr(0, line.find('X'))) == caret.size() - 1);
  }
}

TEST_CASE("a message is cut where an argument is out of all bounds") {
  DiagnosticSink sink;
  sink.Error(nullptr, {}, TextId::kYamlUnknownKey, {std::string(1'000'000, 'k')});
  const std::string printed = Format(sink, Lang::kEnglish);
  CHECK(printed.size() < 1100);
  CHECK(printed.ends_with("kkk… [unknown-key]\n"));
}

TEST_CASE("a span longer than the line shown is marked as far as it is shown") {
  const std::string printed = Printed(std::string(1000, 'x'), std::string(1000, 'x'));
  CHECK(LineOf(printed, 1) == " 1 | " + std::string(160, 'x') + "…");
  CHECK(LineOf(printed, 2) == "   | ^" + std::string(159, '~'));
}

TEST_CASE("names and arguments of others are made safe as well") {
  DiagnosticSink sink;
  sink.Error(std::make_shared<Source>("a\x1B]0;b", "k"), {0, 1}, TextId::kYamlUnknownKey,
             {"a\nerror: \x1B[2J"});
  CHECK(Format(sink, Lang::kEnglish) ==
        "a\uFFFD]0;b:1:1: error: unknown key 'a\uFFFDerror: \uFFFD[2J' [unknown-key]\n"
        " 1 | k\n"
        "   | ^\n");
}

TEST_CASE("about no text: the program's name stands in the place's stead") {
  DiagnosticSink sink;
  sink.Error(nullptr, {}, TextId::kYamlMissingKey, {"pack"});
  sink.Warning(nullptr, {}, TextId::kYamlUnknownKey, {"x"});
  sink.Note(nullptr, {}, TextId::kYamlUnknownKey, {"y"});
  CHECK(sink.error_count() == 1);
  CHECK(Format(sink, Lang::kEnglish) ==
        "anjuan: error: key 'pack' is missing [missing-key]\n"
        "anjuan: warning: unknown key 'x' [unknown-key]\n"
        "anjuan: note: unknown key 'y' [unknown-key]\n");
  CHECK(Format(sink, Lang::kChinese) ==
        "anjuan: 错误: 缺少键 'pack' [missing-key]\n"
        "anjuan: 警告: 未知的键 'x' [unknown-key]\n"
        "anjuan: 说明: 未知的键 'y' [unknown-key]\n");
}

TEST_CASE("diagnostics are sorted by file, place and id, and exact repeats are dropped") {
  const SourcePtr b = std::make_shared<Source>("b", "xyz");
  const SourcePtr a = std::make_shared<Source>("a", "xyz");
  DiagnosticSink sink;
  sink.Error(b, {1, 2}, TextId::kYamlUnknownKey, {"1"});
  sink.Error(b, {0, 1}, TextId::kYamlUnknownKey, {"2"});
  sink.Error(a, {2, 3}, TextId::kYamlUnknownKey, {"3"});
  sink.Error(a, {2, 3}, TextId::kYamlMissingKey, {"4"});
  sink.Error(a, {2, 3}, TextId::kYamlUnknownKey, {"3"});
  sink.Error(a, {2, 3}, TextId::kYamlUnknownKey, {"5"});
  sink.Error(nullptr, {}, TextId::kYamlMissingKey, {"6"});
  CHECK(sink.diagnostics().size() == 7);
  std::string heads;
  const std::string printed = Format(sink, Lang::kEnglish);
  for (size_t at = 0; at < printed.size(); at = printed.find('\n', at) + 1) {
    const std::string line = printed.substr(at, printed.find('\n', at) - at);
    if (line.find("error") != std::string::npos) heads += line + "\n";
  }
  CHECK(heads ==
        "anjuan: error: key '6' is missing [missing-key]\n"
        "a:1:3: error: key '4' is missing [missing-key]\n"
        "a:1:3: error: unknown key '3' [unknown-key]\n"
        "a:1:3: error: unknown key '5' [unknown-key]\n"
        "b:1:1: error: unknown key '2' [unknown-key]\n"
        "b:1:2: error: unknown key '1' [unknown-key]\n");
}
