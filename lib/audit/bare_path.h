// The name of a file without what says nothing: "./" in front.
#pragma once

#include <string_view>

namespace anjuan {

inline std::string_view BarePath(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  return path;
}

}  // namespace anjuan
