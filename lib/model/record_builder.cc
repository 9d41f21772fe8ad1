#include "model/record_builder.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

#include "base/utf8.h"
#include "value/date.h"
#include "value/money.h"

namespace anjuan {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\xC2\xA0";
constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";
constexpr uint32_t kFirstCapacity = 8;

std::string_view Trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && (kBlanks.substr(0, 4).find(text.front()) != std::string_view::npos)) {
      text.remove_prefix(1);
    } else if (text.starts_with(kIdeographicSpace)) {
      text.remove_prefix(kIdeographicSpace.size());
    } else if (text.starts_with(kBlanks.substr(4))) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && (kBlanks.substr(0, 4).find(text.back()) != std::string_view::npos)) {
      text.remove_suffix(1);
    } else if (text.ends_with(kIdeographicSpace)) {
      text.remove_suffix(kIdeographicSpace.size());
    } else if (text.ends_with(kBlanks.substr(4))) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

// A list of `size` elements has room for the next power of two, at least kFirstCapacity.
uint32_t CapacityFor(uint32_t size) {
  return size == 0 ? 0 : std::max(kFirstCapacity, std::bit_ceil(size));
}

std::optional<int64_t> ParseInt(std::string_view text) {
  int64_t value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool IsOneOf(std::string_view text, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

// Spoiled: the export carries the scalar, but no rule may rely on it.
bool IsSpoiled(const Slot& slot) { return slot.state == State::kMissing && slot.open; }

void Spoil(Slot& slot, uint32_t line) {
  slot = Slot{};
  slot.line = line;
  slot.open = true;
}

bool SameValue(const Slot& a, const Slot& b, FieldType type) {
  switch (type) {
    case FieldType::kString:
    case FieldType::kText:
    case FieldType::kKind:
      return a.view() == b.view();
    default:
      return a.number == b.number;
  }
}

}  // namespace

RecordBuilder::RecordBuilder(const Model& model, const Projection& projection, Record& record)
    : model_(model), projection_(projection), record_(record) {
  for (int id = 0; id < model_.field_count(); ++id) {
    const Field& field = model_.field(id);
    if (field.from_kind > 0 && projection_.Wants(field) && model_.RootOffset(field) >= 0) {
      from_documents_.push_back(
          {&field, model_.document_lists().documents->record->Find(field.from_field)});
    }
  }
}

void RecordBuilder::Begin() {
  record_.Reset();
  all_complete_ = false;
  complete_.clear();
}

void RecordBuilder::SetComplete(std::string_view value, std::vector<std::string>* unknown) {
  value = Trim(value);
  const ExportNames& names = model_.export_names();
  if (value.empty() || IsOneOf(value, names.no)) return;
  if (IsOneOf(value, names.yes)) {
    all_complete_ = true;
    return;
  }
  for (size_t i = 0; i < value.size();) {
    size_t end = i;
    int separator = 0;
    while (end < value.size()) {
      const CodePoint c = DecodeAt(value, end);
      const char32_t level = LevelWidth(c.value);
      separator = c.length;
      if (level == U' ' || level == U'\t' || level == U'\n' || level == U',' || level == U';' ||
          level == U'、') {
        break;
      }
      end += static_cast<size_t>(c.length);
    }
    const std::string_view name = value.substr(i, end - i);
    if (!name.empty()) {
      const Field* const field = model_.root().Find(name);
      if (field != nullptr) {
        complete_.push_back(field);
      } else if (unknown != nullptr) {
        unknown->emplace_back(name);
      }
    }
    i = end + static_cast<size_t>(separator);
  }
}

Slot* RecordBuilder::OpenEntity(Slot* parent, const Field& field, uint32_t line) {
  Slot* const entity = parent + field.slot;
  entity->state = State::kPresent;
  if (entity->line == 0) entity->line = line;
  return entity;
}

Slot* RecordBuilder::Grow(Slot& list, int stride) {
  const size_t width = static_cast<size_t>(stride);
  if (list.size == CapacityFor(list.size)) {
    const uint32_t capacity = CapacityFor(list.size + 1);
    Slot* const items = record_.arena().AllocateArray<Slot>(capacity * width);
    if (list.size > 0) std::memcpy(items, list.items, list.size * width * sizeof(Slot));
    list.items = items;
  }
  Slot* const element = const_cast<Slot*>(list.items) + list.size * width;
  std::fill(element, element + width, Slot{});
  ++list.size;
  return element;
}

Slot* RecordBuilder::AddElement(Slot* parent, const Field& field, uint32_t line) {
  Slot& list = parent[field.slot];
  if (list.size >= field.max_items) {
    if (!list.open) {
      record_.problems().push_back({ValueProblem::Kind::kTooMany, &field, field.path,
                                    std::to_string(field.max_items), "", line});
    }
    list.open = true;
    return nullptr;
  }
  list.state = State::kPresent;
  if (list.line == 0) list.line = line;
  Slot* const element = Grow(list, field.record->slots);
  element->state = State::kPresent;
  element->line = line;
  return element;
}

void RecordBuilder::MarkList(Slot* parent, const Field& field, bool partial, uint32_t line) {
  Slot& list = parent[field.slot];
  list.state = State::kPresent;
  if (list.line == 0) list.line = line;
  if (partial) list.open = true;
}

bool RecordBuilder::ParseInto(const Field& field, std::string_view text, Slot& slot) {
  slot.state = State::kPresent;
  switch (field.type) {
    case FieldType::kString:
    case FieldType::kText: {
      const std::string_view kept = record_.arena().Copy(text);
      slot.text = kept.data();
      slot.size = static_cast<uint32_t>(kept.size());
      return true;
    }
    case FieldType::kKind: {
      slot.code = model_.kinds().Find(text);
      const std::string_view kept = slot.code != 0
                                        ? std::string_view(model_.kinds().codes[slot.code - 1u])
                                        : record_.arena().Copy(text);
      slot.text = kept.data();
      slot.size = static_cast<uint32_t>(kept.size());
      return true;
    }
    case FieldType::kInt: {
      const std::optional<int64_t> value = ParseInt(text);
      slot.number = value.value_or(0);
      return value.has_value();
    }
    case FieldType::kMoney: {
      const std::optional<Money> value = ParseMoney(text);
      slot.number = value.value_or(Money{}).fen;
      return value.has_value();
    }
    case FieldType::kBool: {
      const bool yes = IsOneOf(text, model_.export_names().yes);
      slot.number = yes ? 1 : 0;
      return yes || IsOneOf(text, model_.export_names().no);
    }
    case FieldType::kDate: {
      Date date;
      const Parsed parsed = ParseDate(text, date);
      if (parsed == Parsed::kPartial) slot.state = State::kPartial;
      slot.number = date.days;
      return parsed != Parsed::kBad;
    }
    case FieldType::kDatetime: {
      int64_t seconds = 0;
      const Parsed parsed = ParseDatetime(text, seconds);
      if (parsed == Parsed::kPartial) slot.state = State::kPartial;
      slot.number = seconds;
      return parsed != Parsed::kBad;
    }
    case FieldType::kEnum:
      slot.number = model_.codes(field).Find(text);
      return slot.number != 0;
    case FieldType::kEntity:
    case FieldType::kRecords:
      break;
  }
  return false;
}

void RecordBuilder::SetScalar(Slot* record, const Field& field, std::string_view text,
                              uint32_t line) {
  Slot& target = record[field.slot];
  text = Trim(text);
  Slot value;
  value.line = line;
  const bool blank = text.empty();
  const bool in_list = field.is_list;
  bool parsed = true;
  ValueProblem::Kind trouble = ValueProblem::Kind::kDoesNotParse;
  if (blank) {
    value.state = State::kBlank;
  } else if (field.max_len > 0 && text.size() > field.max_len &&
             CountCodePoints(text) > field.max_len) {
    parsed = false;
    trouble = ValueProblem::Kind::kTooLong;
  } else {
    parsed = ParseInto(field, text, value);
  }

  if (in_list) {
    target.state = State::kPresent;
    if (target.line == 0) target.line = line;
    if (blank) return;
    if (!parsed) {
      target.open = true;
    } else if (target.size >= field.max_items) {
      parsed = target.open;  // noted once
      trouble = ValueProblem::Kind::kTooMany;
      target.open = true;
    } else {
      *Grow(target, 1) = value;
      return;
    }
  } else if (parsed) {
    const bool carried = target.state == State::kPresent || target.state == State::kPartial;
    if (IsSpoiled(target) || (carried && blank)) return;
    if (!carried || (target.state == value.state && SameValue(target, value, field.type))) {
      if (!carried) target = value;
      return;
    }
    record_.problems().push_back({ValueProblem::Kind::kGivenTwice, &field, record_.PathOf(&target),
                                  std::string(text), FormatValue(model_, field, target), line});
    Spoil(target, line);
    return;
  }
  if (parsed) return;
  std::string path = record_.PathOf(&target);
  record_.problems().push_back(
      {trouble, &field, std::move(path), std::string(text.substr(0, 200)), "", line});
  if (!in_list) Spoil(target, line);
}

void RecordBuilder::TooLong(Slot* record, const Field& field, std::string_view beginning,
                            uint32_t line) {
  Slot& target = record[field.slot];
  record_.problems().push_back({ValueProblem::Kind::kTooLong, &field, record_.PathOf(&target),
                                std::string(beginning), "", line});
  if (!field.is_list) return Spoil(target, line);
  target.state = State::kPresent;
  target.open = true;
  if (target.line == 0) target.line = line;
}

void RecordBuilder::SetScalars(Slot* record, const Field& field, std::string_view text,
                               uint32_t line) {
  MarkList(record, field, false, line);
  size_t begin = 0;
  for (size_t i = 0; i <= text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const char32_t level = LevelWidth(c.value);
    if (i == text.size() || level == U',' || level == U';' || level == U'、') {
      const std::string_view item = text.substr(begin, i - begin);
      if (!Trim(item).empty()) SetScalar(record, field, item, line);
      begin = i + static_cast<size_t>(c.length);
    }
    if (i == text.size()) break;
    i += static_cast<size_t>(c.length);
  }
}

void RecordBuilder::Complete(Slot* record, const RecordType& type, bool complete) {
  for (const Field& field : type.fields) {
    Slot& slot = record[field.slot];
    const bool here =
        complete || (type.self == nullptr &&
                     std::find(complete_.begin(), complete_.end(), &field) != complete_.end());
    if (field.type == FieldType::kEntity) {
      if (here && slot.state == State::kMissing) slot.state = State::kBlank;
      Complete(&slot, *field.record, here || slot.state == State::kBlank);
    } else if (field.type == FieldType::kRecords) {
      if (here && slot.state == State::kMissing) slot.state = State::kPresent;
      for (uint32_t i = 0; i < slot.size; ++i) {
        Complete(const_cast<Slot*>(slot.items) + i * static_cast<size_t>(field.record->slots),
                 *field.record, here);
      }
    } else if (here && slot.state == State::kMissing && !IsSpoiled(slot)) {
      slot.state = field.is_list ? State::kPresent : State::kBlank;
    }
  }
}

void RecordBuilder::FillFromDocuments() {
  const DocumentLists& lists = model_.document_lists();
  const Slot& documents = record_.At(*lists.documents);
  const int stride = lists.documents->record->slots;
  for (const auto& [to_field, from_field] : from_documents_) {
    const Field& field = *to_field;
    const Field& from = *from_field;
    Slot& slot = record_.root()[model_.RootOffset(field)];
    if (slot.line != 0) continue;  // the entity carries it, if only as blank
    const Slot* only = nullptr;
    uint32_t carriers = 0;
    uint32_t index = 0;
    for (uint32_t i = 0; i < documents.size; ++i) {
      const Slot* const document = documents.items + static_cast<ptrdiff_t>(i) * stride;
      const Slot& value = document[from.slot];
      if (document[lists.kind->slot].code != field.from_kind || value.line == 0) continue;
      if (value.state == State::kMissing) continue;
      ++carriers;
      only = &value;
      index = i;
    }
    if (carriers != 1) continue;
    slot = *only;
    for (const Field* at = field.owner->self; at != nullptr; at = at->owner->self) {
      Slot& entity = record_.root()[model_.RootOffset(*at)];
      if (entity.state != State::kPresent) entity.state = State::kPresent;
    }
    record_.borrowed().push_back(
        {&slot, lists.documents->name + '[' + std::to_string(index) + "]." + from.name});
  }
}

void RecordBuilder::Finish() {
  // Below an entity that is present, what is missing stays missing unless the export is complete:
  // an entity opened by from_document was not carried, so completeness comes first.
  Complete(record_.root(), model_.root(), all_complete_);
  FillFromDocuments();
}

}  // namespace anjuan
