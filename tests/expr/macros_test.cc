// Macros over elements of every outcome, in lists that are closed and lists that are open, with
// filters in front; and the size of what filters let through.
#include <doctest/doctest.h>

#include <algorithm>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

// An applicant's name says how a question about it comes out.
const char* const kQuestion =
    "(x == 'T' ? true : x == 'F' ? false : x == 'U' ? hearing.waived : 1 / decision.review_days == "
    "1)";

// The applicants are the letters of `outcomes`.
std::string ResultOver(const std::string& outcomes, bool open, std::string expression) {
  std::string items;
  for (const char outcome : outcomes) {
    items += (items.empty() ? "" : ", ") + std::string(1, outcome);
  }
  std::vector<std::string> lists;
  if (open) lists.push_back("filing.applicants");
  const TrialRecord record(
      ExampleModel(), "filing: {applicants: [" + items + "]}\ndecision: {review_days: 0}\n", lists);
  for (size_t at = expression.find('?'); at != std::string::npos;
       at = expression.find('?', at + std::string_view(kQuestion).size())) {
    expression.replace(at, 1, kQuestion);
  }
  return ResultOf(expression, record.record()).substr(0, 1);
}

// Every list of at most three outcomes.
std::vector<std::string> Lists() {
  std::vector<std::string> all = {""};
  for (size_t i = 0; all[i].size() < 3; ++i) {
    for (const char outcome : {'T', 'F', 'U', 'E'}) all.push_back(all[i] + outcome);
  }
  return all;
}

bool Has(const std::string& outcomes, char outcome) {
  return outcomes.find(outcome) != std::string::npos;
}

// The folds as the tables of && and || have them; an open list adds an unknown.
char All(const std::string& outcomes, bool open) {
  if (Has(outcomes, 'F')) return 'F';
  if (Has(outcomes, 'U') || open) return 'U';
  return Has(outcomes, 'E') ? 'E' : 'T';
}

char Exists(const std::string& outcomes, bool open) {
  if (Has(outcomes, 'T')) return 'T';
  if (Has(outcomes, 'U') || open) return 'U';
  return Has(outcomes, 'E') ? 'E' : 'F';
}

char ExistsOne(const std::string& outcomes, bool open) {
  const auto trues = std::count(outcomes.begin(), outcomes.end(), 'T');
  if (Has(outcomes, 'E')) return 'E';
  if (trues > 1) return 'F';
  if (Has(outcomes, 'U') || open) return 'U';
  return trues == 1 ? 'T' : 'F';
}

// A list of its own: an error, else an unknown of any element is the whole's.
char Value(const std::string& outcomes, char otherwise) {
  return Has(outcomes, 'E') ? 'E' : Has(outcomes, 'U') ? 'U' : otherwise;
}

}  // namespace

TEST_CASE("all, exists and exists_one over lists of every outcome, closed and open") {
  for (const std::string& outcomes : Lists()) {
    for (const bool open : {false, true}) {
      CAPTURE(outcomes);
      CAPTURE(open);
      const auto result = [&](const char* expression) {
        return ResultOver(outcomes, open, expression)[0];
      };
      CHECK(result("filing.applicants.all(x, ?)") == All(outcomes, open));
      CHECK(result("filing.applicants.exists(x, ?)") == Exists(outcomes, open));
      CHECK(result("filing.applicants.exists_one(x, ?)") == ExistsOne(outcomes, open));
      // With the index the folds are the same.
      CHECK(result("filing.applicants.all(i, x, i < 0 || ?)") == All(outcomes, open));
      CHECK(result("filing.applicants.exists(i, x, i >= 0 && ?)") == Exists(outcomes, open));
      CHECK(result("filing.applicants.existsOne(i, x, i >= 0 && ?)") == ExistsOne(outcomes, open));
    }
  }
}

TEST_CASE("filter, map and transformList as values are strict in their elements") {
  for (const std::string& outcomes : Lists()) {
    for (const bool open : {false, true}) {
      CAPTURE(outcomes);
      CAPTURE(open);
      const auto result = [&](const char* expression) {
        return ResultOver(outcomes, open, expression)[0];
      };
      // What is certain of the list's first place, whatever it is: it is asked for behind a list
      // of its own, so that the filter does not run in the macro's pass.
      const char any = Value(outcomes, 'T');
      CHECK(result("cel.bind(l, ['T'] + filing.applicants.filter(x, ?), l[0] == 'T')") == any);
      CHECK(result("cel.bind(l, [true] + filing.applicants.map(x, ?), l[0])") == any);
      CHECK(result("cel.bind(l, [true] + filing.applicants.map(x, ?, true), l[0])") == any);
      CHECK(result("cel.bind(l, [true] + filing.applicants.transformList(i, x, i >= 0 && ?), "
                   "l[0])") == any);
      CHECK(result("cel.bind(l, [0] + filing.applicants.transformList(i, x, ?, i), l[0] == 0)") ==
            any);
      // A transform of what is not let through is not looked at.
      CHECK(result("cel.bind(l, [true] + filing.applicants.map(x, false, ?), l[0])") == 'T');
    }
  }
}

