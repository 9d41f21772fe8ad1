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

constexpr int kWidth = 1000;    // of the scale; places are told in tenths of a percent
constexpr int kLineRoom = 30;   // between months
constexpr int kWordRoom = 190;  // between their names, on the narrowest screen
constexpr size_t kLabelCells = 88;
constexpr size_t kPeriodCells = 110;

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
    const DayScale scale(days, spans, kWidth);
    scale_ = &scale;
    const auto missed = std::count_if(periods_.begin(), periods_.end(),
                                      [](const auto* p) { return IsMissed(p->state); });
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    out_ = "<figure class=\"tl\" aria-label=\"" +
           PageText(Say(lang_, page_text::kPageTimelineSays,
                        {FormatDate(*first), FormatDate(*last), std::to_string(periods_.size()),
                         std::to_string(missed)})) +
           "\">";
    DrawScale();
    out_ += "<ol>\n";
    for (const auto& [day, step] : steps_) DrawStep(day, step);
    out_ += "</ol>";
    if (!periods_.empty()) {
      out_ += "<ul>\n";
      for (const JudgedPeriod* const period : periods_) DrawPeriod(*period);
      out_ += "</ul>";
    }
    if (undrawn_ > 0) {
      out_ += "<figcaption>" +
              PageText(Say(lang_, page_text::kPageTimelineMore, {std::to_string(undrawn_)})) +
              "</figcaption>";
    }
    return std::move(out_) + "</figure>\n";
  }

 private:
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

  static std::string Percent(int place) {
    const std::string tenths = place % 10 == 0 ? "" : "." + std::to_string(place % 10);
    return std::to_string(place / 10) + tenths + '%';
  }
  std::string X(Date day) const { return Percent(scale_->At(day)); }

  // Never without a width.
  void Rect(char kind, Date from, Date to) {
    const int start = scale_->At(from);
    out_ += std::string("<rect class=\"") + kind + "\" x=\"" + Percent(start) +
            "\" y=\"6\" width=\"" + Percent(std::max(4, scale_->At(to) - start)) +
            "\" height=\"10\"/>";
  }
  void Mark(char kind, Date day) {
    out_ += std::string("<rect class=\"") + kind + "\" x=\"" + X(day) +
            "\" y=\"2\" width=\"2\" height=\"18\"/>";
  }

  // Behind all rows.
  void DrawScale() {
    std::string lines;
    std::string words;
    std::vector<int> taken;
    const auto word = [&](int at, const std::string& text) {
      const bool room = std::none_of(taken.begin(), taken.end(),
                                     [at](int other) { return std::abs(other - at) < kWordRoom; });
      if (!room || at > kWidth - kWordRoom / 2) return;
      taken.push_back(at);
      words += "<text x=\"" + Percent(at) + "\" y=\"12\">" + PageText(text) + "</text>";
    };
    for (const DayScale::Gap& gap : scale_->gaps()) {
      const int middle = (gap.from + gap.to) / 2;
      lines += "<line class=\"b\" x1=\"" + Percent(middle) + "\" x2=\"" + Percent(middle) +
               "\" y2=\"100%\"/>";
      word(middle, Say(lang_, page_text::kPageGap, {std::to_string(gap.days)}));
    }
    for (const Date month : scale_->Months(kLineRoom)) {
      lines += "<line x1=\"" + X(month) + "\" x2=\"" + X(month) + "\" y2=\"100%\"/>";
      word(scale_->At(month), FormatDate(month).substr(0, 7));
    }
    out_ += "<svg class=\"ax\" aria-hidden=\"true\">" + lines + words + "</svg>";
  }

  void OpenSvg() { out_ += "<svg aria-hidden=\"true\">"; }

  void DrawStep(Date day, const Step& step) {
    const bool own = !step.own.empty();
    const std::vector<std::string>& labels = own ? step.own : step.rows;
    const size_t all = step.own.size() + step.rows.size();
    std::string text = CutTo(OneLine(labels[0]), kLabelCells);
    size_t shown = 1;
    for (; shown < labels.size(); ++shown) {
      const std::string longer = text + Say(lang_, TextId::kListComma) + OneLine(labels[shown]);
      if (DisplayWidth(longer) > kLabelCells / 2) break;
      text = longer;
    }
    if (shown < all) text += Say(lang_, page_text::kPageMoreLabels, {std::to_string(all)});
    out_ += "<li><time>" + FormatDate(day) + (own ? "</time><span>" : "</time><span class=\"o\">") +
            Bdi(text) + "</span>";
    OpenSvg();
    out_ += "<circle class=\"" + std::string(own ? "n" : "o") + "\" cx=\"" + X(day) +
            "\" cy=\"50%\" r=\"4\"/></svg></li>\n";
  }

  void DrawPeriod(const JudgedPeriod& period) {
    const bool named = period.from.field != nullptr && period.to.field != nullptr;
    const std::string what =
        period.rule->id + ' ' +
        (named ? period.from.label + " → " + period.to.label : period.rule->title);
    out_ += IsMissed(period.state) ? "<li class=\"w\"><span><b>" : "<li><span><b>";
    out_ += PageText(StateWords(period, lang_)) + "</b>" + Bdi(what, kPeriodCells) + "<small>" +
            PageText(PeriodFacts(period, lang_)) + "</small></span>";
    OpenSvg();
    const DeadlineJudge::Count& count = period.count;
    Date at =
        period.kind == DeadlineKind::kBefore ? std::min(*count.from, *count.due) : *count.from;
    std::vector<std::pair<char, Date>> marks;
    for (const BarPart& part : BarOf(period)) {
      if (part.days == 0) {
        marks.emplace_back(part.sign, part.sign == '|' ? *count.due : at);
        continue;
      }
      const Date end{at.days + static_cast<int32_t>(part.days)};
      Rect(part.sign == '!' ? 'w' : (part.sign == '.' ? 'l' : 'r'), at, end);
      at = end;
    }
    for (const auto& [sign, day] : marks) Mark(sign == '|' ? 'u' : (sign == '>' ? 'y' : 'w'), day);
    out_ += "</svg></li>\n";
  }

  Lang lang_;
  std::map<Date, Step> steps_;
  std::vector<const JudgedPeriod*> periods_;
  size_t undrawn_ = 0;
  const DayScale* scale_ = nullptr;
  std::string out_;
};

}  // namespace

std::string TimelinePicture(const Timeline& timeline, Lang lang) {
  return Picture(timeline, lang).Draw();
}

}  // namespace anjuan
