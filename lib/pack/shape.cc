#include "pack/shape.h"

#include <algorithm>
#include <cassert>

namespace anjuan {

yaml::MapReader::Need NeedOf(std::span<const KeyShape> keys, std::string_view key) {
  const auto row = std::find_if(keys.begin(), keys.end(),
                                [&](const KeyShape& known) { return known.key == key; });
  assert(row != keys.end());
  const bool needed = row != keys.end() && row->need == KeyShape::kNeeded;
  return needed ? yaml::MapReader::kNeeded : yaml::MapReader::kOptional;
}

}  // namespace anjuan
