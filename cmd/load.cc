#include "cmd/load.h"

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "base/suggest.h"
#include "base/texts/survey.h"
#include "model/load_calendar.h"
#include "pack/law_book.h"
#include "pack/shipped.h"
#include "yaml/known_trees.h"

namespace anjuan {
namespace {

constexpr std::string_view kModelPath = "models/case-file.yaml";
constexpr std::string_view kCalendarPath = "calendars/cn.yaml";
constexpr std::string_view kReviewItemsPath = "catalogue/review-items.yaml";
constexpr std::string_view kLawFolder = "laws";
constexpr std::string_view kPackFolder = "packs/";
constexpr std::string_view kSchemeFolder = "schemes/";
constexpr std::string_view kTemplateFolder = "templates/";
constexpr uint64_t kMostTemplateBytes = 1 << 20;
constexpr std::string_view kShownFolder = "rules/";  // where the shipped files stand in the sources

const MemoryReader& Shipped() {
  static const MemoryReader files = [] {
    MemoryReader reader;
    std::vector<yaml::KnownTree> trees;
    for (size_t i = 0; i < kShippedFileCount; ++i) {
      const ShippedFile& file = kShippedFiles[i];
      reader.Add(std::string(kShownFolder) + std::string(file.path), std::string(file.text));
      trees.push_back({file.text, file.tree});
    }
    yaml::KnowTrees(trees);
    return reader;
  }();
  return files;
}

SourcePtr ShippedSource(std::string_view shipped) {
  const std::string path = std::string(kShownFolder) + std::string(shipped);
  std::string text;
  if (!Shipped().ReadAll(path, UINT64_MAX, text).ok()) return nullptr;
  return std::make_shared<const Source>(path, std::move(text));
}

// The settings of a command line, read as YAML scalars or flow lists.
class Settings {
 public:
  Settings(const std::vector<std::string>& written, DiagnosticSink& sink) {
    for (const std::string& text : written) {
      const size_t equals = text.find('=');
      Setting setting;
      setting.name = text.substr(0, equals);
      if (equals == std::string::npos || setting.name.empty()) {
        sink.Error(nullptr, {}, TextId::kSettingShape, {text});
        continue;
      }
      const auto source =
          std::make_shared<const Source>("--set", "value: " + text.substr(equals + 1) + "\n");
      std::optional<yaml::Document> document = yaml::Parse(source, sink);
      if (!document) continue;
      setting.document = std::make_shared<const yaml::Document>(std::move(*document));
      settings_.push_back(std::move(setting));
    }
  }

  void Apply(Pack& pack) {
    for (Setting& setting : settings_) {
      const yaml::Node* const value = setting.document->root.Find("value");
      if (SetParam(pack, setting.name, *value, setting.document->source)) {
        setting.used = true;
        pack.digest =
            Sha256Hex(pack.digest + setting.name + '\n' + setting.document->source->text());
        pack.documents.insert(pack.documents.begin(), setting.document);
      }
    }
    for (const Param& param : pack.params) names_.push_back(param.name);
  }

  void ReportUnused(DiagnosticSink& sink) const {
    for (const Setting& setting : settings_) {
      if (setting.used) continue;
      Diagnostic& error = sink.Error(nullptr, {}, TextId::kNoPackHasParam, {setting.name});
      const std::vector<std::string_view> names(names_.begin(), names_.end());
      const std::vector<std::string> hints = Suggest(setting.name, names);
      if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
    }
  }

