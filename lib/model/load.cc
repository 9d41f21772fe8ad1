#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "model/model.h"

namespace anjuan {
namespace {

struct TypeName {
  std::string_view name;
  FieldType type;
};

constexpr TypeName kTypeNames[] = {
    {"string", FieldType::kString},
    {"text", FieldType::kText},
    {"int", FieldType::kInt},
    {"money", FieldType::kMoney},
    {"bool", FieldType::kBool},
    {"date", FieldType::kDate},
    {"datetime", FieldType::kDatetime},
    {"enum", FieldType::kEnum},
    {"document_kind", FieldType::kKind},
    {"entity", FieldType::kEntity},
    {"list", FieldType::kRecords},
};

constexpr uint32_t kDefaultMaxItems = 1000;
constexpr uint32_t kDefaultMaxLength = 1000;

}  // namespace

class ModelLoader {
 public:
  ModelLoader(SourcePtr source, DiagnosticSink& sink) : source_(std::move(source)), sink_(sink) {}

  std::unique_ptr<const Model> Load() {
    const std::optional<yaml::Document> document = yaml::Parse(source_, sink_);
    if (!document) return nullptr;
    const size_t errors_before = sink_.error_count();
    model_ = std::make_unique<Model>();
    yaml::MapReader top(source_, document->root, sink_);
    model_->name_ = top.Text("name", yaml::MapReader::kNeeded);
    top.Known("title");
    ReadExportNames(top.Map("export", yaml::MapReader::kNeeded));
    const yaml::Node* const header = top.Map("header", yaml::MapReader::kNeeded);
    const yaml::Node* const documents = top.Map("documents", yaml::MapReader::kNeeded);
    ReadDeadlineNames(top.Map("deadlines"));
    ReadCitationNames(top.Map("citations"));
    ReadServiceNames(top.Map("service"));
    keys_ = top.Texts("keys", yaml::MapReader::kNeeded);
    ReadCodeLists(top.Map("codes"));
    ReadCodes(top.Map("kinds"), model_->kinds_);
    const yaml::Node* const fields = top.Map("fields", yaml::MapReader::kNeeded);
    top.Finish();
    if (fields != nullptr) {
      fields_node_ = fields;
      model_->root_ = std::make_unique<RecordType>();
      ReadFields(*fields, *model_->root_);
      Number(*model_->root_);
      ResolveFromDocument();
      if (header != nullptr) ReadHeader(*header);
      if (documents != nullptr) ReadDocumentLists(*documents);
    }
    if (sink_.error_count() != errors_before) return nullptr;
    return std::move(model_);
  }

 private:
  struct PendingDocument {
    Field* field;
    const yaml::Node* node;
  };

  void ReadExportNames(const yaml::Node* node) {
    if (node == nullptr) return;
    yaml::MapReader names(source_, *node, sink_);
    ExportNames& to = model_->export_names_;
    to.record = names.Texts("record", yaml::MapReader::kNeeded);
    to.collection = names.Texts("collection", yaml::MapReader::kNeeded);
    to.complete = names.Texts("complete", yaml::MapReader::kNeeded);
    to.partial = names.Texts("partial", yaml::MapReader::kNeeded);
    to.wrapper_suffix = names.Text("wrapper_suffix", yaml::MapReader::kNeeded);
    to.yes = names.Texts("yes", yaml::MapReader::kNeeded);
    to.no = names.Texts("no", yaml::MapReader::kNeeded);
    names.Finish();
  }

  void ReadDeadlineNames(const yaml::Node* node) {
    if (node == nullptr) return;
    yaml::MapReader names(source_, *node, sink_);
    DeadlineNames& to = model_->deadline_names_;
    to.began = names.Text("began", yaml::MapReader::kNeeded);
    to.ended = names.Text("ended", yaml::MapReader::kNeeded);
    to.proof = names.Text("proof", yaml::MapReader::kNeeded);
    to.approved = names.Text("approved", yaml::MapReader::kNeeded);
    to.extended_to = names.Text("extended_to", yaml::MapReader::kNeeded);
    to.open_case = names.Text("open_case", yaml::MapReader::kNeeded);
    names.Finish();
  }

