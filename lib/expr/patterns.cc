#include "expr/patterns.h"

#include <re2/re2.h>

namespace anjuan::expr {

PatternPtr CompilePattern(std::string_view pattern, std::string& error, int64_t most_bytes) {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(most_bytes);
  auto compiled =
      std::make_shared<const re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
  if (compiled->ok()) return compiled;
  error = compiled->error();
  return nullptr;
}

bool IsFound(std::string_view text, const re2::RE2& pattern) {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

}  // namespace anjuan::expr
