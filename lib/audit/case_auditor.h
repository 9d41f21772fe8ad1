// One case against the rules of a run. No I/O, no clock; one auditor a worker.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "audit/audit_watcher.h"
#include "audit/case_result.h"
#include "audit/deadline_judge.h"
#include "audit/gate.h"
#include "audit/rule_set.h"
#include "expr/evaluator.h"
#include "model/record.h"

namespace anjuan {

// An expression that ran into an error (two documents where one is asked for): the rule could not
// be decided, and its author should know.
struct RuleWarning {
  size_t rule = 0;  // index in the RuleSet
  Text error;
};

class CaseAuditor {
 public:
  // `rules` must outlive the auditor. `today` is what expressions call today; unknown without it.
  CaseAuditor(const RuleSet& rules, std::optional<Date> today, Lang lang);

  // What the run lets pass; it must outlive the auditor.
  void SetGate(const Gate& gate) { gate_ = &gate; }

  // Fills `result` (its memory is used again) but for file and record. `file` stands in for a
  // missing case number in fingerprints. False: no pack applies to the case.
  bool Audit(const Record& record, std::string_view file, CaseResult& result,
             AuditWatcher* watcher = nullptr);

  // Of the last Audit: the outcome of each rule of the set; of a pack not used, not applicable.
  const std::vector<Outcome>& outcomes() const { return outcomes_; }
  const std::vector<RuleWarning>& warnings() const { return warnings_; }
  // Likewise: whether all failed findings of the rule are waived; empty where no finding is.
  const std::vector<bool>& waived_rules() const { return waived_rules_; }

 private:
  struct Context;  // one pack over one record

  void ChoosePacks();
  void AuditPack(size_t pack_index, expr::Tri applies, CaseResult& result);
  Outcome AuditRule(Context& context, const CompiledRule& rule, expr::Tri when);
  Outcome AuditElements(Context& context, const CompiledRule& rule, expr::Tri when);
  expr::Tri InEffect(const Context& context, const CompiledRule& rule) const;
  void UseParams(Context& context, size_t law_date);
  void AddCause(Context& context, std::string cause, Finding& finding);
  Finding NewFinding(const CompiledRule& rule, Outcome outcome) const;
  void ExplainScope(Context& context, const CompiledRule& rule, Finding& finding);
  expr::Tri Test(const CompiledRule& rule);
  Outcome OutcomeOfCheck(Context& context, const CompiledRule& rule, const Slot* element,
                         expr::Tri when);
  void ExplainCheck(Context& context, const CompiledRule& rule, Finding& finding);
  void Explain(Context& context, const expr::Program& program, Finding& finding);
  std::string LabelOfReading(const Context& context, const expr::Reading& reading,
                             const std::string& path) const;
  void FinishFinding(const Context& context, const CompiledRule& rule, const Slot* element,
                     Finding& finding, size_t undecided_elements = 0);
  void AddKey(const CompiledRule& rule, const Slot* element, Finding& finding) const;
  std::string Fingerprint(const Rule& rule, std::string_view list_path, std::string_view key) const;
  std::string KeyOf(const Slot* element, const RecordType& type, std::string& list_path) const;
  void AddDataFindings(CaseResult& result);
  void LetPass(CaseResult& result);
  void FreeSubsumed(CaseResult& result) const;
  CaseIdentity IdentityOf() const;

  const RuleSet& rules_;
  const Model& model_;
  Lang lang_;
  expr::Evaluator evaluator_;
  DeadlineJudge judge_;
  std::vector<Slot> params_;
  std::vector<expr::Tri> applies_;  // of each pack to the case
  // Packs that extend a pack that is used and may apply as well; nobody knows. Where they set a
  // parameter otherwise, its value is not known either.
  std::vector<std::vector<const CompiledPack*>> rivals_;  // by pack
  std::vector<Slot> rival_params_;
  std::vector<size_t> contested_;  // of the parameters in use: their slots

  const Record* record_ = nullptr;
  AuditWatcher* watcher_ = nullptr;
  std::string case_key_;               // case number, else the file
  std::vector<const Slot*> elements_;  // of the list that is looked at
  std::vector<Outcome> outcomes_;
  std::vector<RuleWarning> warnings_;
  const Gate* gate_ = nullptr;
  std::vector<bool> waived_rules_;
};

}  // namespace anjuan
