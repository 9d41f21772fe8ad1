// Expressions made up by chance that have no mistake in names or types: every operator, macro and
// lookup, and every function of the table that it is not told to leave out, over the fields of a
// model in both languages.
//
// Never: a kind or code by an alias but right beside what it is compared with: only there is a
//        literal more than its text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "expr/functions.h"
#include "expr/random.h"

namespace anjuan::expr {

class RandomExpr {
 public:
  // `functions` are those to call. All must outlive it.
  RandomExpr(const Model& model, std::vector<const Function*> functions, Random& random);

  std::string Bool(int depth);

  // How often each signature, operator and macro was written.
  const std::map<std::string, size_t>& uses() const { return uses_; }

 private:
  struct Variable {
    std::string name;
    Type type;
  };
  using Choice = std::string (RandomExpr::*)(const Type&, int);

  std::string Of(const Type& type, int depth);
  std::string Leaf(const Type& type);
  std::string Literal(const Type& type);
  bool HasLiteral(const Type& type) const;
  std::string Argument(const Type& type, int depth);
  std::vector<std::string> Paths(const Type& type);
  void AddPaths(const std::string& before, const RecordType& record, const Type& wanted,
                std::vector<std::string>& paths);
  const std::string& NameOf(const Field& field);

  // Ways to write a value of a type; "" where there is none.
  std::string Call(const Type& type, int depth);
  std::string Conditional(const Type& type, int depth);
  std::string Bound(const Type& type, int depth);
  std::string FromList(const Type& type, int depth);
  std::string FromMap(const Type& type, int depth);
  std::string Truth(const Type& type, int depth);
  std::string List(const Type& type, int depth);
  std::string Map(const Type& type, int depth);
  std::string Document(const Type& type, int depth);

  // Ways to write a bool.
  std::string Logic(int depth);
  std::string Relation(int depth);
  std::string SizeRelation(int depth);
  std::string Coded(int depth);
  std::string Membership(int depth);
  std::string Presence(int depth);
  std::string Quantifier(int depth);
  std::string Lookup(int depth);

  std::string Body(const std::string& macro, const std::string& range,
                   const std::vector<Type>& vars, const Type& body, int depth,
                   const Type* then = nullptr);
  Type AnyScalar();
  Type AnyKey();
  Type AnyList(int depth);
  std::string RangeOf(const Type& list, int depth);
  std::string Used(std::string text, const std::string& what);

  const Model& model_;
  std::vector<const Function*> functions_;
  Random& random_;
  std::vector<Variable> variables_;
  int loops_ = 0;
  int names_ = 0;
  std::map<std::string, size_t> uses_;
};

}  // namespace anjuan::expr
