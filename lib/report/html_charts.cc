#include "report/html_charts.h"

#include <algorithm>

#include "base/texts/page.h"
#include "report/html_bars.h"
#include "report/html_escape.h"

namespace anjuan {
namespace {

constexpr size_t kMostAgencies = 20;  // shown by name; the rest are one row
constexpr size_t kNameCells = 44;
constexpr uint64_t kShades = 5;

template <size_t N>
uint64_t SumOf(const std::array<uint64_t, N>& counts) {
  uint64_t sum = 0;
  for (const uint64_t count : counts) sum += count;
  return sum;
}

std::vector<BarPiece> PiecesOf(const std::array<uint64_t, kSeverities>& counts) {
  std::vector<BarPiece> pieces;
  for (size_t i = 0; i < counts.size(); ++i) {
    pieces.push_back({"s" + std::to_string(kSeverities - 1 - static_cast<int>(i)), counts[i]});
  }
  return pieces;
}

// Stages as the packs have them in order; a name that none has comes last.
template <typename Map>
std::vector<std::string> InOrder(const Map& stages, const RuleSet& rules) {
  std::map<std::string, size_t> ranks;
  for (size_t i = 0; i < rules.rule_count(); ++i) {
    ranks.try_emplace(rules.rule(i).stage, rules.StageRank(rules.rule(i)));
  }
  std::vector<std::pair<size_t, std::string>> order;
  for (const auto& [stage, counts] : stages) {
    const auto rank = ranks.find(stage);
    order.emplace_back(rank == ranks.end() ? SIZE_MAX : rank->second, stage);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::string> names;
  names.reserve(order.size());
  for (auto& [rank, name] : order) names.push_back(std::move(name));
  return names;
}

// The agencies by name, those with most defects first, and one for all that have no place.
template <typename Map>
auto MostFirst(const Map& agencies, Lang lang) {
  using Agency = typename Map::mapped_type;
  std::vector<std::pair<std::string, Agency>> rows(agencies.begin(), agencies.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return SumOf(a.second.severities) > SumOf(b.second.severities);
  });
  if (rows.size() <= kMostAgencies) return rows;
  Agency others;
  for (size_t i = kMostAgencies - 1; i < rows.size(); ++i) {
    const Agency& one = rows[i].second;
    for (size_t s = 0; s < one.severities.size(); ++s) others.severities[s] += one.severities[s];
    for (const auto& [stage, count] : one.stages) others.stages[stage] += count;
  }
  const size_t left = rows.size() - (kMostAgencies - 1);
  rows.resize(kMostAgencies - 1);
  rows.emplace_back(Say(lang, page_text::kPageOthers, {std::to_string(left)}), std::move(others));
  return rows;
}

}  // namespace

void DefectCounts::Add(const CaseBlock& block) {
  for (const FindingBlock& finding : block.findings) {
    if (finding.rank >= kSeverities) continue;
    ++stages_[finding.stage][finding.rank];
    Agency& agency = agencies_[block.agency];
    ++agency.severities[finding.rank];
    ++agency.stages[finding.stage];
  }
}

std::string DefectCounts::StageBars(const RunInfo& info) const {
  std::vector<BarRow> rows;
  for (const std::string& stage : InOrder(stages_, *info.rules)) {
    rows.push_back({stage, PiecesOf(stages_.at(stage))});
  }
  return BarTable(Say(info.lang, page_text::kPageByStage), rows);
}

std::string DefectCounts::AgencyBars(const RunInfo& info) const {
  std::vector<BarRow> rows;
  for (const auto& [name, agency] : MostFirst(agencies_, info.lang)) {
    rows.push_back({name, PiecesOf(agency.severities)});
  }
  return BarTable(Say(info.lang, page_text::kPageByAgency), rows);
}

std::string DefectCounts::HeatMap(const RunInfo& info) const {
  if (agencies_.size() < 2) return "";
  const std::vector<std::string> stages = InOrder(stages_, *info.rules);
  const auto rows = MostFirst(agencies_, info.lang);
  uint64_t most = 1;
  for (const auto& [name, agency] : rows) {
    for (const auto& [stage, count] : agency.stages) most = std::max(most, count);
  }
  const std::string title = PageText(Say(info.lang, page_text::kPageHeat));
  std::string out = "<section class=\"wide\" tabindex=\"0\" aria-label=\"" + title +
                    "\"><table class=\"heat\"><caption>" + title + "<small>" +
                    PageText(Say(info.lang, page_text::kPageHeatMore)) +
                    "</small></caption><thead><tr><th scope=\"col\">" +
                    PageText(Say(info.lang, page_text::kPageAgency)) + "</th>";
  for (const std::string& stage : stages) {
    out += "<th scope=\"col\"><span>" + PageText(stage) + "</span></th>";
  }
  out += "</tr></thead><tbody>\n";
  for (const auto& [name, agency] : rows) {
    out += "<tr><th scope=\"row\">" + Bdi(name, kNameCells) + "</th>";
    for (const std::string& stage : stages) {
      const auto count = agency.stages.find(stage);
      if (count == agency.stages.end()) {
        out += "<td></td>";
        continue;
      }
      const uint64_t shade = (count->second * kShades + most - 1) / most;
      out +=
          "<td class=\"h" + std::to_string(shade) + "\">" + std::to_string(count->second) + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></section>\n";
}

std::string GradeBars(const Scheme& scheme, const Summary& summary, Lang lang) {
  std::vector<BarRow> rows;
  for (size_t i = 0; i < summary.by_grade.size() && i < scheme.grades.size(); ++i) {
    rows.push_back({scheme.grades[i].name, {{"q", summary.by_grade[i]}}});
  }
  return BarTable(Say(lang, page_text::kPageGrades), rows);
}

}  // namespace anjuan
