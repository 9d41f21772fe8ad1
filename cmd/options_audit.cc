// audit: its options.
#include <memory>

#include "base/texts/report.h"
#include "cmd/option_values.h"
#include "report/formats.h"

namespace anjuan {
namespace {

constexpr unsigned kMostJobs = 1024;

struct Raw {
  AuditCommand audit;
  std::string as_of;
  std::string fail_on = "major";
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
    if (equals != std::string::npos) choice.file = text.substr(equals + 1);
    if (choice.file.empty() && standard_output) {
      throw UsageError{TextId::kOneStandardOutput, {}, {}};
    }
    standard_output = standard_output || choice.file.empty();
    outputs.push_back(std::move(choice));
  }
  return outputs;
}

AuditCommand Build(const Raw& raw) {
  AuditCommand audit = raw.audit;
  if (audit.inputs.empty()) throw UsageError{TextId::kWantsPath, {}, {}};
  OneOf("--fail-on", raw.fail_on, {"fatal", "major", "minor", "hint", "never"});
  audit.fail_on = SeverityNamed(raw.fail_on);
  audit.color = ColorOf(raw.color);
  audit.progress = !raw.no_progress;
  audit.as_of = DateOf("--as-of", raw.as_of);
  if (!raw.jobs.empty()) audit.jobs = static_cast<unsigned>(Count("--jobs", raw.jobs, kMostJobs));
  if (!raw.max_file.empty()) {
    audit.limits.file_bytes = Count("--max-file-mib", raw.max_file, 1 << 20) << 20;
  }
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
  AddAsOf(audit, raw->as_of);
  audit.Value("-j,--jobs", raw->jobs, TextId::kHelpJobs, "N");
  AddColor(audit, raw->color);
  audit.Value("--max-file-mib", raw->max_file, TextId::kHelpMaxFile, "N");
  audit.Flag("--no-progress", raw->no_progress, TextId::kHelpNoProgress);
}

}  // namespace anjuan
