#include "audit/case_auditor.h"

#include <algorithm>

#include "audit/bare_path.h"
#include "audit/labels.h"
#include "base/digest.h"
#include "base/display_width.h"

namespace anjuan {
namespace {

using expr::Tri;

constexpr size_t kFingerprintDigits = 16;
constexpr size_t kMostEvidence = 64;     // of one finding
constexpr size_t kMostValueCells = 400;  // a whole text is no evidence

// && of the rule language: false decides, then unknown hides an error.
Tri And(Tri a, Tri b) {
  if (a == Tri::kFalse || b == Tri::kFalse) return Tri::kFalse;
  if (a == Tri::kUnknown || b == Tri::kUnknown) return Tri::kUnknown;
  if (a == Tri::kError || b == Tri::kError) return Tri::kError;
  return Tri::kTrue;
}

// || of the rule language.
Tri Or(Tri a, Tri b) {
  if (a == Tri::kTrue || b == Tri::kTrue) return Tri::kTrue;
  if (a == Tri::kUnknown || b == Tri::kUnknown) return Tri::kUnknown;
  if (a == Tri::kError || b == Tri::kError) return Tri::kError;
  return Tri::kFalse;
}

// The table "from result to outcome" of the rule language.
Outcome OutcomeOf(Tri when, Tri test) {
  if (when == Tri::kFalse) return Outcome::kNotApplicable;
  if (when == Tri::kError) return Outcome::kIndeterminate;
  if (test == Tri::kTrue) return Outcome::kPassed;
  if (test == Tri::kFalse && when == Tri::kTrue) return Outcome::kFailed;
  return Outcome::kIndeterminate;
}

bool SameValue(const Slot& a, const Slot& b, const Field& field) {
  if (a.state != b.state || a.state != State::kPresent) return a.state == b.state;
  if (field.is_list) {
    if (a.size != b.size) return false;
    Field item = field;
    item.is_list = false;
    for (uint32_t i = 0; i < a.size; ++i) {
      if (!SameValue(a.items[i], b.items[i], item)) return false;
    }
    return true;
  }
  return field.type == FieldType::kString ? a.view() == b.view() : a.number == b.number;
}

std::optional<std::string> ValueAt(const Record& record, const Field& field) {
  const Slot& slot = record.At(field);
  if (slot.state != State::kPresent) return std::nullopt;
  return FormatValue(record.model(), field, slot);
}

// Of the elements of a list, each value once.
std::vector<std::string> ValuesIn(const Record& record, const Field& field) {
  std::vector<std::string> values;
  const Slot& list = record.At(*field.owner->self);
  if (list.state != State::kPresent) return values;
  for (uint32_t i = 0; i < list.size; ++i) {
    const Slot& slot = list.items[i * static_cast<uint32_t>(field.owner->slots) +
                                  static_cast<uint32_t>(field.slot)];
    if (slot.state != State::kPresent) continue;
    std::string value = FormatValue(record.model(), field, slot);
    if (std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(std::move(value));
    }
  }
  return values;
}

}  // namespace

std::string_view NameOf(Outcome outcome) {
  constexpr std::string_view kNames[] = {"not_applicable", "passed", "indeterminate", "failed"};
  return kNames[static_cast<size_t>(outcome)];
}

struct CaseAuditor::Context {
  const CompiledPack& pack;
  size_t first_rule;
  CaseResult& result;
  std::vector<std::optional<Date>> days;  // law_dates of the pack, judged once
  size_t params_of = static_cast<size_t>(-1);
  size_t rule = 0;  // within the pack
  const std::vector<const CompiledPack*>& rivals;
};

CaseAuditor::CaseAuditor(const RuleSet& rules, std::optional<Date> today, Lang lang)
    : rules_(rules),
      model_(rules.model()),
      lang_(lang),
      evaluator_(rules.model()),
      judge_(evaluator_, rules.calendar(), today),
      params_(rules.max_params()),
      rival_params_(rules.max_params()) {
  evaluator_.SetCalendar(rules.calendar());
  if (today) evaluator_.SetToday(*today);
}

bool CaseAuditor::Audit(const Record& record, std::string_view file, CaseResult& result,
                        AuditWatcher* watcher) {
  record_ = &record;
  watcher_ = watcher;
  evaluator_.SetRecord(&record);
  result.identity = IdentityOf();
  result.counts = {};
  result.findings.clear();
  result.running.clear();
  case_key_ = result.identity.case_number.value_or(std::string(BarePath(file)));
  outcomes_.assign(rules_.rule_count(), Outcome::kNotApplicable);
  warnings_.clear();

  ChoosePacks();
  bool any = false;
  for (size_t i = 0; i < applies_.size(); ++i) {
    if (watcher_ != nullptr) {
      rules_.packs()[i]->ParamsOn(std::nullopt, params_.data());
      watcher_->OnPack(*rules_.packs()[i], applies_[i], evaluator_);
    }
    if (applies_[i] == Tri::kFalse) continue;
    any = true;
    AuditPack(i, applies_[i], result);
  }
  std::stable_sort(result.findings.begin(), result.findings.end(),
                   [&](const Finding& a, const Finding& b) {
                     return rules_.StageRank(*a.rule) < rules_.StageRank(*b.rule);
                   });
  if (any) AddDataFindings(result);
  LetPass(result);
  FreeSubsumed(result);
  result.outcomes = outcomes_;
  if (any && rules_.scorer() != nullptr) {
    rules_.scorer()->Run(outcomes_, result.findings, result.score);
  }
  return any;
}

void CaseAuditor::LetPass(CaseResult& result) {
  waived_rules_.clear();
  if (gate_ == nullptr || !gate_->LetPass(result)) return;
  waived_rules_.assign(rules_.rule_count(), false);
  for (size_t i = 0; i < outcomes_.size(); ++i) {
    if (outcomes_[i] != Outcome::kFailed) continue;
    const Rule* const rule = &rules_.rule(i);
    waived_rules_[i] =
        std::none_of(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
          return finding.rule == rule && finding.outcome == Outcome::kFailed &&
                 finding.relief != Relief::kWaived;
        });
    if (!waived_rules_[i]) continue;
    --result.counts.failed;
    ++result.counts.waived;
  }
}

