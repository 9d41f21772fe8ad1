// Small changes to an expression, one at a time: each is what a careful test of it notices.
//
// Shape:  < with <=, > with >=, == with !=, && with ||, + with -; a number, or a parameter that is
// a
//         number or an amount, moved by one; an operand of && or || left out.
// Never:  touches what no author wrote (pieces that a check kind put together), or asks whether the
//         result is an expression: compiling it tells.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "base/text.h"
#include "expr/ast.h"
#include "model/model.h"

namespace anjuan::expr {

struct Mutation {
  AstPtr ast;  // the whole expression, changed
  Span place;
  Text what;
};

// In the order of the tree. `source`: what the spans of `ast` point into. `params`: types of
// parameters, or null.
std::vector<Mutation> MutationsOf(const Ast& ast, const Source& source, const RecordType* params);

// What stands there, on one line; a long text is cut.
std::string WordsAt(const Source& source, Span span);

}  // namespace anjuan::expr
