// Bars of periods: what stands on either side of the last lawful day.
#include "report/period_bar.h"

#include <doctest/doctest.h>

using namespace anjuan;

namespace {

JudgedPeriod Judged(DeadlineKind kind, PeriodState state, int from, int until, int due) {
  JudgedPeriod period;
  period.kind = kind;
  period.state = state;
  period.count.from = Date{from};
  period.count.until = Date{until};
  period.count.due = Date{due};
  return period;
}

}  // namespace

TEST_CASE("a bar fills its cells and shows the last lawful day and what lies around it") {
  constexpr DeadlineKind kWithin = DeadlineKind::kWithin;
  constexpr DeadlineKind kAtLeast = DeadlineKind::kAtLeast;
  constexpr DeadlineKind kBefore = DeadlineKind::kBefore;
  struct Row {
    const char* name;
    DeadlineKind kind;
    PeriodState state;
    int from, until, due;
    size_t cells;
    const char* want;
  };
  const Row rows[] = {
      {"half of it", kWithin, PeriodState::kInTime, 0, 5, 10, 21, "==========..........|"},
      {"the last day", kWithin, PeriodState::kInTime, 0, 10, 10, 21, "====================|"},
      {"the day before the last", kWithin, PeriodState::kInTime, 0, 9, 10, 21,
       "=================...|"},
      {"the day after the last", kWithin, PeriodState::kOverdue, 0, 11, 10, 21,
       "=================|!!!"},
      {"one day too many of a thousand", kWithin, PeriodState::kOverdue, 0, 1001, 1000, 21,
       "==================|!!"},
      {"a thousand too many", kWithin, PeriodState::kOverdue, 0, 1001, 1, 21,
       "=|!!!!!!!!!!!!!!!!!!!"},
      {"one day left of a thousand", kWithin, PeriodState::kInTime, 0, 999, 1000, 21,
       "==================..|"},
      {"running", kWithin, PeriodState::kRunning, 0, 5, 10, 20, "=========>.........|"},
      {"running on its last day", kWithin, PeriodState::kRunning, 0, 10, 10, 20,
       "==================>|"},
      {"running on the day of the event", kWithin, PeriodState::kRunning, 0, 0, 10, 20,
       ">..................|"},
      {"the step before the event", kWithin, PeriodState::kInTime, 5, 0, 10, 20,
       "...................|"},
      {"no days at all", kWithin, PeriodState::kInTime, 3, 3, 3, 20, "|"},
      {"a wait that is over", kAtLeast, PeriodState::kInTime, 0, 20, 10, 21,
       "==========|=========="},
      {"too early", kAtLeast, PeriodState::kTooEarly, 0, 5, 10, 21, "==========!!!!!!!!!!|"},
      {"too early by the last day alone", kAtLeast, PeriodState::kTooEarly, 0, 10, 10, 20,
       "==================!|"},
      {"waiting", kAtLeast, PeriodState::kRunning, 0, 5, 10, 20, "=========>.........|"},
      {"long enough before", kBefore, PeriodState::kInTime, 0, 20, 10, 21, "..........|=========="},
      {"just long enough before", kBefore, PeriodState::kInTime, 10, 20, 10, 21,
       "|===================="},
      {"not long enough before", kBefore, PeriodState::kTooLate, 15, 20, 10, 21,
       "|!!!!!!!!!!=========="},
      {"as narrow as can be", kWithin, PeriodState::kOverdue, 0, 11, 10, 3, "=|!"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::vector<BarPart> parts =
        BarOf(Judged(row.kind, row.state, row.from, row.until, row.due));
    REQUIRE(row.cells >= parts.size());
    CHECK(LayOut(parts, row.cells) == row.want);
  }
}

TEST_CASE("whatever the days, a bar has as many cells as it was given") {
  for (size_t cells = 3; cells < 40; ++cells) {
    for (int until = 1; until < 400; until += 7) {
      for (int due = 1; due < 400; due += 13) {
        const PeriodState state = until <= due ? PeriodState::kInTime : PeriodState::kOverdue;
        const std::string bar =
            LayOut(BarOf(Judged(DeadlineKind::kWithin, state, 0, until, due)), cells);
        REQUIRE(bar.size() == cells);
        REQUIRE((bar.find('!') != std::string::npos) == (until > due));
        REQUIRE((bar.find('.') != std::string::npos) == (until < due));
      }
    }
  }
}

TEST_CASE("a period whose days are not all known has no bar") {
  JudgedPeriod period = Judged(DeadlineKind::kWithin, PeriodState::kUndecided, 0, 5, 10);
  CHECK(!BarOf(period).empty());
  period.count.due.reset();
  CHECK(BarOf(period).empty());
}
