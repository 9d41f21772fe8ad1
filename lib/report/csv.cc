// CSV: a row a finding, and a row an input that could not be audited or carries unknown names.
//
// csv:     for a spreadsheet: a byte order mark, headings and words in the reader's language, every
//          text guarded against being taken for a formula. The guard cannot be undone for sure.
// csv-raw: for a program: neither mark nor guard; headings and words are those of `json`.
#include "base/texts/report.h"
#include "report/csv_field.h"
#include "report/file_name.h"
#include "report/finding_words.h"
#include "report/formats.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Column {
  std::string_view key;
  TextId heading;
};

constexpr Column kColumns[] = {
    {"type", report_text::kCsvType},
    {"file", TextId::kShowFile},
    {"record", report_text::kCsvRecord},
    {"case_number", report_text::kCsvCaseNumber},
    {"case_title", report_text::kCsvCaseTitle},
    {"agency", report_text::kCsvAgency},
    {"decided_on", report_text::kCsvDecidedOn},
    {"rule", TextId::kDocsRule},
    {"title", TextId::kDocsFault},
    {"stage", TextId::kShowStage},
    {"severity", TextId::kShowSeverity},
    {"outcome", TextId::kTraceOutcome},
    {"line", report_text::kCsvLine},
    {"path", TextId::kFieldColumn},
    {"message", TextId::kShowMessage},
    {"evidence", TextId::kShowEvidence},
    {"missing", TextId::kShowMissing},
    {"basis", TextId::kShowBasis},
    {"fix", TextId::kShowFix},
    {"deduct", TextId::kDocsDeduct},
    {"waiver", report_text::kCsvWaiver},  // of csv-raw three: kWaiverKeys
    {"known", report_text::kCsvKnown},
    {"fingerprint", report_text::kCsvFingerprint},
};

constexpr std::string_view kWaiverKeys[] = {"waiver_reason", "waiver_approver", "waiver_until"};

// Fields of one record; what is not there is an empty text.
struct Row {
  std::string_view type;
  std::string file;
  std::optional<uint32_t> record;
  const CaseIdentity* identity = nullptr;
  const Finding* finding = nullptr;
  std::string outcome;
  uint32_t line = 0;
  std::string message;
};

class CsvWriter final : public ReportWriter {
 public:
  CsvWriter(const RunInfo& info, bool raw) : info_(info), raw_(raw) {}

  void Begin(std::string& out) override {
    if (!raw_) out.append(kByteOrderMark);
    for (const Column& column : kColumns) {
      if (raw_ && column.key == "waiver") {
        for (const std::string_view key : kWaiverKeys) Text(key, out);
        continue;
      }
      Text(raw_ ? std::string(column.key) : Say(info_.lang, column.heading), out);
    }
    EndRecord(out);
  }

  void Case(const CaseResult& result, std::string& cases) const override {
    for (const Finding& finding : result.findings) {
      Row row;
      row.type = raw_ ? "finding" : "";
      row.file = ShownFileName(result.file);
      row.record = raw_ ? result.record : result.record + 1;
      row.identity = &result.identity;
      row.finding = &finding;
      row.outcome = OutcomeOf(finding);
      row.line = finding.line;
      row.message = finding.message;
      Append(row, TextId::kDocsFault, cases);
    }
  }

  void Input(const InputFinding& finding, std::string& cases,
             std::string& /*inputs*/) const override {
    Row row;
    row.type = raw_ ? "input" : "";
    row.file = ShownFileName(finding.file);
    row.outcome = NameOf(finding.problem);
    row.line = finding.line;
    row.message = Say(info_.lang, finding.message);
    Append(row, finding.audited() ? TextId::kInputNote : TextId::kNotAudited, cases);
  }

  void End(const Summary& /*summary*/, std::string& /*out*/) override {}

 private:
  std::string OutcomeOf(const Finding& finding) const {
    if (raw_) return std::string(NameOf(finding.outcome));
    return Say(info_.lang, finding.outcome == Outcome::kFailed ? report_text::kReportFailed
                                                               : report_text::kReportUndecided);
  }

  std::string SeverityOf(const Finding& finding) const {
    return raw_ ? std::string(NameOf(finding.rule->severity))
                : SeverityWord(finding.rule->severity, info_.lang);
  }

  // `type` in words, where the row has none of its own.
  void Append(const Row& row, TextId type, std::string& out) const {
    static const CaseIdentity kNobody;
    const CaseIdentity& identity = row.identity == nullptr ? kNobody : *row.identity;
    const Finding* const finding = row.finding;
    const auto part = [&](const auto& text) {
      return finding == nullptr ? std::string() : std::string(text(*finding));
    };
    Text(row.type.empty() ? Say(info_.lang, type) : std::string(row.type), out);
    Text(row.file, out);
    if (row.record) out += std::to_string(*row.record);
    out += ',';
    for (const auto& text :
         {identity.case_number, identity.case_title, identity.agency, identity.decided_on}) {
      Text(text.value_or(""), out);
    }
    Text(part([](const Finding& f) { return f.rule->id; }), out);
    Text(part([](const Finding& f) { return f.rule->title; }), out);
    Text(part([](const Finding& f) { return f.rule->stage; }), out);
    Text(part([&](const Finding& f) { return SeverityOf(f); }), out);
    Text(row.outcome, out);
    if (row.line > 0) out += std::to_string(row.line);
    out += ',';
    Text(part([](const Finding& f) { return f.path; }), out);
    Text(row.message, out);
    Text(part([&](const Finding& f) { return EvidenceWords(f, info_.lang); }), out);
    Text(part([&](const Finding& f) { return MissingWords(f, info_.lang); }), out);
    Text(part([&](const Finding& f) { return BasisWords(f, info_.lang); }), out);
    Text(part([](const Finding& f) { return f.rule->fix; }), out);
    out += part([](const Finding& f) { return FormatPoints(f.deduct); }) + ',';
    WaiverOf(finding, out);
    Text(part([&](const Finding& f) { return KnownWord(f); }), out);
    Text(part([](const Finding& f) { return f.fingerprint; }), out);
    EndRecord(out);
  }

  // For a program its parts, which no language changes.
  void WaiverOf(const Finding* finding, std::string& out) const {
    const bool waived = finding != nullptr && IsWaived(*finding);
    if (!raw_) return Text(waived ? WaiverWords(*finding, info_.lang) : "", out);
    static const Waiver kNone;
    const Waiver& waiver = waived && finding->waiver != nullptr ? *finding->waiver : kNone;
    Text(waiver.reason, out);
    Text(waiver.approver, out);
    Text(waiver.until ? FormatDate(*waiver.until) : "", out);
  }

  std::string KnownWord(const Finding& finding) const {
    if (!info_.has_baseline()) return "";
    if (raw_) return finding.known ? "true" : "false";
    return Say(info_.lang, finding.known ? TextId::kInspectYes : TextId::kInspectNo);
  }

  // Each field is followed by a comma, the last one's gives way to the line end.
  void Text(std::string_view text, std::string& out) const {
    out += (raw_ ? CsvRaw(text) : CsvCell(text)) + ',';
  }
  static void EndRecord(std::string& out) {
    out.pop_back();
    out += "\r\n";
  }

  RunInfo info_;
  bool raw_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeCsvWriter(const RunInfo& info) {
  return std::make_unique<CsvWriter>(info, false);
}

std::unique_ptr<ReportWriter> MakeCsvRawWriter(const RunInfo& info) {
  return std::make_unique<CsvWriter>(info, true);
}

}  // namespace anjuan
