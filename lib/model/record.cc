#include "model/record.h"

#include <algorithm>
#include <functional>

#include "value/date.h"
#include "value/money.h"

namespace anjuan {
namespace {

bool IsList(const Field& field) { return field.is_list || field.type == FieldType::kRecords; }

ptrdiff_t StrideOf(const Field& field) { return field.record == nullptr ? 1 : field.record->slots; }

bool Within(const Slot* wanted, const Slot* begin, ptrdiff_t count) {
  const std::less<const Slot*> before;
  return count > 0 && !before(wanted, begin) && before(wanted, begin + count);
}

// These put the path of `wanted` below a record in front of `path`, and are false where it does
// not stand there. Most slots lie inline or in a list of the root, so those are looked at first.
bool FindInline(const Slot* record, const RecordType& type, const Slot* wanted, std::string& path);
bool FindInLists(const Slot* record, const RecordType& type, const Slot* wanted, bool nested,
                 std::string& path);

bool FindBelow(const Slot* record, const RecordType& type, const Slot* wanted, std::string& path) {
  if (Within(wanted, record, type.slots)) return FindInline(record, type, wanted, path);
  return FindInLists(record, type, wanted, /*nested=*/false, path) ||
         FindInLists(record, type, wanted, /*nested=*/true, path);
}

bool FindInline(const Slot* record, const RecordType& type, const Slot* wanted, std::string& path) {
  for (const Field& field : type.fields) {
    const Slot* const slot = record + field.slot;
    if (slot == wanted) {
      path = field.name;
      return true;
    }
    if (field.type != FieldType::kEntity || !Within(wanted, slot, field.record->slots)) continue;
    FindInline(slot, *field.record, wanted, path);
    path.insert(0, field.name + '.');
    return true;
  }
  return false;
}

bool FindInLists(const Slot* record, const RecordType& type, const Slot* wanted, bool nested,
                 std::string& path) {
  for (const Field& field : type.fields) {
    const Slot* const slot = record + field.slot;
    if (field.type == FieldType::kEntity) {
      if (!FindInLists(slot, *field.record, wanted, nested, path)) continue;
      path.insert(0, field.name + '.');
      return true;
    }
    if (!IsList(field) || slot->size == 0 || (nested && field.record == nullptr)) continue;
    const ptrdiff_t stride = StrideOf(field);
    const auto size = static_cast<ptrdiff_t>(slot->size);
    ptrdiff_t first = 0;
    ptrdiff_t last = size;  // elements that may hold it
    if (!nested) {
      if (!Within(wanted, slot->items, size * stride)) continue;
      first = (wanted - slot->items) / stride;
      last = first + 1;
    }
    for (ptrdiff_t i = first; i < last; ++i) {
      const Slot* const item = slot->items + i * stride;
      if (item != wanted) {
        if (!FindBelow(item, *field.record, wanted, path)) continue;
        path.insert(0, ".");
      }
      path.insert(0, field.name + '[' + std::to_string(i) + ']');
      return true;
    }
  }
  return false;
}

}  // namespace

Record::Record(const Model& model)
    : model_(&model), root_(static_cast<size_t>(model.root().slots)) {}

void Record::Reset() {
  std::fill(root_.begin(), root_.end(), Slot{});
  arena_.Reset();
  problems_.clear();
  borrowed_.clear();
}

const std::string* Record::BorrowedFrom(const Slot* slot) const {
  for (const Borrowed& borrowed : borrowed_) {
    if (borrowed.slot == slot) return &borrowed.path;
  }
  return nullptr;
}

std::string Record::PathOf(const Slot* slot) const {
  if (const std::string* const borrowed = BorrowedFrom(slot)) return *borrowed;
  std::string path;
  FindBelow(root(), model_->root(), slot, path);
  return path;
}

const Field* KeyFieldOf(const Slot* element, const RecordType& type) {
  const Field* best = nullptr;
  for (const Field& field : type.fields) {
    if (field.key_rank == Field::kNoKey || element[field.slot].state != State::kPresent) continue;
    if (best == nullptr || field.key_rank < best->key_rank) best = &field;
  }
  return best;
}

std::string FormatValue(const Model& model, const Field& field, const Slot& slot) {
  if (slot.state != State::kPresent) return "";
  switch (field.type) {
    case FieldType::kString:
    case FieldType::kText:
    case FieldType::kKind:
      return std::string(slot.view());
    case FieldType::kInt:
      return std::to_string(slot.number);
    case FieldType::kMoney:
      return FormatMoney({slot.number});
    case FieldType::kBool:
      return slot.number != 0 ? "true" : "false";
    case FieldType::kDate:
      return FormatDate({static_cast<int32_t>(slot.number)});
    case FieldType::kDatetime:
      return FormatMoment(slot.number);
    case FieldType::kEnum:
      return model.codes(field).codes[static_cast<size_t>(slot.number) - 1];
    case FieldType::kEntity:
    case FieldType::kRecords:
      break;
  }
  return std::to_string(slot.size);
}

}  // namespace anjuan
