#include "report/rule_schema.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "audit/rule_trial.h"
#include "pack/checks.h"
#include "pack/params.h"
#include "pack/shape.h"

namespace anjuan {
namespace {

constexpr std::string_view kDate = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

class SchemaWriter {
 public:
  SchemaWriter(const Model& model, const std::vector<std::string>& stages,
               const std::vector<std::string>& schemes)
      : model_(model), stages_(stages), schemes_(schemes) {
    json_.SetIndent(' ', 1);
  }

  std::string Run() {
    json_.StartObject();
    Pair("$schema", "https://json-schema.org/draft/2020-12/schema");
    Pair("title", "anjuan: rule or pack.yaml");
    Key("oneOf");
    json_.StartArray();
    Ref("rule");
    Ref("pack");
    json_.EndArray();
    Key("$defs");
    json_.StartObject();
    Key("rule");
    WriteRule();
    Key("pack");
    WriteMap(PackKeys());
    Key("test");
    WriteMap(TestKeys());
    WriteNames();
    WriteRecord("case", model_.root());
    json_.EndObject();
    json_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + '\n';
  }

 private:
  void Key(std::string_view key) {
    json_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  }
  void Text(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void Pair(std::string_view key, std::string_view value) {
    Key(key);
    Text(value);
  }
  void Texts(std::string_view key, const std::vector<std::string>& texts) {
    Key(key);
    json_.StartArray();
    for (const std::string& text : texts) Text(text);
    json_.EndArray();
  }
  void Ref(const std::string& name) {
    json_.StartObject();
    Pair("$ref", "#/$defs/" + name);
    json_.EndObject();
  }
  void Type(std::string_view type) {
    json_.StartObject();
    Pair("type", type);
    json_.EndObject();
  }

  // A scalar that a reader takes as text: YAML may see a number or a bool in it.
  void Scalar() {
    json_.StartObject();
    Texts("type", {"string", "number", "boolean"});
    json_.EndObject();
  }

  // One of the names, or anything that such a value may also be.
  void Offered(const std::vector<std::string>& names) {
    json_.StartObject();
    Key("anyOf");
    json_.StartArray();
    json_.StartObject();
    Texts("enum", names);
    json_.EndObject();
    Scalar();
    json_.EndArray();
    json_.EndObject();
  }
  void Enum(const std::vector<std::string>& names) {
    json_.StartObject();
    Texts("enum", names);
    json_.EndObject();
  }

  void WriteRule() {
    std::vector<KeyShape> keys(RuleKeys().begin(), RuleKeys().end());
    for (const CheckKind& kind : CheckKinds()) {
      keys.push_back({kind.key, KeyShape::kOneOf, kind.shape == nullptr ? Shape{} : kind.shape()});
    }
    WriteMap(keys);
  }

  void WriteMap(std::span<const KeyShape> keys) {
    json_.StartObject();
    Pair("type", "object");
    Key("additionalProperties");
    json_.Bool(false);
    std::vector<std::string> needed;
    std::vector<std::string> one_of;
    for (const KeyShape& key : keys) {
      if (key.need == KeyShape::kNeeded) needed.emplace_back(key.key);
      if (key.need == KeyShape::kOneOf) one_of.emplace_back(key.key);
    }
    if (!needed.empty()) Texts("required", needed);
    if (!one_of.empty()) {
      Key("oneOf");
      json_.StartArray();
      for (const std::string& key : one_of) {
        json_.StartObject();
        Texts("required", {key});
        json_.EndObject();
      }
      json_.EndArray();
    }
    Key("properties");
    json_.StartObject();
    for (const KeyShape& key : keys) {
      Key(key.key);
      Write(key.shape);
    }
    json_.EndObject();
    json_.EndObject();
  }

  void Write(const Shape& shape) {
    switch (shape.kind) {
      case ShapeKind::kAny:
        json_.Bool(true);
        return;
      case ShapeKind::kText:
      case ShapeKind::kExpression:
        return Scalar();
      case ShapeKind::kFieldPath:
        return Ref("field");
      case ShapeKind::kBool:
        return Type("boolean");
      case ShapeKind::kDate:
        json_.StartObject();
        Pair("type", "string");
        Pair("pattern", kDate);
        json_.EndObject();
        return;
      case ShapeKind::kPoints:
        json_.StartObject();
        Pair("type", "number");
        Key("minimum");
        json_.Uint(0);
        json_.EndObject();
        return;
      case ShapeKind::kSeverity:
        return Ref("severity");
      case ShapeKind::kStage:
        return Ref("stage");
      case ShapeKind::kScheme:
        return Ref("scheme");
      case ShapeKind::kDocumentKind:
        return Ref("document_kind");
      case ShapeKind::kDocumentField:
        return Ref("document_field");
      case ShapeKind::kParamType:
        return Ref("param_type");
      case ShapeKind::kTest:
        return Ref("test");
      case ShapeKind::kCase:
        return Ref("case");
      case ShapeKind::kOutcome:
        return Ref("outcome");
      case ShapeKind::kMap:
        return WriteMap({shape.keys, shape.key_count});
      case ShapeKind::kTable:
        json_.StartObject();
        Pair("type", "object");
        Key("additionalProperties");
        Write(*shape.item);
        json_.EndObject();
        return;
      case ShapeKind::kList:
        json_.StartObject();
        Pair("type", "array");
        if (shape.least > 0) {
          Key("minItems");
          json_.Uint64(shape.least);
        }
        Key("items");
        Write(*shape.item);
        json_.EndObject();
        return;
    }
  }

  // What is chosen from: fixed words strictly, names of the model as an offer.
  void WriteNames() {
    std::vector<std::string> names;
    for (int i = kSeverities - 1; i >= 0; --i) {
      names.emplace_back(NameOf(static_cast<Severity>(i)));
    }
    Key("severity");
    Enum(names);
    Key("stage");
    Offered(stages_);
    Key("scheme");
    Offered(schemes_);
    names.clear();
    for (const Outcome outcome : TestOutcomes()) names.emplace_back(NameOf(outcome));
    Key("outcome");
    Enum(names);
    Key("param_type");
    Enum(ParamTypeNames());
    Key("document_kind");
    Offered(model_.kinds().codes);
    names.clear();
    for (const Field& field : model_.document_lists().documents->record->fields) {
      names.push_back(field.name);
      names.push_back(field.label);
    }
    Key("document_field");
    Offered(names);
    names.clear();
    AddPaths(model_.root(), "", "", names);
    Key("field");
    Offered(names);
  }

  // Fields that an expression can name without an element in hand.
  static void AddPaths(const RecordType& type, const std::string& before, const std::string& labels,
                       std::vector<std::string>& names) {
    for (const Field& field : type.fields) {
      names.push_back(before + field.name);
      names.push_back(labels + field.label);
      if (field.type != FieldType::kEntity) continue;
      AddPaths(*field.record, before + field.name + '.', labels + field.label + '.', names);
    }
  }

  // A case in a test: entities as maps, lists as lists, null or '' for blank. Other names of a
  // field are legal too, so what is not known here is let pass.
  void WriteRecord(const std::string& name, const RecordType& type) {
    Key(name);
    json_.StartObject();
    Key("properties");
    json_.StartObject();
    for (const Field& field : type.fields) {
      for (const std::string* const any_name : {&field.name, &field.label}) {
        Key(*any_name);
        WriteField(name, field);
      }
    }
    json_.EndObject();
    json_.EndObject();
    for (const Field& field : type.fields) {
      if (field.record != nullptr) WriteRecord(name + '.' + field.name, *field.record);
    }
  }

  void WriteField(const std::string& name, const Field& field) {
    if (field.record != nullptr && field.type == FieldType::kEntity) {
      return Ref(name + '.' + field.name);
    }
    if (field.record != nullptr) {
      json_.StartObject();
      Key("items");
      Ref(name + '.' + field.name);
      json_.EndObject();
      return;
    }
    if (field.codes < 0) return void(json_.Bool(true));
    json_.StartObject();
    Key("anyOf");
    json_.StartArray();
    Enum(model_.codes(field).codes);
    json_.Bool(true);
    json_.EndArray();
    json_.EndObject();
  }

  const Model& model_;
  const std::vector<std::string>& stages_;
  const std::vector<std::string>& schemes_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace

std::string RuleSchema(const Model& model, const std::vector<std::string>& stages,
                       const std::vector<std::string>& schemes) {
  return SchemaWriter(model, stages, schemes).Run();
}

}  // namespace anjuan