 private:
  struct Setting {
    std::string name;
    std::shared_ptr<const yaml::Document> document;
    bool used = false;
  };
  std::vector<Setting> settings_;
  std::vector<std::string> names_;
};

SchemeShelf ShippedSchemeShelf() {
  return {&Shipped(), std::string(kShownFolder) + std::string(kSchemeFolder)};
}

// The scheme that a pack names, where it stands; a file is looked for beside the pack.yaml.
struct NamedScheme {
  std::string path;
  bool shipped = false;
};
NamedScheme SchemeOf(const Pack& pack, const std::vector<std::string>& shipped) {
  const std::string& name = pack.scoring_scheme;
  if (std::find(shipped.begin(), shipped.end(), name) != shipped.end()) {
    return {ShippedSchemeShelf().PathOf(name), true};
  }
  const std::string& file = pack.scoring_source->name();
  return {name.starts_with('/') ? name : file.substr(0, file.find_last_of('/') + 1) + name, false};
}

// a/../own.yaml and b/../own.yaml, as two packs may name one file.
bool SameFile(const std::string& a, const std::string& b) {
  using std::filesystem::path;
  return path(a).lexically_normal() == path(b).lexically_normal();
}

void ReportUnknownScheme(const SourcePtr& source, Span span, const std::string& name,
                         const std::vector<std::string>& shipped, DiagnosticSink& sink) {
  const std::vector<std::string_view> names(shipped.begin(), shipped.end());
  Diagnostic& error = sink.Error(source, span, TextId::kUnknownScheme, {name});
  const std::vector<std::string> hints = Suggest(name, names);
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
}

bool IsFile(const FileReader& files, const std::string& path) {
  const Result<FileKind> kind = files.KindOf(path);
  return kind.ok() && *kind == FileKind::kFile;
}

}  // namespace

std::unique_ptr<const Model> LoadShippedModel(DiagnosticSink& sink) {
  SourcePtr source = ShippedSource(kModelPath);
  return source == nullptr ? nullptr : LoadModel(std::move(source), sink);
}

std::unique_ptr<const WorkdayCalendar> LoadShippedCalendar(DiagnosticSink& sink) {
  SourcePtr source = ShippedSource(kCalendarPath);
  return source == nullptr ? nullptr : LoadCalendar(std::move(source), sink);
}

std::vector<ReviewItem> LoadShippedReviewItems(DiagnosticSink& sink) {
  const std::optional<yaml::Document> document = yaml::Parse(ShippedSource(kReviewItemsPath), sink);
  return document ? ReadReviewItems(*document, sink) : std::vector<ReviewItem>();
}

std::vector<std::unique_ptr<const CompiledPack>> LoadPacks(const PackChoice& choice,
                                                           const Model& model,
                                                           const FileReader& disk,
                                                           DiagnosticSink& sink) {
  const PackShelf shelf{
      &Shipped(), std::string(kShownFolder) + std::string(kPackFolder),
      LoadLawBook(Shipped(), std::string(kShownFolder) + std::string(kLawFolder), sink)};
  const std::vector<std::string> shipped = PackNames(shelf);
  Settings settings(choice.settings, sink);
  std::vector<std::unique_ptr<const CompiledPack>> packs;
  const auto load = [&](const FileReader& files, const std::string& dir, bool named) {
    std::optional<Pack> pack = LoadPack(files, dir, shelf, sink);
    if (!pack) return;
    settings.Apply(*pack);
    const CompiledPack* base = nullptr;
    for (const auto& known : packs) {
      const std::vector<std::string>& bases = pack->bases;
      if (std::find(bases.begin(), bases.end(), known->pack.name) != bases.end())
        base = known.get();
    }
    std::unique_ptr<const CompiledPack> compiled =
        CompilePack(std::move(*pack), model, named, sink, base);
    if (compiled != nullptr) packs.push_back(std::move(compiled));
  };
  if (choice.packs.empty()) {
    for (const std::string& name : shipped) load(Shipped(), shelf.folder + name, false);
  }
  for (std::string wanted : choice.packs) {
    if (std::find(shipped.begin(), shipped.end(), wanted) != shipped.end()) {
      load(Shipped(), shelf.folder + wanted, true);
      continue;
    }
    while (wanted.size() > 1 && wanted.ends_with('/')) wanted.pop_back();
    const Result<FileKind> kind = disk.KindOf(wanted);
    if (kind.ok() && *kind == FileKind::kDirectory) {
      load(disk, wanted, true);
      continue;
    }
    const std::vector<std::string_view> names(shipped.begin(), shipped.end());
    Diagnostic& error = sink.Error(nullptr, {}, TextId::kUnknownPack, {wanted});
    const std::vector<std::string> hints = Suggest(wanted, names);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  }
  settings.ReportUnused(sink);
  return packs;
}

std::shared_ptr<const Scheme> ChooseScheme(
    const std::string& wanted, const std::vector<std::unique_ptr<const CompiledPack>>& packs,
    const FileReader& disk, DiagnosticSink& sink) {
  const std::vector<std::string> shipped = ShippedSchemes();
  NamedScheme chosen;
  const Pack* by = nullptr;
  if (!wanted.empty()) {
    chosen = {wanted, std::find(shipped.begin(), shipped.end(), wanted) != shipped.end()};
    if (chosen.shipped) chosen.path = ShippedSchemeShelf().PathOf(wanted);
  } else {
    for (const auto& compiled : packs) {
      const Pack& pack = compiled->pack;
      if (pack.scoring_scheme.empty()) continue;
      const NamedScheme named = SchemeOf(pack, shipped);
      if (by == nullptr) {
        by = &pack;
        chosen = named;
      } else if (!SameFile(named.path, chosen.path)) {
        sink.Error(pack.scoring_source, pack.scoring_span, TextId::kMixedSchemes,
                   {pack.name, pack.scoring_scheme, by->name, by->scoring_scheme})
            .help.push_back({TextId::kChooseScheme, {}});
        return nullptr;
      }
    }
    if (by == nullptr) return nullptr;
  }
  if (!chosen.shipped && !IsFile(disk, chosen.path)) {
    ReportUnknownScheme(by == nullptr ? nullptr : by->scoring_source,
                        by == nullptr ? Span{} : by->scoring_span,
                        by == nullptr ? wanted : by->scoring_scheme, shipped, sink);
    return nullptr;
  }
  const FileReader& files = chosen.shipped ? static_cast<const FileReader&>(Shipped()) : disk;
  std::shared_ptr<const Scheme> scheme = LoadScheme(files, chosen.path, sink);
  if (scheme == nullptr) return nullptr;
  const size_t mistakes = sink.error_count();
  for (const auto& compiled : packs) CheckSections(*scheme, compiled->pack, sink);
  return sink.error_count() == mistakes ? scheme : nullptr;
}

std::vector<std::string_view> ShippedRuleIds() {
  std::vector<std::string_view> ids;
  for (size_t i = 0; i < kShippedFileCount; ++i) {
    std::string_view path = kShippedFiles[i].path;  // packs/<pack>/<stage>/<rule>.yaml
    const size_t name = path.rfind('/') + 1;
    if (!path.starts_with(kPackFolder) || std::count(path.begin(), path.end(), '/') != 3) continue;
    ids.push_back(path.substr(name, path.rfind('.') - name));
  }
  return ids;
}

std::vector<std::string> ShippedPacks() {
  return PackNames({&Shipped(), std::string(kShownFolder) + std::string(kPackFolder), nullptr});
}

std::vector<std::string> ShippedSchemes() { return SchemeNames(ShippedSchemeShelf()); }

std::shared_ptr<const CircularTemplate> LoadTemplate(const std::string& wanted,
                                                     const FileReader& disk, DiagnosticSink& sink) {
  const std::string folder = std::string(kShownFolder) + std::string(kTemplateFolder);
  std::vector<std::string> shipped;
  const Result<std::vector<std::string>> files = Shipped().List(folder);
  if (files.ok()) {
    for (const std::string& file : *files) shipped.push_back(file.substr(0, file.find('.')));
  }
  const bool known = std::find(shipped.begin(), shipped.end(), wanted) != shipped.end();
  const std::string path = known ? folder + wanted + ".yaml" : wanted;
  std::string text;
  const FileReader& from = known ? static_cast<const FileReader&>(Shipped()) : disk;
  if (!from.ReadAll(path, kMostTemplateBytes, text).ok()) {
    Diagnostic& error = sink.Error(nullptr, {}, survey_text::kUnknownTemplate, {wanted});
    const std::vector<std::string_view> names(shipped.begin(), shipped.end());
    const std::vector<std::string> hints = Suggest(wanted, names);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
    return nullptr;
  }
  return ReadCircularTemplate(std::make_shared<const Source>(path, std::move(text)), sink);
}

bool PrintDiagnostics(const DiagnosticSink& sink, Lang lang, ByteSink& err) {
  (void)err.Write(Format(sink, lang));
  return sink.has_errors();
}

namespace {

// `scheme`: null where nothing is scored.
std::optional<LoadedRules> LoadAll(const PackChoice& choice, const std::string* scheme, Lang lang,
                                   Console& console) {
  const DiskReader disk;
  DiagnosticSink diagnostics;
  LoadedRules loaded;
  loaded.model = LoadShippedModel(diagnostics);
  loaded.calendar = LoadShippedCalendar(diagnostics);
  if (loaded.model != nullptr) {
    loaded.packs = LoadPacks(choice, *loaded.model, disk, diagnostics);
  }
  if (scheme != nullptr) loaded.scheme = ChooseScheme(*scheme, loaded.packs, disk, diagnostics);
  if (PrintDiagnostics(diagnostics, lang, console.err)) return std::nullopt;
  return loaded;
}

}  // namespace

std::optional<LoadedRules> LoadRules(const PackChoice& choice, Lang lang, Console& console) {
  return LoadAll(choice, nullptr, lang, console);
}

std::optional<LoadedRules> LoadScoredRules(const PackChoice& choice, const std::string& scheme,
                                           Lang lang, Console& console) {
  return LoadAll(choice, &scheme, lang, console);
}

}  // namespace anjuan
