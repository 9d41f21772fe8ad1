// model fields: every field an export may carry and a rule may read, as a table.
#include <algorithm>
#include <array>

#include "base/display_width.h"
#include "cmd/commands.h"
#include "cmd/load.h"

namespace anjuan {
namespace {

constexpr size_t kColumns = 4;
using Row = std::array<std::string, kColumns>;

std::string ChinesePath(const Field& field) {
  std::string path = field.label;
  for (const Field* at = field.owner->self; at != nullptr; at = at->owner->self) {
    path = at->label + (at->type == FieldType::kRecords ? "[]." : ".") + path;
  }
  return path;
}

std::string_view TypeWord(const Field& field) {
  switch (field.type) {
    case FieldType::kString:
      return "string";
    case FieldType::kText:
      return "text";
    case FieldType::kInt:
      return "int";
    case FieldType::kMoney:
      return "money";
    case FieldType::kBool:
      return "bool";
    case FieldType::kDate:
      return "date";
    case FieldType::kDatetime:
      return "datetime";
    case FieldType::kEnum:
      return "enum";
    case FieldType::kKind:
      return "document_kind";
    case FieldType::kEntity:
      return "entity";
    case FieldType::kRecords:
      return "list";
  }
  return "";
}

std::string Notes(const Model& model, const Field& field) {
  std::string notes;
  const auto add = [&](const std::string& note) { notes += (notes.empty() ? "" : "; ") + note; };
  if (field.codes >= 0) {
    std::string codes;
    for (const std::string& code : model.codes(field).codes) {
      codes += (codes.empty() ? "" : " ") + code;
    }
    add(codes);
  }
  for (const std::string& alias : field.aliases) add("= " + alias);
  if (field.from_kind > 0) {
    add("<- " + model.kinds().codes[static_cast<size_t>(field.from_kind) - 1] + "." +
        field.from_field);
  }
  return notes;
}

void AddRows(const Model& model, const RecordType& type, std::vector<Row>& rows) {
  for (const Field& field : type.fields) {
    const bool list = field.is_list || field.type == FieldType::kRecords;
    std::string kind(TypeWord(field));
    if (field.is_list) kind = "list(" + kind + ")";
    rows.push_back({field.path + (list ? "[]" : ""), ChinesePath(field) + (list ? "[]" : ""), kind,
                    Notes(model, field)});
    if (field.record != nullptr) AddRows(model, *field.record, rows);
  }
}

}  // namespace

ExitCode RunModelFields(const ModelFieldsCommand& /*command*/, Lang lang, Console& console) {
  DiagnosticSink diagnostics;
  const std::unique_ptr<const Model> model = LoadShippedModel(diagnostics);
  if (PrintDiagnostics(diagnostics, lang, console.err) || model == nullptr) {
    return ExitCode::kCouldNotRun;
  }
  std::vector<Row> rows;
  rows.push_back({Say(lang, TextId::kFieldColumn), Say(lang, TextId::kLabelColumn),
                  Say(lang, TextId::kTypeColumn), Say(lang, TextId::kNotesColumn)});
  AddRows(*model, model->root(), rows);
  std::array<size_t, kColumns> widths = {};
  for (const Row& row : rows) {
    for (size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    for (size_t i = 0; i < kColumns; ++i) {
      line += i + 1 < kColumns ? PadTo(row[i], widths[i] + 2) : row[i];
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return console.out.Write(out).ok() ? ExitCode::kClean : ExitCode::kCouldNotRun;
}

}  // namespace anjuan