  void ReadCitationNames(const yaml::Node* node) {
    if (node == nullptr) return;
    yaml::MapReader names(source_, *node, sink_);
    CitationNames& to = model_->citation_names_;
    to.law = names.Text("law", yaml::MapReader::kNeeded);
    to.article = names.Text("article", yaml::MapReader::kNeeded);
    to.paragraph = names.Text("paragraph", yaml::MapReader::kNeeded);
    to.item = names.Text("item", yaml::MapReader::kNeeded);
    names.Finish();
  }

  void ReadServiceNames(const yaml::Node* node) {
    if (node == nullptr) return;
    yaml::MapReader names(source_, *node, sink_);
    ServiceNames& to = model_->service_names_;
    to.method = names.Text("method", yaml::MapReader::kNeeded);
    to.party = names.Text("party", yaml::MapReader::kNeeded);
    to.recipient = names.Text("recipient", yaml::MapReader::kNeeded);
    to.parties = names.Text("parties", yaml::MapReader::kNeeded);
    to.party_names = names.Texts("party_names", yaml::MapReader::kNeeded);
    names.Finish();
  }

  void ReadCodeLists(const yaml::Node* node) {
    if (node == nullptr) return;
    for (const yaml::Entry& entry : node->entries()) {
      CodeList list;
      list.name = entry.key;
      ReadCodes(&entry.value, list);
      model_->code_lists_.push_back(std::move(list));
    }
  }

  void ReadCodes(const yaml::Node* node, CodeList& list) {
    if (node == nullptr) return;
    if (!node->is_map()) {
      sink_.Error(source_, node->span(), TextId::kModelCodesShape, {list.name});
      return;
    }
    for (const yaml::Entry& entry : node->entries()) {
      list.codes.push_back(entry.key);
      const uint16_t code = static_cast<uint16_t>(list.codes.size());
      AddCodeName(list, entry.key, code, entry.key_span);
      for (const yaml::Node& alias : entry.value.items()) {
        AddCodeName(list, alias.text(), code, alias.span());
      }
    }
  }

  void AddCodeName(CodeList& list, std::string_view name, uint16_t code, Span span) {
    if (!list.by_name.emplace(LevelName(name), code).second) {
      sink_.Error(source_, span, TextId::kModelCodeTwice, {std::string(name)});
    }
  }

  void ReadFields(const yaml::Node& node, RecordType& record) {
    // Field addresses are handed out below, so the vector must not grow later.
    record.fields.reserve(node.entries().size());
    for (const yaml::Entry& entry : node.entries()) {
      record.fields.emplace_back();
      Field& field = record.fields.back();
      field.name = entry.key;
      field.owner = &record;
      const std::string parent = record.self == nullptr ? "" : record.self->path;
      const bool below_list = record.self != nullptr && record.self->type == FieldType::kRecords;
      const auto key = std::find(keys_.begin(), keys_.end(), field.name);
      if (key != keys_.end()) field.key_rank = static_cast<int>(key - keys_.begin());
      field.path = parent.empty() ? field.name : parent + (below_list ? "[]." : ".") + field.name;
      ReadField(entry, field);
    }
    for (const std::string_view name : record.IndexNames()) {
      sink_.Error(source_, node.span(), TextId::kModelNameTwice,
                  {std::string(name), record.self == nullptr ? "" : record.self->path});
    }
  }

