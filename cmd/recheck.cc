// recheck: an earlier report, the same audit today, and what became of each finding.
#include <thread>

#include "audit/batch.h"
#include "base/terminal_text.h"
#include "cmd/documents.h"
#include "cmd/load.h"
#include "intake/walk.h"
#include "report/survey_view.h"

namespace anjuan {
namespace {

class IntoRecheck final : public EarlierSink {
 public:
  IntoRecheck(Recheck& recheck, Complaints& complaints)
      : recheck_(recheck), complaints_(complaints) {}

  void OnRun(const RunLine& run) override { recheck_.AddEarlier(run); }
  void OnCase(const CaseLine& one) override { recheck_.AddEarlier(one); }
  void OnInput(const InputLine& /*input*/) override {}
  void OnSummary(const SummaryLine& /*summary*/) override {}
  void OnProblem(EarlierProblem problem) override { complaints_.Print(problem); }

 private:
  Recheck& recheck_;
  Complaints& complaints_;
};

// Judges each case as it comes; nothing is written until all are judged.
class RecheckSink final : public ResultSink {
 public:
  RecheckSink(const RuleSet& rules, Recheck& recheck, Lang lang, Console& console)
      : rules_(rules), recheck_(recheck), lang_(lang), console_(console) {
    for (size_t i = 0; i < rules.rule_count(); ++i) by_id_[rules.rule(i).id].push_back(i);
  }

  size_t report_count() const override { return 0; }
  void Render(const CaseResult& result, Fragment& /*to*/) const override {
    recheck_.AddNow(CaseLineOf(result), [&](const std::string& rule) -> std::optional<Outcome> {
      // What is no rule of a pack is asked of every case.
      if (rule == rules_.data_value_rule().id) return Outcome::kPassed;
      const auto known = by_id_.find(rule);
      if (known == by_id_.end()) return std::nullopt;
      Outcome worst = Outcome::kNotApplicable;  // packs that extend each other share a rule
      for (const size_t i : known->second) worst = std::max(worst, result.outcomes[i]);
      return worst;
    });
  }
  void Render(const InputFinding& finding, Fragment& /*to*/) const override {
    if (finding.audited()) return;
    recheck_.AddUnread(finding.file);
    (void)console_.err.Write(ForTerminal(finding.file) + ":" +
                             (finding.line == 0 ? "" : std::to_string(finding.line) + ":") + " " +
                             Say(lang_, TextId::kError) + ": " +
                             ForTerminal(Say(lang_, finding.message)) + "\n");
  }
  bool Write(const Fragment& /*fragment*/) override { return true; }
  void Warn(const Rule& rule, const Text& error, const std::string& file) override {
    (void)console_.err.Write(
        "anjuan: " + Say(lang_, TextId::kWarning) + ": " +
        Say(lang_, TextId::kRuleWarning, {rule.id, Say(lang_, error), ForTerminal(file)}) + "\n");
  }
  void Progress(size_t /*done*/, size_t /*total*/) override {}

 private:
  const RuleSet& rules_;
  Recheck& recheck_;
  Lang lang_;
  Console& console_;
  std::map<std::string, std::vector<size_t>> by_id_;
};

std::vector<RunLine::PackMark> MarksOf(const RuleSet& rules) {
  std::vector<RunLine::PackMark> marks;
  for (const auto& pack : rules.packs()) {
    marks.push_back({pack->pack.name, pack->pack.version, "sha256:" + pack->pack.digest});
  }
  return marks;
}

}  // namespace

ExitCode RunRecheck(const RecheckCommand& command, Lang lang, Console& console) {
  const AuditCommand& audit = command.audit;
  const DiskReader disk;
  std::optional<LoadedRules> loaded = LoadScoredRules(audit.rules, audit.scheme, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  const RuleSet rules(*loaded->model, *loaded->calendar, std::move(loaded->packs), lang,
                      std::move(loaded->scheme));

  Recheck recheck(MarksOf(rules));
  Complaints complaints(lang, console);
  IntoRecheck earlier(recheck, complaints);
  ReadEarlier(disk, command.earlier, earlier);
  if (complaints.unopened()) return ExitCode::kCouldNotRun;

  BatchOptions batch;
  batch.jobs = audit.jobs > 0 ? audit.jobs : std::max(1u, std::thread::hardware_concurrency());
  batch.today = audit.as_of.value_or(TodayInChina());
  batch.lang = lang;
  batch.limits = audit.limits;
  RecheckSink sink(rules, recheck, lang, console);
  const Summary summary = RunBatch(rules, Walk(audit.inputs, disk), disk, batch, sink);

  const RecheckResult result = recheck.Finish();
  Document document = RecheckDocument(result, lang);
  complaints.AddTo(document);
  if (!WriteDocument(document, audit.outputs, lang, console)) return ExitCode::kCouldNotRun;
  if (complaints.any() || summary.unaudited > 0) return ExitCode::kUnaudited;
  if (!audit.fail_on) return ExitCode::kClean;
  for (size_t i = static_cast<size_t>(*audit.fail_on); i < result.open.size(); ++i) {
    if (result.open[i] > 0) return ExitCode::kFindings;
  }
  return ExitCode::kClean;
}

}  // namespace anjuan
