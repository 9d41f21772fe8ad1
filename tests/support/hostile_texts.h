// Texts that do something where a report forgets to escape them: each may stand in any free text of
// a case file, a rule or a file name.
//
// Shape: well-formed UTF-8 without U+0000, but for kStrayBytes, which only a file name can hold.
#pragma once

#include <span>
#include <string_view>

namespace anjuan {

struct HostileText {
  const char* name;
  std::string_view text;
};

std::span<const HostileText> HostileTexts();

inline constexpr std::string_view kStrayBytes = "a\xFF\xC0\xAF\xED\xA0\x80z";

}  // namespace anjuan
