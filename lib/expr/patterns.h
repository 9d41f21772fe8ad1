// Patterns of `matches`: RE2, UTF-8, case-sensitive, in bounded memory and linear time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "expr/limits.h"

namespace re2 {
class RE2;
}

namespace anjuan::expr {

using PatternPtr = std::shared_ptr<const re2::RE2>;

// Null where the pattern is malformed; then `error` says how, in RE2's words.
PatternPtr CompilePattern(std::string_view pattern, std::string& error,
                          int64_t most_bytes = kMaxPatternBytes);

// Somewhere in the text, not only at its ends.
bool IsFound(std::string_view text, const re2::RE2& pattern);

}  // namespace anjuan::expr
