// What must hold for every input; where it does not, the input is a finding for the fuzzer.
#pragma once

#include <cstdlib>

namespace anjuan {

inline void Claim(bool holds) {
  if (!holds) std::abort();
}

}  // namespace anjuan
