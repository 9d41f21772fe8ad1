#include "cmd/load.h"

#include <algorithm>

#include "base/digest.h"
#include "base/suggest.h"
#include "model/load_calendar.h"
#include "pack/law_book.h"
#include "pack/shipped.h"
#include "yaml/known_trees.h"

namespace anjuan {
namespace {

constexpr std::string_view kModelPath = "models/case-file.yaml";
constexpr std::string_view kCalendarPath = "calendars/cn.yaml";
constexpr std::string_view kLawFolder = "laws";
constexpr std::string_view kPackFolder = "packs/";
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

}  // namespace

std::unique_ptr<const Model> LoadShippedModel(DiagnosticSink& sink) {
  SourcePtr source = ShippedSource(kModelPath);
  return source == nullptr ? nullptr : LoadModel(std::move(source), sink);
}

std::unique_ptr<const WorkdayCalendar> LoadShippedCalendar(DiagnosticSink& sink) {
  SourcePtr source = ShippedSource(kCalendarPath);
  return source == nullptr ? nullptr : LoadCalendar(std::move(source), sink);
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

bool PrintDiagnostics(const DiagnosticSink& sink, Lang lang, ByteSink& err) {
  (void)err.Write(Format(sink, lang));
  return sink.has_errors();
}

}  // namespace anjuan
