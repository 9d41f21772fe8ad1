// How fast rule expressions run, and how fast they load: ten of the worked examples on the complete
// file, one thread.
//
//   build/release/tests/bench/expr_bench [seconds an expression, 0.3]
//
// Beside each stands a loop that does no more than read, once, every slot of the fields that the
// expression reads: what the same answer costs at the very least.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "expr/examples.h"
#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

constexpr int kNumbers[] = {1, 3, 4, 5, 7, 9, 11, 12, 13, 14};
constexpr int kLookups[] = {10, 13};  // of documents by their kind
constexpr size_t kBatch = 1'000;

volatile int64_t sink;

// Runs `work` in batches for so long; gives seconds a run.
template <typename Work>
double Measure(double seconds, Work work) {
  for (size_t i = 0; i < kBatch; ++i) work();
  const std::clock_t start = std::clock();  // of this process, whatever else the machine does
  size_t runs = 0;
  double passed = 0;
  do {
    for (size_t i = 0; i < kBatch; ++i) work();
    runs += kBatch;
    passed = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  } while (passed < seconds);
  return passed / static_cast<double>(runs);
}

// The slots of some fields of one record, and nothing else of it.
class FieldReader {
 public:
  FieldReader(const Program& program, const Record& record) : root_(record.root()) {
    const Model& model = record.model();
    for (const std::string& path : ReadPaths(program)) {
      std::string plain = path;
      for (size_t at = plain.find("[]"); at != std::string::npos; at = plain.find("[]")) {
        plain.erase(at, 2);
      }
      const Field& field = *model.FindPath(plain);
      const Field* const list = field.owner->self;
      const int offset = model.RootOffset(field);
      if (offset >= 0) {
        places_.push_back({static_cast<size_t>(offset), 0, 0});
      } else {
        places_.push_back({static_cast<size_t>(model.RootOffset(*list)),
                           static_cast<size_t>(list->record->slots),
                           static_cast<size_t>(field.slot)});
      }
    }
  }

  int64_t Read() const {
    int64_t sum = 0;
    for (const Place& place : places_) {
      const Slot& slot = root_[place.offset];
      if (place.stride == 0) {
        sum += slot.number + static_cast<int64_t>(slot.state);
        continue;
      }
      for (size_t i = 0; i < slot.size; ++i) {
        const Slot& item = slot.items[i * place.stride + place.slot];
        sum += item.number + static_cast<int64_t>(item.state);
      }
    }
    return sum;
  }

 private:
  struct Place {
    size_t offset;
    size_t stride;  // of a list's elements; 0: no list
    size_t slot;
  };
  const Slot* root_;
  std::vector<Place> places_;
};

const Example* Find(int number) {
  for (const Example& example : kExamples) {
    if (example.number == number) return &example;
  }
  return nullptr;  // not among the examples yet
}

struct Speeds {
  double run = 0;  // seconds
  double read = 0;
  double load = 0;
};

Speeds SpeedsOf(const Example& example, double seconds) {
  const Scope scope(ExampleModel());
  const auto program = Compiled(example.expression, scope);
  Evaluator evaluator(ExampleModel());
  evaluator.SetRecord(&FileA());
  evaluator.SetCalendar(ExampleCalendar());
  Speeds speeds;
  speeds.run = Measure(seconds, [&] { sink = static_cast<int64_t>(evaluator.Test(*program)); });
  const FieldReader reader(*program, FileA());
  speeds.read = Measure(seconds / 3, [&] { sink = reader.Read(); });
  const ExprText text = TextOfFile(example.expression);
  speeds.load = Measure(seconds / 3, [&] {
    DiagnosticSink diagnostics;
    const AstPtr ast = Parse(text, diagnostics);
    sink = Compile(*ast, text.source, scope, Wanted::kBool, diagnostics) != nullptr;
  });
  return speeds;
}

}  // namespace

int main(int argc, char** argv) {
  // The examples come with checks of their own.
  doctest::Context checks;
  checks.setAsDefaultForAssertsOutOfTestCases();
  checks.setAssertHandler([](const doctest::AssertData&) { std::abort(); });
  const double seconds = argc > 1 ? std::atof(argv[1]) : 0.3;
  std::printf("%3s %14s %12s %10s %12s\n", "no.", "evaluations/s", "ns each", "x reading",
              "load us");
  double rate = 0;
  double load = 0;
  int count = 0;
  const auto print = [&](int number) {
    const Example* const example = Find(number);
    if (example == nullptr) return Speeds{};
    const Speeds speeds = SpeedsOf(*example, seconds);
    std::printf("%3d %14.0f %12.1f %10.1f %12.2f\n", number, 1 / speeds.run, speeds.run * 1e9,
                speeds.run / speeds.read, speeds.load * 1e6);
    return speeds;
  };
  double time = 0;
  for (const int number : kNumbers) {
    const Speeds speeds = print(number);
    if (speeds.run == 0) continue;
    rate += 1 / speeds.run;
    time += speeds.run;
    load += speeds.load;
    ++count;
  }
  std::printf("mean of %d: %.2f million/s (%.2f million/s by the mean time), load %.2f us\n", count,
              rate / count / 1e6, count / time / 1e6, load / count * 1e6);
  std::printf("lookups of documents by kind:\n");
  for (const int number : kLookups) print(number);
  return 0;
}
