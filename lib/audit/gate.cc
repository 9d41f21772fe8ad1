#include "audit/gate.h"

#include <algorithm>
#include <tuple>

#include "pack/pack.h"

namespace anjuan {

void Occurrences::Add(const CaseResult& result, size_t index, const std::string& what) {
  ++count;
  if (std::tie(file_index, record) <= std::tie(index, result.record)) return;
  file_index = index;
  record = result.record;
  file = result.file;
  figure = what;
}

void Occurrences::Merge(const Occurrences& other) {
  const uint64_t sum = count + other.count;
  if (std::tie(other.file_index, other.record) < std::tie(file_index, record)) *this = other;
  count = sum;
}

void GateTally::Merge(const GateTally& other) {
  waivers.resize(std::max(waivers.size(), other.waivers.size()));
  for (size_t i = 0; i < other.waivers.size(); ++i) waivers[i].Merge(other.waivers[i]);
  entries.resize(std::max(entries.size(), other.entries.size()));
  for (size_t i = 0; i < other.entries.size(); ++i) {
    entries[i].looked_at = entries[i].looked_at || other.entries[i].looked_at;
    entries[i].found = entries[i].found || other.entries[i].found;
  }
  below_score.Merge(other.below_score);
  too_undecided.Merge(other.too_undecided);
}

uint64_t GateTally::gone() const {
  return static_cast<uint64_t>(std::count_if(
      entries.begin(), entries.end(), [](const Entry& e) { return e.looked_at && !e.found; }));
}

uint64_t GateTally::unseen() const {
  return static_cast<uint64_t>(std::count_if(
      entries.begin(), entries.end(), [](const Entry& e) { return !e.looked_at && !e.found; }));
}

bool Gate::LetPass(CaseResult& result) const {
  bool any_waived = false;
  for (Finding& finding : result.findings) {
    finding.known = baseline != nullptr && baseline->Find(finding).has_value();
    if (waivers == nullptr) continue;
    for (const size_t index : waivers->Of(finding, result.file)) {
      const Waiver& waiver = waivers->all()[index];
      if (Expired(waiver)) continue;
      finding.relief = Relief::kWaived;
      finding.waiver = &waiver;
      any_waived = true;
      break;
    }
  }
  return any_waived;
}

void Gate::Count(const CaseResult& result, size_t index, GateTally& to) const {
  if (waivers != nullptr) {
    to.waivers.resize(waivers->all().size());
    for (const Finding& finding : result.findings) {
      for (const size_t waiver : waivers->Of(finding, result.file)) {
        to.waivers[waiver].Add(result, index, finding.fingerprint);
      }
    }
  }
  if (baseline != nullptr) {
    to.entries.resize(baseline->entries().size());
    for (const size_t entry : baseline->OfCase(result)) to.entries[entry].looked_at = true;
    for (const Finding& finding : result.findings) {
      if (const std::optional<size_t> entry = baseline->Find(finding)) {
        to.entries[*entry].found = true;
      }
    }
  }
  if (min_score && result.score.scheme != nullptr &&
      result.score.value.hundredths < min_score->hundredths) {
    to.below_score.Add(result, index, FormatPoints(result.score.value));
  }
  if (max_indeterminate) {
    const Counts& counts = result.counts;
    const uint64_t asked = uint64_t{counts.total()} - counts.not_applicable;
    const uint64_t undecided = counts.indeterminate;
    const bool too_many = max_indeterminate->is_percent
                              ? undecided * 100 > max_indeterminate->most * asked
                              : undecided > max_indeterminate->most;
    if (too_many) {
      to.too_undecided.Add(result, index, std::to_string(undecided) + '/' + std::to_string(asked));
    }
  }
}

GateTally Gate::Nothing() const {
  GateTally tally;
  if (waivers != nullptr) tally.waivers.resize(waivers->all().size());
  if (baseline != nullptr) tally.entries.resize(baseline->entries().size());
  return tally;
}

}  // namespace anjuan
