// circular: NDJSON reports into a draft by a template.
#include "report/circular.h"

#include "base/suggest.h"
#include "base/texts/survey.h"
#include "cmd/documents.h"
#include "cmd/load.h"
#include "report/survey_view.h"

namespace anjuan {

ExitCode RunCircular(const CircularCommand& command, Lang lang, Console& console) {
  const DiskReader disk;
  DiagnosticSink diagnostics;
  const std::shared_ptr<const CircularTemplate> form =
      LoadTemplate(command.form, disk, diagnostics);
  if (PrintDiagnostics(diagnostics, lang, console.err)) return ExitCode::kCouldNotRun;
  SurveyLimits limits;
  if (form->per_agency) limits.listed = command.listed;
  Complaints complaints(lang, console);
  const Survey survey = ReadSurvey(command.reports, limits, disk, complaints);
  std::vector<std::string_view> known;
  for (const auto& [agency, slice] : survey.By(Dimension::kAgency)) known.push_back(agency);
  for (const std::string& agency : command.agencies) {
    if (survey.By(Dimension::kAgency).count(agency) > 0) continue;
    Diagnostic& error = diagnostics.Error(nullptr, {}, survey_text::kUnknownAgency, {agency});
    const std::vector<std::string> hints = Suggest(agency, known);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  }
  if (PrintDiagnostics(diagnostics, lang, console.err)) return ExitCode::kCouldNotRun;
  CircularOptions options;
  options.due = command.due;
  options.agencies = command.agencies;
  options.least = command.least;
  Document document = DraftCircular(*form, survey, options, lang);
  complaints.AddTo(document);
  PrintNotes(SurveyNotes(survey, lang), lang, console);
  if (!WriteDocument(document, command.outputs, lang, console)) return ExitCode::kCouldNotRun;
  return complaints.any() ? ExitCode::kUnaudited : ExitCode::kClean;
}

}  // namespace anjuan
