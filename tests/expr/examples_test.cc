#include "expr/examples.h"

#include <doctest/doctest.h>

#include <iterator>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

TEST_CASE("the worked examples come out as the language says, causes included") {
  CHECK(std::size(kExamples) == 29);
  for (const Example& example : kExamples) {
    CAPTURE(example.number);
    CHECK(ResultOf(example.expression, FileA()) == example.a);
    CHECK(ResultOf(example.expression, FileB()) == example.b);
    CHECK(ResultOf(example.expression, FileC()) == example.c);
  }
}

TEST_CASE("no finding of the worked examples is without evidence") {
  for (const Example& example : kExamples) {
    CAPTURE(example.number);
    const auto program = Compiled(example.expression, Scope(ExampleModel()));
    Evaluator evaluator(ExampleModel());
    evaluator.SetCalendar(ExampleCalendar());
    for (const Record* record : {&FileA(), &FileB(), &FileC()}) {
      evaluator.SetRecord(record);
      const Explanation why = evaluator.Explain(*program);
      if (why.result == Tri::kFalse) CHECK_FALSE(why.evidence.empty());
      for (const Reading& reading : why.evidence) {
        CHECK((reading.slot == nullptr || !record->PathOf(reading.slot).empty()));
      }
    }
  }
}