// One defect is deducted once: where a rule fails, those it subsumes are free, whatever they came
// to. One that is waived deducts nothing, and frees nothing.
void CaseAuditor::FreeSubsumed(CaseResult& result) const {
  for (size_t p = 0; p < rules_.packs().size(); ++p) {
    const CompiledPack& pack = *rules_.packs()[p];
    for (size_t i = 0; i < pack.rules.size(); ++i) {
      const size_t rule = rules_.first_rule(p) + i;
      const bool waived = !waived_rules_.empty() && waived_rules_[rule];
      if (outcomes_[rule] != Outcome::kFailed || waived) continue;
      for (const size_t subsumed : pack.rules[i].subsumes) {
        for (Finding& finding : result.findings) {
          if (finding.rule != pack.rules[subsumed].rule.get()) continue;
          if (finding.relief != Relief::kNone) continue;
          finding.relief = Relief::kSubsumed;
          finding.deduct = {};
        }
      }
    }
  }
}

// A pack that extends others of the set stands in for them where it surely applies; where that is
// not known the general one judges, as far as both would judge alike.
void CaseAuditor::ChoosePacks() {
  const auto& packs = rules_.packs();
  applies_.assign(packs.size(), Tri::kTrue);
  rivals_.resize(packs.size());
  for (auto& rivals : rivals_) rivals.clear();
  evaluator_.SetParams(params_.data());
  for (size_t i = 0; i < packs.size(); ++i) {
    const CompiledPack& pack = *packs[i];
    if (pack.applies == nullptr) continue;
    pack.ParamsOn(std::nullopt, params_.data());
    applies_[i] = evaluator_.Test(*pack.applies);
    if (pack.named && applies_[i] == Tri::kUnknown) applies_[i] = Tri::kTrue;
    if (rules_.bases(i).empty() || applies_[i] == Tri::kTrue) continue;
    if (applies_[i] != Tri::kFalse) {
      for (const size_t base : rules_.bases(i)) rivals_[base].push_back(&pack);
    }
    applies_[i] = Tri::kFalse;
  }
  for (size_t i = 0; i < packs.size(); ++i) {
    if (applies_[i] != Tri::kTrue) continue;
    for (const size_t base : rules_.bases(i)) applies_[base] = Tri::kFalse;
  }
}

