// Days on a line: in order, equal days equally wide, long empty stretches short and told.
#include "report/html_day_scale.h"

#include <doctest/doctest.h>

using namespace anjuan;

TEST_CASE("days lie on the line as far apart as they are") {
  const DayScale scale({Date{100}, Date{120}, Date{110}, Date{110}}, {}, 1000);
  CHECK(scale.At(Date{100}) == 0);
  CHECK(scale.At(Date{105}) == 250);
  CHECK(scale.At(Date{110}) == 500);
  CHECK(scale.At(Date{120}) == 1000);
  CHECK(scale.At(Date{50}) == 0);
  CHECK(scale.At(Date{500}) == 1000);
  CHECK(scale.gaps().empty());
}

TEST_CASE("an empty stretch of more than 75 days is short, but not inside a period") {
  struct Row {
    const char* name;
    int32_t second;
    std::vector<DayScale::Span> spans;
    size_t gaps;
  };
  for (const Row& row :
       {Row{"75 days", 75, {}, 0}, Row{"76 days", 76, {}, 1}, Row{"years", 4000, {}, 1},
        Row{"in a period", 76, {{Date{0}, Date{76}}}, 0},
        Row{"beside a period", 76, {{Date{76}, Date{90}}}, 1}}) {
    CAPTURE(row.name);
    const DayScale scale({Date{0}, Date{row.second}, Date{row.second + 40}}, row.spans, 1000);
    REQUIRE(scale.gaps().size() == row.gaps);
    if (row.gaps == 0) continue;
    CHECK(scale.gaps()[0].days == row.second);
    CHECK(scale.gaps()[0].from == 0);
    CHECK(scale.gaps()[0].to < 200);
    CHECK(scale.At(Date{row.second}) == scale.gaps()[0].to);
  }
}

TEST_CASE("a single day has a place; months are told where they have room") {
  const DayScale one({*MakeDate(2023, 5, 3)}, {}, 1000);
  CHECK(one.At(*MakeDate(2023, 5, 3)) == 0);
  CHECK(one.Months(30).empty());
  const DayScale quarter({*MakeDate(2023, 3, 15), *MakeDate(2023, 5, 10)}, {}, 1000);
  CHECK(quarter.Months(30) == std::vector<Date>{*MakeDate(2023, 4, 1), *MakeDate(2023, 5, 1)});
  CHECK(quarter.Months(900) == std::vector<Date>{*MakeDate(2023, 4, 1)});
}
