#include "model/load_calendar.h"

#include <doctest/doctest.h>

#include <string>

using namespace anjuan;

namespace {

constexpr const char kCalendar[] = R"(name: small
title: 小历
years:
  2023:
    source: [通知甲]
    holidays:
      次年元旦: {off: [2023-12-30..2023-12-31]}
  2024:
    source: [通知乙, 通知丙]
    holidays:
      元旦: {off: [2024-01-01]}
      春节: {off: [2024-02-10..2024-02-12, 2024-02-13], work: [2024-02-04, 2024-02-18]}
)";

struct Loaded {
  std::unique_ptr<const WorkdayCalendar> calendar;
  std::string printed;
};

Loaded Load(const std::string& text, Lang lang = Lang::kEnglish) {
  DiagnosticSink sink;
  Loaded loaded;
  loaded.calendar = LoadCalendar(std::make_shared<const Source>("cn.yaml", text), sink);
  loaded.printed = Format(sink, lang);
  return loaded;
}

}  // namespace

TEST_CASE("a calendar has the days off and the made-up days that its file names") {
  const Loaded loaded = Load(kCalendar);
  REQUIRE_MESSAGE(loaded.calendar != nullptr, loaded.printed);
  CHECK(loaded.printed == "");
  struct Row {
    const char* name;
    CivilDay day;
    bool want;
  };
  const Row rows[] = {
      {"before a span", {2024, 2, 9}, true},
      {"the first day of a span", {2024, 2, 10}, false},
      {"the last day of a span", {2024, 2, 12}, false},
      {"a day by itself", {2024, 2, 13}, false},
      {"behind it", {2024, 2, 14}, true},
      {"a made-up Sunday", {2024, 2, 4}, true},
      {"another Sunday", {2024, 2, 25}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Date day = *MakeDate(row.day.year, row.day.month, row.day.day);
    REQUIRE(loaded.calendar->Covers(day));
    CHECK(loaded.calendar->IsWorkday(day) == row.want);
  }
  CHECK(loaded.calendar->Covers(*MakeDate(2023, 1, 1)));
  CHECK_FALSE(loaded.calendar->Covers(*MakeDate(2022, 12, 31)));
  CHECK_FALSE(loaded.calendar->Covers(*MakeDate(2025, 1, 1)));
}

TEST_CASE("a mistake in a calendar is shown with its place") {
  struct Row {
    const char* name;
    const char* from;  // replaced in the calendar above …
    const char* to;    // … by this
    const char* want;
  };
  const Row rows[] = {
      {"an unknown key of the file", "title: 小历", "title: 小历\nyear: 2024",
       "cn.yaml:3:1: error: unknown key 'year' [unknown-key]\n"
       " 3 | year: 2024\n"
       "   | ^~~~\n"},
      {"an unknown key of a year", "source: [通知甲]", "source: [通知甲]\n    note: x",
       "cn.yaml:6:5: error: unknown key 'note' [unknown-key]\n"
       " 6 |     note: x\n"
       "   |     ^~~~\n"},
      {"an unknown key of a holiday", "work: [2024-02-04", "works: [2024-02-04",
       "cn.yaml:12:55: error: unknown key 'works' [unknown-key]\n"
       " 12 |       春节: {off: [2024-02-10..2024-02-12, 2024-02-13], works: [2024-02-04, "
       "2024-02-18]}\n"
       "    |                                                         ^~~~~\n"
       "help: did you mean 'work'?\n"},
      {"a year without its source", "    source: [通知甲]\n", "",
       "cn.yaml:5:5: error: key 'source' is missing [missing-key]\n"
       " 5 |     holidays:\n"
       "   |     ^~~~~~~~\n"},
      {"no year", "  2023:", "  2O23:",
       "cn.yaml:4:3: error: '2O23' is no year; write 2024 [not-a-year]\n"
       " 4 |   2O23:\n"
       "   |   ^~~~\n"},
      {"a year twice", "  2023:", "  2024:",
       "cn.yaml:7:20: error: 2023-12-30 does not lie in 2024; write it in its own year "
       "[other-year]\n"
       " 7 |       次年元旦: {off: [2023-12-30..2023-12-31]}\n"
       "   |                        ^~~~~~~~~~~~~~~~~~~~~~\n"
       "cn.yaml:8:3: error: key '2024' stands twice, first at line 4, column 3 [duplicate-key]\n"
       " 8 |   2024:\n"
       "   |   ^~~~\n"},
      {"a year without a day off", "{off: [2023-12-30..2023-12-31]}", "{}",
       "cn.yaml:4:3: error: no day off in 2023; leave out a year that is not announced yet "
       "[no-holidays]\n"
       " 4 |   2023:\n"
       "   |   ^~~~\n"},
      {"a day that the month has not", "off: [2024-01-01]", "off: [2024-02-30]",
       "cn.yaml:11:18: error: '2024-02-30' is no day; write 2024-02-10 or 2024-02-10..2024-02-17 "
       "[not-a-day]\n"
       " 11 |       元旦: {off: [2024-02-30]}\n"
       "    |                    ^~~~~~~~~~\n"},
      {"another way to write a day", "off: [2024-01-01]", "off: [2024-1-1]",
       "cn.yaml:11:18: error: '2024-1-1' is no day; write 2024-02-10 or 2024-02-10..2024-02-17 "
       "[not-a-day]\n"
       " 11 |       元旦: {off: [2024-1-1]}\n"
       "    |                    ^~~~~~~~\n"},
      {"a span that runs back", "2024-02-10..2024-02-12", "2024-02-12..2024-02-10",
       "cn.yaml:12:18: error: '2024-02-12..2024-02-10' is no day; write 2024-02-10 or "
       "2024-02-10..2024-02-17 [not-a-day]\n"
       " 12 |       春节: {off: [2024-02-12..2024-02-10, 2024-02-13], work: [2024-02-04, "
       "2024-02-18]}\n"
       "    |                    ^~~~~~~~~~~~~~~~~~~~~~\n"},
      {"a day of another year", "off: [2024-01-01]", "off: [2023-12-31..2024-01-01]",
       "cn.yaml:11:18: error: 2023-12-31 does not lie in 2024; write it in its own year "
       "[other-year]\n"
       " 11 |       元旦: {off: [2023-12-31..2024-01-01]}\n"
       "    |                    ^~~~~~~~~~~~~~~~~~~~~~\n"},
      {"a day off twice", "2024-02-12, 2024-02-13]", "2024-02-12, 2024-02-12]",
       "cn.yaml:12:42: error: 2024-02-12 stands twice [day-twice]\n"
       " 12 |       春节: {off: [2024-02-10..2024-02-12, 2024-02-12], work: [2024-02-04, "
       "2024-02-18]}\n"
       "    |                                            ^~~~~~~~~~\n"},
      {"a day off that is worked", "work: [2024-02-04", "work: [2024-02-11",
       "cn.yaml:12:62: error: 2024-02-11 is both a day off and a day to work [off-and-work]\n"
       " 12 |       春节: {off: [2024-02-10..2024-02-12, 2024-02-13], work: [2024-02-11, "
       "2024-02-18]}\n"
       "    |                                                                ^~~~~~~~~~\n"},
      {"a Monday made up", "work: [2024-02-04", "work: [2024-02-05",
       "cn.yaml:12:62: error: 2024-02-05 is neither a Saturday nor a Sunday and needs no making "
       "up [no-weekend]\n"
       " 12 |       春节: {off: [2024-02-10..2024-02-12, 2024-02-13], work: [2024-02-05, "
       "2024-02-18]}\n"
       "    |                                                                ^~~~~~~~~~\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string text = kCalendar;
    const size_t at = text.find(row.from);
    REQUIRE(at != std::string::npos);
    text.replace(at, std::string(row.from).size(), row.to);
    const Loaded loaded = Load(text);
    CHECK(loaded.calendar == nullptr);
    CHECK(loaded.printed == row.want);
  }
}

TEST_CASE("every mistake of a calendar is reported in one run, in Chinese too") {
  const Loaded loaded = Load(
      "name: small\ntitle: 小历\nyears:\n  2024:\n    source: [甲]\n    holidays:\n"
      "      元旦: {off: [2024-01-01, 2024-13-01], work: [2024-01-02]}\n",
      Lang::kChinese);
  CHECK(loaded.calendar == nullptr);
  CHECK(loaded.printed ==
        "cn.yaml:7:30: 错误: '2024-13-01' 不是日期,应写作 2024-02-10 或 2024-02-10..2024-02-17 "
        "[not-a-day]\n"
        " 7 |       元旦: {off: [2024-01-01, 2024-13-01], work: [2024-01-02]}\n"
        "   |                                ^~~~~~~~~~\n"
        "cn.yaml:7:50: 错误: 2024-01-02 不是周六或周日,本来就是工作日,不必调休上班 "
        "[no-weekend]\n"
        " 7 |       元旦: {off: [2024-01-01, 2024-13-01], work: [2024-01-02]}\n"
        "   |                                                    ^~~~~~~~~~\n");
}
