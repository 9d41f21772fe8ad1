#include "report/content_policy.h"

#include <cstdint>

#include "base/digest.h"

namespace anjuan {
namespace {

uint32_t DigitOf(char hex) {
  return static_cast<uint32_t>(hex <= '9' ? hex - '0' : hex - 'a' + 10);
}

}  // namespace

// SHA-256 comes as hex; six bits of it are one digit of base 64.
std::string PolicyHash(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out = "'sha256-";
  uint32_t bits = 0;
  int count = 0;
  for (const char hex : Sha256Hex(text)) {
    bits = bits << 4 | DigitOf(hex);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    out += kDigits[bits >> count & 63];
  }
  out += kDigits[bits << (6 - count) & 63];  // 256 bits: four are left
  return out + "='";
}

}  // namespace anjuan
