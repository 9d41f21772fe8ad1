// Workbooks, compared cell by cell.
#include <doctest/doctest.h>

#include "report/document_formats.h"
#include "report/xlsx_book.h"
#include "report/xlsx_rows.h"
#include "support/xlsx_cells.h"

using namespace anjuan;

namespace {

using Cells = std::map<std::string, std::string>;

std::vector<XlsxColumn> EachType() {
  return {{"文本", ColumnType::kText},
          {"数", ColumnType::kCount},
          {"占比", ColumnType::kShare},
          {"分", ColumnType::kPoints},
          {"日期", ColumnType::kDate}};
}

std::string OneColumn(const std::vector<std::string>& texts, const XlsxLimits& limits = {}) {
  XlsxBook book("…", limits);
  const size_t table = book.AddTable("t", {{"h"}});
  for (const std::string& text : texts) book.AddRow(table, std::vector<XlsxCell>{{text}});
  return book.Finish();
}

}  // namespace

TEST_CASE("each type of cell is stored as what it is") {
  XlsxBook book("…");
  const size_t table = book.AddTable("表", EachType());
  book.AddRow(table, std::vector<XlsxCell>{
                         {"=1+1"}, {int64_t{12}}, {int64_t{125}}, {int64_t{9250}}, {Date{20000}}});
  book.AddRow(table, std::vector<XlsxCell>{{""}, {}, {}, {int64_t{-50}}, {Date{-25508}}});
  book.AddRow(table, std::vector<XlsxCell>{{"110101199001011234"},
                                           {int64_t{3}, {}, ColumnType::kPoints},
                                           {},
                                           {"无"},
                                           {Date{-25509}}});
  const auto sheets = CellsOf(book.Finish());
  REQUIRE(sheets.size() == 1);
  CHECK(sheets.at("表").cells == Cells{{"A1", "text:文本"},
                                       {"B1", "text:数"},
                                       {"C1", "text:占比"},
                                       {"D1", "text:分"},
                                       {"E1", "text:日期"},
                                       {"A2", "text:=1+1"},
                                       {"B2", "number:12"},
                                       {"C2", "number:0.125"},
                                       {"D2", "number:92.5"},
                                       {"E2", "number:45569"},
                                       {"D3", "number:-0.5"},
                                       {"E3", "number:61"},
                                       {"A4", "text:110101199001011234"},
                                       {"B4", "number:0.03"},
                                       {"D4", "text:无"},
                                       {"E4", "text:1900-02-28"}});
}

TEST_CASE("text of others is text, whatever it looks like") {
  struct Row {
    const char* name;
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"a formula", "=HYPERLINK(\"http://a\",\"b\")", "=HYPERLINK(\"http://a\",\"b\")"},
      {"a command", "@SUM(A1)", "@SUM(A1)"},
      {"an address", "https://example.org/", "https://example.org/"},
      {"markup", "</t></is><v>1</v>", "&lt;/t&gt;&lt;/is&gt;&lt;v&gt;1&lt;/v&gt;"},
      {"an entity", "&amp;", "&amp;amp;"},
      {"an escape sequence", "\x1b[2J", "_x001B_[2J"},
      {"what looks escaped", "_x0041_", "_x005F_x0041_"},
      {"bytes that are no UTF-8", "\xFF", "\uFFFD"},
      {"spaces at the ends", " a ", " a "},
      {"a number", "1e5", "1e5"},
      {"a rule of its own", "TRUE", "TRUE"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string bytes = OneColumn({row.text});
    CHECK(CellsOf(bytes).at("t").cells.at("A2") == "text:" + std::string(row.want));
    CHECK(XlsxFault(InFile(bytes)).empty());
  }
}

TEST_CASE("rows past what a sheet holds stand on further sheets, and links find them") {
  XlsxLimits limits;
  limits.rows = 3;
  XlsxBook book("…", limits);
  const size_t to = book.AddTable("案卷", {{"h"}});
  const size_t from = book.AddTable("问题", {{"h"}});
  for (uint64_t i = 0; i < 5; ++i) {
    book.AddRow(to, std::vector<XlsxCell>{{std::to_string(i)}});
    book.AddRow(from, std::vector<XlsxCell>{{"link", XlsxPlace{to, i}}});
  }
  CHECK(book.RowsOf(to) == 5);
  const auto sheets = CellsOf(book.Finish());
  CHECK(sheets.size() == 6);
  CHECK(sheets.at("案卷 (3)").cells == Cells{{"A1", "text:h"}, {"A2", "text:4"}});
  CHECK(sheets.at("问题").links == Cells{{"A2", "'案卷'!A2"}, {"A3", "'案卷'!A3"}});
  CHECK(sheets.at("问题 (3)").links == Cells{{"A2", "'案卷 (3)'!A2"}});
  CHECK(sheets.at("问题 (3)").cells.at("A2") == "text:link");
  CHECK(sheets.at("案卷 (2)").xml.find("<autoFilter ref=\"A1:A3\"/>") != std::string::npos);
  CHECK(sheets.at("案卷 (3)").xml.find("<autoFilter ref=\"A1:A2\"/>") != std::string::npos);
}

