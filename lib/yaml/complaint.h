// What the parser's refusal of a text means, in our words.
#pragma once

#include <string_view>
#include <vector>

#include "yaml/builder.h"

namespace anjuan::yaml {

// The parser gave up at `at`, in its own words `words`. Reports the mistake, or gives repairs after
// which the text can be read again; `builder` knows how far the tree had come.
std::vector<Repair> Explain(const SourcePtr& source, std::string_view text, size_t at,
                            std::string_view words, const Builder& builder, DiagnosticSink& sink);

}  // namespace anjuan::yaml
