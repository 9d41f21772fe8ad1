// One expression tried out: parsed, compiled and run over a record that stands in the test.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "expr/evaluator.h"
#include "expr/program.h"
#include "model/record_builder.h"

namespace anjuan::expr {

// The text as a file of its own, named rule.yaml.
ExprText TextOfFile(std::string_view expression);

// Null where it is no expression.
AstPtr ParseTrial(std::string_view expression, DiagnosticSink& sink);
std::shared_ptr<const Program> CompileTrial(std::string_view expression, const Scope& scope,
                                            Wanted wanted, DiagnosticSink& sink);

// Fails the test with the diagnostics where the expression is wrong.
std::shared_ptr<const Program> Compiled(std::string_view expression, const Scope& scope,
                                        Wanted wanted = Wanted::kBool);

// Every diagnostic as printed, or "" where there is none.
std::string MistakesIn(std::string_view expression, const Scope& scope, Lang lang = Lang::kEnglish,
                       Wanted wanted = Wanted::kBool);

// The model of the examples: a few fields of each shape.
const Model& ExampleModel();

// A record of that model. The text is YAML: entities are maps, lists are lists, '' is blank and
// what is not named is missing; `open` names lists that may have more elements.
class TrialRecord {
 public:
  TrialRecord(const Model& model, std::string_view yaml, const std::vector<std::string>& open = {},
              bool complete = false);
  const Record& record() const { return record_; }

 private:
  static Projection Everything(const Model& model);

  Projection projection_;
  Record record_;
  RecordBuilder builder_;
};

// The files A (complete), B (complete, defective) and C (incomplete) of the worked examples.
const Record& FileA();
const Record& FileB();
const Record& FileC();

// 2024 with its National Day and 2025 with its Labour Day, each with a day made up; no other year.
const WorkdayCalendar& ExampleCalendar();

// "T", "F", "U path path" or "E id".
std::string ResultOf(const Explanation& why);
std::string ResultOf(std::string_view expression, const Record& record);

}  // namespace anjuan::expr
