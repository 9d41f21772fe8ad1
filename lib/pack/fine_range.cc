#include "pack/fine_range.h"

#include <algorithm>

namespace anjuan {
namespace {

using Rows = std::span<const FineRow>;

Rows RowsOf(const LawVersion& version, int64_t article) {
  const auto [first, last] = std::equal_range(
      version.fines.begin(), version.fines.end(), article, [](const auto& a, const auto& b) {
        const auto number = [](const auto& at) -> int64_t {
          if constexpr (std::is_same_v<std::decay_t<decltype(at)>, FineRow>)
            return at.article;
          else
            return at;
        };
        return number(a) < number(b);
      });
  return {first, last};
}

bool IsMeant(const FineQuestion& question, const FineRow& row) {
  if (question.paragraph && *question.paragraph != row.paragraph) return false;
  if (!question.item || row.items.empty()) return true;
  return std::find(row.items.begin(), row.items.end(), *question.item) != row.items.end();
}

// Rows of one paragraph, or of the same items of it.
bool SameGroup(const FineRow& a, const FineRow& b) {
  return a.paragraph == b.paragraph && a.items == b.items;
}

const std::optional<Money>* AmountNamed(const FineQuestion& question, std::string_view name) {
  for (const NamedAmount& amount : question.amounts) {
    if (amount.name == name) return &amount.amount;
  }
  return nullptr;
}

std::optional<Money> Amount(const FineQuestion& question, std::string_view name) {
  const std::optional<Money>* const amount = AmountNamed(question, name);
  return amount == nullptr ? std::nullopt : *amount;
}

Answer Applies(const FineQuestion& question, const FineRow& row) {
  Answer answer = Answer::kYes;
  if (!row.parties.empty()) {
    if (!question.party) {
      answer = Answer::kUnknown;
    } else if (std::find(row.parties.begin(), row.parties.end(), *question.party) ==
               row.parties.end()) {
      return Answer::kNo;
    }
  }
  if (!row.when) return answer;
  const std::optional<Money> amount = Amount(question, row.when->of);
  if (!amount) return Answer::kUnknown;
  return row.when->Holds(*amount) ? answer : Answer::kNo;
}

enum class End : uint8_t { kFloor, kCeiling };

// Nothing where the file does not tell.
std::optional<Money> EndOf(const FineQuestion& question, const FineRow& row, End end) {
  if (row.of.empty()) return end == End::kCeiling ? row.max : row.min.value_or(Money{});
  if (end == End::kFloor && !row.min_times) return Money{};
  const std::optional<Money> amount = Amount(question, row.of);
  if (!amount) return std::nullopt;
  Money base = *amount;
  if (!row.base_floor.empty()) {
    const auto [least, most] = std::minmax_element(row.base_floor.begin(), row.base_floor.end());
    base = std::max(base, end == End::kFloor ? *least : *most);
  }
  return Times(base, end == End::kFloor ? *row.min_times : row.max_times);
}

Answer Fits(const FineQuestion& question, const FineRow& row, End end, Money fine) {
  const std::optional<Money> limit = EndOf(question, row, end);
  if (!limit) return Answer::kUnknown;
  const bool fits = end == End::kFloor ? fine >= *limit : fine <= *limit;
  // Of several ranges one is certain: the fine is at least the floor of one.
  const bool open = !row.per.empty() && fits == (end == End::kFloor);
  if (open) return Answer::kUnknown;
  return fits ? Answer::kYes : Answer::kNo;
}

// Yes where one row that applies lets the fine pass, no where one applies and none does.
Answer OfGroup(const FineQuestion& question, Rows rows, const FineRow& first, End end, Money fine) {
  bool applies = false;
  bool open = false;
  for (const FineRow& row : rows) {
    if (!IsMeant(question, row) || !SameGroup(row, first)) continue;
    const Answer here = Applies(question, row);
    if (here == Answer::kNo) continue;
    const Answer fits = Fits(question, row, end, fine);
    if (here == Answer::kYes && fits == Answer::kYes) return Answer::kYes;
    applies = applies || here == Answer::kYes;
    open = open || fits != Answer::kNo || row.doubtful;
  }
  return applies && !open ? Answer::kNo : Answer::kUnknown;
}

bool IsFirstOfGroup(const FineQuestion& question, Rows rows, size_t i) {
  for (size_t before = 0; before < i; ++before) {
    if (IsMeant(question, rows[before]) && SameGroup(rows[before], rows[i])) return false;
  }
  return true;
}

// Calls `visit` with the first row of each group that may be meant.
template <typename Visit>
void EachGroup(const FineQuestion& question, Rows rows, Visit visit) {
  for (size_t i = 0; i < rows.size(); ++i) {
    if (IsMeant(question, rows[i]) && IsFirstOfGroup(question, rows, i)) visit(rows[i]);
  }
}

Answer Ask(const FineQuestion& question, End end, Money fine) {
  const Rows rows = RowsOf(*question.version, question.article);
  std::optional<Answer> all;
  EachGroup(question, rows, [&](const FineRow& first) {
    const Answer group = OfGroup(question, rows, first, end, fine);
    all = !all || *all == group ? group : Answer::kUnknown;
  });
  if (!all) return Answer::kUnknown;
  const bool certain = question.version->Certain(question.day);
  return *all == Answer::kNo && !certain ? Answer::kUnknown : *all;
}

std::optional<Money> EndOfAll(const FineQuestion& question, End end) {
  const Rows rows = RowsOf(*question.version, question.article);
  bool known = question.version->Certain(question.day);
  std::optional<Money> all;
  EachGroup(question, rows, [&](const FineRow& first) {
    std::optional<Money> of_group;
    for (const FineRow& row : rows) {
      if (!IsMeant(question, row) || !SameGroup(row, first)) continue;
      const Answer here = Applies(question, row);
      if (here == Answer::kNo) continue;
      const std::optional<Money> limit = EndOf(question, row, end);
      known = known && here == Answer::kYes && limit && !row.doubtful && row.per.empty();
      if (!known) return;
      of_group = !of_group            ? *limit
                 : end == End::kFloor ? std::min(*of_group, *limit)
                                      : std::max(*of_group, *limit);
    }
    known = known && of_group && (!all || *all == *of_group);
    all = of_group;
  });
  return known ? all : std::nullopt;
}

}  // namespace

Answer ReachesFloor(const FineQuestion& question, Money fine) {
  return Ask(question, End::kFloor, fine);
}

Answer KeepsCeiling(const FineQuestion& question, Money fine) {
  return Ask(question, End::kCeiling, fine);
}

std::optional<Money> FloorOf(const FineQuestion& question) {
  return EndOfAll(question, End::kFloor);
}

std::optional<Money> CeilingOf(const FineQuestion& question) {
  return EndOfAll(question, End::kCeiling);
}

FineNeeds NeedsOf(const FineQuestion& question) {
  FineNeeds needs;
  needs.doubtful = !question.version->Certain(question.day);
  const Rows rows = RowsOf(*question.version, question.article);
  const FineRow* any = nullptr;
  const auto need = [&](std::string_view name) {
    const std::optional<Money>* const amount = AmountNamed(question, name);
    if (amount == nullptr) needs.other = name;
    for (size_t i = 0; i < question.amounts.size(); ++i) {
      if (question.amounts[i].name == name) needs.amounts |= 1u << i;
    }
  };
  for (const FineRow& row : rows) {
    if (!IsMeant(question, row)) continue;
    needs.rows = true;
    needs.paragraph = needs.paragraph || (any != nullptr && any->paragraph != row.paragraph);
    needs.item = needs.item || !row.items.empty();
    any = &row;
    needs.party = needs.party || !row.parties.empty();
    if (row.when) need(row.when->of);
    if (Applies(question, row) == Answer::kNo) continue;
    needs.doubtful = needs.doubtful || row.doubtful;
    if (!row.of.empty()) need(row.of);
  }
  return needs;
}

bool HasParagraphs(const LawVersion& version, int64_t article) {
  const Rows rows = RowsOf(version, article);
  return std::any_of(rows.begin(), rows.end(),
                     [](const FineRow& row) { return row.paragraph > 1; });
}

bool HasItems(const LawVersion& version, int64_t article, std::optional<int64_t> paragraph) {
  const Rows rows = RowsOf(version, article);
  return std::any_of(rows.begin(), rows.end(), [&](const FineRow& row) {
    return !row.items.empty() && (!paragraph || *paragraph == row.paragraph);
  });
}

}  // namespace anjuan
