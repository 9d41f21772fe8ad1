// Spelling hints: the names a writer may have meant.
//
// Distance: Damerau–Levenshtein on code points: a swap of neighbours counts one, and what was
//           swapped is not edited again.
// Offers:   at most three, nearest first, then by name; a name is offered within a third of the
//           written name's length and at least one edit; names of one character never.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan {

// A candidate and what to show for it, quotes and all: 'filing.approved_on' (立案.批准日期).
struct Candidate {
  std::string_view name;
  std::string shown;
};

std::vector<std::string> Suggest(std::string_view written, std::span<const Candidate> candidates);

// The same where the name itself is shown, in quotes.
std::vector<std::string> Suggest(std::string_view written,
                                 std::span<const std::string_view> candidates);

// Distance in edits, or limit + 1 where it is more than `limit`.
size_t EditDistance(std::u32string_view a, std::u32string_view b, size_t limit);

// "'a', 'b' or 'c'", the argument of kDidYouMean; its "or" comes out in the language of the
// sentence it stands in. Adds no quotes.
std::string JoinSuggestions(const std::vector<std::string>& suggestions);

}  // namespace anjuan
