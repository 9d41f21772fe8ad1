#include "intake/xml_parser.h"

#include <doctest/doctest.h>

#include "intake/reading.h"

using namespace anjuan;

namespace {

ReadLimits Windows(uint32_t bytes) {
  ReadLimits limits;
  limits.whole_bytes = 0;
  limits.window_bytes = bytes;
  return limits;
}

std::string Repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("a file that is not well-formed is told with the line and what is wrong") {
  struct Row {
    const char* name;
    const char* file;
    const char* finding;
    const char* finding_zh;
  };
  const Row rows[] = {
      {"tags that do not match", "<案卷>\n<案件>\n</立案></案卷>",
       "malformed 3: <案件> of line 2 is ended by </立案>",
       "malformed 3: 第 2 行的 <案件> 用 </立案> 结束"},
      {"an attribute twice", "<案卷>\n<案件 编号='1' 编号='2'/></案卷>",
       "malformed 2: attribute 编号 stands twice in one tag",
       "malformed 2: 同一标签里属性 编号 写了两次"},
      {"an attribute without quotes", "<案卷><案件 编号=1/></案卷>",
       "malformed 1: attributes are written name=\"value\", with a space before each",
       "malformed 1: 属性应写作 名称=\"值\",属性之间要有空格"},
      {"an attribute without a value", "<案卷><案件 编号/></案卷>",
       "malformed 1: attributes are written name=\"value\", with a space before each",
       "malformed 1: 属性应写作 名称=\"值\",属性之间要有空格"},
      {"no space between attributes", "<案卷><案件 编号='1'名称='2'/></案卷>",
       "malformed 1: attributes are written name=\"value\", with a space before each",
       "malformed 1: 属性应写作 名称=\"值\",属性之间要有空格"},
      {"< in an attribute", "<案卷>\n<案件 名称='a<b'/></案卷>",
       "malformed 2: an attribute value holds <, which is written &lt;",
       "malformed 2: 属性值里有 <,应写作 &lt;"},
      {"a bare &", "<案卷>\n\n<案件><名称>甲 & 乙</名称></案件></案卷>",
       "malformed 3: an & by itself is written &amp;", "malformed 3: 单独的 & 应写作 &amp;"},
      {"a & before a name", "<案卷><案件 名称='甲&b'/></案卷>",
       "malformed 1: an & by itself is written &amp;", "malformed 1: 单独的 & 应写作 &amp;"},
      {"a bare <", "<案卷><案件><名称>1 < 2</名称></案件></案卷>",
       "malformed 1: no element name follows <; in text it is written &lt;",
       "malformed 1: < 后面不是元素名;文字里的 < 应写作 &lt;"},
      {"an entity beside the five", "<案卷>\n<案件><名称>&nbsp;</名称></案件></案卷>",
       "malformed 2: entity &nbsp; is not defined", "malformed 2: 实体 &nbsp; 没有定义"},
      {"a control character", "<案卷>\n<案件><名称>a\x01</名称></案件></案卷>",
       "malformed 2: character U+0001 is not allowed in XML",
       "malformed 2: 有 XML 不允许的字符 U+0001"},
      {"a reference to one", "<案卷><案件><名称>&#1;</名称></案件></案卷>",
       "malformed 1: a character reference is malformed or names a character XML does not allow",
       "malformed 1: 字符引用写错,或指向 XML 不允许的字符"},
      {"a reference that is none", "<案卷><案件><名称>&#x;</名称></案件></案卷>",
       "malformed 1: a character reference is malformed or names a character XML does not allow",
       "malformed 1: 字符引用写错,或指向 XML 不允许的字符"},
      {"something behind the root", "<案卷/>\n<案卷/>",
       "malformed 2: there is content after the end of the root element",
       "malformed 2: 根元素结束之后还有内容"},
      {"text behind the root", "<案卷/>\n\nx",
       "malformed 3: there is content after the end of the root element",
       "malformed 3: 根元素结束之后还有内容"},
      {"a declaration that comes late", "\n<?xml version='1.0'?><案卷/>",
       "malformed 2: the XML declaration <?xml …?> is not at the very beginning",
       "malformed 2: XML 声明 <?xml …?> 不在文件开头"},
      {"a declaration without a version", "<?xml encoding='UTF-8'?><案卷/>",
       "malformed 1: the XML declaration <?xml …?> is malformed",
       "malformed 1: XML 声明 <?xml …?> 写错"},
      {"a root nobody knows", "<!-- x -->\n<data/>",
       "malformed 2: the root element is <data>, not <case_file> or <case_files>",
       "malformed 2: 根元素是 <data>,应为 <案卷> 或 <案卷集>"},
      {"a root misspelt", "<case_fiels/>",
       "malformed 1: the root element is <case_fiels>, not <case_file> or <case_files>; did you "
       "mean 'case_files' or 'case_file'?",
       "malformed 1: 根元素是 <case_fiels>,应为 <案卷> 或 <案卷集>;是否想写 'case_files' 或 "
       "'case_file'?"},
      {"a part of a record", "<案件/>",
       "malformed 1: the root element is <案件>, not <case_file> or <case_files>; did you mean "
       "'案卷'?",
       "malformed 1: 根元素是 <案件>,应为 <案卷> 或 <案卷集>;是否想写 '案卷'?"},
      {"cut in a text", "<案卷>\n<案件><名称>甲\n",
       "malformed 3: the file ends early: <名称> of line 2 has no end tag; it was probably cut off",
       "malformed 3: 文件提前结束:第 2 行的 <名称> 没有结束标签,可能没有传完整"},
      {"cut in a tag", "<案卷>\n<案件 编号='1",
       "malformed 2: the file ends early: <案卷> of line 1 has no end tag; it was probably cut off",
       "malformed 2: 文件提前结束:第 1 行的 <案卷> 没有结束标签,可能没有传完整"},
      {"cut before the root", "<?xml version='1.0'?>\n<!-- a",
       "malformed 2: the file ends before its root element has begun; it was probably cut off",
       "malformed 2: 文件在根元素开始之前或当中就结束了,可能没有传完整"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(row.file);
    CHECK(outcome.finding == row.finding);
    CHECK(outcome.finding_zh == row.finding_zh);
    CHECK(outcome.records.empty());
    // The same in windows: there the line may be that of the window's end, the rest must hold.
    const Outcome in_windows = Reading(Windows(16)).Read(row.file);
    CHECK(in_windows.finding == row.finding);
    CHECK(in_windows.records.empty());
  }
}

TEST_CASE("any DOCTYPE is refused, whatever it holds and wherever it stands") {
  struct Row {
    const char* name;
    std::string file;
    int line;
  };
  const std::string end = "<案卷><案件 编号='&a;'/></案卷>";
  const Row rows[] = {
      {"a name alone", "<!DOCTYPE 案卷>" + end, 1},
      {"on a later line", "<?xml version='1.0'?>\n<!-- -->\n<!DOCTYPE\n 案卷\n>" + end, 3},
      {"an empty subset", "<!DOCTYPE 案卷 []>" + end, 1},
      {"a system identifier", "<!DOCTYPE 案卷 SYSTEM 'file:///etc/passwd'>" + end, 1},
      {"a public identifier", "<!DOCTYPE 案卷 PUBLIC 'p' 'http://127.0.0.1:9/x.dtd'>" + end, 1},
      {"an internal entity", "<!DOCTYPE 案卷 [<!ENTITY a 'b'>]>" + end, 1},
      {"an external entity", "<!DOCTYPE 案卷 [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + end, 1},
      {"a parameter entity",
       "<!DOCTYPE 案卷 [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]>" + end, 1},
      {"attributes by default", "<!DOCTYPE 案卷 [<!ATTLIST 案件 编号 CDATA '1'>]>" + end, 1},
      {"of HTML", "<!DOCTYPE html><html></html>", 1},
      {"entities in entities",
       "<!DOCTYPE 案卷 [<!ENTITY a 'ha'><!ENTITY b '" + Repeated("&a;", 10) + "'><!ENTITY c '" +
           Repeated("&b;", 10) + "'>]>" + end,
       1},
      {"one long entity many times",
       "<!DOCTYPE 案卷 [<!ENTITY a '" + std::string(100000, 'a') + "'>]><案卷>" +
           Repeated("&a;", 20000) + "</案卷>",
       1},
      {"a subset that is cut off", "<!DOCTYPE 案卷 [<!ENTITY a 'b", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string want = "doctype " + std::to_string(row.line) +
                             ": there is a DOCTYPE declaration; such files are refused";
    for (const uint32_t window : {0u, 1u, 64u, 1u << 20}) {
      const Outcome outcome = (window == 0 ? Reading() : Reading(Windows(window))).Read(row.file);
      // In windows a declaration is met when all of it up to its end or its subset is there.
      if (window == 0 || row.file.find("cut off") == std::string::npos) {
        CHECK(outcome.finding.substr(0, 7) == (outcome.finding.empty() ? "" : want.substr(0, 7)));
      }
      if (window == 0) CHECK(outcome.finding == want);
      CHECK_FALSE(outcome.finding.empty());
      CHECK(outcome.records.empty());
    }
  }
}

TEST_CASE("a malformed DOCTYPE is refused as well") {
  for (const char* const file : {"<!DOCTYPE>", "<!DOCTYPE <案卷/>", "<!doctype 案卷><案卷/>",
                                 "<案卷><!DOCTYPE 案卷></案卷>", "<案卷/><!DOCTYPE 案卷>"}) {
    CAPTURE(file);
    const Outcome outcome = ReadXml(file);
    CHECK(outcome.finding.starts_with("malformed 1: "));
    CHECK(outcome.records.empty());
  }
}

TEST_CASE("a file cut at any byte never gives the record it was cut in, and always a finding") {
  const std::string one =
      "<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- 样例 -->\n<案卷 完整='是'>\n"
      "<案件 编号='一号' 名称=\"a&#38;b\"/><立案><承办人>甲</承办人></立案>\n"
      "<文书列表 部分='是'><文书><种类>行政处罚决定书</种类></文书></文书列表>"
      "<笔录><正文><![CDATA[问]]>答&lt;</正文></笔录>\n</案卷>";
  Reading whole;
  Reading windows(Windows(5));
  REQUIRE(whole.Read(one).records.size() == 1);
  for (size_t size = 0; size < one.size(); ++size) {
    CAPTURE(size);
    for (Reading* const reading : {&whole, &windows}) {
      const Outcome outcome = reading->Read(one.substr(0, size));
      CHECK_FALSE(outcome.finding.empty());
      CHECK(outcome.records.empty());
    }
  }
  // Of a collection the records before the cut were given out.
  const std::string first = "<案卷集><案卷><案件 编号='1'/></案卷>";
  const std::string many = first + "<案卷><案件 编号='2'/></案卷></案卷集>";
  for (size_t size = 0; size < many.size(); ++size) {
    CAPTURE(size);
    const Outcome outcome = whole.Read(many.substr(0, size));
    CHECK_FALSE(outcome.finding.empty());
    const size_t second_ends = many.size() - std::string("</案卷集>").size();
    CHECK(outcome.records.size() == (size < first.size() ? 0 : size < second_ends ? 1 : 2));
  }
}

TEST_CASE("a file with any byte changed is read or refused, never more") {
  const std::string file =
      "<?xml version='1.0'?><案卷><案件 编号='1'>\n<名称>甲<![CDATA[乙]]></名称></案件><!-- "
      "--></案卷>";
  Reading whole;
  Reading windows(Windows(3));
  for (size_t i = 0; i < file.size(); ++i) {
    for (const char c : {'\0', '<', '>', '&', '\'', '\n', '\x80', '\xFF', 'x', ']', '!'}) {
      std::string changed = file;
      changed[i] = c;
      const Outcome outcome = whole.Read(changed);
      CHECK(outcome.records.size() == (outcome.finding.empty() ? 1 : 0));
      const Outcome in_windows = windows.Read(changed);
      CHECK(in_windows.records == outcome.records);
      CHECK(in_windows.finding.empty() == outcome.finding.empty());
    }
  }
}

TEST_CASE("elements nest 256 deep and no deeper, known or not") {
  struct Row {
    const char* name;
    int depth;
    int limit;
    const char* finding;
  };
  const Row rows[] = {
      {"at the limit", 256, 256, ""},
      {"past it", 257, 256, "malformed 1: elements are nested more than 256 deep"},
      {"far past it", 1000000, 256, "malformed 1: elements are nested more than 256 deep"},
      {"at a limit of one's own", 3, 3, ""},
      {"past it", 4, 3, "malformed 1: elements are nested more than 3 deep"},
      {"a limit above libxml2's", 2000, 3000, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    ReadLimits limits;
    limits.depth = row.limit;
    const std::string file =
        "<案卷>" + Repeated("<a>", row.depth - 1) + Repeated("</a>", row.depth - 1) + "</案卷>";
    const Outcome outcome = Reading(limits).Read(file);
    CHECK(outcome.finding == row.finding);
    CHECK(outcome.records.size() == (row.finding[0] == '\0' ? 1 : 0));
  }
}

TEST_CASE("a value at its limit is read, past it is noted, and the file goes on") {
  ReadLimits limits;
  limits.value_bytes = 30;
  Reading reading(limits);
  const std::string ten = "十十十十十十十十十十";
  for (const bool over : {false, true}) {
    const std::string value = over ? ten + "1" : ten;
    for (const std::string& inside :
         {"<案件 名称='" + value + "' 编号='1'/>",
          "<案件><编号>1</编号><名称>" + value + "</名称></案件>",
          "<案件 编号='1'><名称><![CDATA[" + value + "]]></名称></案件>",
          "<案件 编号='1'><名称>十十<!-- -->" + value.substr(6) + "</名称></案件>"}) {
      CAPTURE(inside);
      const Outcome outcome = reading.Read(CaseFile(inside));
      CHECK(outcome.finding == "");
      if (over) {
        CHECK(outcome.text() == "case.number = 1 @1\n");
        REQUIRE(outcome.problems.size() == 1);
        CHECK(outcome.problems[0].starts_with("too-long case.title '十十"));
      } else {
        CHECK(outcome.text() == "case.number = 1 @1\ncase.title = " + ten + " @1\n");
        CHECK(outcome.problems.empty());
      }
    }
  }
  // Of a list the item is left out, and the list open.
  CHECK(reading.Read(CaseFile("<立案><承办人>甲</承办人><承办人>" + ten + "1</承办人></立案>"))
            .text() == "filing.applicants: 1 open @1\nfiling.applicants[0] = 甲 @1\n");
  // What nobody reads has no limit.
  const Outcome unwanted =
      Reading({"case.number"}, limits).Read(CaseFile("<案件 编号='1' 名称='" + ten + ten + "'/>"));
  CHECK(unwanted.text() == "case.number = 1 @1\n");
  CHECK(unwanted.problems.empty());
}

TEST_CASE("values of more than ten megabytes are read where the limit allows") {
  const std::string big(11u << 20, 'x');
  ReadLimits windows;
  windows.whole_bytes = 1 << 20;
  for (const ReadLimits& limits : {ReadLimits(), windows}) {
    for (const std::string& inside :
         {"<案件 编号='1'><名称>" + big + "</名称></案件>", "<案件 编号='1' 名称='" + big + "'/>",
          "<案件 编号='1'><名称><![CDATA[" + big + "]]></名称></案件>"}) {
      const Outcome outcome = Reading(limits).Read(CaseFile(inside));
      CHECK(outcome.finding == "");
      REQUIRE(outcome.problems.size() == 1);  // past the field's own max_len
      CHECK(outcome.problems[0].starts_with("too-long case.title"));
    }
  }
}

TEST_CASE("a file at its limit is read, past it is refused unread") {
  const std::string file = CaseFile("<案件 编号='1'/>");
  ReadLimits limits;
  limits.file_bytes = file.size();
  CHECK(Reading(limits).Read(file).records.size() == 1);
  limits.file_bytes = file.size() - 1;
  CHECK(Reading(limits).Read(file).finding ==
        "too-large 0: larger than the limit of " + std::to_string(file.size() - 1) + " bytes");
}

TEST_CASE("in windows a single tag or comment may not outgrow its limit") {
  ReadLimits limits = Windows(64);
  limits.value_bytes = 1000;
  Reading reading(limits);
  CHECK(reading.Read("<!--" + std::string(900, 'x') + "--><案卷/>").finding == "");
  CHECK(reading.Read("<!--" + std::string(2000, 'x') + "--><案卷/>").finding ==
        "too-large 1: a tag, comment or instruction is longer than 1000 bytes");
  CHECK(reading.Read("<案卷><案件 名称='" + std::string(2000, 'x') + "'/></案卷>").finding ==
        "too-large 1: a tag, comment or instruction is longer than 1000 bytes");
}

TEST_CASE("files one after the other know nothing of each other") {
  Reading reading;
  CHECK(reading.Read("<案卷 完整='是'><案件 编号='1'/><当事人/></案卷>").records.size() == 1);
  CHECK(reading.Read("<案卷><案件 编号=").records.empty());
  CHECK(reading.Read("<!DOCTYPE 案卷><案卷/>").records.empty());
  CHECK(reading.Read("<case_file/>").text() == "");
  CHECK(reading.Read("<案卷><x/></案卷>").unknown.size() == 1);
  CHECK(reading.Read("<案卷><x/></案卷>").unknown.size() == 1);
  CHECK(reading.Read("<案卷/>").unknown.empty());
}

TEST_CASE("a file that cannot be opened is told as what it is") {
  const std::unique_ptr<const Model> model = SmallModel();
  const Projection projection(*model);
  XmlReader reader(*model, projection, {});
  MemoryReader files;
  files.Add("d/a.xml", "<案卷/>");
  const auto read = [&](const char* path) {
    const std::optional<InputFinding> finding = reader.Read(files, path, [](const Record&) {});
    return finding ? std::string(NameOf(finding->problem)) : "";
  };
  CHECK(read("d/a.xml") == "");
  CHECK(read("d/b.xml") == "not-found");
  CHECK(read("d") == "not-a-file");
}
