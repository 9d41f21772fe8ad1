// Expressions of any bytes: no crash; what compiles can be run, over a record of every state as
// over one that says nothing; both passes of the evaluator agree; and what a record with gaps
// decides, the same record without them does not decide otherwise.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "expr/ast.h"
#include "expr/evaluator.h"
#include "expr/lint.h"
#include "expr/program.h"
#include "expr/trace.h"
#include "fuzz/claim.h"
#include "model/record_builder.h"
#include "support/small_model.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

Projection Everything(const Model& model) {
  Projection projection(model);
  projection.AddAll();
  return projection;
}

// One case, with all that is to be known of it or with gaps; or one of which every field is in
// another state.
class Case {
 public:
  explicit Case(const Model& model)
      : projection_(Everything(model)), record_(model), builder_(model, projection_, record_) {
    builder_.Begin();
    Set("case.number", "一");
    Set("case.title", "");
    Set("filing.approved_on", "2023年3月");
    Set("filing.applicants", "甲");
    Set("filing.applicants", "乙");
    MarkPartial("filing.applicants");
    Set("decision.date", "");
    Set("decision.court_months", "6");
    MarkPartial("parties");
    builder_.OpenEntity(record_.root(), *model.FindPath("agency"), 1)->state = State::kBlank;
    AddDocument("立案审批表", "2023年");
    AddDocument("行政处罚决定书", "2023-05-31");
    AddDocument("行政处罚决定书", "");
    AddDocument("自创文书", "2023-05-31");
    builder_.Finish();
  }

  Case(const Model& model, bool with_gaps)
      : projection_(Everything(model)),
        record_(model),
        builder_(model, projection_, record_),
        with_gaps_(with_gaps) {
    builder_.Begin();
    if (!with_gaps) builder_.SetComplete("是");
    Set("case.number", "六城罚立〔2023〕12号");
    if (!with_gaps) Set("case.procedure", "普通程序");
    if (!with_gaps) Set("filing.approved_on", "2023-03-02");
    Set("decision.date", "2023-05-31");
    Set("decision.sealed", "");
    AddDocument("立案审批表", "2023-03-02");
    if (!with_gaps) AddDocument("行政处罚告知书", "2023-05-04");
    AddDocument("行政处罚决定书", with_gaps ? "" : "2023-05-31");
    builder_.Finish();
  }

  const Record& record() const { return record_; }

 private:
  void Set(std::string_view path, std::string_view value) {
    const Field* const field = builder_.model().FindPath(path);
    Claim(field != nullptr);
    const Field* const entity = field->owner->self;
    builder_.SetScalar(builder_.OpenEntity(record_.root(), *entity, 1), *field, value, 1);
  }

  void MarkPartial(std::string_view path) {
    const Field& list = *builder_.model().FindPath(path);
    const Field* const entity = list.owner->self;
    Slot* const root = record_.root();
    builder_.MarkList(entity == nullptr ? root : root + entity->slot, list, true, 1);
  }

  void AddDocument(std::string_view kind, std::string_view date) {
    const Field& list = *builder_.model().FindPath("documents");
    builder_.MarkList(record_.root(), list, with_gaps_, 1);
    Slot* const element = builder_.AddElement(record_.root(), list, 1);
    builder_.SetScalar(element, *list.record->Find("kind"), kind, 1);
    if (!date.empty()) builder_.SetScalar(element, *list.record->Find("date"), date, 1);
  }

  Projection projection_;
  Record record_;
  RecordBuilder builder_;
  bool with_gaps_ = false;
};

struct Bench {
  std::unique_ptr<const Model> model = SmallModel();
  Case complete{*model, false};
  Case with_gaps{*model, true};
  Case every_state{*model};
  Record nothing{*model};
  WorkdayCalendar calendar{std::vector<WorkdayCalendar::Year>{{2025, {}, {}}}};
  Evaluator evaluator{*model};
};

bool IsDecided(Tri result) { return result == Tri::kTrue || result == Tri::kFalse; }

Tri Run(Bench& bench, const Record& record, const Program& program) {
  bench.evaluator.SetRecord(&record);
  bench.evaluator.SetToday(kLastDate);
  bench.evaluator.SetCalendar(bench.calendar);
  const Tri result = bench.evaluator.Test(program);
  const Explanation why = bench.evaluator.Explain(program);
  Claim(why.result == result);
  Claim(why.error.has_value() == (result == Tri::kError));
  Claim(why.causes.empty() == (result != Tri::kUnknown));
  Claim(bench.evaluator.Trace(program).front().state == result);
  return result;
}

// Text of no sense has a mistake in every character, and to print them all is most of the time.
void Print(const DiagnosticSink& sink) {
  if (sink.diagnostics().size() < 6) Format(sink, Lang::kEnglish);
}

bool OnlyNotBool(const DiagnosticSink& sink) {
  for (const Diagnostic& diagnostic : sink.diagnostics()) {
    const bool other = diagnostic.message.id != TextId::kExprNotBool;
    if (other && diagnostic.level == DiagnosticLevel::kError) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Bench bench;
  ExprText text;
  text.text = std::string(reinterpret_cast<const char*>(data), size);
  text.source = std::make_shared<Source>("fuzz.yaml", text.text);
  for (uint32_t i = 0; i <= size; ++i) text.offsets.push_back(i);

  DiagnosticSink sink;
  const AstPtr ast = Parse(text, sink);
  Claim((ast == nullptr) == sink.has_errors());
  if (ast == nullptr) Print(sink);
  if (ast != nullptr) {
    Dump(*ast);
    const Scope scope(*bench.model);
    const auto program = Compile(*ast, text.source, scope, Wanted::kBool, sink);
    Claim((program == nullptr) == sink.has_errors());
    Print(sink);
    if (program != nullptr) {
      Run(bench, bench.nothing, *program);
      Run(bench, bench.every_state.record(), *program);
      const Tri whole = Run(bench, bench.complete.record(), *program);
      const Tri gaps = Run(bench, bench.with_gaps.record(), *program);
      Claim(!IsDecided(gaps) || !IsDecided(whole) || whole == gaps);
      Projection reads(*bench.model);
      AddReads(*program, reads);
      ReadPaths(*program);
      Dump(*program);
      BareReads(*program, PresentWhenTrue(*program));
      const std::optional<bool> constant = ConstantOf(*program);
      Claim(!constant || whole == (*constant ? Tri::kTrue : Tri::kFalse));
    }
    // What is wrong whatever it is wanted for has been told.
    if (!OnlyNotBool(sink)) return 0;
    for (const Wanted wanted : {Wanted::kDate, Wanted::kList, Wanted::kScalar}) {
      DiagnosticSink other;
      const auto value = Compile(*ast, text.source, scope, wanted, other);
      Claim((value == nullptr) == other.has_errors());
      if (value == nullptr) continue;
      bench.evaluator.SetRecord(&bench.every_state.record());
      if (wanted == Wanted::kDate) bench.evaluator.DateOf(*value);
      if (wanted == Wanted::kList) bench.evaluator.ListOf(*value);
      if (wanted == Wanted::kList) bench.evaluator.Trace(*value);
      if (wanted == Wanted::kScalar) bench.evaluator.TextOf(*value, Lang::kChinese);
      bench.evaluator.Explain(*value);
    }
  }
  return 0;
}