  void ReadField(const yaml::Entry& entry, Field& field) {
    yaml::MapReader keys(source_, entry.value, sink_);
    field.label = keys.Text("label", yaml::MapReader::kNeeded);
    field.aliases = keys.Texts("aliases");
    field.element = keys.Text("element");
    const yaml::Node* const type = keys.Scalar("type", yaml::MapReader::kNeeded);
    field.type = type == nullptr ? FieldType::kString : ReadType(*type);
    field.is_list = keys.Bool("list", false);
    field.max_items = static_cast<uint32_t>(keys.Int("max_items", kDefaultMaxItems));
    field.max_len = static_cast<uint32_t>(keys.Int("max_len", kDefaultMaxLength));
    if (const yaml::Node* const codes = keys.Scalar("codes")) ReadCodesOf(*codes, field);
    if (const yaml::Node* const from = keys.Map("from_document"))
      pending_.push_back({&field, from});
    const yaml::Node* const fields = keys.Map("fields");
    const yaml::Node* const like = keys.Scalar("like");
    keys.Finish();

    const bool holds_records =
        field.type == FieldType::kEntity || field.type == FieldType::kRecords;
    if (!holds_records) return;
    const yaml::Node* const below = like != nullptr ? FieldsOf(*like) : fields;
    model_->records_.push_back(std::make_unique<RecordType>());
    RecordType& record = *model_->records_.back();
    record.name = field.name;
    record.label = field.label;
    record.self = &field;
    field.record = &record;
    if (below != nullptr) {
      ReadFields(*below, record);
    } else if (like == nullptr) {
      sink_.Error(source_, entry.key_span, TextId::kModelNoFields, {field.path});
    }
  }

  FieldType ReadType(const yaml::Node& node) {
    std::vector<std::string_view> names;
    for (const TypeName& row : kTypeNames) {
      if (row.name == node.text()) return row.type;
      names.push_back(row.name);
    }
    Diagnostic& error = sink_.Error(source_, node.span(), TextId::kModelUnknownType, {node.text()});
    AddHint(error, Suggest(node.text(), names));
    return FieldType::kString;
  }

  void ReadCodesOf(const yaml::Node& node, Field& field) {
    std::vector<std::string_view> names;
    for (size_t i = 0; i < model_->code_lists_.size(); ++i) {
      if (model_->code_lists_[i].name == node.text()) field.codes = static_cast<int>(i);
      names.push_back(model_->code_lists_[i].name);
    }
    if (field.codes >= 0) return;
    Diagnostic& error =
        sink_.Error(source_, node.span(), TextId::kModelUnknownCodes, {node.text()});
    AddHint(error, Suggest(node.text(), names));
  }

  // The `fields` of the path that `like` names, as written in the file.
  const yaml::Node* FieldsOf(const yaml::Node& like) {
    const yaml::Node* node = fields_node_;
    std::string_view rest = like.text();
    while (node != nullptr && !rest.empty()) {
      const size_t dot = rest.find('.');
      const yaml::Node* const field = node->Find(rest.substr(0, dot));
      node = field == nullptr || !field->is_map() ? nullptr : field->Find("fields");
      rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
    }
    if (node == nullptr) {
      sink_.Error(source_, like.span(), TextId::kModelUnknownPath, {like.text()});
    }
    return node;
  }

  // Slots in the order of the file; entities inline, header first.
  void Number(RecordType& record) {
    for (Field& field : record.fields) {
      field.id = static_cast<int>(model_->fields_.size());
      model_->fields_.push_back(&field);
      field.slot = record.slots;
      if (field.record == nullptr) {
        record.slots += 1;
        continue;
      }
      RecordType& below = const_cast<RecordType&>(*field.record);
      Number(below);
      record.slots += field.type == FieldType::kEntity ? below.slots : 1;
    }
  }

  void ReadHeader(const yaml::Node& node) {
    yaml::MapReader header(source_, node, sink_);
    CaseHeader& to = model_->header_;
    to.case_number = PathAt(header, "case_number");
    to.case_title = PathAt(header, "case_title");
    to.agency = PathAt(header, "agency");
    to.agency_group = PathAt(header, "agency_group");
    to.procedure = PathAt(header, "procedure");
    to.decided_on = PathAt(header, "decided_on");
    to.sector = PathAt(header, "sector", yaml::MapReader::kOptional);
    to.officers = PathInList(header, "officers");
    header.Finish();
  }

  const Field* PathAt(yaml::MapReader& reader, std::string_view key,
                      yaml::MapReader::Need need = yaml::MapReader::kNeeded) {
    const yaml::Node* const node = reader.Scalar(key, need);
    if (node == nullptr) return nullptr;
    const Field* const field = model_->FindPath(node->text());
    if (field == nullptr || model_->RootOffset(*field) < 0) {
      sink_.Error(source_, node->span(), TextId::kModelUnknownPath, {node->text()});
      return nullptr;
    }
    return field;
  }

