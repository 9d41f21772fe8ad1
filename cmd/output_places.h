// Where the reports of a run go, so that none replaces what the run reads, or another of them.
#pragma once

#include <string>
#include <vector>

#include "cmd/options.h"

namespace anjuan {

class OutputPlaces {
 public:
  explicit OutputPlaces(const std::vector<OutputChoice>& outputs);

  // The first output that two reports would go to, or that is one of `read`; "" where there is
  // none. A device may take several.
  std::string Clash(const std::vector<std::string>& read) const;
  // Whether a report goes to this file.
  bool Has(const std::string& path) const;

 private:
  struct Place {
    std::string written;  // as the user wrote it
    std::string path;     // links followed
    std::string name;     // its last part
  };
  std::vector<Place> places_;
};

}  // namespace anjuan
