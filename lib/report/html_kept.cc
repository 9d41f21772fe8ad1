#include "report/html_kept.h"

#include <algorithm>

namespace anjuan {
namespace {

constexpr size_t kMostPlain = 1000;
constexpr size_t kIdBytes = 64;   // of links to a case
constexpr size_t kEndBytes = 16;  // of a finding

size_t SheetBytes(const KeptCase& kept, std::optional<size_t> fixes) {
  const CaseBlock& block = kept.block;
  size_t bytes = block.head.size() + block.tail.size() + block.row_start.size() +
                 block.link.size() + block.row_end.size() + kIdBytes;
  for (const FindingBlock& finding : block.findings) {
    if (finding.detail.empty()) continue;
    bytes += finding.detail.size() + finding.facts.size() + kEndBytes;
    if (fixes) bytes += finding.title.size() + finding.basis.size() + *fixes;
  }
  return bytes;
}

}  // namespace

size_t KeptCase::Rank() const {
  size_t rank = kRanks;
  for (const FindingBlock& finding : block.findings) {
    if (!finding.row_start.empty()) rank = std::min<size_t>(rank, finding.rank);
  }
  return rank;
}

void KeptCases::Add(CaseBlock block) {
  const size_t of_case = cases_.size();
  for (size_t i = 0; i < block.findings.size(); ++i) {
    places_[block.findings[i].rank].push_back({of_case, i});
    ++findings_;
  }
  const bool plain = block.findings.empty();
  if (plain && plain_ >= kMostPlain) {
    cases_.push_back(nullptr);
    return;
  }
  plain_ += plain;
  cases_.push_back(std::make_unique<KeptCase>());
  cases_.back()->live = block.findings.size();
  cases_.back()->block = std::move(block);
  while (findings_ > kMostPageFindings) DropOne();
}

void KeptCases::DropOne() {
  size_t rank = kRanks - 1;
  while (places_[rank].empty()) --rank;
  const Place place = places_[rank].back();
  places_[rank].pop_back();
  ++left_[rank];
  --findings_;
  KeptCase& kept = *cases_[place.of_case];
  kept.block.findings[place.finding] = FindingBlock();
  kept.block.findings[place.finding].rank = static_cast<uint8_t>(rank);
  ++kept.left;
  if (--kept.live > 0) return;
  if (plain_ < kMostPlain) {
    ++plain_;
  } else {
    cases_[place.of_case] = nullptr;
  }
}

LeftOut ChooseSheets(KeptCases& kept, size_t bytes, std::optional<size_t> fixes) {
  LeftOut left;
  std::vector<std::pair<size_t, KeptCase*>> order;
  for (const std::unique_ptr<KeptCase>& one : kept.cases()) {
    if (one == nullptr) {
      ++left.sheets;
    } else {
      order.emplace_back(one->Rank(), one.get());
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  // The first that does not fit ends it: no lighter case is shown in the place of a graver one.
  const auto take = [&bytes](size_t size, bool& room) {
    room = room && size <= bytes;
    if (room) bytes -= size;
    return room;
  };
  bool room = true;
  for (const auto& [rank, one] : order) {
    one->shown = take(SheetBytes(*one, fixes), room);
    left.sheets += !one->shown;
  }
  room = true;
  for (const auto& [rank, one] : order) {
    if (!one->shown || one->block.timeline.empty()) continue;
    one->pictured = take(one->block.timeline.size(), room);
    left.timelines += !one->pictured;
  }
  return left;
}

}  // namespace anjuan
