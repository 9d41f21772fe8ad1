// Bounds of one rule expression: packs come from outside.
//
// Law of the house: an expression past a bound is refused when its pack loads; what only a run can
// know (iterations, sizes) ends that evaluation with an error, never with a guess.
#pragma once

#include <cstddef>
#include <cstdint>

namespace anjuan::expr {

inline constexpr size_t kMaxLength = 16'384;           // code points of an expression
inline constexpr int kMaxDepth = 128;                  // nesting of the tree, and of brackets
inline constexpr size_t kMaxArguments = 64;            // of one call
inline constexpr size_t kMaxEntries = 1'024;           // of one list or map literal
inline constexpr int kMaxLoops = 4;                    // comprehensions inside one another
inline constexpr double kMaxCost = 20e6;               // static cost, in units
inline constexpr uint64_t kMaxIterations = 2'000'000;  // of one evaluation
inline constexpr size_t kMaxBytes = size_t{1} << 20;   // of a string that is built
inline constexpr size_t kMaxElements = 100'000;        // of a list that is built
inline constexpr int64_t kMaxPatternBytes = int64_t{1} << 20;  // of a compiled pattern

// What an estimate of cost takes. A text counts as a page at most: at the bounds of the model
// (200 000 characters) every loop that looks into the texts of a list would be refused.
inline constexpr double kDefaultItems = 2'000;      // of a list without a bound
inline constexpr double kPage = 4'096;              // bytes
inline constexpr double kCostOfCompiling = 10'000;  // a pattern that is not written out

}  // namespace anjuan::expr
