#include "audit/labels.h"

namespace anjuan {
namespace {

constexpr std::string_view kPartial = "partial:";
constexpr std::string_view kCalendar = "calendar:";

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
  if (IsOfCalendar(cause)) {
    return Say(lang, TextId::kHolidaysOfYear, {cause.substr(kCalendar.size())});
  }
  const bool partial = cause.starts_with(kPartial);
  if (partial) cause.remove_prefix(kPartial.size());
  const Field* const field = model.FindPath(cause);
  std::string label = field == nullptr ? std::string(cause) : LabelOf(*field, lang);
  return partial ? Say(lang, TextId::kGivenInPart, {label}) : label;
}

bool IsOfCalendar(std::string_view cause) { return cause.starts_with(kCalendar); }

}  // namespace anjuan
