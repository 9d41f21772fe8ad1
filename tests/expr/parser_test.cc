#include <doctest/doctest.h>

#include <string>

#include "expr/ast.h"
#include "expr/limits.h"
#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

// The tree on one line: (&& a (! b)).
std::string Tree(const Ast& ast) {
  std::string dump = Dump(ast);
  dump = dump.substr(0, dump.find('\n'));
  if (ast.children.empty()) return dump;
  std::string out = "(" + dump;
  for (const AstPtr& child : ast.children) out += " " + Tree(*child);
  return out + ")";
}

std::string TreeOf(std::string_view text) {
  DiagnosticSink sink;
  const AstPtr ast = ParseTrial(text, sink);
  REQUIRE_MESSAGE(ast != nullptr, Format(sink, Lang::kEnglish));
  CHECK_FALSE(sink.has_errors());
  return Tree(*ast);
}

std::string Mistakes(std::string_view text, Lang lang = Lang::kEnglish) {
  DiagnosticSink sink;
  CHECK(ParseTrial(text, sink) == nullptr);
  CHECK(sink.error_count() == 1);
  return Format(sink, lang);
}

std::string Repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("trees follow the grammar") {
  struct Row {
    const char* name;
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"a name", "当事人", "当事人"},
      {"multiplication before addition", "a + b * c - d", "(- (+ a (* b c)) d)"},
      {"the same binds left", "a - b - c", "(- (- a b) c)"},
      {"brackets", "(a + b) * c", "(* (+ a b) c)"},
      {"relations bind left", "a < b < c", "(< (< a b) c)"},
      {"in is a relation", "a + 1 in b", "(in (+ a 1) b)"},
      {"and before or, each one node", "a || b && c && d || e", "(|| a (&& b c d) e)"},
      {"brackets keep their own node", "(a || b) || c", "(|| (|| a b) c)"},
      {"the conditional nests to the right", "a ? b : c ? d : e", "(?: a b (?: c d e))"},
      {"not binds tighter than relations", "!a == b", "(== (! a) b)"},
      {"not twice", "!!a", "(! (! a))"},
      {"a negative number is one node", "-1 - -2", "(- -1 -2)"},
      {"the least number", "-9223372036854775808", "-9223372036854775808"},
      {"a minus before a name", "--a", "(- (- a))"},
      {"a minus before a minus one", "--1", "(- -1)"},
      {"a negative double", "-2.5", "double -2.5"},
      {"selects and indices", "a.b[0].c", "(.c ([] (.b a) 0))"},
      {"calls", "f(a, b).g()", "(.g() (f() a b))"},
      {"a reserved word as receiver function", "a.package()", "(.package() a)"},
      {"a reserved word as a selector", "a.for", "(.for a)"},
      {"a quoted selector", "m.`a-b/c`", "(.a-b/c m)"},
      {"lists with a last comma", "[a, b,]", "(list a b)"},
      {"an empty list and map", "[] == {}", "(== list map)"},
      {"maps", "{'a': 1, 'b': 2,}", "(map 'a' 1 'b' 2)"},
      {"all", "officers.all(o, o.name)", "(macro all o officers (.name o))"},
      {"all with an index", "officers.all(i, o, i)", "(macro all i o officers i)"},
      {"map with a filter", "a.map(x, p, t)", "(macro map x a p t)"},
      {"transformList", "a.transformList(i, x, t)", "(macro transformList i x a t)"},
      {"Chinese variables", "文书.exists(某, 某.种类 == '甲')",
       "(macro exists 某 文书 (== (.种类 某) '甲'))"},
      {"has and filled", "has(a.b) && filled(c)", "(&& (macro has (.b a)) (macro filled c))"},
      {"bind", "cel.bind(x, a, x + x)", "(macro bind x a (+ x x))"},
      {"bind of another receiver is a call", "a.bind(x, y, z)", "(.bind() a x y z)"},
      {"has with a receiver is a call", "a.has(b)", "(.has() a b)"},
      {"all without a receiver is a call", "all(x, y)", "(all() x y)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(TreeOf(row.text) == row.want);
  }
}

