// SHA-256, for fingerprints of findings and digests of packs. Not for secrets.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

std::string Sha256Hex(std::string_view bytes);  // 64 lower-case digits

}  // namespace anjuan
