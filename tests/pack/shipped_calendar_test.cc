// The calendar that is built into the program, against what the yearly notices say.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "model/load_calendar.h"
#include "pack/shipped.h"

using namespace anjuan;

namespace {

std::unique_ptr<const WorkdayCalendar> Shipped() {
  const ShippedFile* const end = kShippedFiles + kShippedFileCount;
  const ShippedFile* const file = std::find_if(
      kShippedFiles, end, [](const ShippedFile& f) { return f.path == "calendars/cn.yaml"; });
  REQUIRE(file != end);
  DiagnosticSink sink;
  auto calendar =
      LoadCalendar(std::make_shared<const Source>("cn.yaml", std::string(file->text)), sink);
  REQUIRE_MESSAGE(calendar != nullptr, Format(sink, Lang::kEnglish));
  CHECK(sink.diagnostics().empty());
  return calendar;
}

}  // namespace

TEST_CASE("the shipped calendar has every year from 2007, with as many workdays as it had") {
  struct Row {
    int year;
    int workdays;
  };
  const Row rows[] = {
      {2007, 249}, {2008, 251}, {2009, 250}, {2010, 250}, {2011, 250}, {2012, 249}, {2013, 250},
      {2014, 250}, {2015, 249}, {2016, 250}, {2017, 249}, {2018, 250}, {2019, 250}, {2020, 249},
      {2021, 250}, {2022, 249}, {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248},
  };
  const auto calendar = Shipped();
  CHECK_FALSE(calendar->Covers(*MakeDate(2006, 12, 31)));
  for (const Row& row : rows) {
    CAPTURE(row.year);
    const auto count =
        calendar->WorkdaysUntil(*MakeDate(row.year - 1, 12, 31), *MakeDate(row.year, 12, 31));
    REQUIRE(count.ok());
    CHECK(*count == row.workdays);
  }
}

TEST_CASE("days of the shipped calendar that a weekday alone gets wrong") {
  struct Row {
    const char* name;
    CivilDay day;
    bool want;
  };
  const Row rows[] = {
      {"the Saturday before a long Labour Day", {2007, 4, 28}, true},
      {"a day off by the notice for the next year", {2007, 12, 31}, false},
      {"and the Saturday worked for it", {2007, 12, 29}, true},
      {"the day of 2015 alone", {2015, 9, 3}, false},
      {"Labour Day made longer in 2019", {2019, 5, 2}, false},
      {"Spring Festival made longer in 2020", {2020, 1, 31}, false},
      {"the Saturday that was to be worked for it", {2020, 2, 1}, false},
      {"the first workday behind it", {2020, 2, 3}, true},
      {"the last day of the old year, not yet a holiday in 2024", {2024, 2, 9}, true},
      {"and one from 2025", {2025, 1, 28}, false},
      {"2 May, one from 2025", {2025, 5, 2}, false},
      {"the Sunday worked for Labour Day", {2025, 4, 27}, true},
  };
  const auto calendar = Shipped();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(calendar->IsWorkday(*MakeDate(row.day.year, row.day.month, row.day.day)) == row.want);
  }
}
