#include "audit/mutants.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "audit/rule_trial.h"
#include "pack/mutate_rule.h"

namespace anjuan {
namespace {

struct Job {
  const CompiledPack* pack;
  const CompiledRule* rule;
};

struct Done {
  MutantCount count;
  std::vector<Survivor> survivors;
  bool fails = false;  // as it stands
};

// A test that does not hold, with the rule that is in use.
bool SomeTestFails(std::vector<std::pair<Outcome, std::unique_ptr<RuleTrial>>>& trials) {
  return std::any_of(trials.begin(), trials.end(), [](auto& trial) {
    CaseResult result;
    return trial.second->Run(result) != trial.first;
  });
}

Done Change(const Job& job, const Model& model, const WorkdayCalendar& calendar, Lang lang) {
  Done done;
  const Rule& rule = *job.rule->rule;
  DiagnosticSink mistakes;
  std::vector<std::pair<Outcome, std::unique_ptr<RuleTrial>>> trials;
  if (rule.tests != nullptr) {
    for (const yaml::Node& node : rule.tests->items()) {
      const std::optional<RuleTest> test =
          ReadRuleTest(node, rule.source(), /*apart=*/false, mistakes);
      if (!test) continue;
      trials.emplace_back(test->expect, RuleTrial::Prepare(*test, *job.pack, *job.rule, model,
                                                           calendar, mistakes, lang));
    }
  }
  done.fails = mistakes.has_errors() || SomeTestFails(trials);
  if (done.fails) return done;
  for (RuleMutant& mutant : MutantsOf(*job.pack, *job.rule, model)) {
    const std::optional<CompiledRule> changed =
        CompileChanged(*job.pack, *job.rule, mutant.plan, model);
    if (!changed || SamePrograms(*job.rule, *changed)) continue;
    for (auto& trial : trials) trial.second->Use(*changed);
    ++done.count.changes;
    if (SomeTestFails(trials)) continue;
    ++done.count.survived;
    done.survivors.push_back({&rule, mutant.place, std::move(mutant.what)});
  }
  std::stable_sort(
      done.survivors.begin(), done.survivors.end(),
      [](const Survivor& a, const Survivor& b) { return a.place.begin < b.place.begin; });
  return done;
}

}  // namespace

MutantCount MutationReport::Total() const {
  MutantCount total;
  for (const MutantCount& count : by_severity) {
    total.changes += count.changes;
    total.survived += count.survived;
  }
  return total;
}

MutationReport TestMutants(std::span<const std::unique_ptr<const CompiledPack>> packs,
                           const Model& model, const WorkdayCalendar& calendar, unsigned jobs,
                           DiagnosticSink& mistakes, Lang lang) {
  std::vector<Job> todo;
  for (const auto& pack : packs) {
    for (const CompiledRule& rule : pack->rules) {
      if (IsOwn(pack->pack, *rule.rule)) todo.push_back({pack.get(), &rule});
    }
  }
  std::vector<Done> done(todo.size());
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < todo.size(); i = next++) {
      done[i] = Change(todo[i], model, calendar, lang);
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();

  MutationReport report;
  for (size_t i = 0; i < todo.size(); ++i) {
    const Rule& rule = *todo[i].rule->rule;
    if (done[i].fails) {
      mistakes.Error(rule.source(), rule.document->root.Find("id")->span(),
                     TextId::kMutantRuleFails, {rule.id});
    }
    MutantCount& count = report.by_severity[static_cast<size_t>(rule.severity)];
    count.changes += done[i].count.changes;
    count.survived += done[i].count.survived;
    for (Survivor& survivor : done[i].survivors) report.survivors.push_back(std::move(survivor));
  }
  return report;
}

}  // namespace anjuan