CaseIdentity CaseAuditor::IdentityOf() const {
  const CaseHeader& header = model_.header();
  CaseIdentity identity;
  identity.case_number = ValueAt(*record_, *header.case_number);
  identity.case_title = ValueAt(*record_, *header.case_title);
  identity.agency = ValueAt(*record_, *header.agency);
  identity.agency_group = ValueAt(*record_, *header.agency_group);
  identity.procedure = ValueAt(*record_, *header.procedure);
  identity.decided_on = ValueAt(*record_, *header.decided_on);
  if (header.sector != nullptr) identity.sector = ValueAt(*record_, *header.sector);
  if (header.officers != nullptr) identity.officers = ValuesIn(*record_, *header.officers);
  return identity;
}

void CaseAuditor::AuditPack(size_t pack_index, Tri applies, CaseResult& result) {
  const CompiledPack& pack = *rules_.packs()[pack_index];
  Context context{pack,
                  rules_.first_rule(pack_index),
                  result,
                  {},
                  static_cast<size_t>(-1),
                  0,
                  rivals_[pack_index]};
  for (const ProgramPtr& program : pack.law_dates) {
    context.days.push_back(program == nullptr ? std::nullopt : evaluator_.DateOf(*program));
  }
  for (size_t i = 0; i < pack.rules.size(); ++i) {
    const CompiledRule& rule = pack.rules[i];
    context.rule = i;
    UseParams(context, rule.law_date);
    const Tri in_effect = InEffect(context, rule);
    Tri when = And(applies, in_effect);
    if (when != Tri::kFalse && rule.when != nullptr) {
      when = And(when, evaluator_.Test(*rule.when));
    }
    if (watcher_ != nullptr) {
      watcher_->OnRule(rule, {context.days[rule.law_date], in_effect, when}, evaluator_);
    }
    Outcome outcome = Outcome::kNotApplicable;
    if (when != Tri::kFalse) {
      outcome = rule.list == nullptr ? AuditRule(context, rule, when)
                                     : AuditElements(context, rule, when);
    }
    outcomes_[context.first_rule + i] = outcome;
    switch (outcome) {
      case Outcome::kNotApplicable:
        ++result.counts.not_applicable;
        break;
      case Outcome::kPassed:
        ++result.counts.passed;
        break;
      case Outcome::kIndeterminate:
        ++result.counts.indeterminate;
        break;
      case Outcome::kFailed:
        ++result.counts.failed;
        break;
    }
  }
}

Tri CaseAuditor::InEffect(const Context& context, const CompiledRule& rule) const {
  if (!rule.rule->has_effective) return Tri::kTrue;
  const std::optional<Date>& day = context.days[rule.law_date];
  if (!day) return Tri::kUnknown;
  return rule.rule->effective.Has(*day) ? Tri::kTrue : Tri::kFalse;
}

void CaseAuditor::UseParams(Context& context, size_t law_date) {
  const bool vary = context.pack.params_vary || !context.rivals.empty();
  const size_t wanted = vary ? law_date : 0;
  if (context.params_of == wanted) return;
  context.params_of = wanted;
  context.pack.ParamsOn(context.days[wanted], params_.data());
  contested_.clear();
  for (const CompiledPack* const rival : context.rivals) {
    rival->ParamsOn(context.days[law_date], rival_params_.data());
    for (const Field& field : context.pack.params_type->fields) {
      const auto slot = static_cast<size_t>(field.slot);
      const Field* const other = rival->params_type->Find(field.name);
      if (other == nullptr ||
          SameValue(params_[slot], rival_params_[static_cast<size_t>(other->slot)], field))
        continue;
      contested_.push_back(slot);
    }
  }
  for (const size_t slot : contested_) params_[slot] = Slot{};
}

// A parameter that packs set otherwise is unknown because nobody knows which of them applies.
void CaseAuditor::AddCause(Context& context, std::string cause, Finding& finding) {
  constexpr std::string_view kParams = "params.";
  if (!contested_.empty() && cause.starts_with(kParams)) {
    const Field* const param = context.pack.params_type->Find(cause.substr(kParams.size()));
    if (param != nullptr && std::find(contested_.begin(), contested_.end(),
                                      static_cast<size_t>(param->slot)) != contested_.end()) {
      for (const CompiledPack* const rival : context.rivals) {
        for (std::string& why : evaluator_.Explain(*rival->applies).causes) {
          finding.missing.push_back(std::move(why));
        }
      }
      return;
    }
  }
  finding.missing.push_back(std::move(cause));
}

