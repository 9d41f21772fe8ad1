// What loading lets pass and an author may not have meant: oversights in packs that are sound.
//
// Warnings: title-twice, no-tests, constant-condition, ascii-class, unused-param. Notes:
//           blank-not-considered, one a field and rule. A rule id in two packs is an error.
// Never:    about a pack with mistakes of its own; those come first.
#pragma once

#include <memory>
#include <vector>

#include "pack/compiled_pack.h"

namespace anjuan {

using CompiledPacks = std::vector<std::unique_ptr<const CompiledPack>>;

// Of each pack by itself and of all of them together.
void LintPacks(const CompiledPacks& packs, const Model& model, DiagnosticSink& sink);

// Fields that may hold a value and that no pack reads, in the order of the model.
std::vector<const Field*> UnreadFields(const CompiledPacks& packs, const Model& model);

// Fields that may hold a value: neither entities nor lists of records.
size_t CountValueFields(const Model& model);

}  // namespace anjuan
