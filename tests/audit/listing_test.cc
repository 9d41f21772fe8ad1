// What a record carries, row by row: blank, missing and absent told apart.
#include "audit/listing.h"

#include <doctest/doctest.h>

#include "support/small_rules.h"

using namespace anjuan;

namespace {

// "filing.approved_on = 2023-03-02 @1"; a list "parties: 2 open @1"; states in words.
std::string Dump(const std::vector<Row>& rows) {
  std::string text;
  for (const Row& row : rows) {
    text += std::string(2 * row.depth, ' ') + row.label;
    if (row.what == Row::What::kList) {
      text += ": " + std::to_string(row.count) + (row.open ? " open" : "");
    } else if (row.state == State::kBlank) {
      text += " blank";
    } else if (row.state == State::kPartial) {
      text += " partial";
    } else if (row.state == State::kMissing) {
      text += " unread";
    } else if (row.what == Row::What::kValue || !row.value.empty()) {
      text += " = " + row.value;
    }
    if (!row.from.empty()) text += " from " + row.from;
    if (row.line != 0) text += " @" + std::to_string(row.line);
    text += '\n';
  }
  return text;
}

std::string Names(const std::vector<const Field*>& fields) {
  std::string text;
  for (const Field* const field : fields) text += (text.empty() ? "" : " ") + field->path;
  return text;
}

Listing ListingOf(const SmallRules& rules, const std::string& xml) {
  Inspected inspected = rules.Inspect(xml);
  REQUIRE(!inspected.problem);
  REQUIRE(inspected.cases.size() == 1);
  return std::move(inspected.cases[0].listing);
}

}  // namespace

TEST_CASE("every row that the export carries is there, whatever the rules read") {
  struct Case {
    const char* name;
    Lang lang;
    const char* xml;
    const char* rows;
    const char* missing;
    const char* absent;
  };
  const Case cases[] = {
      {"states of a value", Lang::kEnglish,
       "<案卷>\n<案件 编号='一' 名称=''/>\n<立案 批准日期='2023年3月'/>\n<处罚决定 盖章='或许' "
       "日期='2023-03-02'/></案卷>",
       "case @2\n  case.number = 一 @2\n  case.title blank @2\nfiling @3\n"
       "  filing.approved_on partial @3\n"
       "decision @4\n  decision.date = 2023-03-02 @4\n  decision.sealed unread @4\n",
       "agency parties decision.penalties decision.discretion transcripts documents deliveries",
       ""},
      {"elements are numbered and named, lists within them too", Lang::kChinese,
       "<案卷>\n<当事人 名称='甲'/>\n<当事人/>\n<文书列表>\n<文书 种类='行政处罚决定书' 文号='1'>"
       "<签名 角色='负责人'/></文书></文书列表></案卷>",
       "处罚决定\n  处罚决定.文号 = 1 from documents[0].number @5\n", "", ""},
      {"a list that may have more", Lang::kEnglish,
       "<案卷 完整='是'>\n<送达列表 部分='是'>\n<送达 送达日期='2023-03-02'/></送达列表></案卷>",
       "deliveries: 1 open @2\n  deliveries[0] @3\n    deliveries[0].served_on = 2023-03-02 @3\n",
       "", "case agency parties filing decision transcripts documents"},
      {"a list that is carried and empty", Lang::kEnglish, "<案卷>\n<文书列表/></案卷>",
       "documents: 0 @2\n", "case agency parties filing decision transcripts deliveries", ""},
      {"items of a list of values", Lang::kEnglish, "<案卷>\n<立案 承办人='甲、乙'/></案卷>",
       "filing @2\n  filing.applicants: 2 @2\n    filing.applicants[0] = 甲 @2\n"
       "    filing.applicants[1] = 乙 @2\n",
       "case agency parties decision transcripts documents deliveries", ""},
  };
  for (const Case& row : cases) {
    CAPTURE(row.name);
    const SmallRules rules({"require: case.complex"}, row.lang);
    const Listing listing = ListingOf(rules, row.xml);
    if (row.lang == Lang::kChinese) {
      const std::string rows = Dump(listing.rows);
      CAPTURE(rows);
      CHECK(rows.find("当事人: 2") != std::string::npos);
      CHECK(rows.find("  当事人[1] @3\n") != std::string::npos);
      CHECK(rows.find("  文书[0] = 行政处罚决定书 @5\n") != std::string::npos);
      CHECK(rows.find("文书[0].签名[0].角色 = 负责人 @5\n") != std::string::npos);
      CHECK(rows.find(row.rows) != std::string::npos);
      continue;
    }
    CHECK(Dump(listing.rows) == row.rows);
    CHECK(Names(listing.missing) == row.missing);
    CHECK(Names(listing.absent) == row.absent);
  }
}

TEST_CASE("events stand in order of time, a day before the clock times of it") {
  const SmallRules rules({"require: case.complex"}, Lang::kChinese);
  const Listing listing =
      ListingOf(rules,
                "<案卷><立案 批准日期='2023-03-02'/>"
                "<笔录 开始时间='2023-03-02 00:00'/><笔录 开始时间='2023-03-01T23:59'/>"
                "<送达 文书种类='行政处罚告知书' 送达日期='2023-03-01'/>"
                "<送达 送达日期='2023年3月'/></案卷>");
  std::string text;
  for (const Event& event : listing.events) {
    text +=
        (event.has_time ? FormatMoment(event.seconds) : FormatDate(DateOfMoment(event.seconds))) +
        ' ' + event.label + (event.about.empty() ? "" : " " + event.about) + '\n';
  }
  CHECK(text ==
        "2023-03-01 送达[0].送达日期 行政处罚告知书\n"
        "2023-03-01T23:59:00+08:00 笔录[1].开始时间\n"
        "2023-03-02 立案.批准日期\n"
        "2023-03-02T00:00:00+08:00 笔录[0].开始时间\n");
}
