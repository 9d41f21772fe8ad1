#include "report/html_day_scale.h"

#include <algorithm>
#include <cmath>

namespace anjuan {
namespace {

constexpr int32_t kLongGap = 75;    // days
constexpr double kGapShare = 0.05;  // of what is drawn in full

}  // namespace

DayScale::DayScale(std::vector<Date> days, const std::vector<Span>& spans, int width)
    : width_(width) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const auto shortened = [&](Date from, Date to) {
    return to.days - from.days > kLongGap &&
           std::none_of(spans.begin(), spans.end(),
                        [&](const Span& span) { return span.from < to && from < span.to; });
  };
  double full = 0;
  for (size_t i = 1; i < days.size(); ++i) {
    if (!shortened(days[i - 1], days[i])) full += days[i].days - days[i - 1].days;
  }
  const double gap = std::max(4.0, full * kGapShare);
  for (size_t i = 1; i < days.size(); ++i) {
    const bool is_gap = shortened(days[i - 1], days[i]);
    const double drawn = is_gap ? gap : days[i].days - days[i - 1].days;
    stretches_.push_back({days[i - 1], days[i], drawn_, drawn});
    drawn_ += drawn;
  }
  if (stretches_.empty()) stretches_.push_back({days.front(), days.front(), 0, 0});
  for (const Stretch& stretch : stretches_) {
    if (!shortened(stretch.from, stretch.to)) continue;
    gaps_.push_back({At(stretch.from), At(stretch.to), stretch.to.days - stretch.from.days});
  }
}

int DayScale::At(Date day) const {
  if (drawn_ == 0) return 0;
  const auto after = std::find_if(stretches_.begin(), stretches_.end(),
                                  [day](const Stretch& stretch) { return day <= stretch.to; });
  if (after == stretches_.end()) return width_;
  const double length = std::max(1, after->to.days - after->from.days);
  const double share = std::max(0, day.days - after->from.days) / length;
  return static_cast<int>(std::lround((after->start + share * after->drawn) * width_ / drawn_));
}

std::vector<Date> DayScale::Months(int room) const {
  std::vector<Date> months;
  int last = -room;
  const CivilDay first = CivilOf(stretches_.front().from);
  std::optional<Date> month = MakeDate(first.year, first.month, 1);
  for (; month && *month <= stretches_.back().to; month = AddMonths(*month, 1)) {
    if (*month < stretches_.front().from) continue;
    const int at = At(*month);
    const bool in_gap = std::any_of(gaps_.begin(), gaps_.end(),
                                    [at](const Gap& gap) { return gap.from < at && at < gap.to; });
    if (in_gap || at - last < room) continue;
    months.push_back(*month);
    last = at;
  }
  return months;
}

}  // namespace anjuan
