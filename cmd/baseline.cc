// baseline write: an audit whose failed findings go to a file.
#include <algorithm>
#include <set>
#include <thread>

#include "audit/batch.h"
#include "base/terminal_text.h"
#include "base/texts/gate.h"
#include "cmd/commands.h"
#include "cmd/output_places.h"
#include "cmd/rules.h"
#include "intake/walk.h"

namespace anjuan {
namespace {

// A line a failed finding. Inputs that could not be audited are told on standard error.
class BaselineSink final : public ResultSink {
 public:
  BaselineSink(Lang lang, ByteSink& err) : lang_(lang), err_(err) {}

  size_t report_count() const override { return 1; }
  void Render(const CaseResult& result, Fragment& to) const override {
    for (const Finding& finding : result.findings) {
      if (finding.outcome == Outcome::kFailed) to.cases[0] += LineOf(EntryOf(finding, result));
    }
  }
  void Render(const InputFinding& finding, Fragment& to) const override {
    if (finding.audited()) return;
    to.inputs[0] += "anjuan: " + ForTerminal(finding.file) + ": " +
                    Say(lang_, TextId::kNotAudited) + ": " +
                    ForTerminal(Say(lang_, finding.message)) + '\n';
  }
  bool Write(const Fragment& fragment) override {
    if (!fragment.inputs[0].empty()) (void)err_.Write(fragment.inputs[0]);
    std::string_view left = fragment.cases[0];
    while (!left.empty()) {
      const size_t end = left.find('\n') + 1;
      lines_.emplace(left.substr(0, end));
      left.remove_prefix(end);
    }
    return true;
  }
  void Warn(const Rule& rule, const Text& error, const std::string& file) override {
    (void)err_.Write(
        "anjuan: " + Say(lang_, TextId::kWarning) + ": " +
        Say(lang_, TextId::kRuleWarning, {rule.id, Say(lang_, error), ForTerminal(file)}) + "\n");
  }
  void Progress(size_t /*done*/, size_t /*total*/) override {}

  const std::set<std::string>& lines() const { return lines_; }

 private:
  Lang lang_;
  ByteSink& err_;
  std::set<std::string> lines_;
};

ExitCode Complain(const std::string& path, const Error& error, Lang lang, ByteSink& err) {
  (void)err.Write("anjuan: " + Say(lang, TextId::kError) + ": " + ForTerminal(path) + ": " +
                  Say(lang, TextId::kUnwritable, {error.detail}) + "\n");
  return ExitCode::kCouldNotRun;
}

}  // namespace

ExitCode RunBaselineWrite(const BaselineWriteCommand& command, Lang lang, Console& console) {
  std::optional<LoadedRules> loaded = LoadRules(command.rules, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  const RuleSet rules(*loaded->model, *loaded->calendar, std::move(loaded->packs), lang);
  const DiskReader disk;
  if (const std::string clash = OutputPlaces({{"", command.file}}).Clash(command.inputs);
      !clash.empty()) {
    return RefuseOutput(clash, lang, console);
  }
  std::unique_ptr<ByteSink> file;
  if (!command.file.empty()) {
    Result<std::unique_ptr<ByteSink>> opened = SinkToFile(command.file);
    if (!opened.ok()) return Complain(command.file, opened.error(), lang, console.err);
    file = std::move(*opened);
  }
  BatchOptions batch;
  batch.jobs = command.jobs > 0 ? command.jobs : std::max(1u, std::thread::hardware_concurrency());
  batch.today = command.as_of.value_or(TodayInChina());
  batch.lang = lang;
  batch.limits = command.limits;
  BaselineSink lines(lang, console.err);
  const Summary summary = RunBatch(rules, Walk(command.inputs, disk), disk, batch, lines);

  std::string text(kBaselineHead);
  for (const std::string& line : lines.lines()) text += line;
  const ExitCode exit = summary.unaudited > 0 ? ExitCode::kUnaudited : ExitCode::kClean;
  if (file == nullptr) return PrintResult(text, exit, console);
  Result<Written> written = file->Write(text);
  if (written.ok()) written = file->Commit();
  if (!written.ok()) return Complain(command.file, written.error(), lang, console.err);
  return PrintResult(Say(lang, gate_text::kBaselineWritten,
                         {ForTerminal(command.file), std::to_string(summary.cases),
                          std::to_string(lines.lines().size())}) +
                         '\n',
                     exit, console);
}

}  // namespace anjuan
