#include "intake/utf8_scan.h"

#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080u;

// A lead byte and fewer continuation bytes than it asks for.
bool IsBeginning(std::string_view rest) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(rest[i]); };
  const unsigned char lead = byte(0);
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || rest.size() >= length) return false;
  for (size_t i = 1; i < rest.size(); ++i) {
    if ((byte(i) & 0xC0) != 0x80) return false;
  }
  if (rest.size() < 2) return true;
  // The second byte alone tells overlong forms, surrogates and what lies past U+10FFFF.
  const unsigned char second = byte(1);
  return !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F) &&
         !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second > 0x8F);
}

}  // namespace

Utf8Scan ScanUtf8(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const size_t size = text.size();
  size_t i = 0;
  while (i < size) {
    if (bytes[i] < 0x80) {
      ++i;
      for (; size - i >= 8; i += 8) {
        uint64_t word;
        std::memcpy(&word, bytes + i, 8);
        if ((word & kHighBits) != 0) break;
      }
      continue;
    }
    // Three bytes, as all common Chinese characters: 1110xxxx 10xxxxxx 10xxxxxx, lowest byte first.
    while (size - i >= 3) {
      const uint32_t c = bytes[i] | static_cast<uint32_t>(bytes[i + 1]) << 8 |
                         static_cast<uint32_t>(bytes[i + 2]) << 16;
      const bool three = (c & 0xC0C0F0u) == 0x8080E0u;
      const uint32_t top = c & 0x200Fu;  // 0: overlong, 200D: a surrogate
      if (!three || top == 0 || top == 0x200Du) break;
      i += 3;
    }
    if (i == size || bytes[i] < 0x80) continue;
    const CodePoint c = DecodeAt(text, i);
    if (!c.valid) return {i, IsBeginning(text.substr(i))};
    i += static_cast<size_t>(c.length);
  }
  return {size, false};
}

}  // namespace anjuan