Tri CaseAuditor::Test(const CompiledRule& rule) {
  if (rule.deadline == nullptr) return evaluator_.Test(*rule.test);
  const Tri in_time = judge_.Judge(*rule.deadline);
  if (in_time == Tri::kTrue || rule.test == nullptr) return in_time;
  return Or(in_time, evaluator_.Test(*rule.test));
}

Outcome CaseAuditor::OutcomeOfCheck(Context& context, const CompiledRule& rule, const Slot* element,
                                    Tri when) {
  Outcome outcome = OutcomeOf(when, Test(rule));
  const DeadlineJudge* const judge = rule.deadline == nullptr ? nullptr : &judge_;
  if (judge != nullptr && judge->running() && outcome == Outcome::kPassed) {
    context.result.running.push_back(
        {rule.rule.get(), *judge->count().due, *judge->count().days_left});
    outcome = Outcome::kNotApplicable;
  }
  if (watcher_ != nullptr) watcher_->OnCheck(rule, element, outcome, judge, evaluator_);
  return outcome;
}

Outcome CaseAuditor::AuditRule(Context& context, const CompiledRule& rule, Tri when) {
  const Outcome outcome = OutcomeOfCheck(context, rule, nullptr, when);
  if (outcome == Outcome::kPassed || outcome == Outcome::kNotApplicable) return outcome;
  Finding& finding = context.result.findings.emplace_back(NewFinding(rule, outcome));
  if (when != Tri::kTrue) ExplainScope(context, rule, finding);
  ExplainCheck(context, rule, finding);
  FinishFinding(context, rule, nullptr, finding);
  return outcome;
}

// One finding an element that fails; one for all that cannot be decided, since what the export
// does not carry is nearly always the same for each.
Outcome CaseAuditor::AuditElements(Context& context, const CompiledRule& rule, Tri when) {
  const expr::ListView& list = evaluator_.ListOf(*rule.list);
  const bool all_known = list.state == Tri::kTrue && !list.open;
  elements_.assign(list.elements.begin(), list.elements.end());
  Outcome worst = Outcome::kNotApplicable;
  std::optional<Finding> undecided;
  size_t undecided_elements = 0;
  const auto leave_open = [&]() -> Finding& {
    worst = std::max(worst, Outcome::kIndeterminate);
    if (undecided) {
      undecided->deduct.hundredths += rule.rule->score.deduct.hundredths;
    } else {
      undecided = NewFinding(rule, Outcome::kIndeterminate);
      if (when != Tri::kTrue) ExplainScope(context, rule, *undecided);
    }
    return *undecided;
  };
  for (const Slot* const element : elements_) {
    evaluator_.Bind(0, element);
    const Tri here = And(when, rule.where == nullptr ? Tri::kTrue : evaluator_.Test(*rule.where));
    if (here == Tri::kFalse) {
      if (watcher_ != nullptr) {
        watcher_->OnCheck(rule, element, Outcome::kNotApplicable, nullptr, evaluator_);
      }
      continue;
    }
    const Outcome outcome = OutcomeOfCheck(context, rule, element, here);
    worst = std::max(worst, outcome);
    if (outcome == Outcome::kPassed || outcome == Outcome::kNotApplicable) continue;
    if (outcome == Outcome::kFailed) {
      Finding& finding = context.result.findings.emplace_back(NewFinding(rule, outcome));
      ExplainCheck(context, rule, finding);
      AddKey(rule, element, finding);
      FinishFinding(context, rule, element, finding);
      continue;
    }
    ++undecided_elements;
    Finding& finding = leave_open();
    if (here != Tri::kTrue && rule.where != nullptr) Explain(context, *rule.where, finding);
    ExplainCheck(context, rule, finding);
    AddKey(rule, element, finding);
  }
  // An open list may hold an element that fails; one that is not there tells nothing.
  if (!all_known) Explain(context, *rule.list, leave_open());
  if (undecided) {
    undecided->places = all_known ? static_cast<uint32_t>(undecided_elements) : kUnknownPlaces;
    FinishFinding(context, rule, nullptr, *undecided, undecided_elements);
    context.result.findings.push_back(std::move(*undecided));
  }
  return worst;
}

