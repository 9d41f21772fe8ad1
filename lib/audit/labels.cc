#include "audit/labels.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pack/checks.h"
#include "pack/law_functions.h"

namespace anjuan {
namespace {

constexpr std::string_view kPartial = "partial:";
constexpr std::string_view kCalendar = "calendar:";
constexpr std::string_view kParams = "params.";
constexpr std::string_view kLawDoubt = "law-doubt:";
constexpr std::string_view kLawAmount = "law-amount:";

struct LawCause {
  std::string_view start;
  TextId says;
  char before_second;  // parts the name from what stands behind it; 0: nothing does
};
constexpr LawCause kLawCauses[] = {
    {kUnknownLawCause, TextId::kLawTitle, 0},
    {"law-version:", TextId::kLawVersionOn, '@'},
    {"law-article:", TextId::kLawArticlesOn, '@'},
    {"law-range:", TextId::kLawRangeOf, ':'},
};

bool TakeStart(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

std::string LabelOfLaw(std::string_view cause, TextId says, char before_second, Lang lang) {
  const size_t at = before_second == 0 ? cause.size() : cause.rfind(before_second);
  const size_t name = std::min(at, cause.size());
  return Say(lang, says,
             {std::string(cause.substr(0, name)),
              std::string(cause.substr(std::min(name + 1, cause.size())))});
}

std::string LabelOfPath(const Model& model, std::string_view path, Lang lang) {
  const bool partial = TakeStart(path, kPartial);
  const Field* const field = model.FindPath(path);
  std::string label = field == nullptr ? std::string(path) : LabelOf(*field, lang);
  return partial ? Say(lang, TextId::kGivenInPart, {label}) : label;
}

// Who can mend it says what the sentence is.
struct NamedCause {
  TextId says = TextId::kExportDoesNotCarry;
  std::string label;
};

NamedCause NameCause(const Model& model, const RecordType* params, std::string_view cause,
                     Lang lang) {
  if (TakeStart(cause, kCalendar)) {
    return {TextId::kCalendarDoesNotHave, Say(lang, TextId::kHolidaysOfYear, {std::string(cause)})};
  }
  for (const LawCause& law : kLawCauses) {
    if (!TakeStart(cause, law.start)) continue;
    return {TextId::kLawBookDoesNotHave, LabelOfLaw(cause, law.says, law.before_second, lang)};
  }
  if (TakeStart(cause, kLawDoubt)) {
    return {TextId::kLawIsDoubtful, LabelOfLaw(cause, TextId::kLawVersionOn, '@', lang)};
  }
  if (TakeStart(cause, kLawAmount)) return {TextId::kExportDoesNotCarry, std::string(cause)};
  if (TakeStart(cause, kServiceMethodCause)) {
    return {TextId::kPackDoesNotSet, Say(lang, TextId::kServiceMethodProof, {std::string(cause)})};
  }
  if (params != nullptr && TakeStart(cause, kParams)) {
    std::string label = LabelOfParam(*params, cause, lang);
    if (label != cause) label += " (" + std::string(cause) + ")";
    return {TextId::kPackDoesNotSet, std::move(label)};
  }
  return {TextId::kExportDoesNotCarry, LabelOfPath(model, cause, lang)};
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
  return NameCause(model, nullptr, cause, lang).label;
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
  std::array<Group, 5> groups = {{{TextId::kExportDoesNotCarry, {}},
                                  {TextId::kPackDoesNotSet, {}},
                                  {TextId::kCalendarDoesNotHave, {}},
                                  {TextId::kLawBookDoesNotHave, {}},
                                  {TextId::kLawIsDoubtful, {}}}};
  for (const std::string& cause : causes) {
    const NamedCause named = NameCause(model, params, cause, lang);
    for (Group& group : groups) {
      if (group.says != named.says) continue;
      if (!group.names.empty()) group.names += Say(lang, TextId::kListComma);
      group.names += named.label;
    }
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

std::string WhyNotRead(const ValueProblem& problem, Lang lang) {
  const std::string label = LabelOf(*problem.field, lang);
  switch (problem.kind) {
    case ValueProblem::Kind::kDoesNotParse:
      return Say(lang, TextId::kValueDoesNotParse, {label, problem.value});
    case ValueProblem::Kind::kGivenTwice:
      return Say(lang, TextId::kValueGivenTwice, {label, problem.other, problem.value});
    case ValueProblem::Kind::kTooLong:
      return Say(lang, TextId::kValueTooLong, {label});
    case ValueProblem::Kind::kTooMany:
      return Say(lang, TextId::kListTooLong, {label, problem.value});
  }
  return "";
}

}  // namespace anjuan
