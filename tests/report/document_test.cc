// One document in each format: what stands where, and that text of others never acts.
#include "report/document.h"

#include <doctest/doctest.h>

#include "report/content_policy.h"
#include "report/document_formats.h"

using namespace anjuan;

namespace {

std::string Rendered(std::string_view format, const Document& document) {
  const DocumentFormat* const found = FindDocumentFormat(format);
  REQUIRE(found != nullptr);
  return found->render(document, Lang::kChinese);
}

Document OneTable() {
  Table table{"by_agency",
              "各单位",
              "按问题数排列",
              {{"agency", "单位", ColumnType::kText},
               {"cases", "案卷", ColumnType::kCount},
               {"share", "占比", ColumnType::kShare},
               {"average", "均分", ColumnType::kPoints},
               {"last", "最近决定", ColumnType::kDate}},
              {{"市监局", int64_t{12}, int64_t{875}, int64_t{9250}, Date{20000}},
               {"城管", int64_t{3}, int64_t{125}, {}, {}}},
              size_t{1}};
  return {"汇总", {std::move(table)}};
}

Document Prose() {
  Document document{"通报", {}};
  document.blocks.emplace_back(Heading{1, "概况"});
  document.blocks.emplace_back(
      Paragraph{StyledText("共 ").Add("15", true).Add(" 件,其中 3 件有问题")});
  document.blocks.emplace_back(TextList{{"未告知", "超期"}, false});
  document.blocks.emplace_back(TextList{{"一", "二"}, true});
  return document;
}

}  // namespace

