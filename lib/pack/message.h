// The message of a finding: text with {…}, each an expression.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "expr/ast.h"
#include "pack/compiled_pack.h"

namespace anjuan {

// What a check names for the message.
using Outputs = std::vector<std::pair<std::string, expr::AstPtr>>;

// A brace is written {{ or }}. Mistakes go to the sink.
std::vector<MessagePiece> CompileMessage(const yaml::Node& node, const SourcePtr& source,
                                         const expr::Scope& scope, const Outputs& outputs,
                                         DiagnosticSink& sink);

}  // namespace anjuan
