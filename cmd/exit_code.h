// How the program ends. 2 goes before 3, 3 before 1.
#pragma once

namespace anjuan {

enum class ExitCode : int {
  kClean = 0,  // nothing at or above --fail-on
  kFindings = 1,
  kCouldNotRun = 2,  // usage, a pack that does not load, a report that cannot be written
  kUnaudited = 3,    // it ran, and some input could not be audited
};

}  // namespace anjuan
