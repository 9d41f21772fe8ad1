#include "model/record.h"

#include <algorithm>
#include <functional>

#include "value/date.h"
#include "value/money.h"

namespace anjuan {
namespace {

// Appends the path of `wanted` below `record`, or leaves `path` as it is.
bool FindSlot(const Slot* record, const RecordType& type, const Slot* wanted, std::string& path) {
  const std::less<const Slot*> before;
  for (const Field& field : type.fields) {
    const Slot* const slot = record + field.slot;
    const size_t length = path.size();
    if (!path.empty()) path.push_back('.');
    path += field.name;
    if (slot == wanted) return true;
    if (field.type == FieldType::kEntity) {
      if (!before(wanted, slot) && before(wanted, slot + field.record->slots)) {
        return FindSlot(slot, *field.record, wanted, path);
      }
    } else if ((field.is_list || field.type == FieldType::kRecords) && slot->size > 0) {
      const int stride = field.record == nullptr ? 1 : field.record->slots;
      const Slot* const end = slot->items + static_cast<ptrdiff_t>(slot->size) * stride;
      for (const Slot* item = slot->items; item != end; item += stride) {
        const size_t list_length = path.size();
        path += '[' + std::to_string((item - slot->items) / stride) + ']';
        if (item == wanted) return true;
        if (field.record != nullptr && FindSlot(item, *field.record, wanted, path)) return true;
        path.resize(list_length);
      }
    }
    path.resize(length);
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
  FindSlot(root(), model_->root(), slot, path);
  return path;
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
