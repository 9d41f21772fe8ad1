// The schema for editors says what the loader says: shipped files fit it, broken ones do not.
#include "report/rule_schema.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "pack/checks.h"
#include "pack/shape.h"
#include "pack/shipped.h"
#include "yaml/yaml.h"

using namespace anjuan;

namespace {

using Json = rapidjson::Value;

// The keywords that the schema uses; any other fails the test.
class Validator {
 public:
  explicit Validator(const Json& root) : root_(root) {}

  bool Fits(const yaml::Node& node) const { return Fits(node, root_); }
  bool Fits(const yaml::Node& node, const Json& schema) const {
    if (schema.IsBool()) return schema.GetBool();
    for (const auto& keyword : schema.GetObject()) {
      if (!FitsKeyword(node, keyword.name.GetString(), keyword.value, schema)) return false;
    }
    return true;
  }

 private:
  // Every digit as a 9.
  static std::string ShapeOf(std::string text) {
    for (char& c : text) {
      if (c >= '0' && c <= '9') c = '9';
    }
    return text;
  }

  static std::string TypeOf(const yaml::Node& node) {
    if (node.is_map()) return "object";
    if (node.is_list()) return "array";
    if (node.is_null()) return "null";
    if (node.style() != yaml::Style::kPlain) return "string";
    if (node.AsBool()) return "boolean";
    return ShapeOf(node.text()).find_first_not_of("9.-") == std::string::npos &&
                   std::count(node.text().begin(), node.text().end(), '.') < 2 &&
                   node.text().find('-', 1) == std::string::npos
               ? "number"
               : "string";
  }

  bool FitsKeyword(const yaml::Node& node, const std::string& keyword, const Json& value,
                   const Json& schema) const {
    const auto one = [&](const Json& choice) { return Fits(node, choice) ? 1 : 0; };
    if (keyword == "$schema" || keyword == "title" || keyword == "$defs") return true;
    if (keyword == "$ref") return Fits(node, Defined(value.GetString()));
    if (keyword == "type") {
      if (value.IsString()) return TypeOf(node) == value.GetString();
      const auto types = value.GetArray();
      return std::any_of(types.begin(), types.end(),
                         [&](const Json& type) { return TypeOf(node) == type.GetString(); });
    }
    if (keyword == "enum") {
      const auto names = value.GetArray();
      return node.is_scalar() && std::any_of(names.begin(), names.end(), [&](const Json& name) {
               return node.text() == name.GetString();
             });
    }
    if (keyword == "oneOf" || keyword == "anyOf") {
      int fitting = 0;
      for (const Json& choice : value.GetArray()) fitting += one(choice);
      return keyword == "oneOf" ? fitting == 1 : fitting > 0;
    }
    if (keyword == "pattern") {
      REQUIRE(value.GetString() == std::string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
      return ShapeOf(node.text()) == "9999-99-99";
    }
    if (keyword == "minimum") return node.text().find('-') == std::string::npos;
    if (keyword == "minItems") return !node.is_list() || node.items().size() >= value.GetUint();
    if (keyword == "items") {
      return !node.is_list() ||
             std::all_of(node.items().begin(), node.items().end(),
                         [&](const yaml::Node& item) { return Fits(item, value); });
    }
    if (!node.is_map() &&
        (keyword == "required" || keyword == "properties" || keyword == "additionalProperties")) {
      return true;
    }
    if (keyword == "required") {
      const auto keys = value.GetArray();
      return std::all_of(keys.begin(), keys.end(),
                         [&](const Json& key) { return node.Find(key.GetString()) != nullptr; });
    }
    if (keyword == "properties") {
      return std::all_of(node.entries().begin(), node.entries().end(),
                         [&](const yaml::Entry& entry) {
                           const auto known = value.FindMember(entry.key.c_str());
                           return known == value.MemberEnd() || Fits(entry.value, known->value);
                         });
    }
    if (keyword == "additionalProperties") {
      return std::all_of(
          node.entries().begin(), node.entries().end(), [&](const yaml::Entry& entry) {
            const bool known =
                schema.HasMember("properties") && schema["properties"].HasMember(entry.key.c_str());
            return known || Fits(entry.value, value);
          });
    }
    FAIL("a keyword the test does not know: ", keyword);
    return false;
  }

  const Json& Defined(const std::string& ref) const {
    REQUIRE(ref.starts_with("#/$defs/"));
    const std::string name = ref.substr(8);
    REQUIRE(root_["$defs"].HasMember(name.c_str()));
    return root_["$defs"][name.c_str()];
  }

  const Json& root_;
};

SourcePtr Shipped(std::string_view path) {
  for (size_t i = 0; i < kShippedFileCount; ++i) {
    if (kShippedFiles[i].path == path) {
      return std::make_shared<const Source>(std::string(path), std::string(kShippedFiles[i].text));
    }
  }
  return nullptr;
}

struct Schema {
  Schema() {
    DiagnosticSink sink;
    model = LoadModel(Shipped("models/case-file.yaml"), sink);
    REQUIRE(model != nullptr);
    text = RuleSchema(*model, {"立案", "决定"}, {"generic"});
    json.Parse(text.c_str());
    REQUIRE_FALSE(json.HasParseError());
  }
  bool Fits(const std::string& yaml) const {
    DiagnosticSink sink;
    const auto document = yaml::Parse(std::make_shared<const Source>("t.yaml", yaml), sink);
    REQUIRE(document.has_value());
    return Validator(json).Fits(document->root);
  }

