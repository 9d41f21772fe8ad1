// The parts of a deadline, compiled.
#pragma once

#include <memory>

#include "pack/checks.h"
#include "pack/compiled_pack.h"

namespace anjuan {

// Null on any error. On return `scope` holds the variables of the message.
std::unique_ptr<const CompiledDeadline> CompileDeadline(const DeadlinePlan& plan,
                                                        const SourcePtr& source, expr::Scope& scope,
                                                        DiagnosticSink& sink);

}  // namespace anjuan
