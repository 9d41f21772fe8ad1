// Text as a comment on a merge request can hold it.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

// On one line, for a paragraph or a cell of a table; it stands for itself: whatever is special is a
// reference (&#124;), a line end <br>, what a terminal would obey U+FFFD. Sites look for names,
// issues and addresses in the text that comes of it: behind each mark of one stands U+200B (@
// name).
std::string ForMarkdown(std::string_view text);

}  // namespace anjuan
