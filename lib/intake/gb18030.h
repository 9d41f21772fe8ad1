// GB18030, and with it GBK and GB2312, as UTF-8.
//
// Shape: one, two or four bytes a character. The table is made from the system's own converter
//        when it is first needed, then shared by all threads and read only.
// Never: skips or replaces what is no character; the caller is told where it stands.
#pragma once

#include <cstddef>
#include <string_view>

namespace anjuan {

struct DecodedBytes {
  size_t consumed = 0;  // bytes of whole characters
  size_t written = 0;
  bool bad = false;  // the next bytes are no character
  bool cut = false;  // the next bytes are the beginning of one
};

// UTF-8 of `bytes` into `out`, which has room for bytes.size() * 2 + 4 bytes: a few characters of
// two bytes take four.
DecodedBytes DecodeGb18030(std::string_view bytes, char* out);

// False where the system has no converter to make the table from.
bool HaveGb18030();

}  // namespace anjuan
