// Text of others inside a page.
//
// Never lets through: a character that HTML gives a meaning, in content or in a quoted attribute;
//        by PageText, what ForTerminal does not show (controls, marks that turn the direction of
//        writing, malformed UTF-8).
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

std::string EscapeHtml(std::string_view text);

// On one line: a line end comes out as a space.
std::string OneLine(std::string_view text);

std::string PageText(std::string_view text);

// The same in a run of other text, so that its direction of writing stays its own. At most
// `cells` of it, what is cut off shown as one …
std::string Bdi(std::string_view text, size_t cells = 400);

// An id for what `text` names: its digest behind a letter. A page has no other ids but its own.
std::string IdOf(char kind, std::string_view text);

}  // namespace anjuan
