// What a zip file holds, entry by entry in the order of its directory. Nothing is unpacked to disk.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan {

struct ZipEvents {
  std::function<void(const std::string& name)> entry;
  std::function<void(std::string_view bytes)> data;  // of the entry before, in pieces
};

// Nothing where every entry reads back whole, its checksum right. Errors: kUnreadable, kInvalid.
std::optional<Error> ReadZip(const std::string& path, const ZipEvents& events);

}  // namespace anjuan
