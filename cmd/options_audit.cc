// audit: its options.
#include <charconv>
#include <memory>

#include "base/texts/gate.h"
#include "base/texts/report.h"
#include "base/texts/survey.h"
#include "cmd/option_values.h"
#include "pack/rule_reader.h"
#include "report/formats.h"

namespace anjuan {
namespace {

struct Raw {
  AuditCommand audit;
  std::string as_of;
  std::string fail_on = "major";
  std::string min_score;
  std::string max_indeterminate;
  std::string jobs;
  std::string color = "auto";
  std::string max_file;
  std::vector<std::string> outputs;
  bool no_progress = false;
  bool quiet = false;
  bool verbose = false;
  std::string group_by = "file";
};

std::vector<OutputChoice> OutputsOf(const std::vector<std::string>& written) {
  std::vector<OutputChoice> outputs;
  std::vector<std::string_view> formats;
  for (const ReportFormat& format : ReportFormats()) formats.push_back(format.name);
  bool standard_output = false;
  for (const std::string& text : written) {
    const size_t equals = text.find('=');
    OutputChoice choice;
    choice.format = OneOf("-o", text.substr(0, equals), formats);
    if (equals != std::string::npos) {
      choice.file = text.substr(equals + 1);
      if (choice.file.empty()) throw UsageError{gate_text::kOptionIsEmpty, {"-o " + text}, {}};
    }
    if (choice.file.empty() && FindReportFormat(choice.format)->binary) {
      throw UsageError{survey_text::kBinaryWantsFile, {choice.format}, {}};
    }
    if (choice.file.empty() && standard_output) {
      throw UsageError{TextId::kOneStandardOutput, {}, {}};
    }
    standard_output = standard_output || choice.file.empty();
    outputs.push_back(std::move(choice));
  }
  return outputs;
}

std::optional<Points> MinScoreOf(const std::string& value) {
  if (value.empty()) return std::nullopt;
  const std::optional<Points> points = ParsePoints(value);
  if (!points) throw UsageError{gate_text::kOptionPoints, {"--min-score", value}, {}};
  return points;
}

// 30, 20%
std::optional<IndeterminateLimit> MaxIndeterminateOf(const std::string& value) {
  if (value.empty()) return std::nullopt;
  IndeterminateLimit limit;
  limit.is_percent = value.ends_with('%');
  const char* const last = value.data() + value.size() - (limit.is_percent ? 1 : 0);
  const auto [end, error] = std::from_chars(value.data(), last, limit.most);
  const uint64_t most = limit.is_percent ? 100 : 1'000'000;
  if (error != std::errc() || end != last || limit.most > most) {
    throw UsageError{gate_text::kOptionShare, {"--max-indeterminate", value}, {}};
  }
  return limit;
}

AuditCommand Build(const Raw& raw) {
  AuditCommand audit = raw.audit;
  if (audit.inputs.empty()) throw UsageError{TextId::kWantsPath, {}, {}};
  OneOf("--fail-on", raw.fail_on, {"fatal", "major", "minor", "hint", "never"});
  audit.fail_on = SeverityNamed(raw.fail_on);
  audit.color = ColorOf(raw.color);
  audit.progress = !raw.no_progress;
  audit.as_of = DateOf("--as-of", raw.as_of);
  audit.jobs = JobsOf(raw.jobs);
  audit.limits = LimitsOf(raw.max_file);
  audit.gate.min_score = MinScoreOf(raw.min_score);
  audit.gate.max_indeterminate = MaxIndeterminateOf(raw.max_indeterminate);
  audit.outputs = OutputsOf(raw.outputs);
  if (raw.quiet && raw.verbose) {
    throw UsageError{TextId::kOptionsExclude, {"--quiet", "--verbose"}, {}};
  }
  audit.detail = raw.quiet ? Detail::kQuiet : raw.verbose ? Detail::kVerbose : Detail::kNormal;
  OneOf("--group-by", raw.group_by, {"file", "rule", "agency", "stage"});
  audit.group_by = raw.group_by == "rule"     ? GroupBy::kRule
                   : raw.group_by == "agency" ? GroupBy::kAgency
                   : raw.group_by == "stage"  ? GroupBy::kStage
                                              : GroupBy::kFile;
  return audit;
}

}  // namespace

void DefineAudit(CommandRow& root) {
  const auto raw = std::make_shared<Raw>();
  CommandRow& audit = root.Add("audit", TextId::kHelpAudit, [raw] { return Build(*raw); });
  audit.Arguments("PATH", raw->audit.inputs, TextId::kHelpPath, Takes::kPath);
  AddRules(audit, raw->audit.rules);
  audit.Value("--scheme", raw->audit.scheme, TextId::kHelpScheme, "NAME|FILE", Takes::kScheme);
  audit.Flag("--quiet", raw->quiet, report_text::kHelpQuiet);
  audit.Flag("--verbose", raw->verbose, report_text::kHelpVerbose);
  audit.Value("--group-by", raw->group_by, report_text::kHelpGroupBy, "file|rule|agency|stage",
              Takes::kChoice);
  audit.Flag("--score", raw->audit.arithmetic, TextId::kHelpScore);
  audit.Values("-o,--output", raw->outputs, TextId::kHelpOutput, "FORMAT[=FILE]", Takes::kReport);
  audit.Value("--fail-on", raw->fail_on, TextId::kHelpFailOn, "fatal|major|minor|hint|never",
              Takes::kChoice);
  audit.Value("--min-score", raw->min_score, gate_text::kHelpMinScore, "N");
  audit.Value("--max-indeterminate", raw->max_indeterminate, gate_text::kHelpMaxIndeterminate,
              "N|N%");
  audit.Value("--waivers", raw->audit.gate.waivers, gate_text::kHelpWaivers, "FILE", Takes::kFile);
  audit.Value("--baseline", raw->audit.gate.baseline, gate_text::kHelpBaseline, "FILE",
              Takes::kFile);
  AddAsOf(audit, raw->as_of);
  AddJobs(audit, raw->jobs);
  AddColor(audit, raw->color);
  AddMaxFile(audit, raw->max_file);
  audit.Flag("--no-progress", raw->no_progress, TextId::kHelpNoProgress);
}

}  // namespace anjuan
