// What a sound program says about itself: questions whose answer is no mistake, and yet seldom
// what its author meant.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "expr/program.h"

namespace anjuan::expr {

// The result of a bool program that no case file can change.
std::optional<bool> ConstantOf(const Program& program);

// Patterns of `matches` that are written out: the string literals of a parsed expression.
std::vector<const Ast*> PatternsOf(const Ast& ast);

// Parameters it reads, by name.
std::vector<std::string> ParamsRead(const Program& program);

// Fields it asks to be filled, as a `present` check does.
std::vector<const Field*> FieldsAskedFor(const Program& program);

// Places that has() or filled() has found present, as opaque keys: what holds in one program may
// be given to another of the same rule (when → where → test).
using Presence = std::set<std::string>;

// What is present wherever the program is true.
Presence PresentWhenTrue(const Program& program);

// A scalar that is read without has() in front of it: blank, it makes the result unknown.
struct BareRead {
  const Field* field = nullptr;
  Span span;
};

// In front means: has(p) && …, !has(p) || …, has(p) ? … : …, in any order and at any depth, or in
// `given`. Parameters are none of the case file's.
std::vector<BareRead> BareReads(const Program& program, const Presence& given);

}  // namespace anjuan::expr
