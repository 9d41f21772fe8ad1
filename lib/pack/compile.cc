#include <algorithm>
#include <unordered_map>

#include "base/suggest.h"
#include "pack/basis.h"
#include "pack/checks.h"
#include "pack/compile_deadline.h"
#include "pack/compiled_pack.h"
#include "pack/message.h"
#include "pack/params.h"
#include "pack/rule_plan.h"

namespace anjuan {
namespace {

// What the rules of the pack may name.
expr::Scope ScopeOf(const CompiledPack& pack, const Model& model) {
  expr::Scope scope(model);
  scope.params = pack.params_type.get();
  if (pack.law_functions != nullptr) scope.functions = pack.law_functions->all();
  scope.functions.push_back(&pack.families->says());
  scope.functions.push_back(&UnlistedMethod());
  return scope;
}

// The programs of a rule, but those of its message. On return `scope` holds the message's
// variables.
void CompilePlan(const RulePlan& plan, const SourcePtr& source, expr::Scope& scope,
                 DiagnosticSink& sink, CompiledRule& to) {
  const auto compile = [&](const expr::AstPtr& ast, expr::Wanted wanted) {
    return ast == nullptr ? nullptr : expr::Compile(*ast, source, scope, wanted, sink);
  };
  to.when = compile(plan.when, expr::Wanted::kBool);
  const CheckPlan& check = plan.check;
  if (check.test == nullptr && check.deadline == nullptr) return;  // it is no check
  if (check.list != nullptr) {
    to.list = compile(check.list, expr::Wanted::kList);
    if (to.list == nullptr) return;
    scope.variables.push_back({check.variable, *expr::TypeOf(*to.list).element});
    to.where = compile(check.where, expr::Wanted::kBool);
  }
  if (check.deadline != nullptr) {
    to.deadline = CompileDeadline(*check.deadline, source, scope, sink);
    to.test = compile(plan.cured_by, expr::Wanted::kBool);
    return;
  }
  to.test = compile(check.test, expr::Wanted::kBool);
}

class PackCompiler {
 public:
  PackCompiler(const Model& model, const CompiledPack* base, DiagnosticSink& sink)
      : model_(model), base_(base), sink_(sink) {}

  std::unique_ptr<CompiledPack> Compile(Pack pack, bool named) {
    const size_t errors_before = sink_.error_count();
    to_ = std::make_unique<CompiledPack>();
    to_->pack = std::move(pack);
    to_->named = named;
    if (base_ != nullptr && !SameFrame(base_->pack, to_->pack)) base_ = nullptr;
    if (base_ != nullptr) {
      to_->law_functions = base_->law_functions;
      to_->families = base_->families;
    } else {
      if (to_->pack.laws != nullptr) {
        to_->law_functions = std::make_shared<const LawFunctions>(*to_->pack.laws);
      }
      to_->families = std::make_shared<const TextFamilies>(to_->pack.families, sink_);
    }
    CompileParams(*to_, base_ != nullptr ? base_->params_type : nullptr, sink_);
    CompileApplies();
    if (base_ == nullptr) CheckMethods();
    CompileLawDates();
    if (base_ != nullptr) {
      for (const CompiledRule& rule : base_->rules) {
        inherited_.emplace(rule.rule->document.get(), &rule);
      }
    }
    for (const std::shared_ptr<const Rule>& rule : to_->pack.rules) CompileRule(rule);
    for (CompiledRule& rule : to_->rules) ResolveSubsumes(rule);
    if (sink_.error_count() != errors_before) return nullptr;
    return std::move(to_);
  }

 private:
  // What rules are compiled against is the same: names and types of parameters, phrases, methods,
  // days of law. Their values are not compiled in.
  static bool SameFrame(const Pack& a, const Pack& b) {
    const auto same = [](const auto& left, const auto& right, auto equal) {
      return std::equal(left.begin(), left.end(), right.begin(), right.end(), equal);
    };
    return a.laws == b.laws &&
           same(a.params, b.params,
                [](const Param& x, const Param& y) {
                  return x.name == y.name && x.type == y.type && x.label == y.label;
                }) &&
           same(
               a.families, b.families,
               [](const TextFamily& x, const TextFamily& y) { return x.patterns == y.patterns; }) &&
           same(
               a.methods, b.methods,
               [](const ServiceMethod& x, const ServiceMethod& y) { return x.proof == y.proof; }) &&
           same(a.law_dates, b.law_dates,
                [](const LawDate& x, const LawDate& y) { return x.expression == y.expression; });
  }

