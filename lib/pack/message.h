// The message of a finding: text with {…}, each an expression.
#pragma once

#include <vector>

#include "pack/compiled_pack.h"

namespace anjuan {

// A brace is written {{ or }}. Mistakes go to the sink.
std::vector<MessagePiece> CompileMessage(const yaml::Node& node, const SourcePtr& source,
                                         const expr::Scope& scope, DiagnosticSink& sink);

}  // namespace anjuan
