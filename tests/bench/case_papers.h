// The papers that the steps of a made-up case leave in its file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "invented_case.h"

struct Signature {
  std::string_view role;
  std::string name;
};

struct Paper {
  std::string_view kind;
  std::string title, number;
  Day date;
  int pages = 1;
  std::string sealed;      // blank: a paper that needs no seal
  std::string party = {};  // of a paper that goes out to it
  std::vector<Signature> signatures = {};
};

// In order of their dates.
std::vector<Paper> PapersOf(const Case& it, Random& random);
