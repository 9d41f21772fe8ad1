#include "model/model.h"

#include <array>

#include "base/utf8.h"

namespace anjuan {
namespace {

bool IsBracket(char32_t c) {
  switch (c) {
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'{':
    case U'}':
    case U'〔':
    case U'〕':
    case U'【':
    case U'】':
    case U'《':
    case U'》':
    case U'「':
    case U'」':
    case U'〈':
    case U'〉':
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string LevelName(std::string_view written) {
  std::string out(written.size(), '\0');  // levelling never lengthens
  out.resize(LevelName(written, out).size());
  return out;
}

std::string_view LevelName(std::string_view written, std::span<char> to) {
  if (written.size() > to.size()) return {};
  size_t length = 0;
  for (size_t i = 0; i < written.size();) {
    const CodePoint c = DecodeAt(written, i);
    const char32_t level = LevelWidth(c.value);
    const bool blank =
        level == U' ' || level == U'\t' || level == U'\n' || level == U'\r' || level == 0xA0;
    if (blank || IsBracket(level)) {
      // dropped
    } else if (level < 0x80) {
      to[length++] = static_cast<char>(level);
    } else {
      for (int k = 0; k < c.length; ++k) to[length++] = written[i + static_cast<size_t>(k)];
    }
    i += static_cast<size_t>(c.length);
  }
  return {to.data(), length};
}

const Field* RecordType::Find(std::string_view any_name) const {
  const auto it = by_name_.find(any_name);
  return it == by_name_.end() ? nullptr : it->second;
}

std::vector<std::string_view> RecordType::IndexNames() {
  std::vector<std::string_view> twice;
  const auto add = [&](std::string_view any_name, const Field& field) {
    if (any_name.empty()) return;
    const auto [it, fresh] = by_name_.emplace(any_name, &field);
    if (!fresh && it->second != &field) twice.push_back(any_name);
  };
  for (const Field& field : fields) {
    add(field.name, field);
    add(field.label, field);
    for (const std::string& alias : field.aliases) add(alias, field);
  }
  return twice;
}

uint16_t CodeList::Find(std::string_view written) const {
  std::array<char, 512> level;  // no code is longer
  const auto it = by_name.find(LevelName(written, level));
  return it == by_name.end() ? uint16_t{0} : it->second;
}

const Field* Model::FindPath(std::string_view path) const {
  const RecordType* record = root_.get();
  const Field* field = nullptr;
  while (record != nullptr && !path.empty()) {
    const size_t dot = path.find('.');
    std::string_view name = path.substr(0, dot);
    if (name.ends_with("[]")) name.remove_suffix(2);
    field = record->Find(name);
    if (field == nullptr || dot == std::string_view::npos) return field;
    record = field->record;
    path.remove_prefix(dot + 1);
  }
  return nullptr;
}

int Model::RootOffset(const Field& field) const {
  int offset = field.slot;
  for (const Field* at = field.owner->self; at != nullptr; at = at->owner->self) {
    if (at->type != FieldType::kEntity) return -1;
    offset += at->slot;
  }
  return offset;
}

void Projection::Add(const Model& model, const Field& field) {
  for (const Field* at = &field; at != nullptr; at = at->owner->self) {
    wanted_[static_cast<size_t>(at->id)] = true;
  }
  if (field.from_kind <= 0) return;
  const DocumentLists& lists = model.document_lists();
  Add(model, *lists.kind);
  Add(model, *lists.documents->record->Find(field.from_field));
}

}  // namespace anjuan
