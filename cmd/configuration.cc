#include "cmd/configuration.h"

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "base/suggest.h"
#include "base/texts/gate.h"
#include "yaml/yaml.h"

namespace anjuan {
namespace {

constexpr std::string_view kFileName = "anjuan.yaml";
constexpr std::string_view kNotHere = "no-config";  // a file cannot ask not to be read
constexpr uint64_t kMostBytes = 1 << 20;
constexpr char kBetweenValues = ';';

bool Exists(const FileReader& disk, const std::string& path) { return disk.KindOf(path).ok(); }

std::string FolderOf(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

std::string FromFolder(const std::string& folder, const std::string& path) {
  return path.empty() || path.starts_with('/') ? path : folder + path;
}

// `value` of an option, as it stands in a file of `folder`.
std::string Resolved(Takes takes, const std::string& value, const std::string& folder) {
  switch (takes) {
    case Takes::kFile:
    case Takes::kPath:
      return FromFolder(folder, value);
    case Takes::kPack:
    case Takes::kScheme: {
      const bool is_path = value.find('/') != std::string::npos || value.ends_with(".yaml");
      return is_path ? FromFolder(folder, value) : value;
    }
    case Takes::kReport: {
      const size_t file = value.find('=') + 1;
      return file == 0 ? value : value.substr(0, file) + FromFolder(folder, value.substr(file));
    }
    default:
      return value;
  }
}

// Nothing, and an error, where the value does not suit the option.
std::optional<std::vector<std::string>> ValuesOf(const OptionRow& row, const yaml::Entry& entry,
                                                 const SourcePtr& source, DiagnosticSink& sink) {
  const yaml::Node& node = entry.value;
  const auto wrong = [&](TextId what) {
    sink.Error(source, node.is_null() ? entry.key_span : node.span(), what, {entry.key});
    return std::nullopt;
  };
  if (row.takes == Takes::kNothing) {
    if (!node.is_scalar() || !node.AsBool()) return wrong(gate_text::kSettingWantsFlag);
    return {{node.text()}};
  }
  const std::string folder = FolderOf(source->name());
  if (node.is_scalar()) return {{Resolved(row.takes, node.text(), folder)}};
  if (!row.many()) return wrong(gate_text::kSettingWantsValue);
  if (!node.is_list()) return wrong(gate_text::kSettingWantsValues);
  std::vector<std::string> values;
  for (const yaml::Node& item : node.items()) {
    if (!item.is_scalar()) return wrong(gate_text::kSettingWantsValues);
    values.push_back(Resolved(row.takes, item.text(), folder));
  }
  return values;
}

}  // namespace

std::string VariableOf(const std::string& option) {
  std::string name = "ANJUAN_";
  for (const char c : option) name += c == '-' ? '_' : c >= 'a' && c <= 'z' ? char(c - 32) : c;
  return name;
}

ConfigurationPlaces FindPlaces(const FileReader& disk) {
  ConfigurationPlaces places;
  std::error_code no_folder;
  const std::filesystem::path here = std::filesystem::current_path(no_folder);
  std::string up;
  for (std::filesystem::path at = here; !no_folder; at = at.parent_path(), up += "../") {
    places.projects.push_back(up + std::string(kFileName));
    if (Exists(disk, up + ".git") || at == at.parent_path()) break;
  }
  const char* const config = std::getenv("XDG_CONFIG_HOME");
  const char* const home = std::getenv("HOME");
  std::string base;
  if (config != nullptr && *config == '/') {
    base = config;
  } else if (home != nullptr && *home == '/') {
    base = std::string(home) + "/.config";
  }
  if (!base.empty()) places.user = base + "/anjuan/" + std::string(kFileName);
  return places;
}

Configuration::Configuration(const CommandRow& table, const ConfigurationPlaces& places,
                             const FileReader& disk, const char* (*environment)(const char* name),
                             DiagnosticSink& sink) {
  Learn(table);
  ReadEnvironment(environment, sink);
  for (const std::string& project : places.projects) {
    if (!Exists(disk, project)) continue;
    ReadFile(project, disk, sink);
    break;
  }
  if (!places.user.empty() && Exists(disk, places.user)) ReadFile(places.user, disk, sink);
}

void Configuration::Learn(const CommandRow& command) {
  for (const OptionRow& row : command.options) {
    const bool settable =
        !std::holds_alternative<std::monostate>(row.to) && row.LongName() != kNotHere;
    if (settable) options_.emplace(row.LongName(), &row);
  }
  for (const CommandRow& sub : command.commands) Learn(sub);
}

const Configured* Configuration::Find(const OptionRow& row) const {
  const auto meant = options_.find(row.LongName());
  const auto set = set_.find(row.LongName());
  if (meant == options_.end() || set == set_.end()) return nullptr;
  const bool same = meant->second->shape == row.shape && meant->second->takes == row.takes &&
                    meant->second->to.index() == row.to.index();
  return same ? &set->second : nullptr;
}

void Configuration::ReadEnvironment(const char* (*environment)(const char* name),
                                    DiagnosticSink& sink) {
  for (const auto& [name, row] : options_) {
    Configured configured;
    configured.variable = VariableOf(name);
    const char* const value = environment(configured.variable.c_str());
    if (value == nullptr || *value == '\0') continue;
    std::string_view left = value;
    for (size_t end = 0; row->many() && (end = left.find(kBetweenValues)) != left.npos;) {
      configured.values.emplace_back(left.substr(0, end));
      left.remove_prefix(end + 1);
    }
    configured.values.emplace_back(left);
    if (row->takes == Takes::kNothing && left != "true" && left != "false") {
      sink.Error(nullptr, {}, gate_text::kSettingWantsFlag, {configured.variable});
      continue;
    }
    set_.emplace(name, std::move(configured));
  }
}

void Configuration::ReadFile(const std::string& path, const FileReader& disk,
                             DiagnosticSink& sink) {
  std::string text;
  if (!disk.ReadAll(path, kMostBytes, text).ok()) {
    sink.Error(nullptr, {}, gate_text::kConfigUnreadable, {path});
    return;
  }
  const auto source = std::make_shared<const Source>(path, std::move(text));
  const std::optional<yaml::Document> document = yaml::Parse(source, sink);
  if (!document || document->root.is_null()) return;
  yaml::MapReader map(source, document->root, sink);  // says so where it is no map
  for (const yaml::Entry& entry : document->root.entries()) {
    const auto option = options_.find(entry.key);
    if (option == options_.end()) {
      std::vector<std::string_view> names;
      for (const auto& known : options_) names.push_back(known.first);
      Diagnostic& error =
          sink.Error(source, entry.key_span, gate_text::kUnknownSetting, {entry.key});
      const std::vector<std::string> hints = Suggest(entry.key, names);
      if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
      continue;
    }
    std::optional<std::vector<std::string>> values = ValuesOf(*option->second, entry, source, sink);
    if (values) set_.emplace(entry.key, Configured{std::move(*values), "", source, entry.key_span});
  }
}

}  // namespace anjuan
