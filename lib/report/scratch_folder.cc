#include "report/scratch_folder.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace anjuan {

ScratchFolder::ScratchFolder() {
  std::error_code error;
  const std::filesystem::path place = std::filesystem::temp_directory_path(error);
  if (error) return;
  std::string path = (place / "anjuan-XXXXXX").string();
  if (::mkdtemp(path.data()) == nullptr) return;
  path_ = path;
  folder_.emplace(path_);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (ok()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace anjuan
