// A folder of our own in the system's place for temporary files, for libraries that write to a
// path alone. Nobody else may look into it; it goes with everything in it.
#pragma once

#include <optional>
#include <string>

#include "base/unfinished.h"

namespace anjuan {

class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  bool ok() const { return !path_.empty(); }
  const std::string& path() const { return path_; }
  std::string PathOf(const std::string& name) const { return path_ + '/' + name; }

 private:
  std::string path_;
  std::optional<Unfinished> folder_;
};

}  // namespace anjuan
