// cel_conformance FILE: the conformance tests of CEL, one JSON object a line, run against the rule
// language.
//
// Law:   a test whose expression is inside the language must pass. Every other one is `outside`
//        for one thing that it holds and the language does not have (cel_outside.h), for lists of
//        `mixed-types`, or because it is run `unchecked`, as no rule ever is.
// Exits: 0 all passed, 1 some failed, 2 the file is no file of tests, 77 there is no such file.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "expr/cel_outside.h"
#include "expr/cel_tests.h"
#include "expr/cel_values.h"
#include "expr/evaluator.h"
#include "expr/functions.h"
#include "expr/program.h"
#include "expr/signature.h"
#include "support/small_model.h"

namespace anjuan::expr {
namespace {

constexpr int kSkipped = 77;

struct Verdict {
  enum Kind { kPassed, kFailed, kOutside } kind = kPassed;
  std::string why;  // what went wrong; what is outside
};

Verdict Failed(std::string why) { return {Verdict::kFailed, std::move(why)}; }
Verdict Outside(std::string_view thing) { return {Verdict::kOutside, std::string(thing)}; }

ExprText TextOfTest(const CelTest& test) {
  ExprText text;
  text.source = std::make_shared<const Source>(test.name, test.expr);
  text.text = test.expr;
  for (uint32_t i = 0; i <= test.expr.size(); ++i) text.offsets.push_back(i);
  return text;
}

bool HasError(const DiagnosticSink& sink, std::string_view id) {
  for (const Diagnostic& diagnostic : sink.diagnostics()) {
    if (diagnostic.level == DiagnosticLevel::kError && NameOf(diagnostic.message.id) == id) {
      return true;
    }
  }
  return false;
}

// Mistakes of types and names alone, as only a checker finds them.
bool IsOnlyUnchecked(const DiagnosticSink& sink) {
  constexpr std::string_view kOfChecker[] = {"no-overload", "not-bool", "unknown-name",
                                             "unknown-function", "bad-key-type"};
  for (const Diagnostic& diagnostic : sink.diagnostics()) {
    if (diagnostic.level != DiagnosticLevel::kError) continue;
    bool known = false;
    for (const std::string_view id : kOfChecker) known |= NameOf(diagnostic.message.id) == id;
    if (!known) return false;
  }
  return sink.has_errors();
}

Value NoAnswer(const Node&, Frame&) { return Value::Unknown(); }

class Trial {
 public:
  Trial(const Model& model, const CelTest& test) : test_(test), scope_(model), evaluator_(model) {}

  Verdict Run() {
    const std::string_view thing = ThingOutside(test_);
    if (!thing.empty()) return Outside(thing);
    for (const CelName& name : test_.names) {
      if (!Declare(name)) return Failed("cannot declare " + name.name);
    }
    const ExprText text = TextOfTest(test_);
    DiagnosticSink sink;
    const AstPtr ast = Parse(text, sink);
    // Inside a list, a value of any type is one that the evaluator gives.
    std::shared_ptr<const Program> list;
    if (ast != nullptr) list = Compile(*InList(*ast), text.source, scope_, Wanted::kList, sink);
    if (HasError(sink, "mixed-types")) return Outside("mixed-types");
    const bool shortened = HasError(sink, "unknown-name") && NeedsContainer(test_);
    if (shortened || HasError(sink, "leading-dot")) return Outside("left-out");
    if (list == nullptr) {
      if (test_.wants_error) return {};
      if (test_.unchecked && ast != nullptr && IsOnlyUnchecked(sink)) return Outside("unchecked");
      return Failed("does not load:\n" + Format(sink, Lang::kEnglish));
    }
    const Type& type = *TypeOf(*list).element;
    const std::string type_name = TypeAsWanted(type);
    if (!test_.wanted_type.empty() && type_name != test_.wanted_type) {
      return Failed("type " + type_name + ", want " + test_.wanted_type);
    }
    if (test_.check_only) return {};
    const ListView view = evaluator_.ListOf(*list);
    if (view.state == Tri::kError) return test_.wants_error ? Verdict{} : Failed("error");
    if (view.state != Tri::kTrue || view.elements.size() != 1) return Failed("no value");
    const Slot& value = *view.elements.front();
    if (test_.wants_error) return Failed(Shown(type, value) + ", want an error");
    if (!IsSame(*test_.wanted, type, value)) {
      return Failed(Shown(type, value) + ", want " + Shown(*test_.wanted));
    }
    return type.kind == TypeKind::kBool ? AsCondition(*ast, text.source) : Verdict{};
  }

