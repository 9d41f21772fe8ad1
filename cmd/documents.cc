#include "cmd/documents.h"

#include <algorithm>

#include "base/terminal_text.h"
#include "base/texts/survey.h"
#include "report/document_formats.h"

namespace anjuan {
namespace {

struct Output {
  const DocumentFormat* format;
  std::string path;
  std::unique_ptr<ByteSink> file;  // null: standard output
};

void Complain(const std::string& path, const Error& error, Lang lang, Console& console) {
  const std::string name = path.empty() ? "-" : ForTerminal(path);
  (void)console.err.Write("anjuan: " + Say(lang, TextId::kError) + ": " + name + ": " +
                          Say(lang, TextId::kUnwritable, {error.detail}) + "\n");
}

class IntoSurvey final : public EarlierSink {
 public:
  IntoSurvey(Survey& survey, Complaints& complaints) : survey_(survey), complaints_(complaints) {}

  void OnRun(const RunLine& run) override { survey_.Add(run); }
  void OnCase(const CaseLine& one) override { survey_.Add(one); }
  void OnInput(const InputLine& input) override { survey_.Add(input); }
  void OnSummary(const SummaryLine& summary) override { survey_.Add(summary); }
  void OnProblem(EarlierProblem problem) override { complaints_.Print(problem); }

 private:
  Survey& survey_;
  Complaints& complaints_;
};

}  // namespace

bool WriteDocument(const Document& document, std::vector<OutputChoice> outputs, Lang lang,
                   Console& console) {
  const bool on_stdout = std::any_of(outputs.begin(), outputs.end(),
                                     [](const OutputChoice& c) { return c.file.empty(); });
  if (!on_stdout) outputs.insert(outputs.begin(), {"text", ""});
  std::vector<Output> open;
  for (const OutputChoice& choice : outputs) {
    Output& output =
        open.emplace_back(Output{FindDocumentFormat(choice.format), choice.file, nullptr});
    if (choice.file.empty()) continue;
    Result<std::unique_ptr<ByteSink>> file = SinkToFile(choice.file);
    if (!file.ok()) {
      Complain(choice.file, file.error(), lang, console);
      return false;
    }
    output.file = std::move(*file);
  }
  for (Output& output : open) {
    ByteSink& sink = output.file ? *output.file : console.out;
    const Result<Written> written = sink.Write(output.format->render(document, lang));
    if (!written.ok()) {
      Complain(output.path, written.error(), lang, console);
      return false;
    }
  }
  for (Output& output : open) {
    ByteSink& sink = output.file ? *output.file : console.out;
    const Result<Written> kept = sink.Commit(output.format->fault);
    if (kept.ok()) continue;
    Complain(output.path, kept.error(), lang, console);
    return false;
  }
  return true;
}

void Complaints::Print(const EarlierProblem& problem) {
  ++count_;
  unopened_ = unopened_ || problem.unopened;
  const std::string line = problem.line == 0 ? "" : std::to_string(problem.line) + ":";
  (void)console_.err.Write(ForTerminal(problem.file) + ":" + line + " " +
                           Say(lang_, TextId::kError) + ": " +
                           ForTerminal(Say(lang_, problem.message)) + "\n");
}

void Complaints::AddTo(Document& document) const {
  if (!any()) return;
  const std::string words = Say(lang_, survey_text::kIncomplete, {std::to_string(count_)});
  std::vector<DocumentBlock> blocks;
  blocks.emplace_back(Paragraph{StyledText().Add(words, true)});
  for (DocumentBlock& block : document.blocks) blocks.push_back(std::move(block));
  document.blocks = std::move(blocks);
}

void PrintNotes(const std::vector<std::string>& notes, Lang lang, Console& console) {
  for (const std::string& note : notes) {
    (void)console.err.Write("anjuan: " + Say(lang, TextId::kWarning) + ": " + note + "\n");
  }
}

Survey ReadSurvey(const std::vector<std::string>& reports, const SurveyLimits& limits,
                  const FileReader& files, Complaints& complaints) {
  Survey survey(limits);
  IntoSurvey sink(survey, complaints);
  for (const std::string& report : reports) ReadEarlier(files, report, sink);
  return survey;
}

}  // namespace anjuan