TEST_CASE("a document in each format") {
  struct Row {
    const char* name;
    const char* format;
    Document document;
    const char* want;
  };
  const Row rows[] = {
      {"Chinese characters take two cells, numbers stand right", "text", OneTable(),
       "汇总\n════\n\n各单位\n按问题数排列\n"
       "单位    案卷   占比  均分  最近决定\n"
       "─────────────────────────────────────\n"
       "市监局    12  87.5%  92.5  2024-10-04  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇\n"
       "城管       3  12.5%                    ▇▇▇▇▇\n"},
      {"headings, stressed text, lists", "text", Prose(),
       "通报\n════\n\n## 概况\n\n共 15 件,其中 3 件有问题\n\n· 未告知\n· 超期\n\n1. 一\n2. 二\n"},
      {"numbers stand right, a bar has a column without a name", "md", OneTable(),
       "# 汇总\n\n**各单位**\n\n按问题数排列\n\n"
       "| 单位 | 案卷 | 占比 | 均分 | 最近决定 |  |\n"
       "| --- | ---: | ---: | ---: | --- | --- |\n"
       "| 市监局 | 12 | 87.5% | 92.5 | 2024-10-04 | ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ |\n"
       "| 城管 | 3 | 12.5% |  |  | ▇▇▇▇▇ |\n"},
      {"headings, stressed text, lists", "md", Prose(),
       "# 通报\n\n## 概况\n\n共 <strong>15</strong> 件,其中 3 件有问题\n\n- 未告知\n- 超期\n\n"
       "1. 一\n2. 二\n"},
      {"a mark of UTF-8, text in quotes, numbers bare", "csv", OneTable(),
       "\xEF\xBB\xBF\"单位\",\"案卷\",\"占比\",\"均分\",\"最近决定\"\r\n"
       "\"市监局\",12,87.5%,92.5,2024-10-04\r\n\"城管\",3,12.5%,,\r\n"},
      {"what is no table is left out", "csv", Prose(), "\xEF\xBB\xBF"},
      {"keys, types and plain numbers", "json", OneTable(),
       R"({"title":"汇总","blocks":[{"type":"table","key":"by_agency","name":"各单位",)"
       R"("caption":"按问题数排列","columns":[{"key":"agency","name":"单位","type":"text"},)"
       R"({"key":"cases","name":"案卷","type":"count"},{"key":"share","name":"占比",)"
       R"("type":"share"},{"key":"average","name":"均分","type":"points"},{"key":"last",)"
       R"("name":"最近决定","type":"date"}],"rows":[["市监局",12,87.5,92.5,"2024-10-04"],)"
       R"(["城管",3,12.5,null,null]]}]})"
       "\n"},
      {"spans, items", "json", Prose(),
       R"({"title":"通报","blocks":[{"type":"heading","level":1,"text":"概况"},)"
       R"({"type":"paragraph","text":[{"text":"共 ","strong":false},{"text":"15","strong":true},)"
       R"({"text":" 件,其中 3 件有问题","strong":false}]},{"type":"list","ordered":false,)"
       R"("items":[[{"text":"未告知","strong":false}],[{"text":"超期","strong":false}]]},)"
       R"({"type":"list","ordered":true,"items":[[{"text":"一","strong":false}],)"
       R"([{"text":"二","strong":false}]]}]})"
       "\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.format);
    CAPTURE(row.name);
    CHECK(Rendered(row.format, row.document) == row.want);
  }
}

TEST_CASE("numbers as they are read") {
  struct Row {
    const char* name;
    ColumnType type;
    TableCell cell;
    const char* want;
  };
  const Row rows[] = {
      {"a whole percent", ColumnType::kShare, int64_t{1000}, "100.0%"},
      {"a tenth of one", ColumnType::kShare, int64_t{1}, "0.1%"},
      {"a loss below one", ColumnType::kShare, int64_t{-5}, "-0.5%"},
      {"half a point", ColumnType::kPoints, int64_t{50}, "0.5"},
      {"half a point less", ColumnType::kPoints, int64_t{-50}, "-0.5"},
      {"a point and a half less", ColumnType::kPoints, int64_t{-150}, "-1.5"},
      {"a count", ColumnType::kCount, int64_t{-3}, "-3"},
      {"a date", ColumnType::kDate, Date{0}, "1970-01-01"},
      {"nothing", ColumnType::kCount, {}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(CellText({"k", "n", row.type}, row.cell) == row.want);
  }
}

TEST_CASE("a bar is as long as its part of the greatest, and never nothing for something") {
  struct Row {
    const char* name;
    TableCell cell;
    int64_t greatest;
    int64_t want;
  };
  const Row rows[] = {
      {"the greatest", int64_t{7}, 7, 20},         {"half", int64_t{50}, 100, 10},
      {"next to nothing", int64_t{1}, 1000000, 1}, {"nothing", int64_t{0}, 7, 0},
      {"less than nothing", int64_t{-4}, 7, 0},    {"no value", {}, 7, 0},
      {"no greatest", int64_t{0}, 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(BarLength(row.cell, row.greatest, 20) == row.want);
  }
}

TEST_CASE("text of others never acts, in whatever format") {
  struct Row {
    const char* name;
    const char* format;
    const char* text;
    const char* want;  // of the paragraph and of the cell alike
  };
  const Row rows[] = {
      {"an escape sequence", "text", "a\x1b[31mb", "a\xEF\xBF\xBD[31mb"},
      {"a second line", "text", "a\nb", "a b"},
      {"writing turned around", "text", "a\u202Eb", "a\xEF\xBF\xBD\x62"},
      {"bytes that are no UTF-8", "text", "a\xFF\x62", "a\xEF\xBF\xBD\x62"},
      {"a cell's end", "md", "a|b", "a&#124;b"},
      {"a tag", "md", "<b>&amp;", "&#60;b&#62;&#38;&#8203;amp;"},
      {"a second line", "md", "a\r\n# b", "a<br>&#35;&#8203; b"},
      {"a link", "md", "[x](y)", "&#91;x&#93;(y)"},
      {"an address", "md", "http://a www.b", "http:&#8203;//a w&#8203;ww.b"},
      {"a mention, an issue", "md", "@me #12", "&#64;&#8203;me &#35;&#8203;12"},
      {"code, stress", "md", "`a` *b* _c_", "&#96;a&#96; &#42;b&#42; &#95;c&#95;"},
      {"an escape sequence", "md", "a\x1b[0m", "a\xEF\xBF\xBD&#91;0m"},
      {"a tag", "html", "<img onerror='a'>&\"", "&lt;img onerror=&#39;a&#39;&gt;&amp;&quot;"},
      {"an escape sequence", "html", "a\x1b[0m", "a\xEF\xBF\xBD[0m"},
      {"bytes that are no UTF-8", "html", "a\xFF", "a\xEF\xBF\xBD"},
      {"a quote", "json", "a\"\\\n\x1b", R"(a\"\\\n\u001B)"},
      {"bytes that are no UTF-8", "json", "a\xFF", "a%FF"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.format);
    CAPTURE(row.name);
    Document document{row.text, {}};
    document.blocks.emplace_back(Heading{1, row.text});
    document.blocks.emplace_back(Paragraph{row.text});
    document.blocks.emplace_back(TextList{{row.text}, false});
    document.blocks.emplace_back(
        Table{"k", row.text, row.text, {{"k", row.text, ColumnType::kText}}, {{row.text}}, {}});
    const std::string text = Rendered(row.format, document);
    CAPTURE(text);
    size_t found = 0;
    const std::string want = row.want;
    for (size_t at = text.find(want); at != std::string::npos; at = text.find(want, at + 1)) {
      ++found;
    }
    CHECK(found == (row.format == std::string("html") ? 10 : 8));
  }
}

TEST_CASE("a cell of CSV never begins a formula, and numbers stay numbers") {
  struct Row {
    const char* name;
    std::string text;
    std::string want;
  };
  const Row rows[] = {
      {"a formula", "=1+1", "\"'=1+1\""},
      {"a formula behind a wide blank", "\u3000=1+1", "\"'\u3000=1+1\""},
      {"a formula behind a blank that does not break", "\u00A0=1+1", "\"'\u00A0=1+1\""},
      {"a plus", "+1", "\"'+1\""},
      {"a minus", "-1", "\"'-1\""},
      {"an at", "@SUM(A1)", "\"'@SUM(A1)\""},
      {"a tab", "\t=1", "\"'\t=1\""},
      {"a line end", "\n=1", "\"'\n=1\""},
      {"a NUL", std::string("\0=1", 3), "\"'\xEF\xBF\xBD=1\""},
      {"full width", "\uFF1D1", "\"'\uFF1D1\""},
      {"behind a space", "  =1", "\"'  =1\""},
      {"an escape sequence", "a\x1b[0m", "\"a\xEF\xBF\xBD[0m\""},
      {"writing turned around", "a\u202E=", "\"a\xEF\xBF\xBD=\""},
      {"behind a quote", "\"=1\"", "\"'\"\"=1\"\"\""},
      {"further on", "a=1", "\"a=1\""},
      {"a comma, a quote", "a,\"b\"", "\"a,\"\"b\"\"\""},
      {"bytes that are no UTF-8", "a\xFF", "\"a\xEF\xBF\xBD\""},
      {"nothing", "", "\"\""},
      {"more than a cell holds", std::string(40'000, 'a'), '"' + std::string(32'766, 'a') + "…\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Table table{"k", "n", "", {{"k", row.text, ColumnType::kText}}, {{row.text}}, {}};
    const std::string want = "\xEF\xBB\xBF" + row.want + "\r\n" + row.want + "\r\n";
    CHECK(Rendered("csv", {"t", {table}}) == want);
  }
  const Table numbers{"k", "n", "", {{"k", "n", ColumnType::kPoints}}, {{int64_t{-50}}}, {}};
  CHECK(Rendered("csv", {"t", {numbers}}) == "\xEF\xBB\xBF\"n\"\r\n-0.5\r\n");
}

TEST_CASE("several tables of CSV stand under their names") {
  const Table a{"a", "甲", "", {{"k", "列", ColumnType::kCount}}, {{int64_t{1}}}, {}};
  const Table b{"b", "乙", "", {{"k", "列", ColumnType::kCount}}, {}, {}};
  CHECK(Rendered("csv", {"t", {a, b}}) ==
        "\xEF\xBB\xBF\"甲\"\r\n\"列\"\r\n1\r\n\r\n\"乙\"\r\n\"列\"\r\n");
}

TEST_CASE("a page loads nothing, runs nothing and says its language") {
  const std::string page = Rendered("html", OneTable());
  for (const char* const want :
       {"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n",
        "content=\"default-src 'none'; style-src 'sha256-", "<title>汇总</title>",
        "<th scope=\"col\" class=\"n\"><bdi>案卷</bdi></th>", "<td class=\"n\"><bdi>12</bdi></td>",
        "<caption><bdi>各单位</bdi><span><bdi>按问题数排列</bdi></span></caption>",
        "<svg width=\"30\" height=\"14\" aria-hidden=\"true\">",
        "role=\"region\" tabindex=\"0\""}) {
    CAPTURE(want);
    CHECK(page.find(want) != std::string::npos);
  }
  for (const char* const never : {"<script", "http:", "https:", "style=", "onload", "url("}) {
    CAPTURE(never);
    CHECK(page.find(never) == std::string::npos);
  }
  const DocumentFormat* const html = FindDocumentFormat("html");
  CHECK(html->render(Prose(), Lang::kEnglish).find("<html lang=\"en\">") != std::string::npos);
}

TEST_CASE("the hash of a policy is SHA-256 in base 64") {
  CHECK(PolicyHash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  CHECK(PolicyHash("abc") == "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
}

TEST_CASE("what begins a list in Markdown does not at a line's start") {
  struct Row {
    const char* text;
    const char* want;
  };
  const Row rows[] = {{"1. a", "1\\. a"},  {"12) a", "12\\) a"}, {"- a", "\\- a"},
                      {"+ a", "\\+ a"},    {"===", "\\==="},     {"  - a", "\\- a"},
                      {"2025 a", "2025 a"}};
  for (const Row& row : rows) {
    const Document document{"t", {Paragraph{row.text}}};
    CHECK(Rendered("md", document) == "# t\n\n" + std::string(row.want) + "\n");
  }
}

TEST_CASE("an unknown format is none") { CHECK(FindDocumentFormat("pdf") == nullptr); }
