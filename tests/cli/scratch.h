// A folder of its own for one test, gone when the test ends.
#pragma once

#include <string>

namespace anjuan::cli {

class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::string& folder() const { return folder_; }
  std::string Path(const std::string& name) const { return folder_ + '/' + name; }

  // A new folder inside; its path.
  std::string AddFolder(const std::string& name) const;

 private:
  std::string folder_;
};

}  // namespace anjuan::cli
