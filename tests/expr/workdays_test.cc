// Working days in rule expressions: what they come to, and what becomes of a year without data.
#include <doctest/doctest.h>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

const Record& File() {
  static const TrialRecord file(ExampleModel(),
                                "source: {found_on: 2024-09-30}\n"
                                "filing: {approved_on: 2024-10-08}\n"
                                "notice: {served_on: 2025-04-25}\n"
                                "legal_review: {reviewed_on: 2023-12-29}\n"
                                "hearing: {requested_on: 2031-03-03}\n"
                                "decision: {date: 2025-12-30, review_days: 5}\n"
                                "documents: [{date: 2025-04-27}, {date: 2028-01-05}, {date: "
                                "2027-01-05}]\n");
  return file.record();
}

}  // namespace

TEST_CASE("working days skip weekends and holidays and count made-up days") {
  // Off: 2024-10-01 to 07, 2025-05-01 to 05; worked: 2024-10-12 and 2025-04-27.
  const char* const holds[] = {
      "source.found_on + workdays(1) == filing.approved_on",
      "source.found_on + workdays(5) == date('2024-10-12')",
      "source.found_on + workdays(0) == source.found_on",
      "filing.approved_on - workdays(1) == source.found_on",
      "filing.approved_on + workdays(-1) == source.found_on",
      "notice.served_on + workdays(decision.review_days) == date('2025-05-06')",
      "source.found_on.workdaysUntil(filing.approved_on) == 1",
      "filing.approved_on.workdaysUntil(source.found_on) == -1",
      "source.found_on.workdaysUntil(source.found_on) == 0",
      "notice.served_on.workdaysUntil(date('2025-05-05')) == 4",
      "source.found_on.isWorkday() && !date('2024-10-01').isWorkday()",
      "date('2025-04-27').isWorkday() && !date('2025-04-26').isWorkday()",
      "date('2025-05-01').orNextWorkday() == date('2025-05-06')",
      "notice.served_on.orNextWorkday() == notice.served_on",
      "(notice.served_on + days(6)).orNextWorkday() == date('2025-05-06')",
      "workdays(5) == workdays(5) && workdays(5) != days(5)",
      "decision.date + workdays(1) == date('2025-12-31')",
      "date('2023-12-31') + workdays(1) == date('2024-01-01')",
      "documents[0].date.workdaysUntil(decision.date) > 100",
  };
  for (const char* const expression : holds) {
    CAPTURE(expression);
    CHECK(ResultOf(expression, File()) == "T");
  }
}

TEST_CASE("a year without data is unknown, and the first one lacking is the cause") {
  struct Row {
    const char* name;
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"past the last year", "decision.date + workdays(2) > decision.date", "U calendar:2026"},
      {"far past it", "decision.date + workdays(5000) > decision.date", "U calendar:2026"},
      {"before the first", "date('2024-01-01') - workdays(1) < today", "U calendar:2023"},
      {"until a day past the last year", "notice.served_on.workdaysUntil(hearing.requested_on) > 3",
       "U calendar:2026"},
      {"until an earlier day", "filing.approved_on.workdaysUntil(legal_review.reviewed_on) < 0",
       "U calendar:2023"},
      {"a day of a year without data", "hearing.requested_on.isWorkday()", "U calendar:2031"},
      {"the day moved on", "hearing.requested_on.orNextWorkday() > today", "U calendar:2031"},
      {"under a not", "!hearing.requested_on.isWorkday()", "U calendar:2031"},
      {"a constant is not worked out without the calendar",
       "date('2031-03-03').isWorkday() || date('2030-12-31') + workdays(1) > today",
       "U calendar:2031"},
      {"no workdays need no calendar", "hearing.requested_on + workdays(0) > today", "T"},
      {"nor does the day itself", "hearing.requested_on.workdaysUntil(hearing.requested_on) == 0",
       "T"},
      {"days need none", "hearing.requested_on + days(5) > today", "T"},
      {"what decides without it decides",
       "decision.review_days == 5 || "
       "hearing.requested_on.isWorkday()",
       "T"},
      {"beside a missing field, sorted",
       "hearing.requested_on.isWorkday() && case.complex && hearing.waived",
       "U calendar:2031 case hearing.waived"},
      {"a missing operand is the cause, not the year",
       "(hearing.requested_on + days(parties.size())).isWorkday()", "U parties"},
      {"of every element", "documents.all(d, d.date.isWorkday())", "U calendar:2027 calendar:2028"},
      {"a workday among them decides", "documents.exists(d, d.date.isWorkday())", "T"},
      {"through a name", "cel.bind(x, hearing.requested_on.isWorkday(), x && x)",
       "U calendar:2031"},
      {"through a list", "[hearing.requested_on].map(d, d.orNextWorkday()) == [today]",
       "U calendar:2031"},
      {"in a comparison of counts", "size(documents) >= today.workdaysUntil(hearing.requested_on)",
       "U calendar:2026"},
      {"an error stays an error",
       "date('9999-12-31') + days(decision.review_days) > today && "
       "decision.review_days == 5",
       "E overflow"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(ResultOf(row.expression, File()) == row.want);
  }
}

TEST_CASE("without a calendar every question of working days is unknown") {
  const auto program =
      Compiled("source.found_on + workdays(1) == filing.approved_on", Scope(ExampleModel()));
  Evaluator evaluator(ExampleModel());
  evaluator.SetRecord(&File());
  CHECK(evaluator.Test(*program) == Tri::kUnknown);
  CHECK(ResultOf(evaluator.Explain(*program)) == "U calendar:2024");
}

TEST_CASE("a constant is worked out when it loads only where it needs no calendar") {
  struct Row {
    const char* expression;
    const char* want;  // the diagnostics
  };
  const Row rows[] = {
      {"date('2025-04-30') + workdays(1) == date('2025-05-06')", ""},
      {"date('2025-04-30').isWorkday() == true", ""},
      {"[date('2025-04-30')].all(d, d.isWorkday())", ""},
      {"date('2025-04-30') + days(1) == date('2025-05-01')",
       "rule.yaml:1:1: warning: this comparison is always true [constant-comparison]\n"
       " 1 | date('2025-04-30') + days(1) == date('2025-05-01')\n"
       "   | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
      {"today + workdays(99999999999) > today",
       "rule.yaml:1:9: error: always an error: workdays(99999999999) [always-error]\n"
       " 1 | today + workdays(99999999999) > today\n"
       "   |         ^~~~~~~~~~~~~~~~~~~~~\n"
       "help: workdays(99999999999): out of range\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    CHECK(MistakesIn(row.expression, Scope(ExampleModel())) == row.want);
  }
}

TEST_CASE("a period of working days is printed as one, and a message may ask what is known") {
  Scope scope(ExampleModel());
  scope.in_message = true;
  Evaluator evaluator(ExampleModel());
  evaluator.SetCalendar(ExampleCalendar());
  evaluator.SetRecord(&File());
  CHECK(evaluator.TextOf(*Compiled("workdays(7)", scope, Wanted::kScalar), Lang::kChinese) ==
        "7 个工作日");
  CHECK(evaluator.TextOf(*Compiled("filing.approved_on + workdays(7)", scope, Wanted::kScalar),
                         Lang::kEnglish) == "2024-10-16");
  CHECK(evaluator.Test(*Compiled("known(date('2025-04-30') + workdays(1))", scope)) == Tri::kTrue);
  CHECK(evaluator.Test(*Compiled("known(date('2031-04-30') + workdays(1))", scope)) == Tri::kFalse);
}
