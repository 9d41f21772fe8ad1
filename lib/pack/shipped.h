// The files of rules/ that are built into the program: models and packs.
#pragma once

#include <cstddef>
#include <string_view>

namespace anjuan {

struct ShippedFile {
  std::string_view path;  // packs/penalty/pack.yaml
  std::string_view text;
  std::string_view tree;  // yaml/known_trees.h
};

extern const ShippedFile kShippedFiles[];
extern const size_t kShippedFileCount;

}  // namespace anjuan
