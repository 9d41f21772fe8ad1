#include "intake/utf8_scan.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080u;

// Eight bytes, the first lowest.
uint64_t LoadEight(const unsigned char* from) {
  uint64_t word;
  std::memcpy(&word, from, 8);
  return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

// The lowest three bytes are a character, as all common Chinese ones are: 1110xxxx 10xxxxxx
// 10xxxxxx, neither overlong nor a surrogate.
bool IsThree(uint64_t word) {
  const uint64_t top = word & 0x200Fu;
  return (word & 0xC0C0F0u) == 0x8080E0u && top != 0 && top != 0x200Du;
}

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
    while (size - i >= 8) {
      const uint64_t word = LoadEight(bytes + i);
      const uint64_t high = word & kHighBits;
      if (high == 0) {
        i += 8;
      } else if ((high & 0xFF) == 0) {
        i += static_cast<size_t>(std::countr_zero(high)) / 8;
      } else if (IsThree(word)) {
        i += IsThree(word >> 24) ? 6 : 3;
      } else {
        break;
      }
    }
    if (i == size) break;
    const CodePoint c = DecodeAt(text, i);
    if (!c.valid) return {i, IsBeginning(text.substr(i))};
    i += static_cast<size_t>(c.length);
  }
  return {size, false};
}

}  // namespace anjuan