 private:
  bool Declare(const CelName& name) {
    for (const std::string& signature : name.signatures) {
      // Tests with functions of their own want no more than a type.
      auto row = std::make_unique<FunctionRow>(FunctionRow{signature, &NoAnswer});
      functions_.push_back(std::make_unique<Function>(ParseSignature(*row)));
      scope_.functions.push_back(functions_.back().get());
      rows_.push_back(std::move(row));
    }
    if (!name.signatures.empty()) return test_.check_only;
    std::optional<Type> type = TypeNamed(name.type);
    if (!type) return false;
    Slot* const slot = arena_.AllocateArray<Slot>(1);
    *slot = name.value ? SlotOf(*name.value, arena_) : Slot{};
    evaluator_.Bind(scope_.variables.size(), slot);
    scope_.variables.push_back({name.name, std::move(*type)});
    return true;
  }

  // What is left open, as the element of [], CEL calls dyn.
  static std::string TypeAsWanted(const Type& type) {
    std::string name = NameOf(type);
    for (size_t at = name.find('?'); at != std::string::npos; at = name.find('?')) {
      name.replace(at, 1, "dyn");
    }
    return name;
  }

  static AstPtr InList(const Ast& ast) {
    auto list = std::make_unique<Ast>();
    list->kind = AstKind::kList;
    list->span = list->name_span = ast.span;
    list->children.push_back(Clone(ast));
    return list;
  }

  // A bool once more, as a rule runs it.
  Verdict AsCondition(const Ast& ast, const SourcePtr& source) {
    DiagnosticSink sink;
    const auto program = Compile(ast, source, scope_, Wanted::kBool, sink);
    if (program == nullptr) return Failed("as a condition:\n" + Format(sink, Lang::kEnglish));
    const Tri wanted = test_.wanted->text == "true" ? Tri::kTrue : Tri::kFalse;
    return evaluator_.Test(*program) == wanted ? Verdict{} : Failed("another value as a condition");
  }

  const CelTest& test_;
  Scope scope_;
  std::vector<std::unique_ptr<FunctionRow>> rows_;
  std::vector<std::unique_ptr<Function>> functions_;
  Evaluator evaluator_;
  Arena arena_;
};

struct Tally {
  int passed = 0;
  int failed = 0;
  int outside = 0;
  std::map<std::string, int> things;

  void Add(const Verdict& verdict) {
    passed += verdict.kind == Verdict::kPassed;
    failed += verdict.kind == Verdict::kFailed;
    outside += verdict.kind == Verdict::kOutside;
    if (verdict.kind == Verdict::kOutside) ++things[verdict.why];
  }

  std::string Line() const {
    std::string line = std::to_string(passed) + " passed, " + std::to_string(failed) + " failed, " +
                       std::to_string(outside) + " outside";
    for (const auto& [thing, count] : things) {
      line += (thing == things.begin()->first ? ": " : ", ") + thing + " " + std::to_string(count);
    }
    return line;
  }
};

int RunFile(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "no such file: %s\n", path);
    return kSkipped;
  }
  const std::string lines((std::istreambuf_iterator<char>(in)), {});
  std::string error;
  const std::optional<std::vector<CelTest>> tests = ReadCelTests(lines, error);
  if (!tests || tests->empty()) {
    std::fprintf(stderr, "%s: %s\n", path, tests ? "no tests" : error.c_str());
    return 2;
  }
  const std::unique_ptr<const Model> model = SmallModel();
  std::map<std::string, Tally> files;
  Tally all;
  for (const CelTest& test : *tests) {
    const Verdict verdict = Trial(*model, test).Run();
    files[test.file].Add(verdict);
    all.Add(verdict);
    if (verdict.kind != Verdict::kFailed) continue;
    std::printf("%s/%s/%s: %s\n  %s\n", test.file.c_str(), test.section.c_str(), test.name.c_str(),
                test.expr.c_str(), verdict.why.c_str());
  }
  for (const auto& [name, tally] : files)
    std::printf("%s: %s\n", name.c_str(), tally.Line().c_str());
  std::printf("all: %s\n", all.Line().c_str());
  std::printf("%d passed, %d failed, %d outside\n", all.passed, all.failed, all.outside);
  return all.failed > 0 ? 1 : 0;
}

}  // namespace
}  // namespace anjuan::expr

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: cel_conformance FILE\n", stderr);
    return 2;
  }
  return anjuan::expr::RunFile(argv[1]);
}
