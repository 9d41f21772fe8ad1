// summary: NDJSON reports into totals.
#include "cmd/documents.h"
#include "report/survey_view.h"

namespace anjuan {

ExitCode RunSummary(const SummaryCommand& command, Lang lang, Console& console) {
  const DiskReader disk;
  Complaints complaints(lang, console);
  const Survey survey = ReadSurvey(command.reports, {}, disk, complaints);
  SurveyViewOptions view;
  view.by = command.by;
  view.rank = command.rank;
  view.least = command.least;
  view.top = command.top;
  Document document = SurveyDocument(survey, view, lang);
  if (!command.earlier.empty()) {
    const Survey earlier = ReadSurvey(command.earlier, {}, disk, complaints);
    const Dimension by = command.rank.value_or(command.by.front());
    AddComparison(earlier, survey, by, command.top, lang, document);
  }
  complaints.AddTo(document);
  if (!WriteDocument(document, command.outputs, lang, console)) return ExitCode::kCouldNotRun;
  return complaints.any() ? ExitCode::kUnaudited : ExitCode::kClean;
}

}  // namespace anjuan
