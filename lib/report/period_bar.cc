#include "report/period_bar.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace anjuan {
namespace {

constexpr char kRan = '=';
constexpr char kLeft = '.';
constexpr char kToday = '>';
constexpr char kDue = '|';
constexpr char kWrong = '!';

}  // namespace

std::vector<BarPart> BarOf(const JudgedPeriod& period) {
  const DeadlineJudge::Count& count = period.count;
  if (!count.from || !count.until || !count.due) return {};
  const int64_t from = count.from->days;
  const int64_t until = count.until->days;
  const int64_t due = count.due->days;
  std::vector<BarPart> parts;
  const auto stretch = [&](char sign, int64_t days) {
    if (days > 0) parts.push_back({sign, days});
  };
  const auto mark = [&](char sign) { parts.push_back({sign, 0}); };
  if (period.kind == DeadlineKind::kBefore) {
    stretch(kLeft, due - from);
    mark(kDue);
    stretch(kWrong, from - due);
    stretch(kRan, until - std::max(from, due));
    return parts;
  }
  stretch(kRan, std::min(until, due) - from);
  if (period.state == PeriodState::kRunning) mark(kToday);
  const bool too_early = period.state == PeriodState::kTooEarly;
  stretch(too_early ? kWrong : kLeft, due - std::max(until, from));
  if (too_early && until >= due) mark(kWrong);  // on the last day, which must be over
  mark(kDue);
  const bool may_follow = period.kind == DeadlineKind::kAtLeast;
  stretch(may_follow ? kRan : kWrong, until - std::max(due, from));
  return parts;
}

std::string LayOut(const std::vector<BarPart>& parts, size_t cells) {
  assert(cells >= parts.size());
  const int64_t days = std::accumulate(parts.begin(), parts.end(), int64_t{0},
                                       [](int64_t sum, const BarPart& p) { return sum + p.days; });
  std::vector<size_t> widths(parts.size(), 1);
  // Beyond one cell each, a stretch up to here has its share of the rest: no rounding adds up.
  const auto rest = static_cast<int64_t>(cells - parts.size());
  int64_t before = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (days == 0) break;
    const int64_t end = before + parts[i].days;
    widths[i] += static_cast<size_t>(end * rest / days - before * rest / days);
    before = end;
  }
  std::string bar;
  for (size_t i = 0; i < parts.size(); ++i) bar.append(widths[i], parts[i].sign);
  return bar;
}

}  // namespace anjuan
