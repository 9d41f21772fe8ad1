#include "intake/unknown_names.h"

#include "base/suggest.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr size_t kMostKept = 4096;     // names known from file to file
constexpr size_t kMostShown = 60;      // characters of a name
constexpr size_t kLongestHinted = 40;  // of a name that spelling hints are looked for

std::string Shown(std::string_view name) {
  size_t end = 0;
  for (size_t n = 0; end < name.size(); ++n) {
    if (n == kMostShown) return std::string(name.substr(0, end)) + "…";
    end += static_cast<size_t>(DecodeAt(name, end).length);
  }
  return std::string(name);
}

}  // namespace

InputFinding FindingOf(const UnknownName& unknown) {
  InputFinding finding;
  finding.problem = InputProblem::kUnknownName;
  finding.line = unknown.line;
  const bool hinted = !unknown.suggestions.empty();
  switch (unknown.kind) {
    case UnknownName::Kind::kElement:
      finding.message.id =
          hinted ? TextId::kIntakeUnknownElementHint : TextId::kIntakeUnknownElement;
      break;
    case UnknownName::Kind::kAttribute:
      finding.message.id =
          hinted ? TextId::kIntakeUnknownAttributeHint : TextId::kIntakeUnknownAttribute;
      break;
    case UnknownName::Kind::kNoAttribute:
      finding.message.id = TextId::kIntakeNoAttribute;
      break;
    case UnknownName::Kind::kText:
      finding.message.id = TextId::kIntakeStrayText;
      break;
    case UnknownName::Kind::kFlag:
      finding.message.id = TextId::kIntakeBadFlag;
      break;
    case UnknownName::Kind::kMore:
      finding.message.id = TextId::kIntakeMoreNames;
      return finding;
  }
  finding.message.args = {unknown.name, unknown.path};
  if (hinted) finding.message.args.push_back(JoinSuggestions(unknown.suggestions));
  return finding;
}

void UnknownNames::BeginFile() {
  ++file_;
  names_.clear();
  // Clearing takes as long as the table is large, which one file of hostile names has made it.
  if (seen_.size() > kMostKept) seen_ = {};
}

UnknownName* UnknownNames::Note(UnknownName::Kind kind, std::string_view name,
                                const NameTable* place) {
  if (names_.size() > kMostListed) return nullptr;
  const std::string shown = name.size() > kMostShown ? Shown(name) : std::string();
  if (!shown.empty()) name = shown;
  auto it = seen_.find(name);
  if (it == seen_.end()) it = seen_.emplace(std::string(name), Seen()).first;
  Seen& seen = it->second;
  if (seen.file == file_) return nullptr;
  seen.file = file_;
  UnknownName& unknown = names_.emplace_back();
  if (names_.size() > kMostListed) {
    unknown.kind = UnknownName::Kind::kMore;
    unknown.name = "…";
    return &unknown;
  }
  unknown.kind = kind;
  unknown.name = name;
  if (place != nullptr && kind != UnknownName::Kind::kNoAttribute) {
    if (seen.place != place) seen.suggestions = SuggestionsFor(name, *place);
    seen.place = place;
    unknown.suggestions = seen.suggestions;
  }
  return &unknown;
}

std::vector<std::string> UnknownNames::SuggestionsFor(std::string_view name,
                                                      const NameTable& place) const {
  if (CountCodePoints(name) > kLongestHinted) return {};
  // A list of scalars has no wrapper.
  const std::string& suffix = model_.export_names().wrapper_suffix;
  if (!suffix.empty() && name.ends_with(suffix)) {
    const Named& named = place.Find(name.substr(0, name.size() - suffix.size()));
    if (named.meaning == Meaning::kScalars) return {"'" + std::string(named.name) + "'"};
  }
  return Suggest(name, place.names());
}

}  // namespace anjuan