TEST_CASE("a dump has one line a node") {
  DiagnosticSink sink;
  const AstPtr ast = ParseTrial("!has(a.b) || size(c) >= 2", sink);
  REQUIRE(ast != nullptr);
  CHECK(Dump(*ast) ==
        "||\n"
        "  !\n"
        "    macro has\n"
        "      .b\n"
        "        a\n"
        "  >=\n"
        "    size()\n"
        "      c\n"
        "    2\n");
}

TEST_CASE("a node knows where it was written, by the source's offsets") {
  const auto source = std::make_shared<const Source>("p.yaml", "require: a.b <= c\n");
  ExprText text{source, "a.b <= c", {}};
  for (uint32_t i = 0; i <= text.text.size(); ++i) text.offsets.push_back(9 + i);
  DiagnosticSink sink;
  const AstPtr ast = Parse(text, sink);
  REQUIRE(ast != nullptr);
  CHECK(ast->span.begin == 9);
  CHECK(ast->span.end == 17);
  CHECK(ast->name_span.begin == 13);
  CHECK(ast->name_span.end == 15);
  CHECK(ast->children[0]->span.end == 12);
  CHECK(ast->children[0]->name_span.begin == 11);
}

TEST_CASE("bad syntax is told with its place") {
  struct Row {
    const char* name;
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"nothing", "",
       "rule.yaml:1:1: error: the expression ends too early [unexpected-end]\n"
       " 1 |\n"
       "   | ^\n"},
      {"an operand is missing", "a &&",
       "rule.yaml:1:5: error: the expression ends too early [unexpected-end]\n"
       " 1 | a &&\n"
       "   |     ^\n"},
      {"something behind the end", "a b",
       "rule.yaml:1:3: error: unexpected 'b' [unexpected-token]\n"
       " 1 | a b\n"
       "   |   ^\n"},
      {"a bracket is missing", "(当事人",
       "rule.yaml:1:5: error: want ')', found the end of the expression [expected]\n"
       " 1 | (当事人\n"
       "   |        ^\n"},
      {"the wrong bracket", "f(a]",
       "rule.yaml:1:4: error: want ')', found ']' [expected]\n"
       " 1 | f(a]\n"
       "   |    ^\n"},
      {"half a conditional", "a ? b",
       "rule.yaml:1:6: error: want ':', found the end of the expression [expected]\n"
       " 1 | a ? b\n"
       "   |      ^\n"},
      {"a comma before the bracket of a call", "f(a,)",
       "rule.yaml:1:5: error: unexpected ')' [unexpected-token]\n"
       " 1 | f(a,)\n"
       "   |     ^\n"},
      {"no name behind the dot", "a.[0]",
       "rule.yaml:1:3: error: want the name of a field or function after '.' [want-field-name]\n"
       " 1 | a.[0]\n"
       "   |   ^\n"},
      {"a reserved word", "a || package",
       "rule.yaml:1:6: error: 'package' is a reserved word and cannot be a name [reserved-word]\n"
       " 1 | a || package\n"
       "   |      ^~~~~~~\n"},
      {"null", "a == null",
       "rule.yaml:1:6: error: rule expressions have no null values [unsupported-literal]\n"
       " 1 | a == null\n"
       "   |      ^~~~\n"},
      {"a leading dot", ".a",
       "rule.yaml:1:1: error: a name cannot begin with '.' [leading-dot]\n"
       " 1 | .a\n"
       "   | ^\n"
       "help: write a\n"},
      {"2^63 without its sign", "9223372036854775808",
       "rule.yaml:1:1: error: '9223372036854775808' is no number that fits [bad-number]\n"
       " 1 | 9223372036854775808\n"
       "   | ^~~~~~~~~~~~~~~~~~~\n"},
      {"has of no field", "has(a())",
       "rule.yaml:1:5: error: 'has' wants a field, as in has(x.f) [has-wants-field]\n"
       " 1 | has(a())\n"
       "   |     ^~~\n"},
      {"too few arguments of a macro", "a.all(x)",
       "rule.yaml:1:3: error: 'all' wants 2–3 arguments, found 1 [macro-arguments]\n"
       " 1 | a.all(x)\n"
       "   |   ^~~\n"},
      {"a variable that is no name", "a.exists(x.y, true)",
       "rule.yaml:1:10: error: the variable of 'exists' must be a plain name [macro-variable]\n"
       " 1 | a.exists(x.y, true)\n"
       "   |          ^~~\n"},
      {"one name for two variables", "a.all(x, x, true)",
       "rule.yaml:1:10: error: variable 'x' stands twice [variable-twice]\n"
       " 1 | a.all(x, x, true)\n"
       "   |          ^\n"},
      {"a map entry without value", "{'a'}",
       "rule.yaml:1:5: error: want ':', found '}' [expected]\n"
       " 1 | {'a'}\n"
       "   |     ^\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Mistakes(row.text) == row.want);
  }
}

