// Text of others, made safe to show on a terminal.
//
// Never lets through: control characters (escape sequences among them), line and paragraph
//        separators, marks that turn the direction of writing or have no width, malformed UTF-8.
//        Each comes out as U+FFFD, a tab as one space.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

// What is shown in the place of a code point: itself, a space or U+FFFD.
char32_t ForTerminal(char32_t code_point);

// On one line: a line end is a control character too.
std::string ForTerminal(std::string_view text);

}  // namespace anjuan
