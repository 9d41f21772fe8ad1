#include "pack/fine_range.h"

#include <doctest/doctest.h>

#include <set>
#include <tuple>

#include "pack/shipped_laws.h"

using namespace anjuan;
using anjuan::testing::ShippedLaws;

namespace {

constexpr const char* kParties[] = {"自然人", "个体工商户", "法人", "其他组织"};

// What the rows of one paragraph say of a fine, told apart from the code under test by counting
// only cases in which everything is known.
struct Expected {
  bool known = false;   // some row holds
  bool settled = true;  // none of them is for each of several, or doubtful
  int64_t floor = 0;    // fen
  int64_t ceiling = 0;
};

bool HoldsFor(const FineRow& row, const std::string& party, int64_t amount) {
  bool party_meant = row.parties.empty();
  for (const std::string& kind : row.parties) party_meant |= kind == party;
  if (!row.when) return party_meant;
  const int64_t limit = row.when->limit.fen;
  switch (row.when->relation) {
    case AmountTest::Relation::kFrom:
      return party_meant && amount >= limit;
    case AmountTest::Relation::kOver:
      return party_meant && amount > limit;
    case AmountTest::Relation::kBelow:
      return party_meant && amount < limit;
    case AmountTest::Relation::kUpTo:
      return party_meant && amount <= limit;
  }
  return false;
}

Expected Expect(const std::vector<const FineRow*>& rows, const std::string& party, int64_t amount) {
  Expected expected;
  for (const FineRow* const row : rows) {
    if (!HoldsFor(*row, party, amount)) continue;
    int64_t low = row->min ? row->min->fen : 0;
    int64_t high = row->max.fen;
    if (!row->of.empty()) {
      int64_t least = amount;
      int64_t most = amount;
      if (!row->base_floor.empty()) {
        std::set<int64_t> floors;
        for (const Money floor : row->base_floor) floors.insert(floor.fen);
        least = std::max(amount, *floors.begin());
        most = std::max(amount, *floors.rbegin());
      }
      low = row->min_times ? least / 100 * *row->min_times / 100 : 0;
      high = most / 100 * row->max_times / 100;
    }
    expected.floor = expected.known ? std::min(expected.floor, low) : low;
    expected.ceiling = expected.known ? std::max(expected.ceiling, high) : high;
    expected.known = true;
    expected.settled = expected.settled && row->per.empty() && !row->doubtful;
  }
  return expected;
}

// Amounts on both sides of every limit that the rows have, in whole yuan a hundred of which divide
// by every multiple.
std::set<int64_t> AmountsFor(const std::vector<const FineRow*>& rows) {
  std::set<int64_t> amounts = {0, 80'000'00, 3'000'000'00};
  for (const FineRow* const row : rows) {
    if (!row->when) continue;
    const int64_t limit = row->when->limit.fen;
    amounts.insert({limit, limit + 100'00});
    if (limit > 0) amounts.insert(limit - 100'00);
  }
  return amounts;
}

}  // namespace

TEST_CASE("every range that ships: below, at, inside, at and above its ends") {
  std::set<std::tuple<const Law*, Date, int32_t>> articles;
  size_t asked = 0;
  for (const auto& law : ShippedLaws()->laws()) {
    for (const LawVersion& version : law->versions) {
      std::set<std::tuple<int32_t, int32_t, std::vector<int32_t>>> groups;
      for (const FineRow& row : version.fines) {
        groups.insert({row.article, row.paragraph, row.items});
        articles.insert({law.get(), version.from, row.article});
      }
      for (const auto& [article, paragraph, items] : groups) {
        std::vector<const FineRow*> rows;
        std::set<std::string> bases;
        for (const FineRow& row : version.fines) {
          const bool meant = row.article == article && row.paragraph == paragraph &&
                             (row.items.empty() || row.items == items);
          if (!meant) continue;
          rows.push_back(&row);
          if (!row.of.empty()) bases.insert(row.of);
          if (row.when) bases.insert(row.when->of);
        }
        for (const int64_t amount : AmountsFor(rows)) {
          std::vector<NamedAmount> amounts;
          amounts.reserve(bases.size());
          for (const std::string& base : bases) amounts.push_back({base, Money{amount}});
          for (const std::string party : kParties) {
            FineQuestion question;
            question.version = &version;
            question.day = version.from;
            question.article = article;
            question.paragraph = paragraph;
            if (!items.empty()) question.item = items.front();
            question.party = party;
            question.amounts = amounts;
            const Expected expected = Expect(rows, party, amount);
            const int64_t middle = (expected.floor + expected.ceiling) / 2;
            for (const int64_t fine : {expected.floor - 1, expected.floor, middle, expected.ceiling,
                                       expected.ceiling + 1}) {
              CAPTURE(law->name);
              CAPTURE(question.article);
              CAPTURE(question.paragraph);
              CAPTURE(party);
              CAPTURE(amount);
              CAPTURE(fine);
              const auto want = [&](bool fits, bool certain_if_fits) {
                if (!expected.known) return Answer::kUnknown;
                if (fits) return certain_if_fits ? Answer::kYes : Answer::kUnknown;
                return Answer::kNo;
              };
              if (expected.settled) {
                CHECK(ReachesFloor(question, {fine}) == want(fine >= expected.floor, true));
                CHECK(KeepsCeiling(question, {fine}) == want(fine <= expected.ceiling, true));
              } else {
                CHECK(KeepsCeiling(question, {fine}) != Answer::kNo);
              }
              ++asked;
            }
          }
        }
      }
    }
  }
  CHECK(articles.size() == 207);
  CHECK(asked > 10'000);
}

TEST_CASE("what the file does not tell leaves open only what turns on it") {
  LawVersion version;
  version.from = *MakeDate(2020, 1, 1);
  version.read = true;
  const auto add = [&](int32_t article, int32_t paragraph, int64_t min, int64_t max) -> FineRow& {
    FineRow& row = version.fines.emplace_back();
    row.article = article;
    row.paragraph = paragraph;
    row.min = Money{min};
    row.max = Money{max};
    return row;
  };
  add(1, 1, 100, 200);  // one range
  add(2, 1, 100, 200);  // two paragraphs
  add(2, 2, 300, 400);
  add(3, 1, 100, 200).parties = {"法人"};  // by party
  add(3, 1, 10, 20).parties = {"自然人"};
  add(4, 1, 100, 200).when = {{"甲", AmountTest::Relation::kBelow, Money{1000}}};
  FineRow& multiple = add(4, 1, 0, 0);
  multiple.when = {{"甲", AmountTest::Relation::kFrom, Money{1000}}};
  multiple.min.reset();
  multiple.of = "甲";
  multiple.min_times = 20000;
  multiple.max_times = 30000;
  add(5, 1, 100, 200).doubtful = true;
  add(6, 1, 100, 200).per = "人";
  add(7, 1, 100, 200).on = "甲";
  add(7, 1, 200, 400).on = "乙";
  add(8, 1, 100, 200).items = {1, 2};
  add(8, 1, 300, 400).items = {3};

  constexpr auto kNo = Answer::kNo;
  constexpr auto kYes = Answer::kYes;
  constexpr auto kUnknown = Answer::kUnknown;
  struct Row {
    const char* name;
    int64_t article;
    std::optional<int64_t> paragraph;
    std::optional<int64_t> item;
    const char* party;  // "": not told
    std::optional<int64_t> amount;
    int64_t fine;
    Answer reaches;
    Answer keeps;
  };
  const Row rows[] = {
      {"an article of one range needs no paragraph", 1, {}, {}, "", {}, 99, kNo, kYes},
      {"an article of one range needs no paragraph", 1, {}, {}, "", {}, 201, kYes, kNo},
      {"another paragraph has no range", 1, 2, {}, "", {}, 99, kUnknown, kUnknown},
      {"another article has no range", 9, 1, {}, "", {}, 99, kUnknown, kUnknown},
      {"under both paragraphs", 2, {}, {}, "", {}, 99, kNo, kYes},
      {"under one of two paragraphs", 2, {}, {}, "", {}, 250, kUnknown, kUnknown},
      {"over both paragraphs", 2, {}, {}, "", {}, 401, kYes, kNo},
      {"a paragraph told", 2, 1, {}, "", {}, 250, kYes, kNo},
      {"by party", 3, 1, {}, "自然人", {}, 21, kYes, kNo},
      {"by party", 3, 1, {}, "法人", {}, 99, kNo, kYes},
      {"a party that no row is for", 3, 1, {}, "其他组织", {}, 1, kUnknown, kUnknown},
      {"a party not told", 3, 1, {}, "", {}, 99, kUnknown, kUnknown},
      {"below the limit", 4, 1, {}, "", 999, 99, kNo, kYes},
      {"at the limit", 4, 1, {}, "", 1000, 1999, kNo, kYes},
      {"at the limit", 4, 1, {}, "", 1000, 2000, kYes, kYes},
      {"at the limit", 4, 1, {}, "", 1000, 3000, kYes, kYes},
      {"at the limit", 4, 1, {}, "", 1000, 3001, kYes, kNo},
      {"an amount not told", 4, 1, {}, "", {}, 99, kUnknown, kUnknown},
      {"a doubtful row fails nothing", 5, 1, {}, "", {}, 99, kUnknown, kYes},
      {"a doubtful row lets pass", 5, 1, {}, "", {}, 150, kYes, kYes},
      {"for each: less than one", 6, 1, {}, "", {}, 99, kNo, kYes},
      {"for each: of how many is not told", 6, 1, {}, "", {}, 201, kUnknown, kUnknown},
      {"either circumstance may hold", 7, 1, {}, "", {}, 99, kNo, kYes},
      {"either circumstance may hold", 7, 1, {}, "", {}, 400, kYes, kYes},
      {"either circumstance may hold", 7, 1, {}, "", {}, 401, kYes, kNo},
      {"an item told", 8, 1, 2, "", {}, 99, kNo, kYes},
      {"an item told", 8, 1, 3, "", {}, 299, kNo, kYes},
      {"an item not told", 8, 1, {}, "", {}, 250, kUnknown, kUnknown},
      {"an item without a range", 8, 1, 4, "", {}, 250, kUnknown, kUnknown},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.article);
    CAPTURE(row.fine);
    NamedAmount amount{"甲", std::nullopt};
    if (row.amount) amount.amount = Money{*row.amount};
    FineQuestion question;
    question.version = &version;
    question.day = version.from;
    question.article = row.article;
    question.paragraph = row.paragraph;
    question.item = row.item;
    if (row.party[0] != 0) question.party = row.party;
    question.amounts = {&amount, 1};
    CHECK(ReachesFloor(question, {row.fine}) == row.reaches);
    CHECK(KeepsCeiling(question, {row.fine}) == row.keeps);
    version.doubtful_from = version.from;
    CHECK(ReachesFloor(question, {row.fine}) != kNo);
    CHECK(KeepsCeiling(question, {row.fine}) != kNo);
    version.doubtful_from.reset();
  }
}