TEST_CASE("bad syntax is told in Chinese too") {
  CHECK(Mistakes("(当事人", Lang::kChinese) ==
        "rule.yaml:1:5: 错误: 应为 ')',表达式却已结束 [expected]\n"
        " 1 | (当事人\n"
        "   |        ^\n");
}

TEST_CASE("limits of the parser, both sides") {
  const auto id = [](const std::string& text) -> std::string {
    DiagnosticSink sink;
    if (ParseTrial(text, sink) != nullptr) return "fits";
    REQUIRE(sink.error_count() == 1);
    return std::string(NameOf(sink.diagnostics().front().message.id));
  };
  SUBCASE("brackets") {
    CHECK(id(Repeat("(", kMaxDepth - 1) + "a" + Repeat(")", kMaxDepth - 1)) == "fits");
    CHECK(id(Repeat("(", kMaxDepth) + "a" + Repeat(")", kMaxDepth)) == "too-deep");
  }
  SUBCASE("a chain of additions is as deep as it is long") {
    CHECK(id("a" + Repeat("+a", kMaxDepth - 1)) == "fits");
    CHECK(id("a" + Repeat("+a", kMaxDepth)) == "too-deep");
  }
  SUBCASE("selects") {
    CHECK(id("a" + Repeat(".b", kMaxDepth - 1)) == "fits");
    CHECK(id("a" + Repeat(".b", kMaxDepth)) == "too-deep");
  }
  SUBCASE("signs") {
    CHECK(id(Repeat("!", kMaxDepth - 1) + "a") == "fits");
    CHECK(id(Repeat("!", kMaxDepth) + "a") == "too-deep");
  }
  SUBCASE("a chain of && is flat") { CHECK(id("a" + Repeat(" && a", 2000)) == "fits"); }
  SUBCASE("arguments") {
    CHECK(id("f(a" + Repeat(",a", kMaxArguments - 1) + ")") == "fits");
    CHECK(id("f(a" + Repeat(",a", kMaxArguments) + ")") == "too-many-arguments");
  }
  SUBCASE("entries of a list") {
    CHECK(id("[a" + Repeat(",a", kMaxEntries - 1) + "]") == "fits");
    CHECK(id("[a" + Repeat(",a", kMaxEntries) + "]") == "too-many-arguments");
  }
  SUBCASE("a thousand open brackets end without a crash") {
    CHECK(id(Repeat("(", 10'000)) == "too-deep");
    CHECK(id(Repeat("[", 10'000)) == "too-deep");
    CHECK(id(Repeat("-", 10'000) + "a") == "too-deep");
    CHECK(id(Repeat("a?b:", 3'000) + "c") == "too-deep");
  }
}

TEST_CASE("built trees take the place of what they stand for") {
  const AstPtr date = MakeSelect(MakeIdent({10, 15}, "d"), "date");
  CHECK(date->span.begin == 10);
  std::vector<AstPtr> both;
  both.push_back(MakeNot(MakeHas("has", Clone(*date))));
  both.push_back(MakeBinary("<=", Clone(*date), MakeString({30, 35}, "x")));
  const AstPtr either = MakeOr(std::move(both));
  CHECK(Tree(*either) == "(|| (! (macro has (.date d))) (<= (.date d) 'x'))");
  CHECK(either->span.end == 35);
  std::vector<AstPtr> one;
  one.push_back(Clone(*date));
  CHECK(Tree(*MakeAnd(std::move(one))) == "(.date d)");
  std::vector<AstPtr> args;
  args.push_back(MakeString({1, 2}, "k"));
  const AstPtr loop =
      MakeMacro("all", MakeCall({1, 2}, "docs", std::move(args)), "d", Clone(*date));
  CHECK(Tree(*loop) == "(macro all d (docs() 'k') (.date d))");
}
