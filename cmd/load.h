// The model, the calendar and the packs of a run, shipped or from disk, with every mistake
// reported.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_sink.h"
#include "base/diagnostic.h"
#include "base/file_reader.h"
#include "cmd/commands.h"
#include "cmd/options.h"
#include "model/model.h"
#include "pack/compiled_pack.h"
#include "pack/review_items.h"
#include "pack/scheme.h"
#include "report/circular.h"
#include "value/workday_calendar.h"

namespace anjuan {

// The shipped model. A mistake in it is a mistake of the build.
std::unique_ptr<const Model> LoadShippedModel(DiagnosticSink& sink);

// The shipped calendar of working days; likewise.
std::unique_ptr<const WorkdayCalendar> LoadShippedCalendar(DiagnosticSink& sink);

// The shipped catalogue of review items; likewise.
std::vector<ReviewItem> LoadShippedReviewItems(DiagnosticSink& sink);

// Packs by name or folder; none: every shipped pack. Those given by name or folder are `named`.
// Parameters that are set stand above what the packs say, in each pack that has them; a name that
// no pack has is a mistake.
std::vector<std::unique_ptr<const CompiledPack>> LoadPacks(const PackChoice& choice,
                                                           const Model& model,
                                                           const FileReader& disk,
                                                           DiagnosticSink& sink);

// The one scheme of a run: `wanted`, a shipped one's name or a file; "": the one that the packs
// name, each by its name or by a file beside its pack.yaml. Null where none names any, and after a
// mistake: packs that name different ones, a section that the scheme does not have.
std::shared_ptr<const Scheme> ChooseScheme(
    const std::string& wanted, const std::vector<std::unique_ptr<const CompiledPack>>& packs,
    const FileReader& disk, DiagnosticSink& sink);

// Of every shipped pack; they live as long as the program.
std::vector<std::string_view> ShippedRuleIds();

// Names of the shipped packs, sorted.
std::vector<std::string> ShippedPacks();

// Names of the shipped schemes, sorted.
std::vector<std::string> ShippedSchemes();

// A template of circulars: a shipped one by its name, or a file. Null after a mistake.
std::shared_ptr<const CircularTemplate> LoadTemplate(const std::string& wanted,
                                                     const FileReader& disk, DiagnosticSink& sink);

// Prints the diagnostics; true where one is an error.
bool PrintDiagnostics(const DiagnosticSink& sink, Lang lang, ByteSink& err);

// All that a run needs; the scheme only where it was asked for.
struct LoadedRules {
  std::unique_ptr<const Model> model;
  std::unique_ptr<const WorkdayCalendar> calendar;
  std::vector<std::unique_ptr<const CompiledPack>> packs;
  std::shared_ptr<const Scheme> scheme;
};

// Nothing where a pack or the scheme does not load; the reasons are on standard error.
std::optional<LoadedRules> LoadRules(const PackChoice& choice, Lang lang, Console& console);
std::optional<LoadedRules> LoadScoredRules(const PackChoice& choice, const std::string& scheme,
                                           Lang lang, Console& console);

}  // namespace anjuan
