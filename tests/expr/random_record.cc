#include "expr/random_record.h"

#include "value/date.h"

namespace anjuan::expr {
namespace {

constexpr const char* kTexts[] = {"甲",  "乙",         "丙",         "12",     "tacocat",
                                  "a b", "2025-03-01", "一百二十四", "甲、乙", "45010100123"};
constexpr const char* kUnknownKinds[] = {"自创文书", "另一种"};

std::string RandomDate(Random& random) {
  const CivilDay day = CivilOf({static_cast<int32_t>(20'140 + random.Below(8))});  // around 2025-02
  std::string text = std::to_string(day.year) + "-0" + std::to_string(day.month) + "-";
  return text + (day.day < 10 ? "0" : "") + std::to_string(day.day);
}

std::string RandomScalar(const Model& model, const Field& field, Random& random) {
  switch (field.type) {
    case FieldType::kInt:
      return std::to_string(static_cast<int>(random.Below(6)) - 2);
    case FieldType::kMoney:
      return std::to_string(random.Below(4) * 1'000) + (random.Chance(30) ? ".05" : "");
    case FieldType::kBool:
      return random.Chance(50) ? "是" : "否";
    case FieldType::kDate:
      return RandomDate(random);
    case FieldType::kDatetime:
      return RandomDate(random) + (random.Chance(50) ? " 07:30" : " 23:05:09");
    case FieldType::kEnum:
      return random.Pick(model.codes(field).codes);
    case FieldType::kKind:
      return random.Chance(15) ? random.Pick(kUnknownKinds) : random.Pick(model.kinds().codes);
    default:
      return random.Pick(kTexts);
  }
}

bool IsList(const Field& field) { return field.is_list || field.type == FieldType::kRecords; }
bool IsDay(const Field& field) {
  return field.type == FieldType::kDate || field.type == FieldType::kDatetime;
}

class Drafter {
 public:
  Drafter(const Model& model, Random& random, Doubts doubts)
      : model_(model), random_(random), doubts_(doubts) {}

  Draft Of(const RecordType& type) {
    Draft draft;
    draft.state = State::kPresent;
    for (const Field& field : type.fields) draft.fields.push_back(Of(field));
    return draft;
  }

  Draft Of(const Field& field) {
    Draft draft;
    if (doubts_.gaps && random_.Chance(20)) return draft;
    if (IsList(field)) {
      draft.state = State::kPresent;
      draft.open = doubts_.gaps && random_.Chance(30);
      for (size_t n = random_.Below(4); n > 0; --n) draft.items.push_back(Item(field));
      return draft;
    }
    if (doubts_.blanks && random_.Chance(15)) {
      draft.state = State::kBlank;
      return draft;
    }
    if (field.type == FieldType::kEntity) return Of(*field.record);
    draft.state = State::kPresent;
    draft.text = RandomScalar(model_, field, random_);
    if (doubts_.gaps && IsDay(field) && random_.Chance(10)) {
      draft.state = State::kPartial;
      draft.text = "2025年3月";
    }
    return draft;
  }

  Draft Item(const Field& field) {
    if (field.type == FieldType::kRecords) return Of(*field.record);
    Draft draft;
    draft.state = State::kPresent;
    draft.text = RandomScalar(model_, field, random_);
    return draft;
  }

  void Complete(const RecordType& type, Draft& draft, bool partials) {
    for (size_t i = 0; i < type.fields.size(); ++i) {
      const Field& field = type.fields[i];
      Draft& at = draft.fields[i];
      if (at.state == State::kMissing) {
        at = Of(field);
        continue;
      }
      if (at.state == State::kPartial && partials) {
        at.state = State::kPresent;
        at.text = RandomScalar(model_, field, random_);
      }
      if (at.state != State::kPresent) continue;
      if (field.type == FieldType::kEntity) Complete(*field.record, at, partials);
      if (field.type == FieldType::kRecords) {
        for (Draft& item : at.items) Complete(*field.record, item, partials);
      }
      if (!at.open) continue;
      at.open = false;
      for (size_t n = random_.Below(3); n > 0; --n) at.items.push_back(Item(field));
    }
  }

 private:
  const Model& model_;
  Random& random_;
  Doubts doubts_;
};

void Erase(const RecordType& type, const Projection& projection, Draft& draft) {
  for (size_t i = 0; i < draft.fields.size(); ++i) {
    const Field& field = type.fields[i];
    Draft& at = draft.fields[i];
    if (!projection.Wants(field)) {
      at = Draft{};
    } else if (field.type == FieldType::kEntity) {
      Erase(*field.record, projection, at);
    } else if (field.type == FieldType::kRecords) {
      for (Draft& item : at.items) Erase(*field.record, projection, item);
    }
  }
}

void FillRecord(const RecordType& type, const Draft& draft, Slot* record, RecordBuilder& builder) {
  for (size_t i = 0; i < draft.fields.size(); ++i) {
    const Field& field = type.fields[i];
    const Draft& at = draft.fields[i];
    if (at.state == State::kMissing) continue;
    if (field.type == FieldType::kEntity) {
      Slot* const entity = builder.OpenEntity(record, field, 1);
      entity->state = at.state;
      FillRecord(*field.record, at, entity, builder);
    } else if (field.type == FieldType::kRecords) {
      builder.MarkList(record, field, at.open, 1);
      for (const Draft& item : at.items) {
        Slot* const element = builder.AddElement(record, field, 1);
        FillRecord(*field.record, item, element, builder);
      }
    } else if (field.is_list) {
      builder.MarkList(record, field, at.open, 1);
      for (const Draft& item : at.items) builder.SetScalar(record, field, item.text, 1);
    } else {
      builder.SetScalar(record, field, at.state == State::kBlank ? "" : at.text, 1);
    }
  }
}

Projection Everything(const Model& model) {
  Projection projection(model);
  projection.AddAll();
  return projection;
}

}  // namespace

Draft RandomDraft(const Model& model, Random& random, Doubts doubts) {
  return Drafter(model, random, doubts).Of(model.root());
}

Draft Completed(const Model& model, const Draft& draft, Random& random, bool blanks,
                bool partials) {
  Draft whole = draft;
  Drafter(model, random, {.gaps = false, .blanks = blanks}).Complete(model.root(), whole, partials);
  return whole;
}

Draft Erased(const Model& model, const Draft& draft, const Projection& projection) {
  Draft rest = draft;
  Erase(model.root(), projection, rest);
  return rest;
}

DraftRecord::DraftRecord(const Model& model)
    : projection_(Everything(model)), record_(model), builder_(model, projection_, record_) {}

const Record& DraftRecord::Fill(const Draft& draft) {
  builder_.Begin();
  FillRecord(record_.model().root(), draft, record_.root(), builder_);
  builder_.Finish();
  return record_;
}

}  // namespace anjuan::expr
