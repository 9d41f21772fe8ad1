// The papers that the steps of a made-up case leave in its file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "invented_case.h"

struct Paper {
  std::string_view kind;
  std::string title, number;
  Day date;
  int pages = 1;
  std::string sealed;  // blank: a paper that needs no seal
};

// In order of their dates.
std::vector<Paper> PapersOf(const Case& it, Random& random);
