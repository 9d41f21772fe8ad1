#include "pack/compile_deadline.h"

namespace anjuan {
namespace {

constexpr std::string_view kRow = "期间_";  // no field can bear this name

class DeadlineCompiler {
 public:
  DeadlineCompiler(const SourcePtr& source, expr::Scope& scope, DiagnosticSink& sink)
      : source_(source), scope_(scope), names_(scope.model->deadline_names()), sink_(sink) {}

  std::unique_ptr<const CompiledDeadline> Compile(const DeadlinePlan& plan) {
    const size_t errors = sink_.error_count();
    auto to = std::make_unique<CompiledDeadline>();
    to->kind = plan.kind;
    to->rolls = plan.rolls;
    to->or_on = plan.or_on;
    to->from = Program(*plan.from, expr::Wanted::kDate);
    to->to = Program(*plan.to, expr::Wanted::kDate);
    if (plan.to->kind == expr::AstKind::kSelect) to->has_to = Has("has", expr::Clone(*plan.to));
    to->period = Program(*plan.period, expr::Wanted::kPeriod);
    to->variable = scope_.variables.size();
    if (plan.excluding != nullptr) {
      to->excluding = CompileRows(*plan.excluding, names_.began, names_.ended, names_.proof);
    }
    if (plan.extended_to != nullptr) {
      to->extended_to = CompileRows(*plan.extended_to, names_.approved, names_.extended_to, "");
    }
    to->open_case = OpenCase();
    scope_.variables.push_back({std::string(kRow), {}});
    to->first_output = scope_.variables.size();
    for (const char* const name : {"from", "to", "due"}) Output(name, expr::TypeKind::kDate);
    for (const char* const name : {"counted", "excluded", "allowed"}) {
      Output(name, expr::TypeKind::kInt);
    }
    return sink_.error_count() == errors ? std::move(to) : nullptr;
  }

 private:
  void Output(const char* name, expr::TypeKind kind) {
    expr::Type type;
    type.kind = kind;
    scope_.variables.push_back({name, type});
  }

  ProgramPtr Program(const expr::Ast& ast, expr::Wanted wanted) {
    return expr::Compile(ast, source_, scope_, wanted, sink_);
  }

  ProgramPtr Has(std::string_view macro, expr::AstPtr path) {
    return Program(*expr::MakeHas(macro, std::move(path)), expr::Wanted::kBool);
  }

  CompiledDeadline::Rows CompileRows(const expr::Ast& list, const std::string& first,
                                     const std::string& last, const std::string& proof) {
    CompiledDeadline::Rows rows;
    rows.list = Program(list, expr::Wanted::kList);
    if (rows.list == nullptr) return rows;
    const expr::Type& element = *expr::TypeOf(*rows.list).element;
    for (const std::string& name : {first, last}) {
      if (element.record == nullptr || element.record->Find(name) == nullptr) {
        sink_.Error(source_, list.span, TextId::kRowsLackField, {name});
        return rows;
      }
    }
    const auto field = [&](const std::string& name) {
      return expr::MakeSelect(expr::MakeIdent(list.span, kRow), name);
    };
    scope_.variables.push_back({std::string(kRow), element});
    rows.has_first = Has("has", field(first));
    rows.first = Program(*field(first), expr::Wanted::kDate);
    rows.has_last = Has("has", field(last));
    rows.last = Program(*field(last), expr::Wanted::kDate);
    if (!proof.empty() && element.record->Find(proof) != nullptr) {
      rows.proof = Has("filled", field(proof));
    }
    scope_.variables.pop_back();
    return rows;
  }

  // The model's own expression, so its mistakes are shown as its own.
  ProgramPtr OpenCase() {
    if (names_.open_case.empty()) return nullptr;
    const auto source = std::make_shared<const Source>(scope_.model->name(), names_.open_case);
    std::vector<uint32_t> offsets(names_.open_case.size() + 1);
    for (size_t i = 0; i < offsets.size(); ++i) offsets[i] = static_cast<uint32_t>(i);
    const expr::AstPtr ast = expr::Parse({source, names_.open_case, offsets}, sink_);
    return ast == nullptr ? nullptr
                          : expr::Compile(*ast, source, expr::Scope(*scope_.model),
                                          expr::Wanted::kBool, sink_);
  }

  const SourcePtr& source_;
  expr::Scope& scope_;
  const DeadlineNames& names_;
  DiagnosticSink& sink_;
};

}  // namespace

std::unique_ptr<const CompiledDeadline> CompileDeadline(const DeadlinePlan& plan,
                                                        const SourcePtr& source, expr::Scope& scope,
                                                        DiagnosticSink& sink) {
  return DeadlineCompiler(source, scope, sink).Compile(plan);
}

}  // namespace anjuan
