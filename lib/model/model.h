// The record model (案卷模型): every entity and field a case file may carry, as data.
//
// Shape:  a tree of record types. The root's fields are the entities (案件 case) and lists (当事人
//         parties); an entity's fields are scalars, lists or further entities. Every path has a
//         record type of its own, so a field is one path. Names: one ASCII name, one Chinese
//         label, aliases; all resolve to the same field.
// Record: a record of type T is T.slots consecutive Slots (record.h). Slot 0 is the record's own
//         state; field f stands at record + f.slot. An entity is inlined: its slot 0 is the
//         parent's slot f.slot, so a path of entities is one constant offset from the root. List
//         elements lie side by side, T.slots apart.
// Source: rules/models/*.yaml; no field is named in C++. Immutable once loaded.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "yaml/yaml.h"

namespace anjuan {

enum class FieldType : uint8_t {
  kString,
  kText,  // long; kept only where a rule reads it
  kInt,
  kMoney,
  kBool,
  kDate,
  kDatetime,
  kEnum,  // closed code list
  kKind,  // kind of document, through the table of kinds
  kEntity,
  kRecords,  // list of records
};

struct RecordType;

struct Field {
  static constexpr int kNoKey = -1;

  std::string name;                  // ASCII: approved_on
  std::string label;                 // 中文: 批准日期
  std::vector<std::string> aliases;  // either language
  std::string element;               // a list's item in an ASCII export: document
  FieldType type = FieldType::kString;
  bool is_list = false;                // scalars only; kRecords is a list anyway
  int id = 0;                          // unique over the model, from 0
  int slot = 0;                        // within the record that holds it; from 1
  int codes = -1;                      // kEnum: index into Model::code_lists()
  const RecordType* record = nullptr;  // kEntity, kRecords
  uint32_t max_items = 0;              // lists
  uint32_t max_len = 0;                // strings and texts, in code points
  int key_rank = kNoKey;   // among what names an element of a list; the first filled counts
  int from_kind = -1;      // from_document: the kind's code …
  std::string from_field;  // … and the field of the document
  const RecordType* owner = nullptr;
  std::string path;  // documents[].kind; of a list: documents
};

struct RecordType {
  std::string name;  // documents, case; "" for the root
  std::string label;
  const Field* self = nullptr;  // the field that holds records of this type; null for the root
  std::vector<Field> fields;
  int slots = 1;  // length in Slots, header included

  // By any name or alias; null where there is none.
  const Field* Find(std::string_view any_name) const;

  // Makes every name of `fields` findable, once they are all there. Gives the names that two
  // fields claim.
  std::vector<std::string_view> IndexNames();

 private:
  std::unordered_map<std::string_view, const Field*> by_name_;
};

// Looks strings up by view, without a copy.
struct NameHash {
  using is_transparent = void;
  size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

// A closed list of codes (代码表). Code 0 means none; code n is codes[n - 1].
struct CodeList {
  std::string name;
  std::vector<std::string> codes;  // canonical Chinese values
  // Canonical values and aliases, levelled.
  std::unordered_map<std::string, uint16_t, NameHash, std::equal_to<>> by_name;

