#include "pack/params.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/suggest.h"
#include "value/date.h"
#include "value/money.h"

namespace anjuan {
namespace {

struct ParamType {
  std::string_view name;
  FieldType type;
};

constexpr ParamType kParamTypes[] = {
    {"bool", FieldType::kBool},     {"int", FieldType::kInt},   {"money", FieldType::kMoney},
    {"string", FieldType::kString}, {"date", FieldType::kDate},
};

constexpr uint32_t kMaxItems = 1024;
constexpr uint32_t kMaxLength = 1000;

bool SetType(const Param& param, Field& field, DiagnosticSink& sink) {
  std::string_view name = param.type;
  if (name.starts_with("list(") && name.ends_with(")")) {
    field.is_list = true;
    name = name.substr(5, name.size() - 6);
  }
  std::vector<std::string_view> names;
  for (const ParamType& row : kParamTypes) {
    if (row.name == name) {
      field.type = row.type;
      return true;
    }
    names.push_back(row.name);
  }
  Diagnostic& error =
      sink.Error(param.source, param.span, TextId::kUnknownParamType, {param.name, param.type});
  const std::vector<std::string> hints = Suggest(name, names);
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  return false;
}

// A scalar of the parameter's type; a null node has no value.
bool SetScalar(const yaml::Node& node, FieldType type, Arena& memory, Slot& slot) {
  slot = Slot{};
  if (node.is_null()) return true;
  if (!node.is_scalar()) return false;
  slot.state = State::kPresent;
  switch (type) {
    case FieldType::kBool: {
      const std::optional<bool> value = node.AsBool();
      slot.number = value.value_or(false) ? 1 : 0;
      return value.has_value();
    }
    case FieldType::kInt: {
      const std::optional<int64_t> value = node.AsInt();
      slot.number = value.value_or(0);
      return value.has_value();
    }
    case FieldType::kMoney: {
      const std::optional<Money> value = ParseMoney(node.text());
      slot.number = value.value_or(Money{}).fen;
      return value.has_value();
    }
    case FieldType::kDate: {
      Date date;
      const bool good = ParseDate(node.text(), date) == Parsed::kValue;
      slot.number = date.days;
      return good;
    }
    default: {
      const std::string_view kept = memory.Copy(node.text());
      slot.text = kept.data();
      slot.size = static_cast<uint32_t>(kept.size());
      return true;
    }
  }
}

bool SetValue(const yaml::Node& node, const Field& field, Arena& memory, Slot& slot) {
  if (!field.is_list || node.is_null()) return SetScalar(node, field.type, memory, slot);
  slot = Slot{};
  if (!node.is_list() || node.items().size() > kMaxItems) return false;
  if (node.items().empty()) return true;  // an empty table decides nothing: no value
  Slot* const items = memory.AllocateArray<Slot>(node.items().size());
  for (size_t i = 0; i < node.items().size(); ++i) {
    if (!SetScalar(node.items()[i], field.type, memory, items[i])) return false;
    if (items[i].state != State::kPresent) return false;
  }
  slot.state = State::kPresent;
  slot.items = items;
  slot.size = static_cast<uint32_t>(node.items().size());
  return true;
}

bool Overlap(const DateRange& a, const DateRange& b) {
  return (!a.to || !b.from || *b.from <= *a.to) && (!b.to || !a.from || *a.from <= *b.to);
}

}  // namespace

std::vector<std::string> ParamTypeNames() {
  std::vector<std::string> names;
  for (const ParamType& row : kParamTypes) names.emplace_back(row.name);
  for (const ParamType& row : kParamTypes) names.push_back("list(" + std::string(row.name) + ")");
  return names;
}

void CompileParams(CompiledPack& to, std::shared_ptr<const RecordType> shared,
                   DiagnosticSink& sink) {
  const auto own = std::make_shared<RecordType>();
  RecordType& type = *own;
  type.name = "params";
  type.label = "params";
  type.fields.reserve(to.pack.params.size());
  for (const Param& param : to.pack.params) {
    Field field;
    field.name = param.name;
    field.label = param.label;
    field.path = "params." + param.name;
    field.owner = &type;
    field.slot = type.slots;
    field.max_items = kMaxItems;
    field.max_len = kMaxLength;
    if (!SetType(param, field, sink)) continue;

    std::vector<DatedParam> dated;
    for (const ParamValue& value : param.values) {
      DatedParam row{value.range, {}};
      if (!SetValue(*value.value, field, to.memory, row.slot)) {
        sink.Error(param.source, value.value->span(), TextId::kParamValue,
                   {param.name, param.type});
      }
      const bool overlaps = std::any_of(dated.begin(), dated.end(), [&](const DatedParam& other) {
        return Overlap(other.range, row.range);
      });
      if (overlaps) {
        sink.Error(param.source, value.value->span(), TextId::kParamOverlap, {param.name});
      }
      to.params_vary = to.params_vary || row.range.from || row.range.to;
      dated.push_back(row);
    }
    type.fields.push_back(std::move(field));
    type.slots += 1;
    to.params.push_back(std::move(dated));
  }
  type.IndexNames();
  to.params_type = shared != nullptr ? std::move(shared) : own;
}

void CompiledPack::ParamsOn(std::optional<Date> day, Slot* slots) const {
  slots[0] = Slot{};
  slots[0].state = State::kPresent;
  for (size_t i = 0; i < params.size(); ++i) {
    Slot& slot = slots[i + 1];
    slot = Slot{};
    for (const DatedParam& row : params[i]) {
      const bool always = !row.range.from && !row.range.to;
      if (always || (day && row.range.Has(*day))) slot = row.slot;
    }
  }
}

}  // namespace anjuan
