// Random expressions over random records: the compiled program and the plain tree-walker agree.
#include <doctest/doctest.h>

#include "expr/plain_functions.h"
#include "expr/random_expr.h"
#include "expr/random_trial.h"
#include "expr/tree_walker.h"

using namespace anjuan;
using namespace anjuan::expr;

TEST_CASE("the compiled program and a plain tree-walker agree on random expressions") {
  const Model& model = ExampleModel();
  Random random(Seed(76));
  RandomExpr maker(model, RandomFunctions(), random);
  DraftRecord file(model);
  Evaluator evaluator(model);
  evaluator.SetToday(kTrialDay);
  evaluator.SetCalendar(ExampleCalendar());
  std::map<Tri, size_t> results;
  size_t refused = 0;
  for (size_t tried = 0; tried < kRandomTrials;) {
    const Record& record = file.Fill(RandomDraft(model, random, {}));
    evaluator.SetRecord(&record);
    // One record serves several expressions.
    for (int i = 0; i < 8; ++i) {
      const RandomTrial trial(maker.Bool(4), model);
      if (trial.program == nullptr) {
        ++refused;
        continue;
      }
      ++tried;
      const Tri got = evaluator.Test(*trial.program);
      const Plain plain = TreeWalker(record, kTrialDay).Eval(*trial.ast);
      const Tri want = plain.is(Plain::Kind::kUnknown) ? Tri::kUnknown
                       : plain.is(Plain::Kind::kError) ? Tri::kError
                       : plain.is_true()               ? Tri::kTrue
                                                       : Tri::kFalse;
      ++results[got];
      // The second pass sees the same, and has a cause for what is unknown.
      const Explanation why = evaluator.Explain(*trial.program);
      const bool told = why.result == got && why.causes.empty() == (got != Tri::kUnknown);
      if (!told) FAIL_CHECK(trial.text << "\n  explained as " << ResultOf(why));
      if (got == want) continue;
      FAIL_CHECK(trial.text << "\n  program " << std::string(1, "FTUE"[static_cast<size_t>(got)])
                            << ", walker " << std::string(1, "FTUE"[static_cast<size_t>(want)]));
    }
  }
  MESSAGE("true " << results[Tri::kTrue] << ", false " << results[Tri::kFalse] << ", unknown "
                  << results[Tri::kUnknown] << ", error " << results[Tri::kError] << "; refused "
                  << refused);
  for (const auto& [result, count] : results) CHECK(count > kRandomTrials / 20);
  // Nothing that the language has is left out.
  for (const Function* function : RandomFunctions()) {
    CAPTURE(function->signature);
    CHECK(maker.uses().contains(function->signature));
  }
  for (const char* const what : {"&&",
                                 "||",
                                 "!",
                                 "?:",
                                 "==",
                                 "!=",
                                 "<",
                                 "<=",
                                 ">",
                                 ">=",
                                 "in list",
                                 "in map",
                                 "list[]",
                                 "map[]",
                                 "m.key",
                                 "[]",
                                 "{}",
                                 "has",
                                 "filled",
                                 "has key",
                                 "bind",
                                 "all",
                                 "exists",
                                 "exists_one",
                                 "existsOne",
                                 "all/2",
                                 "exists/2",
                                 "exists_one/2",
                                 "existsOne/2",
                                 "filter",
                                 "map",
                                 "map+",
                                 "transformList/2",
                                 "transformList/2+",
                                 "hasDoc",
                                 "doc",
                                 "docs",
                                 "delivered",
                                 "code ==",
                                 "code !=",
                                 "code in",
                                 "size >=",
                                 "size <",
                                 "size =="}) {
    CAPTURE(what);
    CHECK(maker.uses().contains(what));
  }
}

TEST_CASE("every function of the table has its plain twin") {
  for (const Function& function : AllFunctions()) {
    CAPTURE(function.signature);
    CHECK(HasPlainFunction(function.name));
  }
}
