// What a deadline comes to on one case, whatever the rule's outcome.
#include "audit/judged_period.h"

#include <doctest/doctest.h>

#include "support/small_rules.h"

using namespace anjuan;

namespace {

std::string DateOrDash(std::optional<Date> date) { return date ? FormatDate(*date) : "-"; }
std::string NumberOrDash(std::optional<int64_t> n) { return n ? std::to_string(*n) : "-"; }

// "T-1 overdue filing.approved_on 2023-03-02..2023-06-01 due 2023-05-31 91/90 left -"
std::string Dump(const JudgedPeriod& period) {
  const DeadlineJudge::Count& count = period.count;
  std::string text = period.rule->id + ' ' + std::string(NameOf(period.state));
  if (!period.element.empty()) text += ' ' + period.element;
  return text + ' ' + period.from.label + ' ' + DateOrDash(count.from) + ".." +
         DateOrDash(count.until) + " due " + DateOrDash(count.due) + ' ' +
         NumberOrDash(count.counted) + '/' + NumberOrDash(count.allowed) + " left " +
         NumberOrDash(count.days_left);
}

std::string Case(const std::string& approved, const std::string& decided) {
  return "<案卷 完整='是'><案件 编号='一'/><立案 批准日期='" + approved + "'/><处罚决定 日期='" +
         decided + "'/></案卷>";
}

std::string OpenCase(const std::string& approved) {
  return "<案卷 完整='是'><案件 编号='一' 重大复杂='是'/><立案 批准日期='" + approved +
         "'/></案卷>";
}

Date Day(int month, int day) { return *MakeDate(2023, month, day); }

}  // namespace

