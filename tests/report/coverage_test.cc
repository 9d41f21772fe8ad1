// Coverage of review items, as text and as JSON.
#include "report/coverage.h"

#include <doctest/doctest.h>

using namespace anjuan;

namespace {

struct Sample {
  std::vector<ReviewItem> items = {{"RI-A-01", 'S', 'A', "甲", ""},
                                   {"RI-A-02", 'S', 'B', "乙", ""},
                                   {"RI-A-03", 'H', 'A', "丙", "只能看纸质案卷"}};
  Rule rule;
  std::vector<ItemCoverage> coverage;

  Sample() {
    rule.id = "T-1";
    coverage = {{&items[0], {&rule}}, {&items[1], {}}, {&items[2], {}}};
  }
};

}  // namespace

TEST_CASE("coverage counts by class and strength, then says what is left and why") {
  const Sample sample;
  const std::string counts =
      R"(class (covered/items)             A       B       C       D       all
S  fields and dates decide        1/1     0/1     -       -       1/2
T  the text of a paper decides    -       -       -       -       -
X  several case files             -       -       -       -       -
H  a person decides               0/1     -       -       -       0/1
all                               1/2     0/1     -       -       1/3

2 items without a rule, and why:
  RI-A-02         S B  乙
      (no reason given)
  RI-A-03         H A  丙
      只能看纸质案卷
)";
  CHECK(CoverageText(sample.coverage, /*all=*/false, Lang::kEnglish) == counts);
  CHECK(CoverageText(sample.coverage, /*all=*/true, Lang::kEnglish) == counts + R"(
items and rules:
  RI-A-01         S A  甲
      T-1
  RI-A-02         S B  乙
      -
  RI-A-03         H A  丙
      -
)");
}

TEST_CASE("coverage as JSON") {
  const Sample sample;
  CHECK(
      CoverageJson(sample.coverage) ==
      R"({"items":3,"covered":1,"groups":[{"class":"S","strength":"A","items":1,"covered":1},)"
      R"({"class":"S","strength":"B","items":1,"covered":0},)"
      R"({"class":"H","strength":"A","items":1,"covered":0}],"list":[)"
      R"({"id":"RI-A-01","class":"S","strength":"A","name":"甲","rules":["T-1"],"why_not":null},)"
      R"({"id":"RI-A-02","class":"S","strength":"B","name":"乙","rules":[],"why_not":null},)"
      R"({"id":"RI-A-03","class":"H","strength":"A","name":"丙","rules":[],"why_not":"只能看纸质案卷"}]})"
      "\n");
}
