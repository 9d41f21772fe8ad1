// GitHub workflow commands, one a finding: ::error file=…,line=…,title=…::message
//
// Levels: fatal, major and inputs that were not audited error, minor warning, hint, undecided and
//         what the baseline holds notice. Waived findings are left out, and so are notes on inputs
//         that were audited.
// Never:  a text of others at the beginning of a line, or a character that a terminal would obey:
//         the log shows these lines.
#include "base/terminal_text.h"
#include "base/texts/report.h"
#include "base/utf8.h"
#include "report/file_name.h"
#include "report/finding_words.h"
#include "report/formats.h"

namespace anjuan {
namespace {

// A property ends at a comma, the properties at a colon.
std::string Escaped(std::string_view text, bool property) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    i += static_cast<size_t>(c.length);
    if (c.value == '%') {
      out += "%25";
    } else if (c.value == '\r') {
      out += "%0D";
    } else if (c.value == '\n') {
      out += "%0A";
    } else if (property && c.value == ':') {
      out += "%3A";
    } else if (property && c.value == ',') {
      out += "%2C";
    } else {
      AppendUtf8(ForTerminal(c.value), out);
    }
  }
  return out;
}

std::string Message(std::string_view text) { return Escaped(text, false); }
std::string Property(std::string_view text) { return Escaped(text, true); }

std::string_view LevelOf(const Finding& finding) {
  if (finding.outcome != Outcome::kFailed || finding.known) return "notice";
  if (finding.rule->severity >= Severity::kMajor) return "error";
  return finding.rule->severity == Severity::kMinor ? "warning" : "notice";
}

void AppendCommand(std::string_view level, const std::string& file, uint32_t line,
                   std::string_view title, std::string_view message, std::string& out) {
  out += "::" + std::string(level) + " file=" + Property(RepositoryPath(file));
  out += ",line=" + std::to_string(line == 0 ? 1 : line);
  out += ",title=" + Property(title) + "::" + Message(message) + '\n';
}

class GithubWriter final : public ReportWriter {
 public:
  explicit GithubWriter(const RunInfo& info) : info_(info) {}

  void Begin(std::string& /*out*/) override {}

  void Case(const CaseResult& result, std::string& cases) const override {
    for (const Finding& finding : result.findings) {
      if (IsWaived(finding)) continue;
      std::string title = finding.rule->id + ' ' + finding.rule->title;
      if (finding.outcome != Outcome::kFailed) {
        title = Say(info_.lang, report_text::kReportUndecided) + ' ' + title;
      }
      AppendCommand(LevelOf(finding), result.file, finding.line, title,
                    MarkedMessage(finding, info_.lang), cases);
    }
  }

  void Input(const InputFinding& finding, std::string& cases,
             std::string& /*inputs*/) const override {
    if (finding.audited()) return;
    AppendCommand("error", finding.file, finding.line, Say(info_.lang, TextId::kNotAudited),
                  Say(info_.lang, finding.message), cases);
  }

  // A line of our own words: the log of a run without findings is not empty.
  void End(const Summary& summary, std::string& out) override {
    out += Say(info_.lang, TextId::kTotalFiles,
               {std::to_string(summary.found), std::to_string(summary.audited),
                std::to_string(summary.unaudited)}) +
           '\n';
  }

 private:
  RunInfo info_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeGithubWriter(const RunInfo& info) {
  return std::make_unique<GithubWriter>(info);
}

}  // namespace anjuan