TEST_CASE("past the links of a sheet the text stays") {
  XlsxLimits limits;
  limits.links = 1;
  XlsxBook book("…", limits);
  const size_t table = book.AddTable("a'b", {{"h"}});
  for (int i = 0; i < 2; ++i) {
    book.AddRow(table, std::vector<XlsxCell>{{"=x", XlsxPlace{table, 0}}});
  }
  const auto sheets = CellsOf(book.Finish());
  CHECK(sheets.at("a'b").links == Cells{{"A2", "'a''b'!A2"}});
  CHECK(sheets.at("a'b").cells == Cells{{"A1", "text:h"}, {"A2", "text:=x"}, {"A3", "text:=x"}});
}

TEST_CASE("a text too long for a cell is cut where all can see it, and the next stands") {
  const auto sheets = CellsOf(OneColumn({std::string(40'000, 'a'), "b"}));
  CHECK(sheets.at("t").cells.at("A2") == "text:" + std::string(32'766, 'a') + "…");
  CHECK(sheets.at("t").cells.at("A3") == "text:b");
}

TEST_CASE("a sheet has its header frozen, its filter, its width and its colours") {
  XlsxBook book("…");
  std::vector<XlsxColumn> columns = {{"h"}, {"b", ColumnType::kCount}};
  columns[0].marks = {{"say \"a\"", Hue::kRed}};
  columns[1].bar = true;
  const size_t table = book.AddTable("t", columns);
  book.AddRow(table, std::vector<XlsxCell>{{"一二三四五六七八九十"}, {int64_t{1}}});
  const std::string xml = CellsOf(book.Finish()).at("t").xml;
  for (const char* const want :
       {"ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"",
        "<autoFilter ref=\"A1:B2\"/>", "<col min=\"1\" max=\"1\" width=\"21.7109375\"",
        "orientation=\"landscape\"", "<formula>\"say \"\"a\"\"\"</formula>", "<dataBar>"}) {
    CAPTURE(want);
    CHECK(xml.find(want) != std::string::npos);
  }
}

TEST_CASE("the same rows are the same bytes") {
  const std::vector<std::string> texts = {"a", "b", "=c"};
  CHECK(OneColumn(texts) == OneColumn(texts));
}

TEST_CASE("a book that is given up leaves nothing behind") {
  XlsxBook book("…");
  book.AddRow(book.AddTable("t", {{"h"}}), std::vector<XlsxCell>{{"a"}});
}

TEST_CASE("a workbook that does not read back whole is told by its part") {
  const std::string whole = OneColumn({"a", "b"});
  struct Row {
    const char* name;
    std::string bytes;
    const char* want;  // what the fault begins with
  };
  std::string turned = whole;
  turned[turned.find("sheet1.xml") + 40] ^= 0x55;
  const Row rows[] = {
      {"nothing", "", "zip: "},
      {"no zip file", "not a zip", "zip: "},
      {"cut off", whole.substr(0, whole.size() / 2), ""},
      {"a byte turned", turned, ""},
  };
  CHECK(XlsxFault(InFile(whole)).empty());
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string fault = XlsxFault(InFile(row.bytes));
    CHECK_FALSE(fault.empty());
    CHECK(fault.starts_with(row.want));
  }
  CHECK_FALSE(XlsxFault("/no/such/file").empty());
}

TEST_CASE("rows come back as they were packed") {
  PackedRow first{3,
                  {{std::string("a\0b", 3)},
                   {int64_t{-7}, RowLink::kCase},
                   {Date{5}},
                   {},
                   {"r", RowLink::kRule, 9}}};
  std::string bytes;
  AppendRow(first, bytes);
  AppendRow({1, {{"z"}}}, bytes);
  std::string_view rest = bytes;
  PackedRow row;
  REQUIRE(TakeRow(rest, row));
  CHECK(row.sheet == 3);
  REQUIRE(row.cells.size() == 5);
  for (size_t i = 0; i < 5; ++i) {
    CHECK((row.cells[i].value == first.cells[i].value));
    CHECK(row.cells[i].link == first.cells[i].link);
    CHECK(row.cells[i].rule == first.cells[i].rule);
  }
  REQUIRE(TakeRow(rest, row));
  CHECK(row.sheet == 1);
  CHECK(row.cells.size() == 1);
  CHECK_FALSE(TakeRow(rest, row));
}

TEST_CASE("a document is a sheet of its text and a sheet a table") {
  Table table{"k", "各单位/数", "按数排列", {{"a", "单位"}, {"n", "数", ColumnType::kCount}}, {},
              1};
  table.rows = {{"=甲", int64_t{2}}};
  Document document{"通报",
                    {Heading{1, "概况"}, Paragraph{"共 2 件"}, TextList{{"一"}, true}, table}};
  const auto sheets = CellsOf(FindDocumentFormat("xlsx")->render(document, Lang::kChinese));
  CHECK(sheets.size() == 2);
  CHECK(sheets.at("说明").cells == Cells{{"A1", "text:通报"},
                                         {"A3", "text:概况"},
                                         {"A4", "text:共 2 件"},
                                         {"A5", "text:1. 一"},
                                         {"A6", "text:各单位/数: 按数排列"}});
  CHECK(sheets.at("各单位 数").cells ==
        Cells{{"A1", "text:单位"}, {"B1", "text:数"}, {"A2", "text:=甲"}, {"B2", "number:2"}});
}
