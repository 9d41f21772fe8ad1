#include "intake/gb18030.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "intake/encoded.h"

using namespace anjuan;

namespace {

struct Result {
  std::string text;
  size_t consumed;
  bool bad;
  bool cut;
};

Result Decode(std::string_view bytes) {
  std::string out(bytes.size() * 2 + 4, '\0');
  const DecodedBytes decoded = DecodeGb18030(bytes, out.data());
  out.resize(decoded.written);
  return {out, decoded.consumed, decoded.bad, decoded.cut};
}

}  // namespace

TEST_CASE("every Unicode character that GB18030 has comes back as it went") {
  // Of private use, and without a code since theirs stand for characters Unicode has got.
  const std::u32string without =
      U"\uE78D\uE78E\uE78F\uE790\uE791\uE792\uE793\uE794\uE795\uE796\uE816\uE817\uE818\uE81E\uE826"
      U"\uE82B\uE82C\uE831\uE832\uE83B\uE843\uE854\uE855\uE864";
  std::string all;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    if (without.find(c) == std::u32string::npos) AppendUtf8(c, all);
  }
  const Result result = Decode(Encoded("GB18030", all));
  CHECK_FALSE(result.bad);
  CHECK_FALSE(result.cut);
  CHECK((result.text == all));
}

TEST_CASE("bytes that are no character stop the decoding where they stand") {
  struct Row {
    const char* name;
    std::string bytes;
    size_t consumed;
    bool bad;
    bool cut;
  };
  const Row rows[] = {
      {"80", "a\x80", 1, true, false},
      {"FF", "a\xFF", 1, true, false},
      {"no trail", "a\xB0 ", 1, true, false},
      {"7F is no trail", "\xB0\x7F", 0, true, false},
      {"FF is no trail", "\xB0\xFF", 0, true, false},
      {"a lead alone", "a\xB0", 1, false, true},
      {"two of four", "\x81\x30", 0, false, true},
      {"three of four", "\x81\x30\x81", 0, false, true},
      {"four", "\x81\x30\x81\x30", 4, false, false},
      {"no third", std::string("\x81\x30\x30", 3), 0, true, false},
      {"no fourth", "\x81\x30\x81\x40", 0, true, false},
      {"between the planes", "\x85\x30\x81\x30", 0, true, false},
      {"the last character", "\xE3\x32\x9A\x35", 4, false, false},
      {"past the last character", "\xE3\x32\x9A\x36", 0, true, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Result result = Decode(row.bytes);
    CHECK(result.consumed == row.consumed);
    CHECK(result.bad == row.bad);
    CHECK(result.cut == row.cut);
  }
}
