// By itself: it counts every allocation of the program.
#include <doctest/doctest.h>

#include <cstdlib>
#include <new>

#include "expr/examples.h"
#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {
size_t allocations = 0;

void* Allocate(size_t size) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
}  // namespace

void* operator new(size_t size) {
  if (void* const piece = Allocate(size)) return piece;
  throw std::bad_alloc();
}
void* operator new(size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
void operator delete(void* piece) noexcept { std::free(piece); }
void operator delete(void* piece, size_t) noexcept { std::free(piece); }
void operator delete(void* piece, const std::nothrow_t&) noexcept { std::free(piece); }

TEST_CASE("Test allocates nothing once it is warm") {
  const Scope scope(ExampleModel());
  std::vector<std::shared_ptr<const Program>> programs;
  for (const Example& example : kExamples) programs.push_back(Compiled(example.expression, scope));
  Evaluator evaluator(ExampleModel());
  evaluator.SetCalendar(ExampleCalendar());
  for (const Record* record : {&FileA(), &FileB(), &FileC()}) {
    evaluator.SetRecord(record);
    for (const auto& program : programs) evaluator.Test(*program);
    for (size_t i = 0; i < programs.size(); ++i) {
      CAPTURE(kExamples[i].number);
      const size_t before = allocations;
      evaluator.Test(*programs[i]);
      CHECK(allocations - before == 0);
    }
  }
}
