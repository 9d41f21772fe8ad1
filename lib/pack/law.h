// A law (法律、法规、规章) as far as rules ask about it: when which text of it held, how many
// articles that had, and the fines its articles set.
//
// Shape:  versions by their first day, not overlapping. Between `commenced` and the first version
//         the law held in a text that is not known here.
// Units:  yuan of the files are fen here; multiples are ten-thousandths.
// Never:  the text of a law.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/date.h"
#include "value/money.h"

namespace anjuan {

// An amount that a row depends on, by name: of a case, 货值金额 say.
struct AmountTest {
  enum class Relation : uint8_t { kFrom, kOver, kBelow, kUpTo };

  std::string of;
  Relation relation = Relation::kFrom;
  Money limit;

  bool Holds(Money amount) const {
    switch (relation) {
      case Relation::kFrom:
        return amount >= limit;
      case Relation::kOver:
        return amount > limit;
      case Relation::kBelow:
        return amount < limit;
      case Relation::kUpTo:
        return amount <= limit;
    }
    return false;
  }
};

// One range of fines. Either amounts or multiples of one.
struct FineRow {
  int32_t article = 0;
  int32_t paragraph = 0;
  std::vector<int32_t> items;  // empty: the whole paragraph
  std::string conduct;         // a label for the reader
  std::string role;            // likewise
  std::string on;              // a circumstance that no export tells; "": none

  std::vector<std::string> parties;  // kinds of party it may concern; empty: all
  std::optional<AmountTest> when;

  std::optional<Money> min;  // none: the law sets no floor
  Money max;
  std::string of;  // not "": multiples of this amount
  std::optional<int64_t> min_times;
  int64_t max_times = 0;
  std::vector<Money> base_floor;  // a smaller amount counts as this one; by cases not told apart
  std::string per;                // not "": a range for each of these
  bool optional = false;          // may be fined, need not
  bool doubtful = false;          // not read in the text, or `confirm`: fails nothing
};

struct LawVersion {
  std::optional<Date> adopted;
  Date from;
  std::optional<Date> to;
  std::optional<int32_t> articles;    // number of the last one
  bool read = false;                  // the text itself was read
  std::optional<Date> doubtful_from;  // superseded since it was read, or not sure from then on
  std::string doubt;                  // why
  std::vector<FineRow> fines;         // by article, paragraph

  bool Has(Date day) const { return from <= day && (!to || day <= *to); }
  // What rests on it may fail a case.
  bool Certain(Date day) const { return read && !(doubtful_from && *doubtful_from <= day); }
};

enum class InForce : uint8_t { kNo, kYes, kUnknown };

struct Law {
  std::string name;
  std::vector<std::string> short_names;
  std::optional<Date> commenced;
  std::optional<Date> ended;  // last day in force, of a law that was repealed
  bool first = false;         // no text of this name held before
  bool sets_fines = true;
  std::vector<LawVersion> versions;

  InForce On(Date day) const;
  const LawVersion* VersionOn(Date day) const;  // null: none is known
};

// Ten-thousandths of an amount.
Money Times(Money amount, int64_t times);

}  // namespace anjuan
