// Trees of texts that were read before the program was built: what ships with it need not be
// parsed at every start.
//
// Shape:  Freeze gives a tree as bytes, Parse gives it back for the very same text. What the bytes
//         look like is nobody's business but these two functions'.
// Owns:   nothing; texts and trees must outlive the program's last Parse.
// Never:  a tree for another text: it is found by the text itself, not by its name.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "yaml/yaml.h"

namespace anjuan::yaml {

struct KnownTree {
  std::string_view text;
  std::string_view tree;  // as Freeze gave it; empty: the text has to be parsed
};

// `document` must have been parsed without an error.
std::string Freeze(const Document& document);

// Call once, before any thread parses.
void KnowTrees(std::span<const KnownTree> trees);

// Nothing where the text is not known.
std::optional<Document> FindKnownTree(const SourcePtr& source);

}  // namespace anjuan::yaml
