// A random expression, parsed and compiled.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "expr/functions.h"
#include "expr/random_record.h"
#include "expr/trial.h"

namespace anjuan::expr {

inline constexpr Date kTrialDay{20'150};
#ifdef __SANITIZE_ADDRESS__
inline constexpr size_t kRandomTrials = 10'000;  // each takes ten times as long
#else
inline constexpr size_t kRandomTrials = 100'000;
#endif

// What a test seeds its numbers with; ANJUAN_SEED=n gives others.
uint64_t Seed(uint64_t usual);

std::vector<const Function*> RandomFunctions();  // all there are

struct RandomTrial {
  // Fails the test where the expression is refused for another reason than that some part of it is
  // always an error, costs too much, or holds a pattern that is none.
  RandomTrial(std::string expression, const Model& model);

  std::string text;
  AstPtr ast;
  std::shared_ptr<const Program> program;
};

}  // namespace anjuan::expr
