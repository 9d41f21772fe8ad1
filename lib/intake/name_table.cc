#include "intake/name_table.h"

#include <algorithm>

namespace anjuan {
namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

void NameTable::Resize(int bits) {
  const std::vector<Place> old = std::move(places_);
  const size_t size = size_t{1} << bits;
  places_ = std::vector<Place>(size + size / 4 + 1);
  shift_ = 64 - bits;
  for (const Place& place : old) {
    if (place.named.meaning != Meaning::kUnknown) Put(place.named);
  }
}

void NameTable::Put(const Named& named) {
  const Key key(named.name);
  size_t i = key.Hash() >> shift_;
  while (places_[i].named.meaning != Meaning::kUnknown) ++i;
  places_[i] = {key, named};
}

void NameTable::Add(const Named& named) {
  if (named.name.empty() || Find(named.name).meaning != Meaning::kUnknown) return;
  names_.push_back(named.name);
  const int bits = 64 - shift_;
  if (names_.size() > (size_t{1} << bits) / 4) Resize(bits + 1);
  Put(named);
}

NameTables::NameTables(const Model& model, const Projection& projection)
    : model_(model), projection_(projection) {
  const ExportNames& names = model.export_names();
  const NameTable* const record = TableOf(model.root());
  for (const std::string& name : names.record) {
    const Named named{name, nullptr, record, Meaning::kRecord, true};
    top_.Add(named);
    collection_.Add(named);
  }
  for (const std::string& name : names.collection) {
    top_.Add({name, nullptr, &collection_, Meaning::kCollection, true});
  }
}

const NameTable* NameTables::TableOf(const RecordType& type) {
  NameTable& table = tables_.emplace_back();
  for (const Field& field : type.fields) AddField(table, field);
  if (type.self == nullptr) {
    for (const std::string& name : model_.export_names().complete) {
      table.Add({name, nullptr, nullptr, Meaning::kComplete, true});
    }
  }
  return &table;
}

void NameTables::AddField(NameTable& table, const Field& field) {
  Named named;
  named.field = &field;
  named.wanted = projection_.Wants(field);
  if (field.record != nullptr) named.below = TableOf(*field.record);
  if (field.type == FieldType::kRecords) {
    named.meaning = Meaning::kItem;
    AddList(table, field, named);
    return;
  }
  named.meaning = field.type == FieldType::kEntity ? Meaning::kEntity
                  : field.is_list                  ? Meaning::kScalars
                                                   : Meaning::kScalar;
  const auto add = [&](std::string_view name) {
    named.name = name;
    table.Add(named);
  };
  add(field.name);
  add(field.label);
  for (const std::string& alias : field.aliases) add(alias);
  if (field.is_list) add(field.element);
}

// In Chinese an element has the list's label and the wrapper the label and a suffix; in ASCII the
// wrapper has the list's name and an element the name of one. Aliases follow their language.
void NameTables::AddList(NameTable& table, const Field& field, const Named& item) {
  const std::string& suffix = model_.export_names().wrapper_suffix;
  NameTable& inside = tables_.emplace_back();
  Named wrapper = item;
  wrapper.meaning = Meaning::kWrapper;
  wrapper.below = &inside;
  const auto add_item = [&](std::string_view name) {
    Named named = item;
    named.name = name;
    table.Add(named);
    inside.Add(named);
  };
  const auto add_wrapper = [&](std::string_view name) {
    wrapper.name = name;
    table.Add(wrapper);
  };
  const auto add_chinese = [&](const std::string& name) {
    add_item(name);
    if (!suffix.empty()) add_wrapper(composed_.emplace_back(name + suffix));
  };
  if (field.element.empty()) {
    add_item(field.name);
  } else {
    add_item(field.element);
    add_wrapper(field.name);
  }
  add_chinese(field.label);
  for (const std::string& alias : field.aliases) {
    const bool ends_as_wrapper = !suffix.empty() && alias.ends_with(suffix);
    if (ends_as_wrapper || (IsAscii(alias) && !field.element.empty())) {
      add_wrapper(alias);
    } else if (IsAscii(alias)) {
      add_item(alias);
    } else {
      add_chinese(alias);
    }
  }
  for (const std::string& name : model_.export_names().partial) {
    inside.Add({name, nullptr, nullptr, Meaning::kPartial, true});
  }
}

}  // namespace anjuan
