// A finding that somebody answers for (豁免): it stays visible and takes no points.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "value/date.h"

namespace anjuan {

// Holds for a finding that every part given agrees with: rule, file, fingerprint ("": not given).
struct Waiver {
  std::string rule;
  std::string file;
  std::string fingerprint;
  std::string reason;
  std::string approver;
  std::optional<Date> until;  // its last day
  uint32_t line = 0;          // of the waivers file
};

}  // namespace anjuan
