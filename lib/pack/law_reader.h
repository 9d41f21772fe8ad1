// One file of rules/laws/ into laws: keys, shapes, days that follow one another.
#pragma once

#include <memory>
#include <vector>

#include "pack/law.h"
#include "yaml/yaml.h"

namespace anjuan {

struct Standard {
  std::string code;
  std::string name;
};

struct LawFile {
  std::vector<std::unique_ptr<Law>> laws;
  std::vector<Standard> standards;
};

// A file is one law (`name`), texts of which only the end is known (`repealed`), or review
// standards (`standards`). What has a mistake is left out; the sink says why.
LawFile ReadLawFile(const yaml::Document& document, DiagnosticSink& sink);

}  // namespace anjuan
