// Every small change to an expression, by the expression that it comes to.
#include "expr/mutate.h"

#include <doctest/doctest.h>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

AstPtr TreeOf(const std::string& expression) {
  DiagnosticSink sink;
  AstPtr ast = ParseTrial(expression, sink);
  REQUIRE_MESSAGE(ast != nullptr, Format(sink, Lang::kEnglish));
  return ast;
}

std::vector<Mutation> MutationsIn(const std::string& expression,
                                  const RecordType* params = nullptr) {
  const ExprText text = TextOfFile(expression);
  return MutationsOf(*TreeOf(expression), *text.source, params);
}

}  // namespace

TEST_CASE("an expression is changed in one place at a time") {
  struct Row {
    const char* name;
    const char* expression;
    std::vector<std::string> want;
  };
  const Row rows[] = {
      {"limits of comparisons", "a < b", {"a <= b"}},
      {"the other way round", "a >= b", {"a > b"}},
      {"equality", "a == b", {"a != b"}},
      {"sums", "a + b - c != d", {"a + b - c == d", "a + b + c != d", "a - b - c != d"}},
      {"no other operators", "a * b in c", {}},
      {"numbers move by one", "days(90)", {"days(91)", "days(89)"}},
      {"a negative number", "f(-1)", {"f(0)", "f(-2)"}},
      {"strings stay", "a.matches('1 < 2')", {}},
      {"&& becomes ||, and each operand goes", "a && b", {"a || b", "b", "a"}},
      {"of three, two are left", "a || b || c", {"a && b && c", "b || c", "a || c", "a || b"}},
      {"inner conditions too",
       "x.exists(e, e.a && (e.b || e.c))",
       {"x.exists(e, e.a || (e.b || e.c))", "x.exists(e, e.b || e.c)", "x.exists(e, e.a)",
        "x.exists(e, e.a && (e.b && e.c))", "x.exists(e, e.a && e.c)", "x.exists(e, e.a && e.b)"}},
      {"a choice is changed inside", "a ? b == c : d", {"a ? b != c : d"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::vector<Mutation> found = MutationsIn(row.expression);
    REQUIRE(found.size() == row.want.size());
    for (size_t i = 0; i < found.size(); ++i) {
      CHECK(Dump(*found[i].ast) == Dump(*TreeOf(row.want[i])));
    }
  }
}

TEST_CASE("a change is told by its place and the words that stand there") {
  struct Row {
    const char* name;
    const char* expression;
    std::string want;
  };
  const Row rows[] = {
      {"an operator", "a <= b", "2 '<=' becomes '<'\n"},
      {"a number", "days(7)", "5 '7' becomes '8'\n5 '7' becomes '6'\n"},
      {"operands, on one line", "a.b(\n  c)  &&  d",
       "11 '&&' becomes '||'\n0 'a.b( c)' left out\n15 'd' left out\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string got;
    for (const Mutation& mutation : MutationsIn(row.expression)) {
      got += std::to_string(mutation.place.begin) + " " + Say(Lang::kEnglish, mutation.what) + "\n";
    }
    CHECK(got == row.want);
  }
}

TEST_CASE("pieces that a check kind put together are left alone") {
  const ExprText text = TextOfFile("filled(a)");
  const Span span{0, 9};
  std::vector<AstPtr> both;
  both.push_back(MakeHas("filled", MakeIdent(span, "a")));
  both.push_back(MakeBinary("==", MakeIdent(span, "a"), MakeInt(span, 1)));
  const AstPtr built = MakeAnd(std::move(both));
  CHECK(MutationsOf(*built, *text.source, nullptr).empty());
}
