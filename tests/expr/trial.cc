#include "expr/trial.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "yaml/yaml.h"

namespace anjuan::expr {
namespace {

void FillRecord(const yaml::Node& node, const RecordType& type, Slot* record,
                RecordBuilder& builder);

void FillField(const yaml::Node& node, const Field& field, Slot* record, RecordBuilder& builder) {
  if (field.type == FieldType::kEntity) {
    Slot* const entity = builder.OpenEntity(record, field, 1);
    if (node.is_map()) FillRecord(node, *field.record, entity, builder);
    // x: '' says the entity is there and says nothing: blank.
    if (!node.is_map()) entity->state = State::kBlank;
  } else if (field.type == FieldType::kRecords) {
    builder.MarkList(record, field, false, 1);
    for (const yaml::Node& item : node.items()) {
      FillRecord(item, *field.record, builder.AddElement(record, field, 1), builder);
    }
  } else if (node.is_list()) {
    builder.MarkList(record, field, false, 1);
    for (const yaml::Node& item : node.items()) builder.SetScalar(record, field, item.text(), 1);
  } else {
    builder.SetScalar(record, field, node.text(), 1);
  }
}

void FillRecord(const yaml::Node& node, const RecordType& type, Slot* record,
                RecordBuilder& builder) {
  for (const yaml::Entry& entry : node.entries()) {
    const Field* const field = type.Find(entry.key);
    REQUIRE_MESSAGE(field != nullptr, entry.key);
    FillField(entry.value, *field, record, builder);
  }
}

}  // namespace

ExprText TextOfFile(std::string_view expression) {
  ExprText text;
  text.source = std::make_shared<const Source>("rule.yaml", std::string(expression));
  text.text = expression;
  for (uint32_t i = 0; i <= expression.size(); ++i) text.offsets.push_back(i);
  return text;
}

AstPtr ParseTrial(std::string_view expression, DiagnosticSink& sink) {
  return Parse(TextOfFile(expression), sink);
}

std::shared_ptr<const Program> CompileTrial(std::string_view expression, const Scope& scope,
                                            Wanted wanted, DiagnosticSink& sink) {
  const ExprText text = TextOfFile(expression);
  const AstPtr ast = Parse(text, sink);
  return ast == nullptr ? nullptr : Compile(*ast, text.source, scope, wanted, sink);
}

std::shared_ptr<const Program> Compiled(std::string_view expression, const Scope& scope,
                                        Wanted wanted) {
  DiagnosticSink sink;
  std::shared_ptr<const Program> program = CompileTrial(expression, scope, wanted, sink);
  REQUIRE_MESSAGE(program != nullptr, Format(sink, Lang::kEnglish));
  return program;
}

std::string MistakesIn(std::string_view expression, const Scope& scope, Lang lang, Wanted wanted) {
  DiagnosticSink sink;
  const std::shared_ptr<const Program> program = CompileTrial(expression, scope, wanted, sink);
  CHECK((program == nullptr) == sink.has_errors());
  return Format(sink, lang);
}

TrialRecord::TrialRecord(const Model& model, std::string_view text,
                         const std::vector<std::string>& open, bool complete)
    : projection_(Everything(model)), record_(model), builder_(model, projection_, record_) {
  DiagnosticSink sink;
  const std::optional<yaml::Document> document =
      yaml::Parse(std::make_shared<const Source>("case.yaml", std::string(text)), sink);
  REQUIRE_MESSAGE(document.has_value(), Format(sink, Lang::kEnglish));
  builder_.Begin();
  if (complete) builder_.SetComplete("true");
  FillRecord(document->root, model.root(), record_.root(), builder_);
  for (const std::string& name : open) {
    const Field* const field = model.FindPath(name);
    REQUIRE(field != nullptr);
    Slot* const owner = record_.root() + model.RootOffset(*field) - field->slot;
    builder_.MarkList(owner, *field, true, 1);
  }
  builder_.Finish();
}

Projection TrialRecord::Everything(const Model& model) {
  Projection projection(model);
  projection.AddAll();
  return projection;
}

const WorkdayCalendar& ExampleCalendar() {
  const auto days = [](int year, int month, int first, int last) {
    std::vector<Date> span;
    for (int day = first; day <= last; ++day) span.push_back(*MakeDate(year, month, day));
    return span;
  };
  static const WorkdayCalendar calendar({{2024, days(2024, 10, 1, 7), days(2024, 10, 12, 12)},
                                         {2025, days(2025, 5, 1, 5), days(2025, 4, 27, 27)}});
  return calendar;
}

std::string ResultOf(const Explanation& why) {
  std::string text(1, "FTUE"[static_cast<size_t>(why.result)]);
  for (const std::string& cause : why.causes) text += ' ' + cause;
  if (why.error) text += ' ' + std::string(NameOf(why.error->id));
  return text;
}

std::string ResultOf(std::string_view expression, const Record& record) {
  const std::shared_ptr<const Program> program = Compiled(expression, Scope(record.model()));
  Evaluator evaluator(record.model());
  evaluator.SetRecord(&record);
  evaluator.SetToday(*MakeDate(2025, 6, 1));
  evaluator.SetCalendar(ExampleCalendar());
  const Tri result = evaluator.Test(*program);
  const Explanation why = evaluator.Explain(*program);
  CHECK(why.result == result);
  return ResultOf(why);
}

}  // namespace anjuan::expr
