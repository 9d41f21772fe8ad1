#include "report/html_timeline.h"

#include <algorithm>
#include <map>

#include "base/display_width.h"
#include "base/texts/page.h"
#include "report/html_day_scale.h"
#include "report/html_escape.h"
#include "report/period_bar.h"
#include "report/period_words.h"

namespace anjuan {
namespace {

constexpr int kWidth = 960;
constexpr int kTrack = 376;  // where the scale begins; words stand to the left
constexpr int kTrackWidth = kWidth - kTrack - 8;
constexpr int kLabel = 88;  // behind the date
constexpr int kHead = 26;   // months
constexpr int kStepRow = 19;
constexpr int kPeriodRow = 37;
constexpr int kMonthRoom = 62;
constexpr size_t kLabelCells = 44;
constexpr size_t kPeriodCells = 58;

struct Step {
  std::vector<std::string> own;   // of the case
  std::vector<std::string> rows;  // of its lists
};

// 送达[0].送达日期 of a decision: 送达.送达日期 处罚决定书.
std::string LabelOfRow(const Event& event) {
  std::string label;
  bool index = false;
  for (const char c : event.label) {
    if (c == '[') index = true;
    if (!index) label.push_back(c);
    if (c == ']') index = false;
  }
  const bool number = event.about.find_first_not_of("0123456789") == std::string::npos;
  return number ? label : label + ' ' + event.about;
}

void AddOnce(const std::string& label, std::vector<std::string>& labels) {
  if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
}

class Picture {
 public:
  Picture(const Timeline& timeline, Lang lang) : lang_(lang) {
    for (const Event& event : timeline.events) {
      const bool own = event.path.find('[') == std::string::npos;
      Step& step = steps_[DateOfMoment(event.seconds)];
      AddOnce(own ? event.label : LabelOfRow(event), own ? step.own : step.rows);
    }
    KeepTheCourse();
    for (const JudgedPeriod& period : timeline.periods) {
      if (!BarOf(period).empty()) periods_.push_back(&period);
    }
  }

  std::string Draw() {
    std::vector<Date> days;
    std::vector<DayScale::Span> spans;
    for (const auto& [day, step] : steps_) days.push_back(day);
    for (const JudgedPeriod* const period : periods_) {
      const auto& count = period->count;
      days.insert(days.end(), {*count.from, *count.until, *count.due});
      spans.push_back({std::min({*count.from, *count.due, *count.until}),
                       std::max({*count.until, *count.due, *count.from})});
    }
    if (days.empty()) return "";
    const DayScale scale(days, spans, kTrackWidth);
    scale_ = &scale;
    height_ = kHead;
    for (const auto& [day, step] : steps_) DrawStep(day, step);
    if (!periods_.empty()) height_ += 8;
    for (const JudgedPeriod* const period : periods_) DrawPeriod(*period);
    const auto missed = std::count_if(periods_.begin(), periods_.end(),
                                      [](const auto* p) { return IsMissed(p->state); });
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    const std::string says = Say(lang_, page_text::kPageTimelineSays,
                                 {FormatDate(*first), FormatDate(*last),
                                  std::to_string(periods_.size()), std::to_string(missed)});
    std::string out = "<figure class=\"tl\" tabindex=\"0\" role=\"group\" aria-label=\"" +
                      PageText(Say(lang_, page_text::kPageTimeline)) +
                      "\"><svg role=\"img\" aria-label=\"" + PageText(says) + "\" viewBox=\"0 0 " +
                      N(kWidth) + " " + N(height_ + 4) + "\">";
    DrawScale(out);
    out += body_ + "</svg>";
    if (undrawn_ > 0) {
      out += "<figcaption>" +
             PageText(Say(lang_, page_text::kPageTimelineMore, {std::to_string(undrawn_)})) +
             "</figcaption>";
    }
    return out + "</figure>\n";
  }

 private:
  static std::string N(int number) { return std::to_string(number); }

  // Days before the first and behind the last step of the case itself are those of people and
  // papers: birth dates, certificates.
  void KeepTheCourse() {
    const auto own = [](const auto& step) { return !step.second.own.empty(); };
    const auto first = std::find_if(steps_.begin(), steps_.end(), own);
    if (first == steps_.end()) return;
    const auto last = std::find_if(steps_.rbegin(), steps_.rend(), own).base();
    for (auto step = steps_.begin(); step != first; step = steps_.erase(step))
      Undrawn(step->second);
    for (auto step = last; step != steps_.end(); step = steps_.erase(step)) Undrawn(step->second);
  }
  void Undrawn(const Step& step) { undrawn_ += step.rows.size(); }

  int X(Date day) const { return kTrack + scale_->At(day); }

