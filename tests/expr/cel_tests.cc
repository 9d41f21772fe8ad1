#include "expr/cel_tests.h"

#include <rapidjson/document.h>

namespace anjuan::expr {
namespace {

using Json = rapidjson::Value;

constexpr int kMaxDepth = 64;

// What is asked of a line that has it not; caught where the line is read.
struct WrongShape {
  std::string what;
};

const Json& Member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) throw WrongShape{std::string("no member ") + name};
  return found->value;
}

std::string Text(const Json& json) {
  if (!json.IsString()) throw WrongShape{"want a string"};
  return {json.GetString(), json.GetStringLength()};
}

bool Flag(const Json& object, const char* name) {
  const Json& json = Member(object, name);
  if (!json.IsBool()) throw WrongShape{std::string("want a bool in ") + name};
  return json.GetBool();
}

CelValue ReadValue(const Json& json, int depth) {
  if (!json.IsObject() || depth > kMaxDepth) throw WrongShape{"want a value"};
  CelValue value;
  value.type = Text(Member(json, "t"));
  if (value.type == "null") return value;
  const Json& v = Member(json, "v");
  if (v.IsBool()) {
    value.text = v.GetBool() ? "true" : "false";
  } else if (v.IsArray()) {
    for (const Json& item : v.GetArray()) {
      if (item.IsArray()) {
        if (item.Size() != 2) throw WrongShape{"want a key and a value"};
        value.items.push_back(ReadValue(item[0], depth + 1));
        value.items.push_back(ReadValue(item[1], depth + 1));
      } else {
        value.items.push_back(ReadValue(item, depth + 1));
      }
    }
  } else {
    value.text = Text(v);
  }
  return value;
}

// name(param, param) -> result, or param.name(…) where the first one is the receiver.
std::string SignatureOf(const std::string& name, const Json& overload) {
  const bool receiver = Flag(overload, "instance");
  std::string before;
  std::string params;
  for (const Json& param : Member(overload, "params").GetArray()) {
    if (receiver && before.empty()) {
      before = Text(param) + ".";
    } else {
      params += (params.empty() ? "" : ", ") + Text(param);
    }
  }
  return before + name + "(" + params + ") -> " + Text(Member(overload, "result"));
}

CelName ReadName(const Json& json) {
  CelName name;
  name.name = Text(Member(json, "name"));
  if (json.HasMember("type")) {
    name.type = Text(Member(json, "type"));
  } else {
    for (const Json& overload : Member(json, "overloads").GetArray()) {
      name.signatures.push_back(SignatureOf(name.name, overload));
    }
  }
  return name;
}

CelTest ReadTest(const Json& json) {
  if (!json.IsObject()) throw WrongShape{"want an object"};
  CelTest test;
  test.file = Text(Member(json, "file"));
  test.section = Text(Member(json, "section"));
  test.name = Text(Member(json, "name"));
  test.expr = Text(Member(json, "expr"));
  test.container = Text(Member(json, "container"));
  test.check_only = Flag(json, "check_only");
  test.unchecked = Flag(json, "disable_check");
  for (const Json& name : Member(json, "type_env").GetArray()) {
    test.names.push_back(ReadName(name));
  }
  for (const auto& bound : Member(json, "bindings").GetObject()) {
    const std::string called = Text(bound.name);
    for (CelName& name : test.names) {
      if (name.name == called) name.value = ReadValue(Member(bound.value, "value"), 0);
    }
  }
  const Json& expected = Member(json, "expected");
  test.wants_error = expected.HasMember("error");
  if (expected.HasMember("value")) test.wanted = ReadValue(expected["value"], 0);
  if (expected.HasMember("deduced_type")) test.wanted_type = Text(expected["deduced_type"]);
  if (!test.wants_error && !test.wanted && test.wanted_type.empty()) {
    throw WrongShape{"nothing is expected"};
  }
  return test;
}

}  // namespace

std::optional<std::vector<CelTest>> ReadCelTests(std::string_view lines, std::string& error) {
  std::vector<CelTest> tests;
  size_t number = 0;
  while (!lines.empty()) {
    ++number;
    const size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty()) continue;
    try {
      // A NUL would end the text unseen.
      if (line.find('\0') != std::string_view::npos) throw WrongShape{"a NUL"};
      rapidjson::Document json;
      json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
          line.data(), line.size());
      if (json.HasParseError()) throw WrongShape{"no JSON"};
      tests.push_back(ReadTest(json));
    } catch (const WrongShape& wrong) {
      error = "line " + std::to_string(number) + ": " + wrong.what;
      return std::nullopt;
    }
  }
  return tests;
}

}  // namespace anjuan::expr
