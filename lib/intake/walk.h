// The inputs a user named, as single files in a fixed order.
//
// Order: arguments as given; a folder's entries by byte order of their names, files and folders
//        together, depth first. A file named twice is taken twice only if given twice as argument.
// Takes: of a folder, names that end in .xml in any case (a later reader adds its own endings);
//        of the arguments, every file whatever its name. A directory named x.xml inside a folder
//        is a finding of its own and is then walked.
// Never: follows a folder into itself through a symbolic link.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_reader.h"
#include "intake/input_problem.h"

namespace anjuan {

// Paths side by side in one block of memory: a million files cost their names and little more.
class PathList {
 public:
  void Add(std::string_view path);
  size_t size() const { return ends_.size(); }
  std::string_view operator[](size_t i) const;

 private:
  std::string bytes_;
  std::vector<size_t> ends_;
};

struct WalkedInput {
  PathList files;
  struct Problem {
    size_t before;  // stands before files[before]
    InputFinding finding;
  };
  std::vector<Problem> problems;
};

// `leave_out`: files found in folders that are none of the input (reports of this very run).
WalkedInput Walk(const std::vector<std::string>& arguments, const FileReader& files,
                 const std::function<bool(const std::string& path)>& leave_out = nullptr);

}  // namespace anjuan
