// JUnit XML: a suite a case, in it one test that the case was audited, and one a finding.
//
// Means:  failed, fatal to minor: <failure>; failed hint: passes and says so in <system-out>;
//         undecided: <error>, of a hint <skipped>; waived or in the baseline: <skipped>;
//         input not audited: <error>.
// Names:  readers know a test by classname and name, and drop the second of a name: findings of
//         one rule in one case are numbered.
// Totals: stand on the suites alone, so that a run needs no memory.
#include <map>

#include "base/texts/report.h"
#include "report/file_name.h"
#include "report/finding_words.h"
#include "report/formats.h"
#include "report/severity_word.h"
#include "report/xml_text.h"

namespace anjuan {
namespace {

std::string Attribute(std::string_view text) { return ForXml(text, XmlPlace::kAttribute); }
std::string Content(std::string_view text) { return ForXml(text, XmlPlace::kContent); }

struct SuiteCounts {
  size_t tests = 0;
  size_t failures = 0;
  size_t errors = 0;
  size_t skipped = 0;
};

class JunitWriter final : public ReportWriter {
 public:
  explicit JunitWriter(const RunInfo& info) : info_(info) {}

  void Begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"anjuan\">\n";
  }

  void Case(const CaseResult& result, std::string& cases) const override {
    const std::string name = NameOfCase(result);
    SuiteCounts counts{1, 0, 0, 0};
    std::string tests;
    Open(name, result.file, Say(info_.lang, report_text::kJunitAudited), tests);
    Element("system-out", "", "", AboutCase(result), tests);
    Close(tests);
    std::map<std::string_view, size_t> times;
    for (const Finding& finding : result.findings) ++times[finding.rule->id];
    std::map<std::string_view, size_t> seen;
    for (const Finding& finding : result.findings) {
      std::string test = finding.rule->id + ' ' + finding.rule->title;
      if (times[finding.rule->id] > 1) {
        test += " #" + std::to_string(++seen[finding.rule->id]);
      }
      Open(name, result.file, test, tests);
      AppendFinding(result.file, finding, counts, tests);
      Close(tests);
    }
    AppendSuite(name, counts, tests, cases);
  }

  void Input(const InputFinding& finding, std::string& cases,
             std::string& /*inputs*/) const override {
    const std::string name = ShownFileName(finding.file);
    const std::string message = Say(info_.lang, finding.message);
    SuiteCounts counts{1, 0, 0, 0};
    std::string tests;
    // Of one file there may be several.
    Open(name, finding.file, std::string(NameOf(finding.problem)) + ' ' + message, tests);
    const std::string text = PlaceOf(finding.file, finding.line) + message;
    if (finding.audited()) {
      Element("system-out", "", "", text, tests);
    } else {
      ++counts.errors;
      Element("error", message, NameOf(finding.problem), text, tests);
    }
    Close(tests);
    AppendSuite(name, counts, tests, cases);
  }

  void End(const Summary& /*summary*/, std::string& out) override { out += "</testsuites>\n"; }

 private:
  static std::string NameOfCase(const CaseResult& result) {
    std::string name = ShownFileName(result.file);
    if (result.record > 0) name += " #" + std::to_string(result.record + 1);
    return name;
  }

  // Readers pass over line attributes.
  static std::string PlaceOf(const std::string& file, uint32_t line) {
    const std::string at = line == 0 ? "" : ':' + std::to_string(line);
    return ShownFileName(file) + at + ": ";
  }

  static void Open(const std::string& suite, const std::string& file, const std::string& test,
                   std::string& out) {
    out += "    <testcase classname=\"" + Attribute(suite) + "\" name=\"" + Attribute(test) +
           "\" file=\"" + Attribute(RepositoryPath(file)) + "\" time=\"0\">\n";
  }
  static void Close(std::string& out) { out += "    </testcase>\n"; }

  static void Element(std::string_view name, std::string_view message, std::string_view type,
                      std::string_view text, std::string& out) {
    out += "      <" + std::string(name);
    if (!message.empty()) out += " message=\"" + Attribute(message) + '"';
    if (!type.empty()) out += " type=\"" + Attribute(type) + '"';
    out += '>' + Content(text) + "</" + std::string(name) + ">\n";
  }

  static void AppendSuite(const std::string& name, const SuiteCounts& counts,
                          const std::string& tests, std::string& out) {
    out += "  <testsuite name=\"" + Attribute(name) + "\" tests=\"" + std::to_string(counts.tests) +
           "\" failures=\"" + std::to_string(counts.failures) + "\" errors=\"" +
           std::to_string(counts.errors) + "\" skipped=\"" + std::to_string(counts.skipped) +
           "\" time=\"0\">\n" + tests + "  </testsuite>\n";
  }

  std::string AboutCase(const CaseResult& result) const {
    std::string about;
    const CaseIdentity& identity = result.identity;
    for (const auto& part : {identity.case_number, identity.case_title, identity.agency}) {
      if (!part) continue;
      if (!about.empty()) about += " · ";
      about += *part;
    }
    if (!about.empty()) about += '\n';
    return about + Say(info_.lang, TextId::kCaseCounts,
                       {std::to_string(result.counts.passed), std::to_string(result.counts.failed),
                        std::to_string(result.counts.indeterminate),
                        std::to_string(result.counts.not_applicable)});
  }

  void AppendFinding(const std::string& file, const Finding& finding, SuiteCounts& counts,
                     std::string& out) const {
    ++counts.tests;
    const bool failed = finding.outcome == Outcome::kFailed;
    const bool hint = finding.rule->severity == Severity::kHint;
    const std::string text = TextOf(file, finding);
    if (IsWaived(finding)) {
      ++counts.skipped;
      Element("skipped", WaiverWords(finding, info_.lang), "", text, out);
    } else if (finding.known) {
      ++counts.skipped;
      Element("skipped", Say(info_.lang, report_text::kReportKnown), "", text, out);
    } else if (failed && hint) {
      Element("system-out", "", "", text, out);
    } else if (failed) {
      ++counts.failures;
      Element("failure", finding.message, NameOf(finding.rule->severity), text, out);
    } else if (hint) {
      ++counts.skipped;
      Element("skipped", finding.message, "", text, out);
    } else {
      ++counts.errors;
      Element("error", finding.message, NameOf(finding.outcome), text, out);
    }
  }

  std::string TextOf(const std::string& file, const Finding& finding) const {
    std::string out = PlaceOf(file, finding.line) + MarkedMessage(finding, info_.lang);
    const auto part = [&](TextId label, const std::string& text) {
      if (!text.empty()) out += '\n' + Say(info_.lang, label) + ": " + text;
    };
    part(TextId::kShowSeverity, SeverityWord(finding.rule->severity, info_.lang));
    part(TextId::kFieldColumn, finding.path);
    part(TextId::kShowEvidence, EvidenceWords(finding, info_.lang));
    part(TextId::kShowBasis, BasisWords(finding, info_.lang));
    part(TextId::kShowFix, finding.rule->fix);
    return out;
  }

  RunInfo info_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeJunitWriter(const RunInfo& info) {
  return std::make_unique<JunitWriter>(info);
}

}  // namespace anjuan