TEST_CASE("a period is in time by its last day and missed on the next") {
  const std::string ends = "from: filing.approved_on, to: decision.date, rolls: false, ";
  struct Row {
    const char* name;
    std::string check;
    std::string xml;
    std::optional<Date> today;
    std::string want;
  };
  const std::string within = "deadline: {" + ends + "within: days(10)}";
  const std::string at_least = "deadline: {" + ends + "at_least: days(10)}";
  const std::string before = "deadline: {" + ends + "before: days(10)}";
  const std::string workdays =
      "deadline: {from: filing.approved_on, to: decision.date, within: workdays(5)}";
  const Row rows[] = {
      {"within, the last day",
       within,
       Case("2023-03-01", "2023-03-11"),
       {},
       "T-1 in_time filing.approved_on 2023-03-01..2023-03-11 due 2023-03-11 10/10 left -"},
      {"within, the day after",
       within,
       Case("2023-03-01", "2023-03-12"),
       {},
       "T-1 overdue filing.approved_on 2023-03-01..2023-03-12 due 2023-03-11 11/10 left -"},
      {"within, running on its last day", within, OpenCase("2023-03-01"), Day(3, 11),
       "T-1 running filing.approved_on 2023-03-01..2023-03-11 due 2023-03-11 10/10 left 0"},
      {"within, open and over", within, OpenCase("2023-03-01"), Day(3, 12),
       "T-1 overdue filing.approved_on 2023-03-01..2023-03-12 due 2023-03-11 11/10 left -"},
      {"at least, the last day",
       at_least,
       Case("2023-03-01", "2023-03-11"),
       {},
       "T-1 too_early filing.approved_on 2023-03-01..2023-03-11 due 2023-03-11 10/10 left -"},
      {"at least, the day after",
       at_least,
       Case("2023-03-01", "2023-03-12"),
       {},
       "T-1 in_time filing.approved_on 2023-03-01..2023-03-12 due 2023-03-11 11/10 left -"},
      {"at least, waiting", at_least, OpenCase("2023-03-01"), Day(3, 11),
       "T-1 running filing.approved_on 2023-03-01..2023-03-11 due 2023-03-11 10/10 left 0"},
      {"at least, nothing to wait for", at_least, OpenCase("2023-03-01"), Day(3, 12),
       "T-1 in_time filing.approved_on 2023-03-01..2023-03-12 due 2023-03-11 11/10 left -1"},
      {"before, the last day",
       before,
       Case("2023-03-01", "2023-03-11"),
       {},
       "T-1 in_time filing.approved_on 2023-03-01..2023-03-11 due 2023-03-01 10/10 left -"},
      {"before, the day after",
       before,
       Case("2023-03-02", "2023-03-11"),
       {},
       "T-1 too_late filing.approved_on 2023-03-02..2023-03-11 due 2023-03-01 9/10 left -"},
      {"missed and made good",
       within + "\ncured_by: has(filing.approved_on)",
       Case("2023-03-01", "2023-03-12"),
       {},
       "T-1 cured filing.approved_on 2023-03-01..2023-03-12 due 2023-03-11 11/10 left -"},
      {"working days, the last",
       workdays,
       Case("2023-03-03", "2023-03-10"),
       {},
       "T-1 in_time filing.approved_on 2023-03-03..2023-03-10 due 2023-03-10 5/5 left -"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const SmallRules rules({row.check});
    const Inspected inspected = rules.Inspect(row.xml, row.today);
    REQUIRE(inspected.cases.size() == 1);
    REQUIRE(inspected.cases[0].periods.size() == 1);
    const JudgedPeriod& period = inspected.cases[0].periods[0];
    CHECK(Dump(period) == row.want);
    const bool over =
        std::string(row.name).find("within") == 0 && period.state == PeriodState::kOverdue;
    if (over) CHECK(period.DaysOver() == 1);
    CHECK(inspected.cases[0].undecided.empty());
  }
}

TEST_CASE("a period of list elements is counted for each that the rule asks about") {
  const std::string each =
      "deadline: {in: deliveries, as: d, where: d.document_kind == '行政处罚决定书', from: "
      "decision.date, to: d.served_on, within: days(7), rolls: false}";
  const SmallRules rules({each});
  const Inspected inspected = rules.Inspect(
      "<案卷 完整='是'><处罚决定 日期='2023-03-01'/>"
      "<送达 文书种类='行政处罚决定书' 送达日期='2023-03-08'/>"
      "<送达 文书种类='行政处罚告知书' 送达日期='2023-04-09'/>"
      "<送达 文书种类='行政处罚决定书' 送达日期='2023-03-09'/></案卷>");
  REQUIRE(inspected.cases.size() == 1);
  const std::vector<JudgedPeriod>& periods = inspected.cases[0].periods;
  REQUIRE(periods.size() == 2);
  CHECK(Dump(periods[0]) ==
        "T-1 in_time deliveries[0] decision.date 2023-03-01..2023-03-08 due 2023-03-08 7/7 left -");
  CHECK(Dump(periods[1]) ==
        "T-1 overdue deliveries[2] decision.date 2023-03-01..2023-03-09 due 2023-03-08 8/7 left -");
}

TEST_CASE("a period that cannot be counted is named with what is missing, other rules are not") {
  const SmallRules rules(
      {"deadline: {from: filing.approved_on, to: decision.date, within: days(10)}",
       "require: case.title == '二'",
       "when: decision.sealed\ndeadline: {from: filing.approved_on, to: decision.date, within: "
       "days(10)}"});
  const Inspected inspected = rules.Inspect("<案卷><处罚决定 日期='2023-03-01' 盖章='否'/></案卷>");
  REQUIRE(inspected.cases.size() == 1);
  const Inspection& inspection = inspected.cases[0];
  REQUIRE(inspection.undecided.size() == 1);
  CHECK(inspection.undecided[0].rule->id == "T-1");
  CHECK(inspection.undecided[0].missing == std::vector<std::string>{"filing"});
  CHECK(inspection.undecided[0].message == "cannot be decided: the export does not carry filing");
  REQUIRE(inspection.periods.size() == 1);
  CHECK((inspection.periods[0].state == PeriodState::kUndecided));
  CHECK(!inspection.periods[0].count.due);
}
