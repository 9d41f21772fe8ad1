// Text as a comment on a merge request can hold it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anjuan {

// On one line, for a paragraph or a cell of a table; it stands for itself: whatever is special is a
// reference (&#124;), a line end <br>, what a terminal would obey U+FFFD. Sites look for names,
// issues and addresses in the text that comes of it: behind each mark of one stands U+200B (@
// name).
std::string ForMarkdown(std::string_view text);

// A row of a table, of cells that are Markdown already; and the first two rows of one.
void AppendMarkdownRow(const std::vector<std::string>& cells, std::string& out);
void AppendMarkdownHead(const std::vector<std::string>& cells, std::string& out);

}  // namespace anjuan
