// SARIF 2.1.0, a result a line. What failed is of kind "fail"; what cannot be decided is "open",
// which takes no level; both stand, for silence would be a pass.
//
// Place:  a case file knows lines, not columns: a region is the beginning of its line; where no
//         line is known, of the first. The element stands in logicalLocations.
// Always: `suppressions`, empty where nobody waived the finding, since a run has it on all results
//         or on none; `baselineState` likewise, where the run has a baseline.
#include <algorithm>
#include <map>

#include "base/texts/report.h"
#include "report/file_name.h"
#include "report/finding_words.h"
#include "report/formats.h"
#include "report/sarif_rules.h"

namespace anjuan {
namespace {

constexpr size_t kMostOfCodeScanning = 25'000;  // results that GitHub takes of a run

void AddMessage(std::string_view text, Json& json) {
  json.Key("message").Open();
  json.Key("text").Text(SarifText(text));
  json.Close();
}

void AddPhysical(const std::string& file, uint32_t line, Json& json) {
  json.Key("physicalLocation").Open();
  json.Key("artifactLocation").Open();
  json.Key("uri").Text(FileUri(file));
  json.Close();
  json.Key("region").Open();
  const uint32_t at = line == 0 ? 1 : line;
  json.Key("startLine").Number(at);
  json.Key("startColumn").Number(1);
  json.Key("endLine").Number(at);
  json.Key("endColumn").Number(1);
  json.Close();
  json.Close();
}

// documents[3].date is the element `date`.
void AddLogical(const std::string& path, Json& json) {
  if (path.empty()) return;
  json.Key("logicalLocations").OpenList();
  json.Open();
  json.Key("name").Text(std::string_view(path).substr(path.rfind('.') + 1));
  json.Key("fullyQualifiedName").Text(path);
  json.Key("kind").Text("element");
  json.Close();
  json.CloseList();
}

class SarifWriter final : public ReportWriter {
 public:
  explicit SarifWriter(const RunInfo& info) : info_(info), rules_(info) {}

  void Begin(std::string& out) override {
    out +=
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\n"
        "\"version\":\"2.1.0\",\n\"runs\":[{\"tool\":";
    rules_.AppendTool(out);
    out += ",\n\"columnKind\":\"unicodeCodePoints\",\n\"properties\":{\"as_of\":\"" +
           FormatDate(info_.as_of) + "\"},\n\"results\":[";
  }

  void Case(const CaseResult& result, std::string& cases) const override {
    std::map<std::string_view, size_t> seen;
    for (const Finding& finding : result.findings) {
      cases += ",\n";
      AppendResult(result, finding, ++seen[finding.fingerprint], cases);
    }
  }

  void Input(const InputFinding& finding, std::string& /*cases*/,
             std::string& inputs) const override {
    inputs += ",\n";
    Json json(inputs);
    json.Open();
    json.Key("descriptor").Open();
    json.Key("id").Text(NameOf(finding.problem));
    json.Close();
    json.Key("level").Text(finding.audited() ? "note" : "error");
    AddMessage(Say(info_.lang, finding.message), json);
    json.Key("locations").OpenList();
    json.Open();
    AddPhysical(finding.file, finding.line, json);
    json.Close();
    json.CloseList();
    json.Close();
  }

  void Gather(std::string_view cases, std::string_view inputs, std::string& out) override {
    if (!cases.empty()) {
      out.append(results_ > 0 ? cases : cases.substr(1));
      results_ += static_cast<size_t>(std::count(cases.begin(), cases.end(), '\n'));
    }
    inputs_ += inputs;
  }

  void End(const Summary& summary, std::string& out) override {
    if (results_ > kMostOfCodeScanning) NoteSize();
    out += "],\n\"invocations\":[{\"executionSuccessful\":";
    out += summary.unaudited == 0 ? "true" : "false";
    out += ",\"toolExecutionNotifications\":[";
    if (!inputs_.empty()) out.append(inputs_, 1);
    out += "]}]}]}\n";
  }

