// Why an input, or a part of it, could not be audited.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/text.h"

namespace anjuan {

// `name` in machine output is NameOf(problem).
enum class InputProblem : uint8_t {
  kNotFound,
  kUnreadable,
  kNotAFile,
  kTooLarge,
  kEmpty,
  kMalformed,  // not well-formed, cut off, too deep, not a case file at all
  kEncoding,   // bytes that are not in the encoding the file names
  kDoctype,
  kUnknownName,  // an element or attribute the model does not know; the file is audited
  kNoPack,       // no pack applies
};

std::string_view NameOf(InputProblem problem);  // malformed, unknown-name …

struct InputFinding {
  std::string file;
  InputProblem problem = InputProblem::kMalformed;
  uint32_t line = 0;  // 0: no place
  Text message;

  // A finding of the file's reading that leaves its cases audited.
  bool audited() const { return problem == InputProblem::kUnknownName; }
};

// What a failed look at a file comes to, without its name. `limit`: the bytes a file may have.
InputFinding FindingOf(const Error& error, uint64_t limit = 0);

}  // namespace anjuan
