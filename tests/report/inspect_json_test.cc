// The document of one file, read back: the same content, whatever the file held.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "report/inspect_writer.h"
#include "support/small_rules.h"

using namespace anjuan;

namespace {

rapidjson::Document DocumentOf(const SmallRules& rules, const std::string& file,
                               const std::string& xml) {
  RunInfo info;
  info.as_of = *MakeDate(2023, 3, 6);
  info.lang = Lang::kEnglish;
  info.rules = &rules.rules();
  const Inspected inspected = rules.Inspect(xml, info.as_of);
  const std::unique_ptr<InspectWriter> writer = MakeInspectJson(info);
  std::string text;
  writer->Begin(file, text);
  for (const Inspection& inspection : inspected.cases) writer->Case(inspection, text);
  writer->End(inspected.unknown, inspected.problem, text);
  CHECK(text.ends_with("}\n"));
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
  REQUIRE_MESSAGE(!document.HasParseError(), text);
  return document;
}

std::string KeysOf(const rapidjson::Value& object) {
  std::string keys;
  for (const auto& member : object.GetObject()) {
    keys += (keys.empty() ? "" : " ") + std::string(member.name.GetString());
  }
  return keys;
}

const rapidjson::Value* FieldAt(const rapidjson::Value& one_case, const std::string& path) {
  for (const auto& field : one_case["fields"].GetArray()) {
    if (field["path"].GetString() == path) return &field;
  }
  return nullptr;
}

const char kWithin[] =
    "deadline: {from: filing.approved_on, to: decision.date, within: days(10), rolls: false}";

}  // namespace

TEST_CASE("keys are all there and in their order, found or not") {
  const SmallRules rules({kWithin});
  const rapidjson::Document document = DocumentOf(
      rules, "case.xml",
      "<案卷集><案卷><案件 颜色='红' 重大复杂='是'/><立案 批准日期='2023-03-01'/><处罚决定 "
      "日期='' 盖章='或许'/></案卷><案卷/></案卷集>");
  CHECK(KeysOf(document) == "file packs as_of cases unknown_names problem");
  CHECK(document["problem"].IsNull());
  CHECK(std::string(document["as_of"].GetString()) == "2023-03-06");
  REQUIRE(document["cases"].Size() == 2);
  for (const auto& one : document["cases"].GetArray()) {
    CHECK(KeysOf(one) ==
          "record case_number case_title agency agency_group procedure decided_on sector officers "
          "fields "
          "missing absent problems timeline pack_applies periods undecided");
  }
  const rapidjson::Value& one = document["cases"][0];
  CHECK(KeysOf(one["fields"][0]) == "path label is state value count open line from");
  CHECK(KeysOf(one["problems"][0]) == "path problem value line message");
  CHECK(KeysOf(one["timeline"][0]) == "at path label about line");
  REQUIRE(one["periods"].Size() == 1);
  CHECK(KeysOf(one["periods"][0]) ==
        "rule title kind state element from from_path to to_path until due counted allowed "
        "excluded unit days_left");
  CHECK(std::string(one["periods"][0]["state"].GetString()) == "running");
  CHECK(one["periods"][0]["days_left"].GetInt() == 5);
  CHECK(one["periods"][0]["to"].IsNull());
  CHECK(KeysOf(document["unknown_names"][0]) == "name path line message");
  const rapidjson::Value& none = document["cases"][1];
  CHECK(none["record"].GetInt() == 1);
  CHECK(none["case_number"].IsNull());
  REQUIRE(none["undecided"].Size() == 1);
  CHECK(KeysOf(none["undecided"][0]) == "rule title message missing");
}

TEST_CASE("blank, partial and unread are told apart, a value comes back as it was written") {
  const rapidjson::Document document =
      DocumentOf(SmallRules({kWithin}), "case.xml",
                 "<案卷>\n<案件 编号='&quot;\\&#9;&#x202E;&lt;/script>' 名称=''/>\n<立案 "
                 "批准日期='2023年3月'/>\n<处罚决定 盖章='或许'/></案卷>");
  const rapidjson::Value& one = document["cases"][0];
  const auto state = [&](const char* path) {
    const rapidjson::Value* const field = FieldAt(one, path);
    return field == nullptr ? "none" : std::string((*field)["state"].GetString());
  };
  CHECK(state("case.number") == "present");
  CHECK(state("case.title") == "blank");
  CHECK(state("filing.approved_on") == "partial");
  CHECK(state("decision.sealed") == "unread");
  CHECK(state("decision.number") == "none");
  CHECK(std::string((*FieldAt(one, "case.number"))["value"].GetString()) ==
        "\"\\\t\u202E</script>");
  CHECK(std::string((*FieldAt(one, "case.title"))["value"].GetString()).empty());
  CHECK((*FieldAt(one, "filing.approved_on"))["value"].IsNull());
  CHECK(std::string(one["problems"][0]["problem"].GetString()) == "does_not_parse");
  CHECK(std::string(one["problems"][0]["value"].GetString()) == "或许");
}

TEST_CASE("a file that cannot be read, of a name that is no UTF-8, is a document too") {
  const rapidjson::Document document =
      DocumentOf(SmallRules({kWithin}), "a\xFF.xml", "<案卷集><案卷/><案卷>");
  CHECK(std::string(document["file"].GetString()) == "a%FF.xml");
  CHECK(document["cases"].Size() == 1);
  CHECK(KeysOf(document["problem"]) == "problem line message");
  CHECK(std::string(document["problem"]["problem"].GetString()) == "malformed");
}