  void Text(std::string_view kind, int x, int y, std::string_view text, std::string& out) const {
    out += "<text";
    if (!kind.empty()) out += " class=\"" + std::string(kind) + '"';
    out += " x=\"" + N(x) + "\" y=\"" + N(y) + "\">" + PageText(text) + "</text>";
  }

  // Inside of [from, to), never without a width.
  void Rect(char kind, int from, int to, int y, int height) {
    body_ += std::string("<rect class=\"") + kind + "\" x=\"" + N(from) + "\" y=\"" + N(y) +
             "\" width=\"" + N(std::max(2, to - from)) + "\" height=\"" + N(height) + "\"/>";
  }

  void DrawScale(std::string& out) const {
    std::string lines;
    for (const Date month : scale_->Months(kMonthRoom)) {
      Text("m", X(month) + 4, 12, FormatDate(month).substr(0, 7), out);
      lines += "M" + N(X(month)) + " 2V" + N(height_);
    }
    if (!lines.empty()) out += "<path class=\"g\" d=\"" + lines + "\"/>";
    for (const DayScale::Gap& gap : scale_->gaps()) {
      const int middle = kTrack + (gap.from + gap.to) / 2;
      out += "<path class=\"b\" d=\"M" + N(middle) + " 2V" + N(height_) + "\"/>";
      Text("m c", middle, 12, Say(lang_, page_text::kPageGap, {std::to_string(gap.days)}), out);
    }
  }

  void DrawStep(Date day, const Step& step) {
    const std::vector<std::string>& labels = step.own.empty() ? step.rows : step.own;
    const size_t all = step.own.size() + step.rows.size();
    const std::string more = Say(lang_, page_text::kPageMoreLabels, {std::to_string(all)});
    const size_t room = kLabelCells - (all > 1 ? DisplayWidth(more) : 0);
    std::string text = CutTo(OneLine(labels[0]), room);
    size_t shown = 1;
    for (; shown < labels.size(); ++shown) {
      const std::string longer = text + Say(lang_, TextId::kListComma) + OneLine(labels[shown]);
      if (DisplayWidth(longer) > room) break;
      text = longer;
    }
    if (shown < all) text += more;
    const int y = height_ + 13;
    Text("d", 0, y, FormatDate(day), body_);
    Text(step.own.empty() ? "m" : "", kLabel, y, text, body_);
    body_ += "<circle class=\"" + std::string(step.own.empty() ? "o" : "n") + "\" cx=\"" +
             N(X(day)) + "\" cy=\"" + N(y - 4) + "\" r=\"4\"/>";
    height_ += kStepRow;
  }

  void DrawPeriod(const JudgedPeriod& period) {
    const bool missed = IsMissed(period.state);
    const bool named = period.from.field != nullptr && period.to.field != nullptr;
    std::string what = StateWords(period, lang_) + "  " + period.rule->id + "  ";
    what += named ? period.from.label + " → " + period.to.label : period.rule->title;
    Text(missed ? "k w" : "k", 0, height_ + 14, CutTo(OneLine(what), kPeriodCells), body_);
    Text("m", 0, height_ + 29, CutTo(PeriodFacts(period, lang_), kPeriodCells), body_);
    const DeadlineJudge::Count& count = period.count;
    const bool before = period.kind == DeadlineKind::kBefore;
    Date at = before ? std::min(*count.from, *count.due) : *count.from;
    const int y = height_ + 8;
    std::vector<std::pair<char, Date>> marks;
    for (const BarPart& part : BarOf(period)) {
      if (part.sign == '|' || (part.days == 0 && part.sign != '=')) {
        marks.emplace_back(part.sign, part.sign == '|' ? *count.due : at);
        continue;
      }
      const Date end{at.days + static_cast<int32_t>(part.days)};
      Rect(part.sign == '!' ? 'w' : (part.sign == '.' ? 'l' : 'r'), X(at), X(end), y, 10);
      at = end;
    }
    for (const auto& [sign, day] : marks) {
      if (sign == '|') {
        Rect('u', X(day) - 1, X(day) + 1, y - 3, 16);
      } else {
        Rect(sign == '>' ? 'y' : 'w', X(day) - 1, X(day) + 1, y, 10);
      }
    }
    height_ += kPeriodRow;
  }

  Lang lang_;
  std::map<Date, Step> steps_;
  std::vector<const JudgedPeriod*> periods_;
  size_t undrawn_ = 0;
  const DayScale* scale_ = nullptr;
  int height_ = 0;
  std::string body_;
};

}  // namespace

std::string TimelinePicture(const Timeline& timeline, Lang lang) {
  return Picture(timeline, lang).Draw();
}

}  // namespace anjuan