  // Brackets, full-width forms and white space do not matter. 0 where unknown. Allocates nothing.
  uint16_t Find(std::string_view written) const;
};

// Lists that functions of rule expressions look documents up in.
struct DocumentLists {
  const Field* documents = nullptr;   // the list
  const Field* kind = nullptr;        // documents[].kind
  const Field* text = nullptr;        // documents[].text; null where papers carry none
  const Field* signatures = nullptr;  // documents[].signatures
  const Field* role = nullptr;        // documents[].signatures[].role
  const Field* deliveries = nullptr;
  const Field* delivered_kind = nullptr;  // deliveries[].document_kind
  const Field* served_on = nullptr;       // deliveries[].served_on
};

// What every report says of a case, as paths of scalar fields; `officers` is a field of the
// elements of a list. The last two are null where the model does not say.
struct CaseHeader {
  const Field* case_number = nullptr;
  const Field* case_title = nullptr;
  const Field* agency = nullptr;
  const Field* agency_group = nullptr;
  const Field* procedure = nullptr;
  const Field* decided_on = nullptr;
  const Field* sector = nullptr;
  const Field* officers = nullptr;
};

// Where the check of a deadline reads the rows of periods that are left out and of extensions.
struct DeadlineNames {
  std::string began;        // began_on
  std::string ended;        // ended_on
  std::string proof;        // proof
  std::string approved;     // approved_on
  std::string extended_to;  // extended_to
  std::string open_case;    // an expression: the case goes on, so that a last step may yet come
};

// Where the check of service reads who was served and how. Empty where the model does not say.
struct ServiceNames {
  std::string method;                    // deliveries[].method
  std::string party;                     // deliveries[].party
  std::string recipient;                 // deliveries[].recipient
  std::string parties;                   // the list of those that may be served
  std::vector<std::string> party_names;  // of a party, its own name first
};

// Where the checks over laws read what a citation cites. Empty where the model does not say.
struct CitationNames {
  std::string law;
  std::string article;
  std::string paragraph;
  std::string item;
};

// Names of an export that are no fields.
struct ExportNames {
  std::vector<std::string> record;      // 案卷, case_file
  std::vector<std::string> collection;  // 案卷集, case_files
  std::vector<std::string> complete;    // 完整, complete
  std::vector<std::string> partial;     // 部分, partial
  std::string wrapper_suffix;           // 列表
  std::vector<std::string> yes;         // 是 有 true 1
  std::vector<std::string> no;
};

class Model {
 public:
  const std::string& name() const { return name_; }
  const RecordType& root() const { return *root_; }
  int field_count() const { return static_cast<int>(fields_.size()); }
  const Field& field(int id) const { return *fields_[static_cast<size_t>(id)]; }

  const CodeList& codes(const Field& field) const {
    return code_lists_[static_cast<size_t>(field.codes)];
  }
  const std::vector<CodeList>& code_lists() const { return code_lists_; }
  const CodeList& kinds() const { return kinds_; }  // kinds of documents (文书种类)

  const DocumentLists& document_lists() const { return document_lists_; }
  const CaseHeader& header() const { return header_; }
  const ExportNames& export_names() const { return export_names_; }
  const DeadlineNames& deadline_names() const { return deadline_names_; }
  const CitationNames& citation_names() const { return citation_names_; }
  const ServiceNames& service_names() const { return service_names_; }

  // The field at an ASCII or Chinese path (decision.date, 文书.种类; lists without []), or null.
  const Field* FindPath(std::string_view path) const;

  // Offset from the root of a field reached through entities alone; -1 below a list.
  int RootOffset(const Field& field) const;

 private:
  friend class ModelLoader;
  std::string name_;
  std::unique_ptr<RecordType> root_;
  std::vector<std::unique_ptr<RecordType>> records_;
  std::vector<const Field*> fields_;
  std::vector<CodeList> code_lists_;
  CodeList kinds_;
  DocumentLists document_lists_;
  CaseHeader header_;
  ExportNames export_names_;
  DeadlineNames deadline_names_;
  CitationNames citation_names_;
  ServiceNames service_names_;
};

// Reports every mistake; null where any is an error.
std::unique_ptr<const Model> LoadModel(SourcePtr source, DiagnosticSink& sink);

// A name or value as it is matched: white space removed, full-width forms as ASCII, brackets of
// any shape dropped with nothing else changed (行政处罚事先（听证）告知书 =
// 行政处罚事先(听证)告知书).
std::string LevelName(std::string_view written);

// The same into `to`; nothing where it does not fit.
std::string_view LevelName(std::string_view written, std::span<char> to);

// Fields that active rules read. Intake fills no other.
class Projection {
 public:
  explicit Projection(const Model& model) : wanted_(static_cast<size_t>(model.field_count())) {}

  // The field, all that holds it, and what from_document fills it from.
  void Add(const Model& model, const Field& field);
  void AddAll() { wanted_.assign(wanted_.size(), true); }
  bool Wants(const Field& field) const { return wanted_[static_cast<size_t>(field.id)]; }

 private:
  std::vector<bool> wanted_;
};

}  // namespace anjuan
