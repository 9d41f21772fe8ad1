#include "expr/random_trial.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace anjuan::expr {

uint64_t Seed(uint64_t usual) {
  const char* const other = std::getenv("ANJUAN_SEED");
  return other == nullptr ? usual : usual + std::strtoull(other, nullptr, 10);
}

std::vector<const Function*> RandomFunctions() {
  std::vector<const Function*> functions;
  for (const Function& function : AllFunctions()) {
    functions.push_back(&function);
  }
  return functions;
}

RandomTrial::RandomTrial(std::string expression, const Model& model) : text(std::move(expression)) {
  const ExprText written = TextOfFile(text);
  DiagnosticSink sink;
  ast = Parse(written, sink);
  if (ast != nullptr) {
    program = Compile(*ast, written.source, Scope(model), Wanted::kBool, sink);
  }
  for (const Diagnostic& diagnostic : sink.diagnostics()) {
    const TextId id = diagnostic.message.id;
    const bool expected = diagnostic.level == DiagnosticLevel::kWarning ||
                          id == TextId::kExprAlwaysError || id == TextId::kExprTooCostly ||
                          id == TextId::kExprBadPattern;
    if (!expected) FAIL_CHECK(text << "\n" << Format(sink, Lang::kEnglish));
  }
}

}  // namespace anjuan::expr