Finding CaseAuditor::NewFinding(const CompiledRule& rule, Outcome outcome) const {
  Finding finding;
  finding.rule = rule.rule.get();
  finding.outcome = outcome;
  finding.deduct = rule.rule->score.deduct;
  return finding;
}

// Why it is not certain that the rule applies: the pack's scope, the day of its law, its `when`.
void CaseAuditor::ExplainScope(Context& context, const CompiledRule& rule, Finding& finding) {
  const ProgramPtr& day = context.pack.law_dates[rule.law_date];
  const bool no_day = rule.rule->has_effective && !context.days[rule.law_date];
  if (context.pack.applies != nullptr && !context.pack.named) {
    Explain(context, *context.pack.applies, finding);
  }
  if (no_day && day != nullptr) Explain(context, *day, finding);
  if (rule.when != nullptr) Explain(context, *rule.when, finding);
}

void CaseAuditor::Explain(Context& context, const expr::Program& program, Finding& finding) {
  expr::Explanation why = evaluator_.Explain(program);
  for (expr::Reading& reading : why.evidence) {
    Evidence evidence;
    if (reading.slot != nullptr) {
      evidence.field = record_->PathOf(reading.slot);
      evidence.line = reading.slot->line;
    } else {
      evidence.field = std::move(reading.path);
    }
    const auto same = [&](const Evidence& known) { return known.field == evidence.field; };
    if (std::any_of(finding.evidence.begin(), finding.evidence.end(), same)) continue;
    if (finding.evidence.size() >= kMostEvidence) break;
    evidence.label = LabelOfReading(context, reading, evidence.field);
    if (!reading.missing) evidence.value = CutTo(reading.value, kMostValueCells);
    evidence.yes_no = reading.field != nullptr && reading.field->type == FieldType::kBool;
    finding.evidence.push_back(std::move(evidence));
  }
  if (finding.outcome != Outcome::kIndeterminate) return;
  for (std::string& cause : why.causes) AddCause(context, std::move(cause), finding);
  if (why.error) {
    finding.missing.push_back("error:" + std::string(NameOf(why.error->id)));
    finding.message = Say(lang_, TextId::kCouldNotEvaluate, {Say(lang_, *why.error)});
    warnings_.push_back({context.first_rule + context.rule, *why.error});
  }
}

// Of a deadline: what it was counted from, then the arithmetic.
void CaseAuditor::ExplainCheck(Context& context, const CompiledRule& rule, Finding& finding) {
  if (rule.test != nullptr && rule.deadline == nullptr) Explain(context, *rule.test, finding);
  if (rule.deadline == nullptr) return;
  const std::vector<DeadlineJudge::Look> looks = judge_.looks();
  for (const DeadlineJudge::Look& look : looks) {
    if (look.row != nullptr) evaluator_.Bind(rule.deadline->variable, look.row);
    const size_t before = finding.evidence.size();
    Explain(context, *look.program, finding);
    // The finding stands where the step does.
    if (look.program != rule.deadline->to.get() || finding.evidence.size() == before) continue;
    finding.line = finding.evidence[before].line;
    if (finding.line != 0) finding.path = finding.evidence[before].field;
  }
  if (rule.test != nullptr) Explain(context, *rule.test, finding);
  // Of several elements that are undecided for one reason, the first one's arithmetic stands.
  const auto counted = [](const Evidence& known) { return known.field.starts_with("deadline."); };
  const bool shown = std::any_of(finding.evidence.begin(), finding.evidence.end(), counted);
  for (const DeadlineJudge::Step& step : judge_.Arithmetic()) {
    if (shown) break;
    finding.evidence.push_back({std::string(step.name), Say(lang_, step.label), step.value, 0});
  }
  if (finding.outcome != Outcome::kIndeterminate) return;
  finding.missing.insert(finding.missing.end(), judge_.causes().begin(), judge_.causes().end());
}

std::string CaseAuditor::LabelOfReading(const Context& context, const expr::Reading& reading,
                                        const std::string& path) const {
  constexpr std::string_view kParams = "params.";
  if (reading.slot != nullptr && reading.field != nullptr) return LabelOf(*reading.field, lang_);
  if (reading.slot != nullptr || !path.starts_with(kParams)) return path;
  return LabelOfParam(*context.pack.params_type, path.substr(kParams.size()), lang_);
}