  expr::Scope PackScope() const { return ScopeOf(*to_, model_); }

  ProgramPtr CompileNode(const yaml::Node& node, const SourcePtr& source, const expr::Scope& scope,
                         expr::Wanted wanted) {
    const expr::AstPtr ast = ParseNode(source, node, sink_);
    return ast == nullptr ? nullptr : expr::Compile(*ast, source, scope, wanted, sink_);
  }

  void CompileApplies() {
    if (to_->pack.applies == nullptr) return;
    to_->applies =
        CompileNode(*to_->pack.applies, to_->pack.applies_source, PackScope(), expr::Wanted::kBool);
  }

  // Methods run inside the rules that ask for service; their mistakes are shown here, once, in the
  // file they stand in.
  void CheckMethods() {
    const DocumentLists& lists = model_.document_lists();
    for (const ServiceMethod& method : to_->pack.methods) {
      expr::Scope scope = PackScope();
      expr::Type row;
      row.kind = expr::TypeKind::kRecord;
      row.record = lists.deliveries->record;
      scope.variables.push_back({std::string(kServiceRow), std::move(row)});
      const expr::AstPtr named =
          expr::MakeBinary("==",
                           expr::MakeSelect(expr::MakeIdent(method.span, kServiceRow),
                                            model_.service_names().method),
                           expr::MakeString(method.span, method.name));
      (void)expr::Compile(*named, method.source, scope, expr::Wanted::kBool, sink_);
      (void)CompileNode(*method.proof, method.source, scope, expr::Wanted::kBool);
      if (method.served != nullptr) {
        (void)CompileNode(*method.served, method.source, scope, expr::Wanted::kDate);
      }
    }
  }

  void CompileLawDates() {
    to_->law_dates.push_back(nullptr);
    stages_.emplace_back();
    for (const LawDate& date : to_->pack.law_dates) {
      ProgramPtr program =
          CompileNode(*date.expression, date.source, expr::Scope(model_), expr::Wanted::kDate);
      if (date.stage.empty()) {
        to_->law_dates[0] = std::move(program);
      } else {
        to_->law_dates.push_back(std::move(program));
        stages_.push_back(date.stage);
      }
    }
  }

  void CompileRule(const std::shared_ptr<const Rule>& rule) {
    if (rule->check_node == nullptr) return;  // reported when it was read
    const auto inherited = inherited_.find(rule->document.get());
    if (inherited != inherited_.end()) {
      to_->rules.push_back(*inherited->second);
      to_->rules.back().rule = rule;
      to_->rules.back().subsumes.clear();
      return;
    }
    CompiledRule compiled;
    compiled.rule = rule;
    compiled.basis.resize(rule->basis.size());
    if (to_->pack.laws != nullptr) compiled.basis = CheckBasis(*rule, *to_->pack.laws, sink_);
    const auto stage = std::find(stages_.begin() + 1, stages_.end(), rule->stage);
    compiled.law_date = stage == stages_.end() ? 0 : static_cast<size_t>(stage - stages_.begin());

    expr::Scope scope = PackScope();
    const RulePlan plan = PlanRule(to_->pack, *rule, model_, sink_);
    CompilePlan(plan, rule->source(), scope, sink_, compiled);
    scope.in_message = true;
    if (rule->message != nullptr) {
      compiled.message =
          CompileMessage(*rule->message, rule->source(), scope, plan.check.outputs, sink_);
    }
    to_->rules.push_back(std::move(compiled));
  }

  void ResolveSubsumes(CompiledRule& rule) {
    for (const std::string& id : rule.rule->subsumes) {
      const auto it = std::find_if(to_->rules.begin(), to_->rules.end(),
                                   [&](const CompiledRule& r) { return r.rule->id == id; });
      if (it != to_->rules.end()) {
        rule.subsumes.push_back(static_cast<size_t>(it - to_->rules.begin()));
        continue;
      }
      std::vector<std::string_view> ids;
      for (const CompiledRule& other : to_->rules) ids.push_back(other.rule->id);
      Span span;
      for (const yaml::Node& item : rule.rule->document->root.Find("subsumes")->items()) {
        if (item.text() == id) span = item.span();
      }
      Diagnostic& error = sink_.Error(rule.rule->source(), span, TextId::kUnknownRule, {id});
      const std::vector<std::string> hints = Suggest(id, ids);
      if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
    }
  }

