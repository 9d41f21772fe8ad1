#include "audit/listing.h"

#include <algorithm>

#include "value/date.h"

namespace anjuan {
namespace {

constexpr int64_t kSecondsOfDay = int64_t{24} * 3600;

// Where a record stands that is being listed.
struct Place {
  std::string path;   // with a full stop behind it; "" for the case
  std::string label;  // likewise
  std::string about;
  size_t depth = 0;
  bool in_list = false;
};

class Lister {
 public:
  Lister(const Record& record, Lang lang, Listing& to) : record_(record), lang_(lang), to_(to) {}

  void ListFields(const Slot* at, const RecordType& type, const Place& place) {
    for (const Field& field : type.fields) {
      const Slot& slot = at[field.slot];
      if (field.type == FieldType::kEntity) {
        ListEntity(field, slot, place);
      } else if (field.type == FieldType::kRecords) {
        ListRecords(field, slot, place);
      } else if (field.is_list) {
        ListItems(field, slot, place);
      } else if (slot.line != 0) {
        ListValue(field, slot, NewRow(Row::What::kValue, field, slot, place), place);
      }
    }
  }

 private:
  Row NewRow(Row::What what, const Field& field, const Slot& slot, const Place& place) const {
    Row row;
    row.what = what;
    row.field = &field;
    row.path = place.path + field.name;
    row.name = lang_ == Lang::kEnglish ? field.name : field.label;
    row.label = place.label + row.name;
    row.depth = place.depth;
    row.state = slot.state;
    row.line = slot.line;
    return row;
  }

  Row NewElement(Row::What what, const Row& list, const Slot& slot, uint32_t index) const {
    Row row;
    row.what = what;
    row.field = list.field;
    row.name = '[' + std::to_string(index) + ']';
    row.path = list.path + row.name;
    row.label = list.label + row.name;
    row.depth = list.depth + 1;
    row.line = slot.line;
    return row;
  }

  static Place Inside(const Row& row, std::string about, bool in_list) {
    return {row.path + '.', row.label + '.', std::move(about), row.depth + 1, in_list};
  }

  void NotCarried(const Field& field, const Slot& slot, const Place& place) {
    if (place.in_list) return;
    (slot.state == State::kMissing ? to_.missing : to_.absent).push_back(&field);
  }

  void ListEntity(const Field& field, const Slot& slot, const Place& place) {
    if (slot.state != State::kPresent) return NotCarried(field, slot, place);
    const Row row = NewRow(Row::What::kEntity, field, slot, place);
    to_.rows.push_back(row);
    ListFields(&slot, *field.record, Inside(row, place.about, place.in_list));
  }

  Row NewList(const Field& field, const Slot& slot, const Place& place) const {
    Row row = NewRow(Row::What::kList, field, slot, place);
    row.count = slot.size;
    row.open = slot.open;
    return row;
  }

  void ListRecords(const Field& field, const Slot& slot, const Place& place) {
    if (slot.line == 0) return NotCarried(field, slot, place);
    const Row list = NewList(field, slot, place);
    to_.rows.push_back(list);
    for (uint32_t i = 0; i < slot.size; ++i) {
      const Slot* const item = slot.items + i * static_cast<size_t>(field.record->slots);
      Row row = NewElement(Row::What::kElement, list, *item, i);
      row.value = NameOf(item, *field.record);
      to_.rows.push_back(row);
      ListFields(item, *field.record, Inside(row, row.value, /*in_list=*/true));
    }
  }

  void ListItems(const Field& field, const Slot& slot, const Place& place) {
    if (slot.line == 0) return;
    const Row list = NewList(field, slot, place);
    to_.rows.push_back(list);
    for (uint32_t i = 0; i < slot.size; ++i) {
      ListValue(field, slot.items[i], NewElement(Row::What::kValue, list, slot.items[i], i), place);
    }
  }

  void ListValue(const Field& field, const Slot& slot, Row row, const Place& place) {
    row.value = FormatValue(record_.model(), field, slot);
    if (const std::string* const from = record_.BorrowedFrom(&slot)) row.from = *from;
    const bool day = field.type == FieldType::kDate;
    if ((day || field.type == FieldType::kDatetime) && slot.state == State::kPresent) {
      to_.events.push_back({day ? slot.number * kSecondsOfDay - kChinaOffsetSeconds : slot.number,
                            !day, row.path, row.label, place.about, row.line});
    }
    to_.rows.push_back(std::move(row));
  }

  std::string NameOf(const Slot* element, const RecordType& type) const {
    const auto is_kind = [&](const Field& field) {
      return field.type == FieldType::kKind && element[field.slot].state == State::kPresent;
    };
    const auto kind = std::find_if(type.fields.begin(), type.fields.end(), is_kind);
    const Field* const named = kind != type.fields.end() ? &*kind : KeyFieldOf(element, type);
    if (named == nullptr) return "";
    return FormatValue(record_.model(), *named, element[named->slot]);
  }

  const Record& record_;
  Lang lang_;
  Listing& to_;
};

}  // namespace

Listing ListRecord(const Record& record, Lang lang) {
  Listing listing;
  Lister(record, lang, listing).ListFields(record.root(), record.model().root(), {});
  std::stable_sort(
      listing.events.begin(), listing.events.end(), [](const Event& a, const Event& b) {
        return a.seconds != b.seconds ? a.seconds < b.seconds : a.has_time < b.has_time;
      });
  return listing;
}

}  // namespace anjuan
