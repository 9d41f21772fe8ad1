#include "pack/scheme.h"

#include "base/suggest.h"

namespace anjuan {
namespace {

constexpr std::string_view kSchemeEnding = ".yaml";

}  // namespace

ScoreRole Scheme::RoleOf(const Rule& rule) const {
  for (const RoleRow& row : roles) {
    if (row.match.Fits(rule)) return row.role;
  }
  return ScoreRole::kItem;
}

Points Scheme::SizeOf(const Rule& rule) const {
  for (const SizeRow& row : sizes) {
    if (row.match.Fits(rule)) return row.points;
  }
  return {};
}

size_t Scheme::GradeOf(Points points) const {
  size_t grade = 0;
  while (grade + 1 < grades.size() && points.hundredths < grades[grade].from.hundredths) ++grade;
  return grade;
}

std::optional<size_t> Scheme::SectionOf(std::string_view section) const {
  for (size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].name == section) return i;
  }
  return std::nullopt;
}

std::vector<std::string> SchemeNames(const SchemeShelf& shelf) {
  std::string folder = shelf.folder;
  if (folder.ends_with('/')) folder.pop_back();
  const Result<std::vector<std::string>> entries = shelf.files->List(folder);
  std::vector<std::string> names;
  if (!entries.ok()) return names;
  for (const std::string& entry : *entries) {
    if (!entry.ends_with(kSchemeEnding)) continue;
    names.push_back(entry.substr(0, entry.size() - kSchemeEnding.size()));
  }
  return names;
}

void CheckSections(const Scheme& scheme, const Pack& pack, DiagnosticSink& sink) {
  for (const auto& rule : pack.rules) {
    if (scheme.SectionOf(rule->score.section)) continue;
    const yaml::Node* const score = rule->document->root.Find("score");
    const yaml::Node* const section = score == nullptr ? nullptr : score->Find("section");
    if (section == nullptr) continue;  // told by the reader
    ReportUnknownSection(scheme, rule->source(), section->span(), rule->score.section, sink);
  }
}

void ReportUnknownSection(const Scheme& scheme, const SourcePtr& source, Span span,
                          const std::string& name, DiagnosticSink& sink) {
  std::string known;
  std::vector<std::string_view> names;
  for (const Scheme::Section& section : scheme.sections) {
    known += (known.empty() ? "" : " ") + section.name;
    names.push_back(section.name);
  }
  Diagnostic& error = sink.Error(source, span, TextId::kUnknownSection, {name, scheme.name, known});
  const std::vector<std::string> hints = Suggest(name, names);
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
}

}  // namespace anjuan
