// What the input method meant: full-width characters where ASCII ones belong.
#pragma once

#include <string_view>

namespace anjuan::expr {

// The ASCII character to write instead, "" where the character is no such slip.
std::string_view MeantBy(char32_t code_point);

// Full-width letters and digits: reported once a word.
bool IsFullwidthWord(char32_t code_point);

bool IsCurlyQuote(char32_t code_point);

}  // namespace anjuan::expr
