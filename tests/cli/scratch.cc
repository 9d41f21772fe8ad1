#include "cli/scratch.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <system_error>

namespace anjuan::cli {

Scratch::Scratch() : folder_(std::filesystem::temp_directory_path() / "anjuan-cli-XXXXXX") {
  REQUIRE(mkdtemp(folder_.data()) != nullptr);
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string Scratch::AddFolder(const std::string& name) const {
  std::string path = Path(name);
  REQUIRE(std::filesystem::create_directories(path));
  return path;
}

}  // namespace anjuan::cli