TEST_CASE("filters in front run in the same pass: P && Q, !P || Q") {
  // The first letter is the filter's outcome of the one element, the second the body's.
  struct Row {
    const char* outcomes;
    char all;
    char exists;
    char exists_one;
  };
  const Row rows[] = {
      {"TT", 'T', 'T', 'T'}, {"TF", 'F', 'F', 'F'}, {"TU", 'U', 'U', 'U'}, {"TE", 'E', 'E', 'E'},
      {"FT", 'T', 'F', 'F'}, {"FF", 'T', 'F', 'F'}, {"FU", 'T', 'F', 'F'}, {"FE", 'T', 'F', 'F'},
      {"UT", 'T', 'U', 'U'}, {"UF", 'U', 'F', 'F'}, {"UU", 'U', 'U', 'U'}, {"UE", 'U', 'U', 'U'},
      {"ET", 'E', 'E', 'E'}, {"EF", 'E', 'E', 'E'}, {"EU", 'E', 'E', 'E'}, {"EE", 'E', 'E', 'E'},
  };
  for (const Row& row : rows) {
    CAPTURE(row.outcomes);
    // One element, so that its outcome is the macro's; x stands for either letter in turn.
    const auto result = [&](const std::string& macro, bool chained) {
      const std::string question(kQuestion);
      const auto about = [&](char outcome) {
        return "cel.bind(x, '" + std::string(1, outcome) + "' + y, " + question + ")";
      };
      const std::string always = chained ? ".filter(y, y == '')" : "";
      const TrialRecord record(ExampleModel(), "decision: {review_days: 0}\n");
      return ResultOf("['']" + always + ".filter(y, " + about(row.outcomes[0]) + ")." + macro +
                          "(y, " + about(row.outcomes[1]) + ")",
                      record.record())[0];
    };
    for (const bool chained : {false, true}) {
      CHECK(result("all", chained) == row.all);
      CHECK(result("exists", chained) == row.exists);
      CHECK(result("exists_one", chained) == row.exists_one);
    }
  }
}

TEST_CASE("an error of a filter is one of the whole, wherever the element stands") {
  for (const std::string& outcomes : Lists()) {
    if (!Has(outcomes, 'E')) continue;
    CAPTURE(outcomes);
    for (const bool open : {false, true}) {
      for (const char* const expression :
           {"filing.applicants.filter(x, ?).all(x, false)",
            "filing.applicants.filter(x, ?).exists(x, true)",
            "filing.applicants.filter(x, ?).exists_one(x, true)",
            "filing.applicants.filter(x, true).filter(x, ?).exists(x, true)",
            "size(filing.applicants.filter(x, ?)) >= 0",
            "size(filing.applicants.filter(x, ?)) >= size(parties)",
            "filing.applicants.filter(x, ?).size() == 1"}) {
        CAPTURE(expression);
        CHECK(ResultOver(outcomes, open, expression) == "E");
      }
    }
  }
}

TEST_CASE("an error of exists_one is one of the whole, a map with one key twice included") {
  const TrialRecord record(ExampleModel(), "decision: {review_days: 2}\n");
  CHECK(ResultOf("[0, 1, 2].exists_one(i, i in {decision.review_days: 0, i: 0})",
                 record.record()) == "E duplicate-key");
  CHECK(ResultOf("[0, 2].filter(i, i in {decision.review_days: 0, i: 0}).exists(i, i == 0)",
                 record.record()) == "E duplicate-key");
}

