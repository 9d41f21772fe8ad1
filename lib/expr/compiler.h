// From a checked tree to something that runs: the passes between the two.
#pragma once

#include "expr/typed.h"

namespace anjuan::expr {

// Appends the nodes of a tree; gives the index of its root.
uint32_t AddNodes(Typed& typed, Program& program);

// Works out once what no case file can change. What is always an error is reported, and so is a
// comparison whose result is always the same.
void FoldConstants(TypedPtr& typed, const SourcePtr& source, const Model& model, uint16_t locals,
                   DiagnosticSink& sink);

// Reports an expression whose cost may pass the limit, and the list that most of it comes from.
void CheckCost(const Typed& typed, const SourcePtr& source, DiagnosticSink& sink);

}  // namespace anjuan::expr
