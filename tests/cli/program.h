// Runs the built program and keeps what it said.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace anjuan::cli {

struct Ran {
  int exit = -1;  // the program's exit code; -1 where it did not end by itself
  std::string out;
  std::string err;
};

struct Surroundings {
  std::string folder = ANJUAN_SOURCES;             // working directory
  std::map<std::string, std::string> environment;  // on top of the test's own
  bool closed_output = false;                      // nobody reads standard output
};

// A program of the system; for those that it runs, the built program is first on the path.
Ran Run(const std::vector<std::string>& words, const Surroundings& surroundings = {});
Ran Anjuan(const std::vector<std::string>& arguments, const Surroundings& surroundings = {});

// A whole file, and a whole file to be; a failure fails the test.
std::string ReadFile(const std::string& path);
void WriteFile(const std::string& path, const std::string& bytes);

}  // namespace anjuan::cli
