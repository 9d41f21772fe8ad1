// What expressions may ask of the law book. `day` chooses the version in force.
//
//   lawInForce(law, day) -> bool
//   lawHasArticle(law, day, article) -> bool
//   lawNeedsParagraph(law, day, article), lawNeedsItem(law, day, article, paragraph) -> bool
//   lawSetsFines(law) -> bool
//   fineReaches, fineKeeps(fine, law, day, article, paragraph, item, party, [name, amount]…) ->
//   bool fineFloor, fineCeiling(law, day, article, paragraph, item, party, [name, amount]…) ->
//   money
//
// Unknown: a law, version or range that the book does not have (causes unknown-law:NAME,
//          law-version:NAME@DAY, law-article:NAME@DAY, law-range:NAME:ARTICLE,
//          law-amount:NAME), and a no that rests on a doubtful text (law-doubt:NAME@DAY). A
//          paragraph, an item, a kind of party or an amount that is unknown makes the result so
//          only where it matters.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "expr/functions.h"
#include "pack/law_book.h"

namespace anjuan {

// The functions, reaching into `book`, which must outlive it.
class LawFunctions {
 public:
  explicit LawFunctions(const LawBook& book);
  LawFunctions(const LawFunctions&) = delete;
  LawFunctions& operator=(const LawFunctions&) = delete;

  std::vector<const expr::Function*> all() const;

 private:
  std::deque<std::string> signatures_;
  std::deque<expr::FunctionRow> rows_;
  std::vector<expr::Function> functions_;
};

inline constexpr size_t kMostNamedAmounts = 4;  // behind a fine's other arguments

inline constexpr std::string_view kUnknownLawCause = "unknown-law:";

}  // namespace anjuan
