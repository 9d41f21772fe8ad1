#include "audit/yaml_case.h"

#include "base/suggest.h"

namespace anjuan {
namespace {

class YamlCase {
 public:
  YamlCase(const SourcePtr& source, RecordBuilder& builder, DiagnosticSink& sink)
      : source_(source), builder_(builder), sink_(sink) {}

  // `slots` is the record that `type` describes.
  void Fill(const yaml::Node& node, const RecordType& type, Slot* slots) {
    if (!node.is_map()) {
      if (!node.is_null()) sink_.Error(source_, node.span(), TextId::kCaseWantsMap, {type.label});
      return;
    }
    for (const yaml::Entry& entry : node.entries()) {
      const Field* const field = type.Find(entry.key);
      if (field == nullptr) {
        UnknownName(entry, type);
      } else if (field->type == FieldType::kEntity) {
        FillEntity(entry, *field, slots);
      } else if (field->type == FieldType::kRecords || field->is_list) {
        FillList(entry, *field, slots);
      } else if (entry.value.is_list() || entry.value.is_map()) {
        sink_.Error(source_, entry.value.span(), TextId::kCaseWantsScalar, {field->label});
      } else {
        builder_.SetScalar(slots, *field, entry.value.text(), LineOf(entry.value));
      }
    }
  }

 private:
  void FillEntity(const yaml::Entry& entry, const Field& field, Slot* slots) {
    Slot* const entity = builder_.OpenEntity(slots, field, LineOf(entry.value));
    const bool blank = entry.value.is_null() ||
                       (entry.value.is_scalar() && entry.value.text().empty()) ||
                       (entry.value.is_map() && entry.value.entries().empty());
    if (blank) {
      entity->state = State::kBlank;
    } else {
      Fill(entry.value, *field.record, entity);
    }
  }

  void FillList(const yaml::Entry& entry, const Field& field, Slot* slots) {
    if (field.is_list && entry.value.is_scalar()) {
      builder_.SetScalars(slots, field, entry.value.text(), LineOf(entry.value));
      return;
    }
    if (!entry.value.is_list()) {
      sink_.Error(source_, entry.value.span(), TextId::kCaseWantsList, {field.label});
      return;
    }
    builder_.MarkList(slots, field, /*partial=*/false, LineOf(entry.value));
    for (const yaml::Node& item : entry.value.items()) {
      if (field.is_list) {
        builder_.SetScalar(slots, field, item.text(), LineOf(item));
        continue;
      }
      Slot* const element = builder_.AddElement(slots, field, LineOf(item));
      if (element != nullptr) Fill(item, *field.record, element);
    }
  }

  void UnknownName(const yaml::Entry& entry, const RecordType& type) {
    std::vector<Candidate> names;
    for (const Field& field : type.fields) {
      names.push_back({field.name, "'" + field.name + "' (" + field.label + ")"});
      names.push_back({field.label, "'" + field.label + "' (" + field.name + ")"});
    }
    Diagnostic& error =
        sink_.Error(source_, entry.key_span, TextId::kCaseUnknownField, {entry.key});
    const std::vector<std::string> hints = Suggest(entry.key, names);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  }

  uint32_t LineOf(const yaml::Node& node) const { return source_->PlaceOf(node.span().begin).line; }

  const SourcePtr& source_;
  RecordBuilder& builder_;
  DiagnosticSink& sink_;
};

}  // namespace

void FillFromYaml(const yaml::Node& node, const SourcePtr& source, RecordBuilder& builder,
                  DiagnosticSink& sink) {
  YamlCase(source, builder, sink).Fill(node, builder.model().root(), builder.record().root());
}

}  // namespace anjuan
