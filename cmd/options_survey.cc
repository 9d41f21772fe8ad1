// summary, circular, recheck: their options.
#include <memory>

#include "base/texts/survey.h"
#include "cmd/option_values.h"
#include "report/document_formats.h"
#include "report/survey_tables.h"

namespace anjuan {
namespace {

namespace text = survey_text;

constexpr uint64_t kMostRows = 1'000'000;
constexpr unsigned kMostJobs = 1024;

std::vector<OutputChoice> DocumentsOf(const std::vector<std::string>& written) {
  std::vector<std::string_view> formats;
  for (const DocumentFormat& format : DocumentFormats()) formats.push_back(format.name);
  std::vector<OutputChoice> outputs;
  bool standard_output = false;
  for (const std::string& one : written) {
    const size_t equals = one.find('=');
    OutputChoice choice;
    choice.format = OneOf("-o", one.substr(0, equals), formats);
    if (equals != std::string::npos) choice.file = one.substr(equals + 1);
    if (choice.file.empty() && FindDocumentFormat(choice.format)->binary) {
      throw UsageError{text::kBinaryToFile, {choice.format}, {}};
    }
    if (choice.file.empty() && standard_output) {
      throw UsageError{TextId::kOneStandardOutput, {}, {}};
    }
    standard_output = standard_output || choice.file.empty();
    outputs.push_back(std::move(choice));
  }
  return outputs;
}

Dimension DimensionOf(const std::string& option, const std::string& value) {
  std::vector<std::string_view> names;
  names.reserve(kDimensions);
  for (int i = 0; i < kDimensions; ++i) names.push_back(KeyOf(static_cast<Dimension>(i)));
  OneOf(option, value, names);
  int i = 0;
  while (names[static_cast<size_t>(i)] != value) ++i;
  return static_cast<Dimension>(i);
}

struct RawSummary {
  SummaryCommand command;
  std::vector<std::string> by;
  std::string rank;
  std::string least;
  std::string top;
  std::vector<std::string> outputs;
};

SummaryCommand BuildSummary(const RawSummary& raw) {
  SummaryCommand command = raw.command;
  if (command.reports.empty()) throw UsageError{text::kWantsReport, {}, {}};
  for (const std::string& one : raw.by) command.by.push_back(DimensionOf("--by", one));
  if (command.by.empty()) command.by = {Dimension::kAgency, Dimension::kGroup, Dimension::kStage};
  if (!raw.rank.empty()) command.rank = DimensionOf("--rank", raw.rank);
  if (command.rank == Dimension::kStage || command.rank == Dimension::kRule) {
    throw UsageError{text::kRankPlaces, {raw.rank}, {}};
  }
  if (!raw.least.empty()) command.least = Count("--least", raw.least, kMostRows);
  if (!raw.top.empty()) command.top = Count("--top", raw.top, kMostRows);
  command.outputs = DocumentsOf(raw.outputs);
  return command;
}

struct RawCircular {
  CircularCommand command;
  std::string due;
  std::string least;
  std::string listed;
  std::vector<std::string> outputs;
};

CircularCommand BuildCircular(const RawCircular& raw) {
  CircularCommand command = raw.command;
  if (command.reports.empty()) throw UsageError{text::kWantsReport, {}, {}};
  command.due = DateOf("--due", raw.due);
  if (!raw.least.empty()) command.least = Count("--least", raw.least, kMostRows);
  if (!raw.listed.empty()) command.listed = Count("--listed", raw.listed, kMostRows);
  command.outputs = DocumentsOf(raw.outputs);
  return command;
}

struct RawRecheck {
  RecheckCommand command;
  std::string as_of;
  std::string fail_on = "major";
  std::string jobs;
  std::vector<std::string> outputs;
};

RecheckCommand BuildRecheck(const RawRecheck& raw) {
  RecheckCommand command = raw.command;
  if (command.earlier.empty()) throw UsageError{text::kWantsReport, {}, {}};
  if (command.audit.inputs.empty()) throw UsageError{TextId::kWantsPath, {}, {}};
  OneOf("--fail-on", raw.fail_on, {"fatal", "major", "minor", "hint", "never"});
  command.audit.fail_on = SeverityNamed(raw.fail_on);
  command.audit.as_of = DateOf("--as-of", raw.as_of);
  if (!raw.jobs.empty()) {
    command.audit.jobs = static_cast<unsigned>(Count("--jobs", raw.jobs, kMostJobs));
  }
  command.audit.outputs = DocumentsOf(raw.outputs);
  return command;
}

void AddOutputs(CommandRow& to, std::vector<std::string>& outputs) {
  to.Values("-o,--output", outputs, text::kHelpDocumentOutput, "FORMAT[=FILE]", Takes::kDocument);
}

}  // namespace

void DefineSurvey(CommandRow& root) {
  const std::string dimensions = "agency|group|stage|rule|officer|sector|month";
  const auto s = std::make_shared<RawSummary>();
  CommandRow& summary = root.Add("summary", text::kHelpSummary, [s] { return BuildSummary(*s); });
  summary.Arguments("IN", s->command.reports, text::kHelpReports, Takes::kFile);
  summary.Values("--by", s->by, text::kHelpBy, dimensions, Takes::kChoice);
  summary.Value("--rank", s->rank, text::kHelpRank, dimensions, Takes::kChoice);
  summary.Value("--least", s->least, text::kHelpLeast, "N");
  summary.Value("--top", s->top, text::kHelpTop, "N");
  summary.Values("--compare", s->command.earlier, text::kHelpCompare, "EARLIER", Takes::kFile);
  AddOutputs(summary, s->outputs);

  const auto c = std::make_shared<RawCircular>();
  CommandRow& circular =
      root.Add("circular", text::kHelpCircular, [c] { return BuildCircular(*c); });
  circular.Arguments("IN", c->command.reports, text::kHelpReports, Takes::kFile);
  circular.Value("--template", c->command.form, text::kHelpTemplate, "NAME|FILE", Takes::kFile);
  circular.Value("--due", c->due, text::kHelpDue, "DATE");
  circular.Values("--agency", c->command.agencies, text::kHelpAgency, "NAME");
  circular.Value("--least", c->least, text::kHelpLeast, "N");
  circular.Value("--listed", c->listed, text::kHelpListed, "N");
  AddOutputs(circular, c->outputs);

  const auto r = std::make_shared<RawRecheck>();
  CommandRow& recheck = root.Add("recheck", text::kHelpRecheck, [r] { return BuildRecheck(*r); });
  recheck.Argument("EARLIER", r->command.earlier, text::kHelpEarlierReport, Takes::kFile);
  recheck.Arguments("PATH", r->command.audit.inputs, TextId::kHelpPath, Takes::kPath);
  AddRules(recheck, r->command.audit.rules);
  recheck.Value("--scheme", r->command.audit.scheme, TextId::kHelpScheme, "NAME|FILE",
                Takes::kScheme);
  recheck.Value("--fail-on", r->fail_on, TextId::kHelpFailOn, "fatal|major|minor|hint|never",
                Takes::kChoice);
  AddAsOf(recheck, r->as_of);
  recheck.Value("-j,--jobs", r->jobs, TextId::kHelpJobs, "N");
  AddOutputs(recheck, r->outputs);
}

}  // namespace anjuan
