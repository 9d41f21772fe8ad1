#include "audit/labels.h"

#include <array>
#include <utility>

namespace anjuan {
namespace {

constexpr std::string_view kPartial = "partial:";
constexpr std::string_view kCalendar = "calendar:";
constexpr std::string_view kParams = "params.";

bool TakeStart(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

}  // namespace

std::string LabelOf(const Field& field, Lang lang) {
  if (lang == Lang::kEnglish) return field.path;
  std::string label = field.label;
  for (const Field* at = field.owner->self; at != nullptr; at = at->owner->self) {
    label = at->label + '.' + label;
  }
  return label;
}

std::string LabelOfCause(const Model& model, std::string_view cause, Lang lang) {
  if (TakeStart(cause, kCalendar)) {
    return Say(lang, TextId::kHolidaysOfYear, {std::string(cause)});
  }
  const bool partial = TakeStart(cause, kPartial);
  const Field* const field = model.FindPath(cause);
  std::string label = field == nullptr ? std::string(cause) : LabelOf(*field, lang);
  return partial ? Say(lang, TextId::kGivenInPart, {label}) : label;
}

std::string LabelOfParam(const RecordType& params, std::string_view name, Lang lang) {
  const Field* const field = params.Find(name);
  if (field == nullptr || field->label == field->name) return std::string(name);
  return lang == Lang::kEnglish ? field->name : field->label;
}

std::string WhyUndecided(const Model& model, const RecordType* params,
                         const std::vector<std::string>& causes, size_t elements, Lang lang) {
  struct Group {
    TextId says;
    std::string names;
  };
  std::array<Group, 3> groups = {{{TextId::kExportDoesNotCarry, {}},
                                  {TextId::kPackDoesNotSet, {}},
                                  {TextId::kCalendarDoesNotHave, {}}}};
  for (std::string_view cause : causes) {
    size_t group = 0;
    std::string label;
    if (TakeStart(cause, kCalendar)) {
      group = 2;
      label = Say(lang, TextId::kHolidaysOfYear, {std::string(cause)});
    } else if (params != nullptr && TakeStart(cause, kParams)) {
      group = 1;
      label = LabelOfParam(*params, cause, lang);
      if (label != cause) label += " (" + std::string(cause) + ")";
    } else {
      label = LabelOfCause(model, cause, lang);
    }
    std::string& names = groups[group].names;
    if (!names.empty()) names += Say(lang, TextId::kListComma);
    names += label;
  }
  std::string why;
  for (const Group& group : groups) {
    if (group.names.empty()) continue;
    if (!why.empty()) why += Say(lang, TextId::kClauseComma);
    why += Say(lang, group.says, {group.names});
  }
  return elements > 1 ? Say(lang, TextId::kUndecidedElements, {why, std::to_string(elements)})
                      : Say(lang, TextId::kUndecided, {why});
}

}  // namespace anjuan