 private:
  void AppendResult(const CaseResult& result, const Finding& finding, size_t ordinal,
                    std::string& out) const {
    const Rule& rule = *finding.rule;
    const bool failed = finding.outcome == Outcome::kFailed;
    Json json(out);
    json.Open();
    json.Key("ruleId").Text(rule.id);
    json.Key("ruleIndex").Number(rules_.IndexOf(rule));
    json.Key("kind").Text(failed ? "fail" : "open");
    json.Key("level").Text(failed ? SarifLevel(rule.severity) : "none");
    AddMessage(finding.message, json);
    json.Key("locations").OpenList();
    json.Open();
    AddPhysical(result.file, finding.line, json);
    AddLogical(finding.path, json);
    json.Close();
    json.CloseList();
    AddRelated(result, finding, json);
    json.Key("partialFingerprints").Open();
    json.Key("primaryLocationLineHash").Text(finding.fingerprint + ':' + std::to_string(ordinal));
    json.Key("caseNodeHash/v1").Text(finding.fingerprint);
    json.Close();
    AddSuppressions(finding, json);
    if (info_.has_baseline()) json.Key("baselineState").Text(finding.known ? "unchanged" : "new");
    AddProperties(result, finding, json);
    json.Close();
  }

  // The evidence that stands somewhere.
  void AddRelated(const CaseResult& result, const Finding& finding, Json& json) const {
    size_t id = 0;
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.line == 0) continue;
      if (id == 0) json.Key("relatedLocations").OpenList();
      json.Open();
      json.Key("id").Number(++id);
      AddMessage(evidence.label + " = " + ValueWords(evidence, info_.lang), json);
      AddPhysical(result.file, evidence.line, json);
      AddLogical(evidence.field, json);
      json.Close();
    }
    if (id > 0) json.CloseList();
  }

  void AddSuppressions(const Finding& finding, Json& json) const {
    json.Key("suppressions").OpenList();
    if (IsWaived(finding)) {
      json.Open();
      json.Key("kind").Text("external");
      json.Key("status").Text("accepted");
      if (finding.waiver != nullptr) {
        json.Key("justification").Text(finding.waiver->reason);
        json.Key("properties").Open();
        json.Key("approver").Text(finding.waiver->approver);
        if (finding.waiver->until) json.Key("until").Text(FormatDate(*finding.waiver->until));
        json.Close();
      }
      json.Close();
    }
    json.CloseList();
  }

  void AddProperties(const CaseResult& result, const Finding& finding, Json& json) const {
    json.Key("properties").Open();
    json.Key("record").Number(result.record);
    const auto text = [&](std::string_view key, const std::optional<std::string>& value) {
      if (value) json.Key(key).Text(*value);
    };
    text("case_number", result.identity.case_number);
    text("case_title", result.identity.case_title);
    text("agency", result.identity.agency);
    json.Key("severity").Text(NameOf(finding.rule->severity));
    json.Key("stage").Text(finding.rule->stage);
    json.Key("basis").Text(BasisWords(finding, info_.lang));
    json.Key("deduct").Points(finding.deduct);
    if (!finding.missing.empty()) json.Key("missing").Texts(finding.missing);
    json.Key("evidence").OpenList();
    for (const Evidence& evidence : finding.evidence) {
      json.Open();
      json.Key("field").Text(evidence.field);
      json.Key("label").Text(evidence.label);
      text("value", evidence.value);
      json.Close();
    }
    json.CloseList();
    json.Close();
  }

  // Nothing is cut; whoever uploads it should know.
  void NoteSize() {
    inputs_ += ",\n";
    Json json(inputs_);
    json.Open();
    json.Key("level").Text("note");
    AddMessage(Say(info_.lang, report_text::kSarifTooMany,
                   {std::to_string(results_), std::to_string(kMostOfCodeScanning)}),
               json);
    json.Close();
  }

  RunInfo info_;
  SarifRules rules_;
  size_t results_ = 0;
  std::string inputs_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeSarifWriter(const RunInfo& info) {
  return std::make_unique<SarifWriter>(info);
}

}  // namespace anjuan
