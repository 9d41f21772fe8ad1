// Files and folders that are only there while the program works. A signal that ends the program
// (SIGINT, SIGTERM, SIGHUP) takes them along; SIGKILL leaves them.
#pragma once

#include <cstddef>
#include <string>

namespace anjuan {

// Notes `path` while it lives. Removing it in the ordinary course is the owner's. Where too many
// are noted at once the rest is not.
class Unfinished {
 public:
  explicit Unfinished(const std::string& path);
  ~Unfinished();
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

 private:
  size_t slot_;
};

// From now on those signals remove what is noted, then end the program as they would have.
void RemoveUnfinishedOnSignals();

}  // namespace anjuan
