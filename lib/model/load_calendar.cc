#include "model/load_calendar.h"

#include <map>
#include <string>

#include "yaml/yaml.h"

namespace anjuan {
namespace {

constexpr std::string_view kTo = "..";
constexpr int kSaturday = 6;

std::optional<int> ReadDigits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// Exactly 2024-02-10: one way to write a day, so that a file can be searched for it.
std::optional<Date> ReadDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = ReadDigits(text.substr(0, 4));
  const std::optional<int> month = ReadDigits(text.substr(5, 2));
  const std::optional<int> day = ReadDigits(text.substr(8, 2));
  return year && month && day ? MakeDate(*year, *month, *day) : std::nullopt;
}

class CalendarLoader {
 public:
  CalendarLoader(SourcePtr source, DiagnosticSink& sink)
      : source_(std::move(source)), sink_(sink) {}

  std::unique_ptr<const WorkdayCalendar> Load() {
    const size_t errors_before = sink_.error_count();
    const std::optional<yaml::Document> document = yaml::Parse(source_, sink_);
    if (!document) return nullptr;
    yaml::MapReader top(source_, document->root, sink_);
    top.Text("name", yaml::MapReader::kNeeded);
    top.Text("title", yaml::MapReader::kNeeded);
    const yaml::Node* const years = top.Map("years", yaml::MapReader::kNeeded);
    top.Finish();
    std::vector<WorkdayCalendar::Year> read;
    if (years != nullptr) {
      for (const yaml::Entry& entry : years->entries()) read.push_back(ReadYear(entry));
    }
    if (sink_.error_count() != errors_before) return nullptr;
    return std::make_unique<const WorkdayCalendar>(std::move(read));
  }

 private:
  enum class Kind { kOff, kWork };

  WorkdayCalendar::Year ReadYear(const yaml::Entry& entry) {
    kinds_.clear();
    year_ = ReadDigits(entry.key).value_or(0);
    if (entry.key.size() != 4 || year_ == 0) {
      sink_.Error(source_, entry.key_span, TextId::kCalendarNotAYear, {entry.key});
      return {};
    }
    yaml::MapReader keys(source_, entry.value, sink_);
    keys.Texts("source", yaml::MapReader::kNeeded);
    const yaml::Node* const holidays = keys.Map("holidays", yaml::MapReader::kNeeded);
    keys.Finish();
    if (holidays == nullptr) return {};
    const size_t errors_before = sink_.error_count();
    for (const yaml::Entry& holiday : holidays->entries()) {
      yaml::MapReader days(source_, holiday.value, sink_);
      ReadDays(days.List("off"), Kind::kOff);
      ReadDays(days.List("work"), Kind::kWork);
      days.Finish();
    }
    WorkdayCalendar::Year year;
    year.year = year_;
    for (const auto& [day, kind] : kinds_) {
      (kind == Kind::kOff ? year.holidays : year.makeup_days).push_back(day);
    }
    if (year.holidays.empty() && sink_.error_count() == errors_before) {
      sink_.Error(source_, entry.key_span, TextId::kCalendarNoHolidays, {entry.key});
    }
    return year;
  }

  void ReadDays(const yaml::Node* list, Kind kind) {
    if (list == nullptr) return;
    for (const yaml::Node& item : list->items()) {
      const std::string_view text = item.text();
      const size_t to = text.find(kTo);
      const std::optional<Date> first = ReadDay(text.substr(0, to));
      const std::optional<Date> last =
          to == std::string_view::npos ? first : ReadDay(text.substr(to + kTo.size()));
      if (!first || !last || *last < *first) {
        if (!item.refused()) {
          sink_.Error(source_, item.span(), TextId::kCalendarNotADay, {item.text()});
        }
        continue;
      }
      // The ends first: a span over many years is one mistake, not thousands.
      if (!IsInYear(*first, item) || !IsInYear(*last, item)) continue;
      for (Date day = *first; day <= *last; ++day.days) AddDay(day, kind, item);
    }
  }

  bool IsInYear(Date day, const yaml::Node& item) {
    if (CivilOf(day).year == year_) return true;
    sink_.Error(source_, item.span(), TextId::kCalendarOtherYear,
                {FormatDate(day), std::to_string(year_)});
    return false;
  }

  void AddDay(Date day, Kind kind, const yaml::Node& item) {
    const auto [known, is_new] = kinds_.emplace(day, kind);
    if (!is_new) {
      sink_.Error(source_, item.span(),
                  known->second == kind ? TextId::kCalendarTwice : TextId::kCalendarOffAndWork,
                  {FormatDate(day)});
    } else if (kind == Kind::kWork && WeekdayOf(day) < kSaturday) {
      sink_.Error(source_, item.span(), TextId::kCalendarNoWeekend, {FormatDate(day)});
    }
  }

  SourcePtr source_;
  DiagnosticSink& sink_;
  int year_ = 0;
  std::map<Date, Kind> kinds_;  // of the year that is being read
};

}  // namespace

std::unique_ptr<const WorkdayCalendar> LoadCalendar(SourcePtr source, DiagnosticSink& sink) {
  return CalendarLoader(std::move(source), sink).Load();
}

}  // namespace anjuan