TEST_CASE("the size of what filters let through lies between two bounds") {
  for (const std::string& outcomes : Lists()) {
    if (Has(outcomes, 'E')) continue;
    for (const bool open : {false, true}) {
      const auto least = std::count(outcomes.begin(), outcomes.end(), 'T');
      const auto most = open ? 100 : least + std::count(outcomes.begin(), outcomes.end(), 'U');
      for (int bound = 0; bound <= 4; ++bound) {
        struct Relation {
          const char* op;
          const char* turned;
          bool (*holds)(long, long);
        };
        const Relation relations[] = {
            {"<", ">", [](long a, long b) { return a < b; }},
            {"<=", ">=", [](long a, long b) { return a <= b; }},
            {">", "<", [](long a, long b) { return a > b; }},
            {">=", "<=", [](long a, long b) { return a >= b; }},
            {"==", "==", [](long a, long b) { return a == b; }},
            {"!=", "!=", [](long a, long b) { return a != b; }},
        };
        for (const Relation& relation : relations) {
          bool may_hold = false;
          bool may_fail = false;
          for (long size = least; size <= most; ++size) {
            (relation.holds(size, bound) ? may_hold : may_fail) = true;
          }
          const std::string want = may_hold && may_fail ? "U" : may_hold ? "T" : "F";
          const std::string size = "size(filing.applicants.filter(x, ?))";
          const std::string number = std::to_string(bound);
          CAPTURE(outcomes);
          CAPTURE(open);
          CAPTURE(relation.op);
          CAPTURE(bound);
          CHECK(ResultOver(outcomes, open, size + " " + relation.op + " " + number) == want);
          CHECK(ResultOver(outcomes, open, number + " " + relation.turned + " " + size) == want);
        }
      }
    }
  }
}

TEST_CASE("a range that is unknown or an error is the macro's result") {
  const TrialRecord record(ExampleModel(), "decision: {review_days: 0}\n");
  const char* const unknown = "(hearing.waived ? ['a'] : ['b'])";
  const char* const error = "(1 / decision.review_days == 1 ? ['a'] : ['b'])";
  for (const char* const macro :
       {".all(x, true)", ".exists(x, true)", ".exists_one(x, false)",
        ".all(i, x, i >= 0 || x == '')", ".filter(x, true).size() >= 0", ".map(x, x).size() >= 0",
        ".transformList(i, x, x + string(i)).size() >= 0", ".filter(x, true).all(x, true)",
        ".filter(x, true).filter(x, true).exists_one(x, true)"}) {
    CAPTURE(macro);
    CHECK(ResultOf(unknown + std::string(macro), record.record())[0] == 'U');
    CHECK(ResultOf(error + std::string(macro), record.record())[0] == 'E');
  }
}

TEST_CASE("behind an open list nobody knows at which place the next begins") {
  const TrialRecord record(ExampleModel(),
                           "filing: {applicants: [甲]}\ndocuments: [{number: 一}]\n",
                           {"filing.applicants", "documents"});
  struct Row {
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"(filing.applicants + ['丙'])[0] == '甲'", "T"},
      {"(filing.applicants + ['丙'])[1] == '丙'", "U filing.applicants"},
      {"(['丙'] + filing.applicants)[1] == '甲'", "T"},
      {"(['丙'] + filing.applicants)[2] == '甲'", "U filing.applicants"},
      {"filing.applicants + ['丙'] == ['甲', '乙', '丙']", "U filing.applicants"},
      {"filing.applicants + ['丙'] == ['丙']", "F"},
      {"filing.applicants + ['丙'] == ['甲']", "F"},
      {"(filing.applicants + ['丙']).exists(i, x, i == 1 && x == '丙')", "U filing.applicants"},
      {"(filing.applicants + ['丙']).exists(i, x, i == 0 && x == '甲')", "T"},
      {"(filing.applicants + ['丙']).filter(x, x == '丙')[0] == '丙'", "U filing.applicants"},
      {"(filing.applicants + ['丙']).map(x, x + '!')[0] == '甲!'", "T"},
      {"(filing.applicants + ['丙']).map(x, x + '!')[1] == '丙!'", "U filing.applicants"},
      {"(filing.applicants + ['丙', '丙']).distinct()[1] == '丙'", "U filing.applicants"},
      {"'丙' in filing.applicants + ['丙']", "T"},
      {"size(filing.applicants + ['丙']) >= 2", "T"},
      {"(documents + documents)[0].number == '一'", "T"},
      {"(documents + documents)[1].number == '一'", "U documents"},
      // Two open lists may be the same one or two.
      {"[filing.applicants, filing.applicants].distinct().size() == 2", "U filing.applicants"},
      {"[filing.applicants, ['乙']].distinct().size() == 2", "T"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    CHECK(ResultOf(row.expression, record.record()) == row.want);
  }
}
