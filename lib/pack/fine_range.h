// Whether a fine lies in the range that an article sets, as far as a case file tells.
//
// Shape:   one citation, of one version of a law, on one day. What the file does not tell stays
//          open: then every row that may be meant is looked at, and only what all of them agree on
//          is an answer. A circumstance that no export tells (`on`) may hold or not.
// Never:   fails on a row or version that is doubtful, or where no row is known.
// Cost:    allocates nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "pack/law.h"

namespace anjuan {

enum class Answer : uint8_t { kNo, kYes, kUnknown };

// An amount of the case, by the name that rows use.
struct NamedAmount {
  std::string_view name;
  std::optional<Money> amount;
};

struct FineQuestion {
  const LawVersion* version = nullptr;  // not null
  Date day;
  int64_t article = 0;
  std::optional<int64_t> paragraph;
  std::optional<int64_t> item;
  std::optional<std::string_view> party;  // its kind
  std::span<const NamedAmount> amounts;
};

Answer ReachesFloor(const FineQuestion& question, Money fine);
Answer KeepsCeiling(const FineQuestion& question, Money fine);

// The range's ends, where all that may be meant agree.
std::optional<Money> FloorOf(const FineQuestion& question);
std::optional<Money> CeilingOf(const FineQuestion& question);

// What a question without an answer turns on.
struct FineNeeds {
  bool rows = false;  // some row is known
  bool paragraph = false;
  bool item = false;
  bool party = false;
  uint32_t amounts = 0;    // bit i: question.amounts[i]
  std::string_view other;  // an amount that the question does not have
  bool doubtful = false;
};
FineNeeds NeedsOf(const FineQuestion& question);

// Whether rows tell paragraphs of the article, or items of the paragraph, apart.
bool HasParagraphs(const LawVersion& version, int64_t article);
bool HasItems(const LawVersion& version, int64_t article, std::optional<int64_t> paragraph);

}  // namespace anjuan
