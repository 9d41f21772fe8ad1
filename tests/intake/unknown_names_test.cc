#include "intake/unknown_names.h"

#include <doctest/doctest.h>

#include "intake/reading.h"

using namespace anjuan;

TEST_CASE("a name the model does not know is told with its place and what may be meant") {
  struct Row {
    const char* name;
    const char* inside;
    std::vector<std::string> unknown;
  };
  const Row rows[] = {
      {"an element", "\n<颜色>红</颜色>", {"2: the model has no element <颜色> (in 案卷)"}},
      {"misspelt",
       "<案件><編号>1</編号></案件>",
       {"1: the model has no element <編号> (in 案卷/案件); did you mean '编号'?"}},
      {"misspelt in ASCII",
       "<deliverys/>",
       {"1: the model has no element <deliverys> (in 案卷); did you mean 'delivery' or "
        "'deliveries'?"}},
      {"an attribute on a line of its own",
       "<案件\n编号='1'\n  numbr='1'/>",
       {"3: the model has no attribute numbr (in 案卷/案件); did you mean 'number'?"}},
      {"an attribute of a scalar",
       "<案件><编号 类型='x'>1</编号></案件>",
       {"1: the model has no attribute 类型 (in 案卷/案件/编号)"}},
      {"an entity as an attribute",
       "<处罚决定 裁量='从轻'/>",
       {"1: 裁量 cannot be an attribute; it is a child element (in 案卷/处罚决定)"}},
      {"a field of another entity",
       "<案件 文号='1'/>",
       {"1: the model has no attribute 文号 (in 案卷/案件); did you mean '编号'?"}},
      {"another element in a wrapper",
       "<文书列表><当事人/></文书列表>",
       {"1: the model has no element <当事人> (in 案卷/文书列表)"}},
      {"a wrapper of scalars",
       "<立案><承办人列表><承办人>甲</承办人></承办人列表></立案>",
       {"1: the model has no element <承办人列表> (in 案卷/立案); did you mean '承办人'?"}},
      {"partial where there is no wrapper",
       "<文书 部分='是'/>",
       {"1: the model has no attribute 部分 (in 案卷/文书)"}},
      {"text where elements stand",
       "<当事人>张三</当事人>\n<案件>　</案件>",
       {"1: <案卷/当事人> holds text of its own, which belongs in child elements or attributes"}},
      {"once a name",
       "<x/><案件 x='1'><x/></案件><y/><x/>",
       {"1: the model has no element <x> (in 案卷)", "1: the model has no element <y> (in 案卷)"}},
      {"nothing is said of what stands in an unknown element",
       "<x y='1'><z>1</z><编号/></x>",
       {"1: the model has no element <x> (in 案卷)"}},
      {"names of a prototype",
       "<__proto__ constructor='1'/><toString/>",
       {"1: the model has no element <__proto__> (in 案卷)",
        "1: the model has no element <toString> (in 案卷)"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(CaseFile(row.inside));
    CHECK(outcome.finding == "");
    CHECK(outcome.records.size() == 1);
    CHECK(outcome.unknown == row.unknown);
  }
}

TEST_CASE("the findings read in Chinese too") {
  UnknownName unknown{"編号", "案卷/案件", 3, {"'编号'"}, UnknownName::Kind::kElement};
  const InputFinding finding = FindingOf(unknown);
  CHECK(finding.problem == InputProblem::kUnknownName);
  CHECK(finding.audited());
  CHECK(finding.line == 3);
  CHECK(Say(Lang::kChinese, finding.message) ==
        "模型中没有元素 <編号> (位于 案卷/案件);是否想写 '编号'?");
}

TEST_CASE("two hundred unknown names are listed, then that there are more") {
  std::string inside;
  for (int i = 0; i < 200; ++i) inside += "<n" + std::to_string(i) + "/>";
  CHECK(ReadXml(CaseFile(inside)).unknown.size() == 200);
  const Outcome outcome = ReadXml(CaseFile(inside + inside + "\n<m/><o/>"));
  REQUIRE(outcome.unknown.size() == 201);
  CHECK(outcome.unknown.back() == "2: there are more unknown names, not listed one by one");
}

TEST_CASE("a name of a megabyte is shown by its beginning") {
  std::string name;
  while (name.size() < 1 << 20) name += "案";
  const Outcome outcome = ReadXml(CaseFile("<" + name + "/>"));
  REQUIRE(outcome.unknown.size() == 1);
  CHECK(outcome.unknown[0].size() < 300);
  CHECK(outcome.unknown[0].ends_with("案…> (in 案卷)"));
}

TEST_CASE("what is meant depends on where the name stands") {
  Reading reading;
  const std::string file = CaseFile("<文书><文毫>1</文毫></文书>");
  CHECK(reading.Read(CaseFile("<案件><文毫>1</文毫></案件>")).unknown ==
        std::vector<std::string>{"1: the model has no element <文毫> (in 案卷/案件)"});
  for (int i = 0; i < 2; ++i) {
    CHECK(reading.Read(file).unknown ==
          std::vector<std::string>{
              "1: the model has no element <文毫> (in 案卷/文书); did you mean '文号'?"});
  }
}
