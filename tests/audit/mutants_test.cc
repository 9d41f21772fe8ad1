// Rules changed in one place, and the changes that their tests do not notice.
#include "audit/mutants.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/file_reader.h"
#include "pack/mutate_rule.h"
#include "support/small_model.h"

using namespace anjuan;

namespace {

constexpr const char kPack[] = R"(name: 试
title: 试验
version: "1"
model: small
law_date: {default: decision.date}
stages: {decide: 决定}
params: {limit: {type: int, value: 90}, least: {type: money, value: 100}, words: {type: string, value: 甲}}
scoring: {scheme: generic}
)";

std::string RuleText(const std::string& severity, const std::string& check,
                     const std::string& tests) {
  return "id: T-1\nname: x\ntitle: 甲\nstage: 决定\nseverity: " + severity +
         "\nbasis: [某法 1]\ncovers: [RI-1]\nwhy: 说明\n" + check +
         "\nmessage: 不符\nfix: 无\nscore: {section: 程序, deduct: 1, cap: 1}\ntests:\n" + tests;
}

// Rows of periods, which the small model does without.
constexpr const char kRows[] = R"(  suspensions:
    label: 扣除
    type: list
    element: suspension
    max_items: 4
    fields:
      began_on: {label: 起, type: date}
      ended_on: {label: 止, type: date}
  extensions:
    label: 延长
    type: list
    element: extension
    max_items: 4
    fields:
      approved_on: {label: 批准日期, type: date}
      extended_to: {label: 延长至, type: date}
deadlines: {began: began_on, ended: ended_on, proof: proof, approved: approved_on, extended_to: extended_to, open_case: case.complex}
)";

struct OneRule {
  std::unique_ptr<const Model> model;
  std::vector<std::unique_ptr<const CompiledPack>> packs;

  OneRule(const std::string& check, const std::string& tests) {
    DiagnosticSink sink;
    model = LoadModel(
        std::make_shared<const Source>("small.yaml", std::string(kSmallModel) + kRows), sink);
    REQUIRE_MESSAGE(model != nullptr, Format(sink, Lang::kEnglish));
    MemoryReader files;
    files.Add("p/pack.yaml", kPack);
    files.Add("p/decide/T-1.yaml", RuleText("fatal", check, tests));
    std::optional<Pack> loaded = LoadPack(files, "p", {&files, "none/"}, sink);
    REQUIRE(loaded.has_value());
    packs.push_back(CompilePack(std::move(*loaded), *model, true, sink));
    REQUIRE_MESSAGE(packs[0] != nullptr, Format(sink, Lang::kEnglish));
  }
};

std::vector<std::string> ChangesOf(const std::string& check) {
  const OneRule one(check, "  []\n");
  std::vector<std::string> changes;
  for (const RuleMutant& mutant : MutantsOf(*one.packs[0], one.packs[0]->rules[0], *one.model)) {
    changes.push_back(Say(Lang::kEnglish, mutant.what));
  }
  return changes;
}

bool Has(const std::vector<std::string>& changes, const std::string& change) {
  return std::find(changes.begin(), changes.end(), change) != changes.end();
}

// The counts, then each survivor with its place; mistakes behind them.
std::string Report(const std::string& check, const std::string& tests, unsigned jobs = 1) {
  const OneRule one(check, tests);
  const WorkdayCalendar calendar(std::vector<WorkdayCalendar::Year>{{2023, {}, {}}});
  DiagnosticSink sink;
  const MutationReport report =
      TestMutants(one.packs, *one.model, calendar, jobs, sink, Lang::kEnglish);
  const MutantCount& fatal = report.by_severity[static_cast<size_t>(Severity::kFatal)];
  CHECK(report.Total().changes == fatal.changes);
  CHECK(report.Total().survived == report.survivors.size());
  std::string out = std::to_string(fatal.survived) + "/" + std::to_string(fatal.changes) + "\n";
  for (const Survivor& survivor : report.survivors) {
    const Place place = survivor.rule->source()->PlaceOf(survivor.place.begin);
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           Say(Lang::kEnglish, survivor.what) + "\n";
  }
  return out + Format(sink, Lang::kEnglish);
}

}  // namespace

