// What a sound expression says about itself.
#include "expr/lint.h"

#include <doctest/doctest.h>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

std::string BareIn(const char* expression, const Presence& given = {}) {
  const auto program = Compiled(expression, Scope(ExampleModel()));
  std::string paths;
  for (const BareRead& read : BareReads(*program, given)) {
    if (!paths.empty()) paths += ' ';
    paths += read.field->path;
  }
  return paths;
}

}  // namespace

TEST_CASE("a scalar is bare unless has() or filled() stands in front of it") {
  struct Row {
    const char* name;
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"no has()", "decision.date < today", "decision.date"},
      {"each place counts", "decision.date < today && decision.date > today",
       "decision.date decision.date"},
      {"has() && …", "has(decision.date) && decision.date < today", ""},
      {"… && has(): the order does not matter", "decision.date < today && has(decision.date)", ""},
      {"filled() too", "filled(decision.date) && decision.date < today", ""},
      {"!has() || …", "!has(decision.date) || decision.date < today", ""},
      {"has() || … decides nothing", "has(decision.date) || decision.date < today",
       "decision.date"},
      {"!has() && …", "!has(decision.date) && decision.date < today", "decision.date"},
      {"has() of another field", "has(notice.served_on) && decision.date < today", "decision.date"},
      {"has() ? … : …", "has(decision.date) ? decision.date < today : decision.date > today",
       "decision.date"},
      {"a has() of one of two ways in",
       "(has(decision.date) || case.complex == true) && decision.date < today",
       "case.complex decision.date"},
      {"a has() of both",
       "!(!has(decision.date) || !has(notice.served_on)) && "
       "notice.served_on < decision.date",
       ""},
      {"a has() outside a loop", "has(decision.date) && documents.all(d, d.date <= decision.date)",
       "documents[].date"},
      {"an element's own has()", "documents.all(d, !has(d.date) || d.date <= today)", ""},
      {"a filter in front", "documents.filter(d, has(d.date)).all(d, d.date <= today)", ""},
      {"another element's has()",
       "documents.all(d, !has(d.date) || documents.exists(o, o.date <= d.date))",
       "documents[].date"},
      {"lists are not blank", "size(officers) > 1", ""},
      {"documents are looked up by their kind", "hasDoc('行政处罚决定书')", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(BareIn(row.expression) == row.want);
  }
}

TEST_CASE("what `when` has found present is so in the check") {
  const auto when = Compiled("has(decision.date) && decision.date < today", Scope(ExampleModel()));
  CHECK(BareIn("decision.date > notice.served_on", PresentWhenTrue(*when)) == "notice.served_on");
  const auto either =
      Compiled("has(decision.date) || has(notice.served_on)", Scope(ExampleModel()));
  CHECK(BareIn("decision.date < today", PresentWhenTrue(*either)) == "decision.date");
}

TEST_CASE("a constant is what no case file can change") {
  struct Row {
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"true", "T"},
      {"1 > 2", "F"},
      {"has(decision.date) && 1 > 2", "F"},
      {"has(decision.date) || 1 < 2", "T"},
      {"!(has(decision.date) && false)", "T"},
      {"has(decision.date) && 1 < 2", "?"},
      {"has(decision.date)", "?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    const std::optional<bool> got = ConstantOf(*Compiled(row.expression, Scope(ExampleModel())));
    CHECK((!got ? "?" : *got ? "T" : "F") == std::string(row.want));
  }
}

TEST_CASE("patterns that are written out, and fields that are asked for") {
  DiagnosticSink sink;
  const AstPtr ast = ParseTrial(
      "decision.text.matches('a') || documents.exists(d, d.number.matches('b' + 'c') || "
      "'x'.matches(r'\\d'))",
      sink);
  REQUIRE(ast != nullptr);
  std::string patterns;
  for (const Ast* const pattern : PatternsOf(*ast)) patterns += pattern->text + ' ';
  CHECK(patterns == "a \\d ");

  const auto program =
      Compiled("filled(decision.date) && has(notice.served_on)", Scope(ExampleModel()));
  REQUIRE(FieldsAskedFor(*program).size() == 1);
  CHECK(FieldsAskedFor(*program)[0]->path == "decision.date");
}