  // A scalar of the elements of a list that is reached through entities alone.
  const Field* PathInList(yaml::MapReader& reader, std::string_view key) {
    const yaml::Node* const node = reader.Scalar(key);
    if (node == nullptr) return nullptr;
    const Field* const field = model_->FindPath(node->text());
    const Field* const list = field == nullptr ? nullptr : field->owner->self;
    if (list == nullptr || field->record != nullptr || list->type != FieldType::kRecords ||
        model_->RootOffset(*list) < 0) {
      sink_.Error(source_, node->span(), TextId::kModelUnknownPath, {node->text()});
      return nullptr;
    }
    return field;
  }

  void ReadDocumentLists(const yaml::Node& node) {
    yaml::MapReader lists(source_, node, sink_);
    DocumentLists& to = model_->document_lists_;
    to.documents = NameIn(lists, "list", model_->root_.get());
    to.kind = NameIn(lists, "kind", RecordOf(to.documents));
    to.text = NameIn(lists, "text", RecordOf(to.documents), yaml::MapReader::kOptional);
    to.signatures = NameIn(lists, "signatures", RecordOf(to.documents));
    to.role = NameIn(lists, "role", RecordOf(to.signatures));
    to.deliveries = NameIn(lists, "deliveries", model_->root_.get());
    to.delivered_kind = NameIn(lists, "delivered_kind", RecordOf(to.deliveries));
    to.served_on = NameIn(lists, "served_on", RecordOf(to.deliveries));
    lists.Finish();
    for (const PendingDocument& pending : pending_) CheckFromDocument(pending);
  }

  static const RecordType* RecordOf(const Field* field) {
    return field == nullptr ? nullptr : field->record;
  }

  const Field* NameIn(yaml::MapReader& reader, std::string_view key, const RecordType* record,
                      yaml::MapReader::Need need = yaml::MapReader::kNeeded) {
    const yaml::Node* const node = reader.Scalar(key, need);
    if (node == nullptr || record == nullptr) return nullptr;
    const Field* const field = record->Find(node->text());
    if (field == nullptr) {
      sink_.Error(source_, node->span(), TextId::kModelUnknownPath, {node->text()});
    }
    return field;
  }

  void ResolveFromDocument() {
    for (const PendingDocument& pending : pending_) {
      yaml::MapReader from(source_, *pending.node, sink_);
      const yaml::Node* const kind = from.Scalar("kind", yaml::MapReader::kNeeded);
      pending.field->from_field = from.Text("field", yaml::MapReader::kNeeded);
      from.Finish();
      if (kind == nullptr) continue;
      pending.field->from_kind = model_->kinds_.Find(kind->text());
      if (pending.field->from_kind == 0) {
        sink_.Error(source_, kind->span(), TextId::kModelUnknownKind, {kind->text()});
      }
    }
  }

  void CheckFromDocument(const PendingDocument& pending) {
    const RecordType* const documents = RecordOf(model_->document_lists_.documents);
    if (documents == nullptr) return;
    const Field* const from = documents->Find(pending.field->from_field);
    if (from == nullptr || from->type != pending.field->type) {
      sink_.Error(source_, pending.node->span(), TextId::kModelFromDocument,
                  {pending.field->path, pending.field->from_field});
    } else {
      pending.field->from_field = from->name;
    }
  }

  void AddHint(Diagnostic& error, const std::vector<std::string>& suggestions) {
    if (!suggestions.empty()) {
      error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(suggestions)}});
    }
  }

  SourcePtr source_;
  DiagnosticSink& sink_;
  std::unique_ptr<Model> model_;
  std::vector<std::string> keys_;
  const yaml::Node* fields_node_ = nullptr;
  std::vector<PendingDocument> pending_;
};

std::unique_ptr<const Model> LoadModel(SourcePtr source, DiagnosticSink& sink) {
  return ModelLoader(std::move(source), sink).Load();
}

}  // namespace anjuan