TEST_CASE("conditions are negated, cures and parts of deadlines left out") {
  struct Row {
    const char* name;
    const char* check;
    std::vector<std::string> has;
    std::vector<std::string> has_not;
  };
  const Row rows[] = {
      {"when and require",
       "when: case.complex\nrequire: decision.sealed",
       {"when negated", "require negated"},
       {"where negated"}},
      {"each",
       "each: {in: documents, as: d, where: d.sealed, require: has(d.date)}",
       {"where negated", "require negated"},
       {"when negated"}},
      {"a cure is an operand",
       "require: decision.sealed\ncured_by: case.complex",
       {"'case.complex' left out", "'decision.sealed' left out"},
       {}},
      {"each of several fields",
       "present: [decision.number, decision.date]",
       {"'decision.number' left out", "'decision.date' left out", "present negated"},
       {}},
      {"a limit",
       "deadline: {from: filing.approved_on, to: decision.date, within: days(7), excluding: "
       "suspensions, extended_to: extensions}\ncured_by: case.complex",
       {"'excluding: suspensions' left out", "'extended_to: extensions' left out",
        "'cured_by: case.complex' left out", "'rolls: true' becomes 'rolls: false'",
        "'7' becomes '8'", "'7' becomes '6'"},
       {"'or_on: false' becomes 'or_on: true'", "deadline negated"}},
      {"a waiting time",
       "deadline: {from: filing.approved_on, to: decision.date, at_least: days(7), or_on: true, "
       "rolls: false}",
       {"'or_on: true' becomes 'or_on: false'", "'rolls: false' becomes 'rolls: true'"},
       {}},
      {"working days end on one",
       "deadline: {from: filing.approved_on, to: decision.date, within: workdays(7)}",
       {"'7' becomes '8'"},
       {"'rolls: false' becomes 'rolls: true'", "'rolls: true' becomes 'rolls: false'"}},
      {"so long before",
       "deadline: {from: filing.approved_on, to: decision.date, before: days(7)}",
       {"'7' becomes '6'"},
       {"'rolls: true' becomes 'rolls: false'", "'or_on: false' becomes 'or_on: true'"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::vector<std::string> changes = ChangesOf(row.check);
    for (const std::string& change : row.has) {
      CAPTURE(change);
      CHECK(Has(changes, change));
    }
    for (const std::string& change : row.has_not) {
      CAPTURE(change);
      CHECK(!Has(changes, change));
    }
  }
}

TEST_CASE("a change that no test notices survives") {
  const std::string check = "require: decision.date <= filing.approved_on + days(7)";
  const std::string far_off =
      "  - {name: 早, expect: passed, case: {filing: {approved_on: 2023-03-01}, decision: {date: "
      "2023-03-02}}}\n"
      "  - {name: 晚, expect: failed, case: {filing: {approved_on: 2023-03-01}, decision: {date: "
      "2023-03-20}}}\n";
  const std::string last_day =
      "  - {name: 届满, expect: passed, case: {filing: {approved_on: 2023-03-01}, decision: {date: "
      "2023-03-08}}}\n";
  const std::string day_after =
      "  - {name: 次日, expect: failed, case: {filing: {approved_on: 2023-03-01}, decision: {date: "
      "2023-03-09}}}\n";
  // Changes: <=, +, 8, 6, not.
  CHECK(Report(check, far_off) == R"(3/5
9:24 '<=' becomes '<'
9:53 '7' becomes '8'
9:53 '7' becomes '6'
)");
  CHECK(Report(check, far_off + last_day) == "1/5\n9:53 '7' becomes '8'\n");
  CHECK(Report(check, far_off + last_day + day_after) == "0/5\n");
  CHECK(Report(check, far_off, /*jobs=*/4) == Report(check, far_off));
}

TEST_CASE("parameters move by one of their unit; a text does not") {
  const std::string tests =
      "  - {name: 一, expect: passed, case: {decision: {penalties: [{amount: 9999}]}}}\n";
  CHECK(Report("require: decision.penalties.all(p, p.amount > params.least)", tests) == R"(3/4
9:45 '>' becomes '>='
9:47 'params.least' becomes 'params.least + yuan(1)'
9:47 'params.least' becomes 'params.least - yuan(1)'
)");
  CHECK(Report("require: size(decision.penalties) < params.limit", tests) == R"(3/4
9:35 '<' becomes '<='
9:37 'params.limit' becomes 'params.limit + 1'
9:37 'params.limit' becomes 'params.limit - 1'
)");
  CHECK(Report("require: decision.number == params.words",
               "  - {name: 一, expect: passed, case: {decision: {number: 甲}}}\n") == "0/2\n");
}

TEST_CASE("a change that comes to the same program is none") {
  const std::string tests = "  - {name: 一, expect: passed, case: {decision: {sealed: true}}}\n";
  // true || x is true, and so it stays without x.
  CHECK(Report("require: true || decision.sealed", tests) == R"(2/3
9:10 'true' left out
9:15 '||' becomes '&&'
)");
}

TEST_CASE("a rule whose tests fail as it stands is told and left alone") {
  CHECK(Report("require: decision.sealed",
               "  - {name: 一, expect: failed, case: {decision: {sealed: true}}}\n") ==
        R"(0/0
p/decide/T-1.yaml:1:5: error: the tests of rule T-1 fail as it stands; it was not changed [mutant-rule-fails]
 1 | id: T-1
   |     ^~~
)");
}
