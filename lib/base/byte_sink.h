// Where bytes go: standard output, or a file that appears whole or not at all.
//
// A closed pipe is not an error: Write gives kClosed and the caller stops quietly.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan {

enum class Written { kAll, kClosed };

class ByteSink {
 public:
  virtual ~ByteSink() = default;

  virtual Result<Written> Write(std::string_view bytes) = 0;
  // Makes the bytes stay; a file that is not committed leaves no trace. `check` is given the path
  // that the bytes stand at for now; a text it gives back is what is wrong with them.
  using Check = std::string (*)(const std::string& path);
  virtual Result<Written> Commit(Check check = nullptr) = 0;
};

// An open descriptor that the sink does not close. SIGPIPE must be ignored.
std::unique_ptr<ByteSink> SinkTo(int descriptor);

// `path` keeps its old content until Commit: bytes go to a temporary name in the same folder,
// which Commit syncs and renames. A link stays one; a device or a pipe is written in place.
Result<std::unique_ptr<ByteSink>> SinkToFile(const std::string& path);

}  // namespace anjuan
