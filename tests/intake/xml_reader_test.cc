#include "intake/xml_reader.h"

#include <doctest/doctest.h>

#include "intake/reading.h"

using namespace anjuan;

TEST_CASE("a field is an attribute or a child element, by any of its names") {
  struct Row {
    const char* name;
    const char* inside;
    const char* dump;
  };
  const Row rows[] = {
      {"a child element", "<案件><编号>1号</编号></案件>", "case.number = 1号 @1\n"},
      {"an attribute", "<案件 编号='1号'/>", "case.number = 1号 @1\n"},
      {"ASCII names", "<case number='1号'/>", "case.number = 1号 @1\n"},
      {"both languages mixed", "<case 编号='1号'><title>甲</title></case>",
       "case.number = 1号 @1\ncase.title = 甲 @1\n"},
      {"an alias", "<当事人 姓名='张三'/>", "parties: 1 closed @1\nparties[0].name = 张三 @1\n"},
      {"an entity in an entity", "<处罚决定><裁量><理由>初犯</理由></裁量></处罚决定>",
       "decision.discretion.reasons: 1 closed @1\ndecision.discretion.reasons[0] = 初犯 @1\n"},
      {"an entity in two elements", "<案件 编号='1号'/><case title='甲'/>",
       "case.number = 1号 @1\ncase.title = 甲 @1\n"},
      {"a text with references, CDATA and a comment within",
       "<笔录><正文>a &lt;b&gt; &#31532;<![CDATA[<c>]]><!-- x -->d</正文></笔录>",
       "transcripts: 1 closed @1\ntranscripts[0].text = a <b> 第<c>d @1\n"},
      {"references in an attribute", "<案件 名称='甲&amp;乙&lt;&#38;&quot;'/>",
       "case.title = 甲&乙<&\" @1\n"},
      {"a prefix and a default namespace are passed over",
       "<x:案件 xmlns:x='urn:x' xmlns='urn:y' x:编号='1号'><名称>甲</名称></x:案件>",
       "case.number = 1号 @1\ncase.title = 甲 @1\n"},
      {"a prefix nobody declared is passed over too", "<x:案件><x:编号>1号</x:编号></x:案件>",
       "case.number = 1号 @1\n"},
      {"xml: and xsi: attributes are no fields",
       "<案件 xml:lang='zh' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='1' "
       "xmlns:s='http://www.w3.org/2001/XMLSchema-instance' s:type='t' 编号='1号'/>",
       "case.number = 1号 @1\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(CaseFile(row.inside));
    CHECK(outcome.finding == "");
    CHECK(outcome.text() == row.dump);
    CHECK(outcome.unknown.empty());
    CHECK(outcome.problems.empty());
  }
}

TEST_CASE("a list is its element repeated, with or without a wrapper") {
  struct Row {
    const char* name;
    const char* inside;
    const char* dump;
  };
  const Row rows[] = {
      {"without a wrapper", "<当事人 名称='甲'/><当事人 名称='乙'/>",
       "parties: 2 closed @1\nparties[0].name = 甲 @1\nparties[1].name = 乙 @1\n"},
      {"in its Chinese wrapper", "<当事人列表><当事人 名称='甲'/></当事人列表>",
       "parties: 1 closed @1\nparties[0].name = 甲 @1\n"},
      {"in its ASCII wrapper", "<parties><party name='甲'/></parties>",
       "parties: 1 closed @1\nparties[0].name = 甲 @1\n"},
      {"one language in the other's wrapper", "<parties><当事人 name='甲'/></parties>",
       "parties: 1 closed @1\nparties[0].name = 甲 @1\n"},
      {"in and beside a wrapper", "<当事人 名称='甲'/><parties><party name='乙'/></parties>",
       "parties: 2 closed @1\nparties[0].name = 甲 @1\nparties[1].name = 乙 @1\n"},
      {"an empty wrapper is an empty list", "<文书列表/>", "documents: 0 closed @1\n"},
      {"and so in ASCII", "<documents></documents>", "documents: 0 closed @1\n"},
      {"a partial wrapper is an open list", "<文书列表 部分='是'><文书 文号='1'/></文书列表>",
       "documents: 1 open @1\ndocuments[0].number = 1 @1\n"},
      {"and so in ASCII", "<documents partial='true'/>", "documents: 0 open @1\n"},
      {"a wrapper that says it is not partial", "<documents partial='否'/>",
       "documents: 0 closed @1\n"},
      {"a list in a list",
       "<文书><签名列表><签名 角色='主办'/></签名列表><signature role='协办'/></文书><文书/>",
       "documents: 2 closed @1\ndocuments[0].signatures: 2 closed @1\n"
       "documents[0].signatures[0].role = 主办 @1\ndocuments[0].signatures[1].role = 协办 @1\n"},
      {"scalars repeated", "<立案><承办人>甲</承办人><applicants>乙</applicants></立案>",
       "filing.applicants: 2 closed @1\nfiling.applicants[0] = 甲 @1\n"
       "filing.applicants[1] = 乙 @1\n"},
      {"scalars in one attribute", "<立案 承办人='甲、乙；丙'/>",
       "filing.applicants: 3 closed @1\nfiling.applicants[0] = 甲 @1\n"
       "filing.applicants[1] = 乙 @1\nfiling.applicants[2] = 丙 @1\n"},
      {"an item in an element is never split", "<立案><承办人>甲、乙</承办人></立案>",
       "filing.applicants: 1 closed @1\nfiling.applicants[0] = 甲、乙 @1\n"},
      {"one empty element is no scalar", "<立案><承办人/></立案>",
       "filing.applicants: 0 closed @1\n"},
      {"one empty attribute is no scalar", "<立案 承办人=''/>", "filing.applicants: 0 closed @1\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(CaseFile(row.inside));
    CHECK(outcome.finding == "");
    CHECK(outcome.text() == row.dump);
    CHECK(outcome.unknown.empty());
  }
}

TEST_CASE("aliases of a list name its element, or its wrapper in ASCII and with the suffix") {
  std::string text = kSmallModel;
  const std::string from = "element: document\n";
  text.replace(text.find(from), from.size(), from + "    aliases: [papers, 材料, 卷内目录列表]\n");
  DiagnosticSink sink;
  Reading reading(LoadModel(std::make_shared<const Source>("m", text), sink));
  const std::string want = "documents: 1 closed @1\ndocuments[0].number = 1 @1\n";
  for (const char* const inside : {"<材料 文号='1'/>", "<材料列表><材料 文号='1'/></材料列表>",
                                   "<papers><document number='1'/></papers>",
                                   "<卷内目录列表><文书 文号='1'/></卷内目录列表>"}) {
    CAPTURE(inside);
    const Outcome outcome = reading.Read(CaseFile(inside));
    CHECK(outcome.text() == want);
    CHECK(outcome.unknown.empty());
  }
}

TEST_CASE("what is empty is blank, what is not there is missing") {
  struct Row {
    const char* name;
    const char* inside;
    const char* dump;
  };
  const Row rows[] = {
      {"an empty element", "<案件><编号/></案件>", "case.number blank @1\n"},
      {"white space alone", "<案件><编号> \n\t　</编号></案件>", "case.number blank @1\n"},
      {"an empty attribute", "<案件 编号=''/>", "case.number blank @1\n"},
      {"an entity with nothing in it", "<立案/>",
       "filing blank @1\nfiling.approved_on blank\nfiling.applicants: 0 closed\n"},
      {"white space in an entity is nothing", "<立案>\n  </立案>",
       "filing blank @1\nfiling.approved_on blank\nfiling.applicants: 0 closed\n"},
      {"an entity with a declaration is blank too", "<立案 xmlns='urn:x'/>",
       "filing blank @1\nfiling.approved_on blank\nfiling.applicants: 0 closed\n"},
      {"an entity with an empty attribute is not blank", "<立案 批准日期=''/>",
       "filing.approved_on blank @1\n"},
      {"an empty element after a full one", "<案件 编号='1'/><案件/>", "case.number = 1 @1\n"},
      {"a full element after an empty one", "<案件/><案件 编号='1'/>", "case.number = 1 @1\n"},
      {"an empty element of a list", "<当事人/>", "parties: 1 closed @1\n"},
      {"a date in part", "<立案 批准日期='2025年3月'/>", "filing.approved_on partial @1\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(CaseFile(row.inside));
    CHECK(outcome.text() == row.dump);
    CHECK(outcome.problems.empty());
    CHECK(outcome.unknown.empty());
  }
}

TEST_CASE("the root says what is complete: all, or the entities and lists it names") {
  struct Row {
    const char* name;
    const char* file;
    const char* dump;
    std::vector<std::string> unknown;
  };
  const std::string all =
      "case.number = 1 @1\ncase.title blank\ncase.procedure blank\ncase.complex blank\n"
      "agency blank\nagency.name blank\nagency.group blank\nparties: 0 closed\nfiling blank\n"
      "filing.approved_on blank\nfiling.applicants: 0 closed\ndecision blank\n"
      "decision.number blank\ndecision.date blank\ndecision.sealed blank\n"
      "decision.court_months blank\ndecision.penalties: 0 closed\ndecision.discretion blank\n"
      "decision.discretion.reasons: 0 closed\ntranscripts: 0 closed\ndocuments: 0 closed\n"
      "deliveries: 0 closed\n";
  const std::string named =
      "case.number = 1 @1\nfiling blank\nfiling.approved_on blank\nfiling.applicants: 0 closed\n"
      "documents: 0 closed\n";
  const Row rows[] = {
      {"not said", "<案卷><案件 编号='1'/></案卷>", "case.number = 1 @1\n", {}},
      {"是", "<案卷 完整='是'><案件 编号='1'/></案卷>", all.c_str(), {}},
      {"true", "<case_file complete='true'><案件 编号='1'/></case_file>", all.c_str(), {}},
      {"as a child element, after the rest",
       "<case_file><案件 编号='1'/><完整>是</完整></case_file>",
       all.c_str(),
       {}},
      {"否", "<案卷 完整='否'><案件 编号='1'/></案卷>", "case.number = 1 @1\n", {}},
      {"names", "<案卷 完整='文书 filing'><案件 编号='1'/></案卷>", named.c_str(), {}},
      {"a name nobody knows",
       "<案卷 完整='文书、立案、当亊人'><案件 编号='1'/></案卷>",
       named.c_str(),
       {"1: '当亊人' is no value here (in 案卷/完整); write '当事人'"}},
      {"a value nobody knows",
       "<案卷 完整='大概'><案件 编号='1'/></案卷>",
       "case.number = 1 @1\n",
       {"1: '大概' is no value here (in 案卷/完整); write '是' or '否'"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(row.file);
    CHECK(outcome.text() == row.dump);
    CHECK(outcome.unknown == row.unknown);
  }
}

TEST_CASE("what a wrapper says in words nobody knows leaves the list open") {
  const Outcome outcome = ReadXml(CaseFile("<文书列表 部分='大概'><文书 文号='1'/></文书列表>"));
  CHECK(outcome.text() == "documents: 1 open @1\ndocuments[0].number = 1 @1\n");
  CHECK(outcome.unknown ==
        std::vector<std::string>{
            "1: '大概' is no value here (in 案卷/文书列表/部分); write '是' or '否'"});
}

TEST_CASE("what an entity does not carry comes from the one document of its kind") {
  const std::string document = "<文书 种类='行政处罚决定书' 文号='9号' 日期='2024-05-06'/>";
  CHECK(ReadXml(CaseFile(document))
            .text()
            .starts_with("decision.number = 9号 @1\ndecision.date = 2024-05-06 @1\n"));
  CHECK(ReadXml(CaseFile("<处罚决定 文号='8号'/>" + document))
            .text()
            .starts_with("decision.number = 8号 @1\ndecision.date = 2024-05-06 @1\n"));
  CHECK(ReadXml(CaseFile(document + document)).text().starts_with("documents: 2 closed"));
}

TEST_CASE("a value that cannot be taken is noted with its place and left out") {
  struct Row {
    const char* name;
    const char* inside;
    const char* dump;
    const char* problem;
  };
  const Row rows[] = {
      {"no date", "<立案 批准日期='三月初'/>", "", "does-not-parse filing.approved_on '三月初' @1"},
      {"a scalar twice, attribute and element", "<案件 编号='1'>\n<编号>2</编号></案件>", "",
       "given-twice case.number '2' kept '1' @2"},
      {"a scalar twice with one value", "<案件 编号='1'><number>1</number></案件>",
       "case.number = 1 @1\n", nullptr},
      {"an amount in a list", "<处罚决定><处罚/><处罚 金额='若干'/></处罚决定>",
       "decision.penalties: 2 closed @1\n",
       "does-not-parse decision.penalties[1].amount '若干' @1"},
      {"too many elements", "<当事人/><当事人/><当事人/><当事人/><当事人 名称='x'/>",
       "parties: 4 open @1\n", "too-many parties '4' @1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(CaseFile(row.inside));
    CHECK(outcome.finding == "");
    CHECK(outcome.text() == row.dump);
    REQUIRE(outcome.problems.size() == (row.problem == nullptr ? 0 : 1));
    if (row.problem != nullptr) CHECK(outcome.problems[0] == row.problem);
  }
}

TEST_CASE("fields nobody wants are passed over, unknown names in them are still noticed") {
  Reading reading({"decision.date"});
  const Outcome outcome =
      reading.Read(CaseFile("<案件 编号='1' 颜色='红'><名称>甲<粗体>乙</粗体></名称></案件>"
                            "<处罚决定><文号>9号</文号><日期>2024-05-06</日期></处罚决定>"
                            "<当事人><名称>甲</名称><电邮>x</电邮></当事人>"));
  CHECK(outcome.text() == "decision.date = 2024-05-06 @1\n");
  CHECK(outcome.unknown ==
        std::vector<std::string>{"1: the model has no attribute 颜色 (in 案卷/案件)",
                                 "1: the model has no element <粗体> (in 案卷/案件/名称)",
                                 "1: the model has no element <电邮> (in 案卷/当事人)"});
}

TEST_CASE("an element within a scalar is unknown, and its text is no part of the value") {
  const Outcome outcome = ReadXml(CaseFile("<案件><名称>甲<b><i>乙</i></b>丙</名称></案件>"));
  CHECK(outcome.text() == "case.title = 甲丙 @1\n");
  CHECK(outcome.unknown ==
        std::vector<std::string>{"1: the model has no element <b> (in 案卷/案件/名称)"});
}

TEST_CASE("every record of a collection is given out, and the next begins afresh") {
  const Outcome outcome = ReadXml(
      "<案卷集>\n<案卷 完整='当事人'><案件 编号='1'/><文书 文号='a'/></案卷>\n"
      "<case_file><case title='乙'/></case_file>\n<案卷/></案卷集>");
  CHECK(outcome.finding == "");
  CHECK(outcome.text() ==
        "case.number = 1 @2\nparties: 0 closed\ndocuments: 1 closed @2\n"
        "documents[0].number = a @2\n--\ncase.title = 乙 @3\n--\n");
  CHECK(ReadXml("<case_files/>").records.empty());
  CHECK(ReadXml("<case_files/>").finding == "");
}

TEST_CASE("ten thousand records in one file are all given out") {
  std::string file = "<case_files>";
  for (int i = 0; i < 10000; ++i) {
    file += "<case_file><case number='" + std::to_string(i) + "'/></case_file>\n";
  }
  const Outcome outcome = ReadXml(file + "</case_files>");
  REQUIRE(outcome.records.size() == 10000);
  CHECK(outcome.records.back() == "case.number = 9999 @10000\n");
}

TEST_CASE("a value's line is that of its element or of its attribute") {
  struct Row {
    const char* name;
    std::string file;
    const char* dump;
  };
  const std::string many(70000, '\n');
  const Row rows[] = {
      {"elements",
       "<?xml version='1.0'?>\n<案卷>\n<案件>\n<编号>\n\n1</编号>\n<名称>甲</名称></案件>\n</案卷>",
       "case.number = 1 @4\ncase.title = 甲 @7\n"},
      {"attributes on lines of their own",
       "<案卷>\n<案件\n  xmlns:a='urn:a\n'\n  编号 = '1'\n  名称\n=\n'甲\n乙' "
       "程序='普通程序'\n重大复杂='是'\n/></案卷>",
       "case.number = 1 @5\ncase.title = 甲 乙 @6\ncase.procedure = 普通程序 @9\n"
       "case.complex = true @10\n"},
      {"a start tag that ends on a later line", "<案卷\n\n><案件\n><编号\n>1</编号></案件></案卷>",
       "case.number = 1 @4\n"},
      {"CR and LF", "<案卷>\r\n<案件\r\n编号='1'>\r\n<名称>甲</名称></案件></案卷>",
       "case.number = 1 @3\ncase.title = 甲 @4\n"},
      {"CR alone", "<案卷>\r<案件\r\r编号='1'>\r\n\r<名称>甲\r乙</名称></案件></案卷>",
       "case.number = 1 @4\ncase.title = 甲\n乙 @6\n"},
      {"after 70 000 lines", "<案卷>" + many + "<案件\n编号='1'><名称>甲</名称></案件></案卷>",
       "case.number = 1 @70002\ncase.title = 甲 @70002\n"},
      {"lines in comments, instructions, CDATA and unknown elements",
       "<!--\n--><?p\n?><案卷><b>\n<c\n/></b><案件><名称><![CDATA[\n甲]]></名称><编号>1</编号></"
       "案件></案卷>",
       "case.number = 1 @6\ncase.title = 甲 @5\n"},
      {"an entity and a list",
       "<案卷>\n<立案/>\n<文书列表>\n<文书 文号='1'/>\n<文书\n文号='2'/></文书列表></案卷>",
       "filing blank @2\nfiling.approved_on blank\nfiling.applicants: 0 closed\n"
       "documents: 2 closed @3\ndocuments[0].number = 1 @4\ndocuments[1].number = 2 @6\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(row.file);
    CHECK(outcome.finding == "");
    CHECK(outcome.text() == row.dump);
  }
}

TEST_CASE("a file read in windows of any size is the same as one read whole") {
  std::string file = "<?xml version='1.0' encoding='UTF-8'?>\n<案卷集>\n";
  for (int i = 0; i < 60; ++i) {
    file += "<案卷><案件 编号='" + std::to_string(i) +
            "'\r\n名称='甲&amp;乙'>\r\n<重大复杂>是</重大复杂></案件>\r\n";
    file += "<笔录><正文>询问时间地点𠮷" + std::string(static_cast<size_t>(i), 'x') +
            "<![CDATA[]]\r\n]]>\r\n完</正文></笔录></案卷>\n";
  }
  file += "</案卷集>";
  const Outcome whole = ReadXml(file);
  REQUIRE(whole.records.size() == 60);
  for (const uint32_t window : {1u, 2u, 7u, 300u, 4096u, 1u << 20}) {
    CAPTURE(window);
    ReadLimits limits;
    limits.whole_bytes = 0;
    limits.window_bytes = window;
    const Outcome outcome = Reading(limits).Read(file);
    CHECK(outcome.finding == "");
    CHECK(outcome.records == whole.records);
  }
}
