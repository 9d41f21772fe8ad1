// One text as a field of CSV (RFC 4180), quotes included.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

// As it is, for a program.
std::string CsvRaw(std::string_view text);

// For a person, who will open it as a spreadsheet: a text that would be taken for a formula has a '
// before it (it begins with = + - @ or their full-width forms, a tab or a line end, spaces and
// quotes before it passed over); what a terminal would obey is U+FFFD; what no cell can hold is cut
// off with an …
std::string CsvCell(std::string_view text);

}  // namespace anjuan
