#include "survey/survey.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "survey/comparison.h"
#include "survey/ranking.h"
#include "survey/small_cases.h"

namespace anjuan {
namespace {

std::vector<CaseLine> ManyCases() {
  std::mt19937 random(7);
  std::vector<CaseLine> cases;
  for (int i = 0; i < 300; ++i) {
    const auto pick = [&](unsigned n) { return random() % n; };
    CaseLine one = Case("n" + std::to_string(i), "agency " + std::to_string(pick(5)),
                        static_cast<int64_t>(pick(10001)));
    if (pick(3) > 0) one.agency_group = "group " + std::to_string(pick(2));
    if (pick(2) == 0) one.decided_on = "2024-0" + std::to_string(1 + pick(9)) + "-03";
    for (size_t k = pick(3); k > 0; --k) one.officers.push_back("o" + std::to_string(pick(9)));
    for (size_t k = pick(5); k > 0; --k) {
      const std::string rule = "R-" + std::to_string(pick(12));
      const std::string mark = one.file + std::to_string(k);
      one.findings.push_back(pick(3) == 0 ? Undecided(rule, mark, {"documents[3].date"})
                                          : Defect(rule, mark));
      one.findings.back().title += std::to_string(pick(2));  // reports may differ
      one.findings.back().waived = pick(9) == 0 && one.findings.back().failed;
    }
    if (pick(7) == 0) one.vetoes = {"R-1"};
    cases.push_back(std::move(one));
  }
  return cases;
}

TEST_CASE("any order of cases, and of merging, gives the same survey") {
  const SurveyLimits limits{3, 5, 4};
  std::vector<CaseLine> cases = ManyCases();
  Survey want(limits);
  for (const CaseLine& one : cases) want.Add(one);
  CHECK(want.all().cases == 300);
  for (unsigned seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    std::shuffle(cases.begin(), cases.end(), std::mt19937(seed));
    Survey whole(limits);
    std::vector<Survey> parts(seed, Survey(limits));
    for (size_t i = 0; i < cases.size(); ++i) {
      whole.Add(cases[i]);
      parts[i % seed].Add(cases[i]);
    }
    CHECK(whole == want);
    Survey merged(limits);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) merged.Merge(*part);
    CHECK(merged == want);
  }
}

TEST_CASE("what is counted of a case, and under which names") {
  Survey survey;
  CaseLine one = Case("1", "A", 8000,
                      {Defect("R-1", "a"), Defect("R-1", "b"), Undecided("R-2", "c", {"x[2].y"})});
  one.decided_on = "2024-02-29";
  one.officers = {"li", "wu", "li"};
  one.vetoes = {"R-1"};
  CaseLine waived = Case("2", "", 9001, {Defect("R-1", "d")});
  waived.findings[0].waived = true;
  waived.decided_on = "2024-02-30";
  survey.Add(one);
  survey.Add(waived);
  const Slice& all = survey.all();
  CHECK(all.cases == 2);
  CHECK(all.flawed == 1);
  CHECK(all.defects == 2);
  CHECK(all.undecided == 1);
  CHECK(all.waived == 1);
  CHECK(all.vetoed == 1);
  CHECK(all.Average() == 8501);  // 8500.5, half up
  CHECK(all.lowest == 8000);
  CHECK(all.DefectsPerHundred(all.cases) == 10000);
  CHECK(all.rules.at("R-1").cases == 1);
  CHECK(all.rules.at("R-1").defects == 2);
  CHECK(survey.By(Dimension::kAgency).at("").cases == 1);
  CHECK(survey.By(Dimension::kOfficer).at("li").cases == 1);
  CHECK(survey.By(Dimension::kOfficer).at("").cases == 1);
  CHECK(survey.By(Dimension::kMonth).at("2024-02").cases == 1);
  CHECK(survey.By(Dimension::kMonth).at("").cases == 1);  // no such day
  CHECK(survey.By(Dimension::kStage).at("stage of R-1").cases == 1);
  CHECK(survey.By(Dimension::kStage).at("stage of R-2").cases == 0);
  CHECK(survey.By(Dimension::kRule).at("R-2").undecided == 1);
  CHECK(survey.missing().at("x[].y") == 1);
  CHECK(survey.CountedTwice() == 0);
  survey.Add(one);
  CHECK(survey.CountedTwice() == 1);
}

TEST_CASE("ranks: equal ones together, few files and no name behind") {
  Survey survey;
  const auto add = [&](const std::string& agency, int64_t score, int times) {
    for (int i = 0; i < times; ++i) {
      survey.Add(Case(agency + std::to_string(i), agency, score));
    }
  };
  add("b", 9000, 2);
  add("a", 9000, 2);
  add("c", 9500, 3);
  add("d", 8000, 2);
  add("few", 10000, 1);
  add("", 10000, 2);
  std::string got;
  for (const RankedSlice& one : Rank(survey, Dimension::kAgency, 2)) {
    got += std::to_string(one.rank) + one.name + " ";
  }
  CHECK(got == "1c 2a 2b 4d 0 0few ");
}

TEST_CASE("comparison: better, worse, new kinds, repeated ones, gone ones") {
  Survey then;
  then.Add(Case("1", "up", 8000, {Defect("R-1", "a"), Defect("R-2", "b")}));
  then.Add(Case("2", "down", 9000, {Defect("R-1", "c")}));
  then.Add(Case("3", "same", 9000));
  then.Add(Case("4", "left", 9000));
  then.Add(Case("5", "tied", 9000, {Defect("R-1", "d")}));
  Survey now;
  now.Add(Case("1", "up", 9000, {Defect("R-1", "a")}));
  now.Add(Case("2", "down", 8000, {Defect("R-3", "c")}));
  now.Add(Case("3", "same", 9000));
  now.Add(Case("6", "came", 9000));
  now.Add(Case("5", "tied", 9000));
  struct Row {
    std::string agency;
    Trend trend;
    std::vector<std::string> fresh, again, gone;
  };
  const Row rows[] = {
      {"came", Trend::kOnlyNow, {}, {}, {}},        {"down", Trend::kWorse, {"R-3"}, {}, {"R-1"}},
      {"left", Trend::kOnlyThen, {}, {}, {}},       {"same", Trend::kSame, {}, {}, {}},
      {"tied", Trend::kBetter, {}, {}, {"R-1"}},  // by defects
      {"up", Trend::kBetter, {}, {"R-1"}, {"R-2"}},
  };
  const Comparison comparison = Compare(then, now, Dimension::kAgency);
  CHECK(comparison.by_score);
  REQUIRE(comparison.slices.size() == std::size(rows));
  for (size_t i = 0; i < std::size(rows); ++i) {
    CAPTURE(rows[i].agency);
    const ComparedSlice& got = comparison.slices[i];
    CHECK(got.name == rows[i].agency);
    CHECK(got.trend == rows[i].trend);
    CHECK(got.fresh == rows[i].fresh);
    CHECK(got.again == rows[i].again);
    CHECK(got.gone == rows[i].gone);
  }
}

TEST_CASE("comparison says where the rules or the scoring differ") {
  Survey then;
  Survey now;
  RunLine run;
  run.packs = {{"p", "1", "d1"}};
  run.scheme = "s";
  then.Add(run);
  now.Add(run);
  CHECK_FALSE(Compare(then, now, Dimension::kAgency).other_rules);
  run.packs[0].digest = "d2";
  run.scheme = "t";
  now.Add(run);
  then.Add(Case("1", "a", 9000));
  now.Add(Case("1", "a", 9000));
  CHECK(Compare(then, now, Dimension::kAgency).other_rules);
  CHECK_FALSE(Compare(then, now, Dimension::kAgency).by_score);
}

}  // namespace
}  // namespace anjuan
