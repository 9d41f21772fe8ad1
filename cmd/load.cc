#include "cmd/load.h"

#include <algorithm>

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

}  // namespace

std::unique_ptr<const Model> LoadShippedModel(DiagnosticSink& sink) {
  SourcePtr source = ShippedSource(kModelPath);
  return source == nullptr ? nullptr : LoadModel(std::move(source), sink);
}

std::unique_ptr<const WorkdayCalendar> LoadShippedCalendar(DiagnosticSink& sink) {
  SourcePtr source = ShippedSource(kCalendarPath);
  return source == nullptr ? nullptr : LoadCalendar(std::move(source), sink);
}

std::vector<std::unique_ptr<const CompiledPack>> LoadPacks(const std::vector<std::string>& choices,
                                                           const Model& model,
                                                           const FileReader& disk,
                                                           DiagnosticSink& sink) {
  const PackShelf shelf{
      &Shipped(), std::string(kShownFolder) + std::string(kPackFolder),
      LoadLawBook(Shipped(), std::string(kShownFolder) + std::string(kLawFolder), sink)};
  const std::vector<std::string> shipped = PackNames(shelf);
  std::vector<std::unique_ptr<const CompiledPack>> packs;
  const auto load = [&](const FileReader& files, const std::string& dir, bool named) {
    std::optional<Pack> pack = LoadPack(files, dir, shelf, sink);
    if (!pack) return;
    std::unique_ptr<const CompiledPack> compiled =
        CompilePack(std::move(*pack), model, named, sink);
    if (compiled != nullptr) packs.push_back(std::move(compiled));
  };
  if (choices.empty()) {
    for (const std::string& name : shipped) load(Shipped(), shelf.folder + name, false);
  }
  for (std::string choice : choices) {
    if (std::find(shipped.begin(), shipped.end(), choice) != shipped.end()) {
      load(Shipped(), shelf.folder + choice, true);
      continue;
    }
    while (choice.size() > 1 && choice.ends_with('/')) choice.pop_back();
    const Result<FileKind> kind = disk.KindOf(choice);
    if (kind.ok() && *kind == FileKind::kDirectory) {
      load(disk, choice, true);
      continue;
    }
    const std::vector<std::string_view> names(shipped.begin(), shipped.end());
    Diagnostic& error = sink.Error(nullptr, {}, TextId::kUnknownPack, {choice});
    const std::vector<std::string> hints = Suggest(choice, names);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  }
  return packs;
}

bool PrintDiagnostics(const DiagnosticSink& sink, Lang lang, ByteSink& err) {
  (void)err.Write(Format(sink, lang));
  return sink.has_errors();
}

}  // namespace anjuan