  const Model& model_;
  const CompiledPack* base_;
  DiagnosticSink& sink_;
  std::unordered_map<const yaml::Document*, const CompiledRule*> inherited_;
  std::unique_ptr<CompiledPack> to_;
  std::vector<std::string> stages_;  // stage of law_dates[i]
};

}  // namespace

RulePlan PlanRule(const Pack& pack, const Rule& rule, const Model& model, DiagnosticSink& sink) {
  RulePlan plan;
  if (rule.when != nullptr) plan.when = ParseNode(rule.source(), *rule.when, sink);
  if (!PlanCheck({pack, rule, model, sink}, plan.check)) {
    plan.check.test = nullptr;
    plan.check.deadline = nullptr;
  }
  if (plan.check.deadline != nullptr && rule.cured_by != nullptr) {
    plan.cured_by = ParseNode(rule.source(), *rule.cured_by, sink);
  }
  return plan;
}

std::optional<CompiledRule> CompileChanged(const CompiledPack& pack, const CompiledRule& rule,
                                           const RulePlan& plan, const Model& model) {
  DiagnosticSink sink;
  CompiledRule changed = rule;
  changed.when = changed.list = changed.where = changed.test = nullptr;
  changed.deadline = nullptr;
  expr::Scope scope = ScopeOf(pack, model);
  CompilePlan(plan, rule.rule->source(), scope, sink, changed);
  if (sink.has_errors()) return std::nullopt;
  return changed;
}

std::unique_ptr<CompiledPack> CompilePack(Pack pack, const Model& model, bool named,
                                          DiagnosticSink& sink, const CompiledPack* base) {
  return PackCompiler(model, base, sink).Compile(std::move(pack), named);
}

Pack PackOfRule(const CompiledPack& pack, const CompiledRule& rule) {
  Pack alone = pack.pack;
  alone.rules = {rule.rule};
  // Those subsumed, and what they subsume themselves.
  std::vector<const CompiledRule*> behind = {&rule};
  for (size_t i = 0; i < behind.size(); ++i) {
    for (const size_t subsumed : behind[i]->subsumes) {
      const CompiledRule* const other = &pack.rules[subsumed];
      if (std::find(behind.begin(), behind.end(), other) != behind.end()) continue;
      behind.push_back(other);
      alone.rules.push_back(other->rule);
    }
  }
  return alone;
}

std::vector<const expr::Program*> ProgramsOf(const CompiledRule& rule) {
  std::vector<const expr::Program*> programs;
  const auto add = [&](std::initializer_list<ProgramPtr> parts) {
    for (const ProgramPtr& part : parts) {
      if (part != nullptr) programs.push_back(part.get());
    }
  };
  add({rule.when, rule.list, rule.where, rule.test});
  if (rule.deadline == nullptr) return programs;
  const CompiledDeadline& deadline = *rule.deadline;
  add({deadline.from, deadline.to, deadline.has_to, deadline.period, deadline.open_case});
  for (const auto& rows : {deadline.excluding, deadline.extended_to}) {
    if (!rows) continue;
    add({rows->list, rows->has_first, rows->first, rows->has_last, rows->last, rows->proof});
  }
  return programs;
}

void AddReads(const CompiledPack& pack, const Model& model, Projection& projection) {
  const auto add = [&](const ProgramPtr& program) {
    if (program != nullptr) expr::AddReads(*program, projection);
  };
  add(pack.applies);
  for (const ProgramPtr& date : pack.law_dates) add(date);
  for (const CompiledRule& rule : pack.rules) {
    for (const expr::Program* const program : ProgramsOf(rule)) {
      expr::AddReads(*program, projection);
    }
    for (const MessagePiece& piece : rule.message) add(piece.program);
    if (rule.list == nullptr) continue;
    const RecordType* const element = expr::TypeOf(*rule.list).element->record;
    if (element == nullptr) continue;
    for (const Field& field : element->fields) {
      if (field.key_rank != Field::kNoKey) projection.Add(model, field);
    }
  }
}

}  // namespace anjuan
