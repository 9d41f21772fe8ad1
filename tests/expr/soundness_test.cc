// What a file with gaps decides, no completion of it decides otherwise; and what lies outside the
// projection decides nothing.
#include <doctest/doctest.h>

#include "expr/random_expr.h"
#include "expr/random_trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

constexpr int kExpressions = 8;  // a file
constexpr int kCompletions = 4;  // an expression that a file decides

bool IsDecided(Tri result) { return result == Tri::kTrue || result == Tri::kFalse; }
std::string LetterOf(Tri result) { return std::string(1, "FTUE"[static_cast<size_t>(result)]); }

// The document that is not there is blank, and the calendar lacks years, however complete a file.
bool MayStayUnknown(const std::string& expression) {
  return expression.find("doc(") != std::string::npos ||
         expression.find("orkday") != std::string::npos;
}

// Completes files with gaps until there are kRandomTrials completions. `allowed` says which result
// may come of one that a gap left decided.
template <typename Allowed>
void CompleteFiles(Random random, bool blanks, Allowed allowed) {
  const Model& model = ExampleModel();
  RandomExpr maker(model, RandomFunctions(), random);
  DraftRecord file(model);
  DraftRecord whole(model);
  Evaluator evaluator(model);
  evaluator.SetToday(kTrialDay);
  evaluator.SetCalendar(ExampleCalendar());
  size_t completions = 0;
  size_t same = 0;
  while (completions < kRandomTrials) {
    const Draft draft = RandomDraft(model, random, {.gaps = true, .blanks = blanks});
    const Record& record = file.Fill(draft);
    for (int i = 0; i < kExpressions; ++i) {
      const RandomTrial trial(maker.Bool(4), model);
      if (trial.program == nullptr) continue;
      if (!blanks && MayStayUnknown(trial.text)) continue;
      evaluator.SetRecord(&record);
      const Tri result = evaluator.Test(*trial.program);
      if (!IsDecided(result)) continue;
      // `filled` is what sees a value given in part, and it says no.
      const bool partials = trial.text.find("filled") == std::string::npos;
      for (int n = 0; n < kCompletions; ++n) {
        const Draft completed = Completed(model, draft, random, blanks, partials);
        evaluator.SetRecord(&whole.Fill(completed));
        const Tri then = evaluator.Test(*trial.program);
        ++completions;
        same += then == result;
        if (then == result || allowed(then)) continue;
        FAIL_CHECK(trial.text << "\n  with gaps " << LetterOf(result) << ", completed "
                              << LetterOf(then));
      }
    }
  }
  MESSAGE(completions << " completions, " << same << " with the same result");
  CHECK(same > completions * 9 / 10);
}

}  // namespace

TEST_CASE("true and false of a file with gaps hold, or fail, whatever is missing") {
  CompleteFiles(Random(Seed(77)), false, [](Tri then) { return then == Tri::kError; });
}

// A list that is mapped is unknown once it has an element of which a blank is asked, and an open
// list may yet get one: a hit among the elements it has is a hit all the same.
TEST_CASE("no completion turns true into false, blank fields or not") {
  CompleteFiles(Random(Seed(78)), true, [](Tri then) { return !IsDecided(then); });
}

TEST_CASE("what lies outside the projection does not matter") {
  const Model& model = ExampleModel();
  Random random(Seed(79));
  RandomExpr maker(model, RandomFunctions(), random);
  DraftRecord file(model);
  DraftRecord rest(model);
  Evaluator evaluator(model);
  evaluator.SetToday(kTrialDay);
  evaluator.SetCalendar(ExampleCalendar());
  for (size_t tried = 0; tried < kRandomTrials / 4;) {
    const Draft draft = RandomDraft(model, random, {});
    const Record& record = file.Fill(draft);
    for (int i = 0; i < kExpressions; ++i) {
      const RandomTrial trial(maker.Bool(4), model);
      if (trial.program == nullptr) continue;
      ++tried;
      Projection projection(model);
      AddReads(*trial.program, projection);
      evaluator.SetRecord(&record);
      const std::string before = ResultOf(evaluator.Explain(*trial.program));
      evaluator.SetRecord(&rest.Fill(Erased(model, draft, projection)));
      const std::string after = ResultOf(evaluator.Explain(*trial.program));
      if (before != after) FAIL_CHECK(trial.text << "\n  " << before << "\n  " << after);
    }
  }
}