  std::unique_ptr<const Model> model;
  std::string text;
  rapidjson::Document json;
};

constexpr const char kRule[] = R"(id: T-1
name: late
title: 超期
stage: 决定
severity: major
basis: [某法 1]
covers: [RI-1]
effective: {from: 2021-07-15}
why: 说明
when: has(decision.date)
require: decision.sealed
message: 超期
fix: 无
score: {section: 程序, deduct: 0.5, cap: 1}
tests:
  - {name: 一, expect: passed, complete: true, today: 2024-01-01, case: {decision: {sealed: 是}, 文书: [{种类: 告知书}]}}
)";

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("every shipped pack fits the schema") {
  const Schema schema;
  size_t files = 0;
  for (size_t i = 0; i < kShippedFileCount; ++i) {
    const std::string_view path = kShippedFiles[i].path;
    if (!path.starts_with("packs/") || !path.ends_with(".yaml")) continue;
    CAPTURE(path);
    CHECK(schema.Fits(std::string(kShippedFiles[i].text)));
    ++files;
  }
  CHECK(files > 100);
}

TEST_CASE("names of scoring schemes are offered, a file of one's own is let pass") {
  const Schema schema;
  CHECK(schema.text.find("\"generic\"") != std::string::npos);
  const std::string pack = "name: p\ntitle: p\nversion: a\nmodel: m\nscoring: {scheme: ";
  CHECK(schema.Fits(pack + "generic}\n"));
  CHECK(schema.Fits(pack + "own.yaml}\n"));
  CHECK_FALSE(schema.Fits(pack + "[generic]}\n"));
}

TEST_CASE("a broken rule does not fit") {
  struct Row {
    const char* name;
    const char* from;
    const char* to;
    bool fits;
  };
  const Row rows[] = {
      {"as it is", "severity: major", "severity: major", true},
      {"an unknown severity", "severity: major", "severity: huge", false},
      {"a key misspelt", "why:", "wyh:", false},
      {"a key missing", "fix: 无\n", "", false},
      {"no check", "require: decision.sealed\n", "", false},
      {"two checks", "require: decision.sealed",
       "require: decision.sealed\npresent: [decision.date]", false},
      {"another check", "require: decision.sealed", "present: [decision.date, 处罚决定.文号]",
       true},
      {"a check of no items", "require: decision.sealed", "present: []", false},
      {"order wants two", "require: decision.sealed", "order: [decision.date]", false},
      {"a check that is a map", "require: decision.sealed",
       "document: {kind: 行政处罚决定书, has: [number], signed_by: [当事人]}", true},
      {"a key of that map misspelt", "require: decision.sealed",
       "document: {kind: 行政处罚决定书, hsa: [number]}", false},
      {"each without its variable", "require: decision.sealed",
       "each: {in: parties, require: has(p.name)}", false},
      {"a deadline", "require: decision.sealed",
       "deadline: {from: filing.approved_on, to: decision.date, within: days(90), rolls: false}",
       true},
      {"a deadline of two periods", "require: decision.sealed",
       "deadline: {from: filing.approved_on, to: decision.date, within: days(90), before: days(1)}",
       false},
      {"an expression that YAML takes for a list", "when: has(decision.date)", "when: [true]",
       false},
      {"a day that is none", "from: 2021-07-15", "from: 2021年", false},
      {"points in words", "deduct: 0.5", "deduct: 半分", false},
      {"an outcome that is none", "expect: passed", "expect: pass", false},
      {"a test without a case", ", case: {decision: {sealed: 是}, 文书: [{种类: 告知书}]}", "",
       false},
      {"no basis", "basis: [某法 1]", "basis: []", false},
      {"a stage of a pack of one's own", "stage: 决定", "stage: 许可", true},
  };
  const Schema schema;
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(schema.Fits(Replaced(kRule, row.from, row.to)) == row.fits);
  }
}

TEST_CASE("a parameter has a value or several, never both") {
  const Schema schema;
  const std::string pack = "name: p\ntitle: 试\nversion: '1'\nmodel: case-file\nparams: {n: ";
  CHECK(schema.Fits(pack + "{type: int, value: 1}}\n"));
  CHECK(schema.Fits(pack + "{type: list(string), values: [{to: 2021-12-31, value: }]}}\n"));
  CHECK_FALSE(schema.Fits(pack + "{type: int}}\n"));
  CHECK_FALSE(schema.Fits(pack + "{type: int, value: 1, values: [{value: 2}]}}\n"));
  CHECK_FALSE(schema.Fits(pack + "{type: float, value: 1}}\n"));
}

TEST_CASE("every check kind is in the schema, and field paths are offered in both languages") {
  const Schema schema;
  const Json& rule = schema.json["$defs"]["rule"];
  for (const CheckKind& kind : CheckKinds()) {
    const std::string key(kind.key);
    CAPTURE(key);
    CHECK(rule["properties"].HasMember(key.c_str()));
  }
  CHECK(rule["oneOf"].Size() == CheckKinds().size());
  for (const char* const word : {"\"decision.date\"", "\"处罚决定.日期\"", "\"行政处罚决定书\"",
                                 "\"fatal\"", "\"not_applicable\"", "\"立案\""}) {
    CAPTURE(word);
    CHECK(schema.text.find(word) != std::string::npos);
  }
}