void CaseAuditor::FinishFinding(const Context& context, const CompiledRule& rule,
                                const Slot* element, Finding& finding, size_t undecided_elements) {
  std::string list_path;
  std::string key;
  if (element != nullptr) {
    const RecordType* const type = expr::TypeOf(*rule.list).element->record;
    if (type != nullptr) key = KeyOf(element, *type, list_path);
  }
  for (const Law* const law : rule.basis) {
    const std::optional<Date>& day = context.days[rule.law_date];
    const LawVersion* const version = law == nullptr || !day ? nullptr : law->VersionOn(*day);
    finding.basis_versions.push_back(version == nullptr ? std::nullopt : version->adopted);
  }
  finding.fingerprint = Fingerprint(*rule.rule, list_path, key);
  for (const Evidence& evidence : finding.evidence) {
    if (finding.line != 0) break;
    if (evidence.line == 0) continue;
    finding.line = evidence.line;
    finding.path = evidence.field;
    break;
  }
  if (finding.outcome == Outcome::kFailed) {
    for (const MessagePiece& piece : rule.message) {
      if (piece.program == nullptr) {
        finding.message += piece.text;
      } else {
        finding.message +=
            evaluator_.TextOf(*piece.program, lang_).value_or(Say(lang_, TextId::kNotStated));
      }
    }
    return;
  }
  std::sort(finding.missing.begin(), finding.missing.end());
  finding.missing.erase(std::unique(finding.missing.begin(), finding.missing.end()),
                        finding.missing.end());
  if (!finding.message.empty()) return;  // an error speaks for itself
  finding.message = WhyUndecided(model_, context.pack.params_type.get(), finding.missing,
                                 undecided_elements, lang_);
}

// A finding about elements shows which ones, whatever the expression read.
void CaseAuditor::AddKey(const CompiledRule& rule, const Slot* element, Finding& finding) const {
  const RecordType* const type = expr::TypeOf(*rule.list).element->record;
  const Field* const key = type == nullptr ? nullptr : KeyFieldOf(element, *type);
  if (key == nullptr || finding.evidence.size() >= kMostEvidence) return;
  const Slot& slot = element[key->slot];
  std::string path = record_->PathOf(&slot);
  const auto same = [&](const Evidence& known) { return known.field == path; };
  if (std::any_of(finding.evidence.begin(), finding.evidence.end(), same)) return;
  finding.evidence.push_back(
      {std::move(path), LabelOf(*key, lang_), FormatValue(model_, *key, slot), slot.line});
}

std::string CaseAuditor::KeyOf(const Slot* element, const RecordType& type,
                               std::string& list_path) const {
  const auto key_of = [&](const Slot* at) {
    const Field* const key = KeyFieldOf(at, type);
    return key == nullptr ? std::string() : FormatValue(model_, *key, at[key->slot]);
  };
  const std::string path = record_->PathOf(element);
  const size_t bracket = path.rfind('[');
  if (bracket == std::string::npos) return "";
  list_path = path.substr(0, bracket);
  const auto index = static_cast<ptrdiff_t>(std::stoul(path.substr(bracket + 1)));
  const std::string key = key_of(element);
  size_t ordinal = 0;
  for (ptrdiff_t back = 1; back <= index; ++back) {
    if (key_of(element - back * type.slots) == key) ++ordinal;
  }
  return key + '#' + std::to_string(ordinal);
}

std::string CaseAuditor::Fingerprint(const Rule& rule, std::string_view list_path,
                                     std::string_view key) const {
  std::string text = rule.id + '\n' + case_key_ + '\n';
  text.append(list_path).push_back('\n');
  text.append(key).push_back('\n');
  return Sha256Hex(text).substr(0, kFingerprintDigits);
}

void CaseAuditor::AddDataFindings(CaseResult& result) {
  for (const ValueProblem& problem : record_->problems()) {
    Finding& finding = result.findings.emplace_back();
    finding.rule = &rules_.data_value_rule();
    finding.outcome = Outcome::kFailed;
    finding.message = WhyNotRead(problem, lang_);
    finding.line = problem.line;
    finding.path = problem.path;
    finding.evidence.push_back(
        {problem.path, LabelOf(*problem.field, lang_), problem.value, problem.line});
    finding.fingerprint = Fingerprint(*finding.rule, problem.path, "");
  }
}

}  // namespace anjuan
