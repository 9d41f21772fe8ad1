// GitLab Code Quality: one list, an object a line.
//
// Levels:  fatal blocker, major critical, minor minor, hint, undecided and what the
//          baseline holds info, input not audited blocker. Waived findings are left out, and so
//          are notes on inputs that were audited.
// Prints:  GitLab takes one of each fingerprint in a file, so that the file's name and the record
//          belong to it: two copies of a case are two.
#include <map>

#include "base/digest.h"
#include "base/texts/report.h"
#include "report/file_name.h"
#include "report/finding_words.h"
#include "report/formats.h"
#include "report/json_out.h"

namespace anjuan {
namespace {

constexpr size_t kFingerprintDigits = 32;

std::string_view LevelOf(const Finding& finding) {
  constexpr std::string_view kLevels[kSeverities] = {"info", "minor", "critical", "blocker"};
  if (finding.outcome != Outcome::kFailed || finding.known) return "info";
  return kLevels[static_cast<size_t>(finding.rule->severity)];
}

// Texts in their order, none of which holds a NUL.
std::string Fingerprint(std::initializer_list<std::string_view> parts) {
  std::string all = "gitlab/v1";
  for (const std::string_view part : parts) {
    all += '\0';
    all.append(part);
  }
  return Sha256Hex(all).substr(0, kFingerprintDigits);
}

struct Issue {
  std::string description;
  std::string_view check;
  std::string fingerprint;
  std::string_view level;
  const std::string& file;
  uint32_t line;
};

void Append(const Issue& issue, std::string& out) {
  out += ",\n";
  Json json(out);
  json.Open();
  json.Key("description").Text(issue.description);
  json.Key("check_name").Text(issue.check);
  json.Key("fingerprint").Text(issue.fingerprint);
  json.Key("severity").Text(issue.level);
  json.Key("location").Open();
  json.Key("path").Text(RepositoryPath(issue.file));
  json.Key("lines").Open();
  json.Key("begin").Number(issue.line == 0 ? 1 : issue.line);
  json.Close();
  json.Close();
  json.Close();
}

class GitlabWriter final : public ReportWriter {
 public:
  explicit GitlabWriter(const RunInfo& info) : info_(info) {}

  void Begin(std::string& out) override { out += '['; }

  void Case(const CaseResult& result, std::string& cases) const override {
    const std::string record = std::to_string(result.record);
    std::map<std::string_view, size_t> seen;
    for (const Finding& finding : result.findings) {
      const std::string ordinal = std::to_string(++seen[finding.fingerprint]);
      if (IsWaived(finding)) continue;
      std::string text = finding.rule->title + Say(info_.lang, report_text::kReportColon);
      if (finding.outcome != Outcome::kFailed) {
        text = Say(info_.lang, report_text::kReportUndecided) + ' ' + text;
      }
      Append({text + MarkedMessage(finding, info_.lang), finding.rule->id,
              Fingerprint({result.file, record, finding.fingerprint, ordinal}), LevelOf(finding),
              result.file, finding.line},
             cases);
    }
  }

  void Input(const InputFinding& finding, std::string& cases,
             std::string& /*inputs*/) const override {
    if (finding.audited()) return;
    const std::string message = Say(info_.lang, finding.message);
    const std::string line = std::to_string(finding.line);
    Append({Say(info_.lang, TextId::kNotAudited) + Say(info_.lang, report_text::kReportColon) +
                message,
            NameOf(finding.problem),
            Fingerprint({finding.file, NameOf(finding.problem), line, message}), "blocker",
            finding.file, finding.line},
           cases);
  }

  void Gather(std::string_view cases, std::string_view /*inputs*/, std::string& out) override {
    if (cases.empty()) return;
    out.append(any_ ? cases : cases.substr(1));
    any_ = true;
  }

  void End(const Summary& /*summary*/, std::string& out) override { out += any_ ? "\n]\n" : "]\n"; }

 private:
  RunInfo info_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeGitlabWriter(const RunInfo& info) {
  return std::make_unique<GitlabWriter>(info);
}

}  // namespace anjuan
