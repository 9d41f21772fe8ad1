#include "audit/labels.h"
#include "report/inspect_writer.h"
#include "report/json_objects.h"
#include "report/json_out.h"

namespace anjuan {
namespace {

std::string_view NameOf(Row::What what) {
  constexpr std::string_view kNames[] = {"entity", "list", "element", "value"};
  return kNames[static_cast<size_t>(what)];
}

std::string_view NameOf(State state) {
  switch (state) {
    case State::kPresent:
      return "present";
    case State::kBlank:
      return "blank";
    case State::kPartial:
      return "partial";
    case State::kMissing:
      break;
  }
  return "unread";
}

std::string_view NameOf(ValueProblem::Kind kind) {
  constexpr std::string_view kNames[] = {"does_not_parse", "given_twice", "too_long", "too_many"};
  return kNames[static_cast<size_t>(kind)];
}

void AddPaths(const std::vector<const Field*>& fields, Json& json) {
  json.OpenList();
  for (const Field* const field : fields) json.Text(field->path);
  json.CloseList();
}

void AddRow(const Row& row, Json& json) {
  const bool named = row.what == Row::What::kElement && !row.value.empty();
  const bool list = row.what == Row::What::kList;
  json.Open();
  json.Key("path").Text(row.path);
  json.Key("label").Text(row.label);
  json.Key("is").Text(NameOf(row.what));
  json.Key("state").Text(NameOf(row.state));
  json.Key("value");
  const bool filled =
      row.what == Row::What::kValue && (row.state == State::kPresent || row.state == State::kBlank);
  filled || named ? json.Text(row.value) : json.Null();
  json.Key("count");
  list ? json.Number(row.count) : json.Null();
  json.Key("open");
  list ? json.Bool(row.open) : json.Null();
  json.Key("line").LineOrNull(row.line);
  json.Key("from").TextOrNull(row.from);
  json.Close();
}

void AddEvent(const Event& event, Json& json) {
  json.Open();
  json.Key("at").Text(event.has_time ? FormatMoment(event.seconds)
                                     : FormatDate(DateOfMoment(event.seconds)));
  json.Key("path").Text(event.path);
  json.Key("label").Text(event.label);
  json.Key("about").TextOrNull(event.about);
  json.Key("line").LineOrNull(event.line);
  json.Close();
}

std::string PathOf(const PeriodEnd& end) { return end.field == nullptr ? "" : end.field->path; }

void AddPeriod(const JudgedPeriod& period, Json& json) {
  const DeadlineJudge::Count& count = period.count;
  json.Open();
  json.Key("rule").Text(period.rule->id);
  json.Key("title").Text(period.rule->title);
  json.Key("kind").Text(KeyOf(period.kind));
  json.Key("state").Text(anjuan::NameOf(period.state));
  json.Key("element").TextOrNull(period.element);
  json.Key("from").DateOrNull(count.from);
  json.Key("from_path").TextOrNull(PathOf(period.from));
  json.Key("to").DateOrNull(count.to);
  json.Key("to_path").TextOrNull(PathOf(period.to));
  json.Key("until").DateOrNull(count.until);
  json.Key("due").DateOrNull(count.due);
  json.Key("counted").NumberOrNull(count.counted);
  json.Key("allowed").NumberOrNull(count.allowed);
  json.Key("excluded").NumberOrNull(count.excluded);
  json.Key("unit").Text(count.workdays ? "workdays" : "days");
  json.Key("days_left").NumberOrNull(count.days_left);
  json.Close();
}

class InspectJson final : public InspectWriter {
 public:
  explicit InspectJson(const RunInfo& info) : info_(info) {}

  void Begin(std::string_view file, std::string& out) override {
    Json head(out);
    head.Open();
    head.Key("file").FileName(file);
    AddPacks(info_, head);
    head.Key("as_of").Text(FormatDate(info_.as_of));
    out += ",\n\"cases\":[";  // the object goes on in End
    any_case_ = false;
  }

  void Case(const Inspection& inspection, std::string& out) override {
    out += any_case_ ? ",\n" : "\n";
    any_case_ = true;
    Json json(out);
    json.Open();
    json.Key("record").Number(inspection.record);
    AddIdentity(inspection.identity, json);
    const Listing& listing = inspection.listing;
    json.Key("fields").OpenList();
    for (const Row& row : listing.rows) AddRow(row, json);
    json.CloseList();
    AddPaths(listing.missing, json.Key("missing"));
    AddPaths(listing.absent, json.Key("absent"));
    json.Key("problems").OpenList();
    for (const ValueProblem& problem : inspection.problems) AddProblem(problem, json);
    json.CloseList();
    json.Key("timeline").OpenList();
    for (const Event& event : listing.events) AddEvent(event, json);
    json.CloseList();
    json.Key("pack_applies").Bool(inspection.applies);
    json.Key("periods").OpenList();
    for (const JudgedPeriod& period : inspection.periods) AddPeriod(period, json);
    json.CloseList();
    json.Key("undecided").OpenList();
    for (const UndecidedPeriod& period : inspection.undecided) {
      json.Open();
      json.Key("rule").Text(period.rule->id);
      json.Key("title").Text(period.rule->title);
      json.Key("message").Text(period.message);
      json.Key("missing").Texts(period.missing);
      json.Close();
    }
    json.CloseList();
    json.Close();
  }

  void End(const std::vector<UnknownName>& unknown, const std::optional<InputFinding>& problem,
           std::string& out) override {
    out += "],\n\"unknown_names\":";
    AppendNames(unknown, out);
    out += ",\n\"problem\":";
    AppendProblem(problem, out);
    out += "}\n";
  }

 private:
  void AppendNames(const std::vector<UnknownName>& unknown, std::string& out) const {
    Json json(out);
    json.OpenList();
    for (const UnknownName& name : unknown) {
      json.Open();
      json.Key("name").Text(name.name);
      json.Key("path").Text(name.path);
      json.Key("line").LineOrNull(name.line);
      json.Key("message").Text(Say(info_.lang, FindingOf(name).message));
      json.Close();
    }
    json.CloseList();
  }

  void AppendProblem(const std::optional<InputFinding>& problem, std::string& out) const {
    Json json(out);
    if (!problem) return json.Null();
    json.Open();
    json.Key("problem").Text(anjuan::NameOf(problem->problem));
    json.Key("line").LineOrNull(problem->line);
    json.Key("message").Text(Say(info_.lang, problem->message));
    json.Close();
  }

  void AddProblem(const ValueProblem& problem, Json& json) const {
    json.Open();
    json.Key("path").Text(problem.path);
    json.Key("problem").Text(NameOf(problem.kind));
    json.Key("value").Text(problem.value);
    json.Key("line").LineOrNull(problem.line);
    json.Key("message").Text(WhyNotRead(problem, info_.lang));
    json.Close();
  }

  RunInfo info_;
  bool any_case_ = false;
};

}  // namespace

std::unique_ptr<InspectWriter> MakeInspectJson(const RunInfo& info) {
  return std::make_unique<InspectJson>(info);
}

}  // namespace anjuan
