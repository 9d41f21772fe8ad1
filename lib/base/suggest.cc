#include "base/suggest.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr size_t kMostOffered = 3;

std::u32string CodePointsOf(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    out.push_back(c.value);
    i += static_cast<size_t>(c.length);
  }
  return out;
}

}  // namespace

size_t EditDistance(std::u32string_view a, std::u32string_view b, size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  const size_t more = limit + 1;
  if (b.size() - a.size() > limit) return more;
  // Three rows of the table: a swap looks back two.
  std::array<std::vector<size_t>, 3> rows;
  for (std::vector<size_t>& row : rows) row.resize(a.size() + 1);
  for (size_t i = 0; i <= a.size(); ++i) rows[0][i] = i;
  for (size_t j = 1; j <= b.size(); ++j) {
    const std::vector<size_t>& before_last = rows[(j + 1) % 3];
    const std::vector<size_t>& last = rows[(j + 2) % 3];
    std::vector<size_t>& row = rows[j % 3];
    row[0] = j;
    size_t least = j;
    for (size_t i = 1; i <= a.size(); ++i) {
      const size_t replaced = last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[i] = std::min({replaced, last[i] + 1, row[i - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[i] = std::min(row[i], before_last[i - 2] + 1);
      least = std::min(least, row[i]);
    }
    // A swap skips a row, so one row past the limit decides only together with the one before.
    const size_t least_before = *std::min_element(last.begin(), last.end());
    if (least > limit && least_before > limit) return more;
  }
  return std::min(rows[b.size() % 3][a.size()], more);
}

std::vector<std::string> Suggest(std::string_view written, std::span<const Candidate> candidates) {
  const std::u32string wanted = CodePointsOf(written);
  if (wanted.size() < 2) return {};
  const size_t limit = std::max<size_t>(1, wanted.size() / 3);
  struct Near {
    size_t distance;
    const Candidate* candidate;
  };
  std::vector<Near> near;
  for (const Candidate& candidate : candidates) {
    const std::u32string name = CodePointsOf(candidate.name);
    if (name.size() < 2) continue;
    const size_t distance = EditDistance(wanted, name, limit);
    if (distance > 0 && distance <= limit) near.push_back({distance, &candidate});
  }
  std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    return a.candidate->name < b.candidate->name;
  });
  std::vector<std::string> offered;
  for (const Near& hit : near) {
    if (offered.size() == kMostOffered) break;
    const std::string& shown = hit.candidate->shown;
    if (std::find(offered.begin(), offered.end(), shown) == offered.end()) offered.push_back(shown);
  }
  return offered;
}

std::vector<std::string> Suggest(std::string_view written,
                                 std::span<const std::string_view> candidates) {
  std::vector<Candidate> quoted;
  quoted.reserve(candidates.size());
  for (const std::string_view name : candidates) {
    quoted.push_back({name, "'" + std::string(name) + "'"});
  }
  return Suggest(written, quoted);
}

std::string JoinSuggestions(const std::vector<std::string>& suggestions) {
  std::string out;
  for (size_t i = 0; i < suggestions.size(); ++i) {
    if (i > 0) out += i + 1 == suggestions.size() ? Word(TextId::kOr) : ", ";
    out += suggestions[i];
  }
  return out;
}

}  // namespace anjuan
