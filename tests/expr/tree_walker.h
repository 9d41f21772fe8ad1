// A second reading of the language's pages: walks the tree as it was parsed, with tagged values,
// knowing no types but those it meets. Slow and plain on purpose; what the compiled program gives
// must be what this gives.
//
// Open lists: `==`, an index and the like follow the items whose place is certain; where those
//             decide nothing, the answer is unknown.
#pragma once

#include <string>
#include <vector>

#include "expr/ast.h"
#include "expr/plain_value.h"
#include "value/date.h"

namespace anjuan::expr {

class TreeWalker {
 public:
  TreeWalker(const Record& record, Date today) : record_(record), today_(today) {}

  // Requires a tree that the checker has found sound.
  Plain Eval(const Ast& ast);

 private:
  struct Variable {
    std::string name;
    Plain value;
  };
  // What a macro runs over: the elements that its filters let through, for sure or perhaps.
  struct Elements {
    Plain state;  // a value, or why there are none
    std::vector<Plain> items;
    std::vector<Plain> let_through;  // true or unknown, one an item
    bool open = false;
    size_t certain = 0;
  };

  Plain Ident(const std::string& name) const;
  Plain FieldOf(const Plain& record, const Field& field) const;
  Plain Value(const Slot& slot, const Field& field, bool blank_above) const;
  Plain Item(const Slot& slot, const Field& field) const;
  Plain Select(const Plain& from, const std::string& name) const;
  Plain Has(const Ast& path, bool filled);
  Plain Index(const Plain& container, const Plain& index) const;

  Plain Logic(const Ast& ast, bool decides);
  Plain Conditional(const Ast& ast);
  Plain ListOf(const Ast& ast);
  Plain MapOf(const Ast& ast);
  Plain Binary(const Ast& ast);
  Plain SizeRelation(const std::string& op, const Elements& sized, const Plain& bound) const;
  Plain Relation(const std::string& op, Plain left, Plain right) const;
  Plain Membership(Plain value, const Plain& container) const;

  Plain Macro(const Ast& ast);
  Plain Quantifier(const Ast& ast, const Elements& range, bool decides);
  Plain ExistsOne(const Ast& ast, const Elements& range);
  Plain Transform(const Ast& ast, const Elements& range);
  Elements ElementsOf(const Ast& range);
  Elements ElementsOf(const Plain& range) const;
  Elements Filtered(Elements range, const std::string& var, const Ast& test);
  static Plain Collapsed(const Elements& elements);
  void Enter(const Ast& macro, const Plain& range, size_t i, const Plain& item);
  void Leave(const Ast& macro);

  bool IsLookup(const Ast& ast) const;
  Elements Documents(const Ast& lookup) const;
  Plain Lookup(const Ast& ast);

  const Record& record_;
  Date today_;
  std::vector<Variable> variables_;
};

}  // namespace anjuan::expr
