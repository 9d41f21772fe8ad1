#include "report/html_finding.h"

#include "audit/waiver.h"
#include "base/texts/page.h"
#include "report/finding_words.h"
#include "report/html_case.h"
#include "report/html_escape.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

constexpr size_t kMostEvidence = 12;  // of a finding; the machine formats give all
constexpr size_t kMostValueCells = 160;

class FindingMarkup {
 public:
  FindingMarkup(const RunInfo& info, const Finding& finding)
      : lang_(info.lang), finding_(finding) {}

  bool failed() const { return finding_.outcome == Outcome::kFailed; }
  bool waived() const { return failed() && finding_.relief == Relief::kWaived; }

  uint8_t Rank() const {
    if (!failed()) return kRankUndecided;
    if (waived()) return kRankWaived;
    return static_cast<uint8_t>(kSeverities - 1 - static_cast<int>(rule().severity));
  }

  std::string SeverityClass() const {
    return "s" + std::to_string(static_cast<int>(rule().severity));
  }

  std::string OutcomeWord() const {
    if (waived()) return Words(page_text::kPageWaived);
    return Words(failed() ? TextId::kOutcomeFailed : TextId::kOutcomeIndeterminate);
  }

  std::string Marks() const {
    std::string marks;
    if (waived()) marks += Mark(page_text::kPageWaived);
    if (finding_.known) marks += Mark(page_text::kPageKnown);
    return marks;
  }

  void Detail(FindingBlock& block) const {
    block.detail = "<li id=\"" + block.id + "\" class=\"" + SeverityClass() + "\"><h4><b>" +
                   SeverityWord(rule().severity, lang_) + "</b> <a href=\"#" + block.rule + "\">" +
                   block.link + "</a>";
    block.title = ' ' + PageText(rule().title);
    block.facts =
        Marks() + Points() + "</h4><p>" + Bdi(finding_.message, kMostMessageCells) + "</p><dl>";
    const std::string evidence = Evidence();
    if (!evidence.empty()) Fact(page_text::kPageEvidence, evidence, block.facts);
    if (waived()) Fact(page_text::kPageWaived, WaiverWords(), block.facts);
    const std::string basis = Basis();
    if (!basis.empty()) Fact(page_text::kPageBasis, basis, block.basis);
  }

 private:
  static constexpr size_t kMostMessageCells = 600;

  const Rule& rule() const { return *finding_.rule; }
  std::string Words(TextId id, std::initializer_list<std::string_view> args = {}) const {
    return Say(lang_, id, args);
  }
  std::string Mark(TextId id) const { return " <em>" + Words(id) + "</em>"; }

  void Fact(TextId name, const std::string& markup, std::string& out) const {
    out += "<dt>" + Words(name) + "</dt><dd>" + markup + "</dd>";
  }

  std::string Points() const {
    if (finding_.relief == Relief::kSubsumed) return Mark(page_text::kPageSubsumed);
    if (waived() || finding_.deduct.hundredths == 0) return "";
    return " <i>" + Words(page_text::kPagePoints, {FormatPoints(finding_.deduct)}) + "</i>";
  }

  std::string Evidence() const {
    std::string out;
    size_t shown = 0;
    for (const anjuan::Evidence& evidence : finding_.evidence) {
      if (shown == kMostEvidence) {
        return out +
               Words(TextId::kMoreEvidence, {std::to_string(finding_.evidence.size() - shown)});
      }
      if (shown++ > 0) out += "<br>";
      out += PageText(evidence.label) + " = ";
      const bool theirs = evidence.value && !evidence.value->empty();
      const std::string value = ValueWords(evidence, lang_);
      out += theirs ? Bdi(value, kMostValueCells) : EscapeHtml(value);
      if (evidence.line != 0) {
        out += " <i>" + Words(page_text::kPageAtLine, {std::to_string(evidence.line)}) + "</i>";
      }
    }
    return out;
  }

  std::string Basis() const {
    std::string out;
    for (size_t i = 0; i < rule().basis.size(); ++i) {
      if (i > 0) out += Words(TextId::kListSemicolon);
      out += PageText(rule().basis[i]);
      if (const std::optional<Date> version = VersionOfBasis(finding_, i)) {
        out += " (" + FormatDate(*version) + ")";
      }
    }
    return out;
  }

  std::string WaiverWords() const {
    if (finding_.waiver == nullptr) return Words(page_text::kPageWaived);
    const Waiver& waiver = *finding_.waiver;
    const std::string until = waiver.until
                                  ? Words(page_text::kPageWaiverUntil, {FormatDate(*waiver.until)})
                                  : Words(page_text::kPageWaiverOpen);
    return Say(lang_, page_text::kPageWaivedBy, {Bdi(waiver.reason), Bdi(waiver.approver), until});
  }

  Lang lang_;
  const Finding& finding_;
};

}  // namespace

FindingBlock BlockOf(const RunInfo& info, const CaseResult& result, size_t finding) {
  const Finding& what = result.findings[finding];
  const Rule& rule = *what.rule;
  const CaseIdentity& identity = result.identity;
  const FindingMarkup markup(info, what);
  FindingBlock block;
  block.rank = markup.Rank();
  block.rule = AnchorOf(rule);
  block.stage = rule.stage;
  block.link = PageText(rule.id);
  block.row_start = "<tr class=\"" + markup.SeverityClass() + "\"><td>" +
                    SeverityWord(rule.severity, info.lang) + "</td><td>";
  block.row_end = ' ' + PageText(rule.title) + markup.Marks() + "</td><td>" +
                  Bdi(identity.case_number.value_or(result.file)) + "</td><td>" +
                  Bdi(identity.agency.value_or(Say(info.lang, TextId::kNotStated))) + "</td><td>" +
                  PageText(rule.stage) + "</td><td>" + markup.OutcomeWord() + "</td></tr>\n";
  if (!markup.failed()) return block;
  block.id =
      IdOf('f', result.file + '\0' + std::to_string(result.record) + '/' + std::to_string(finding));
  markup.Detail(block);
  return block;
}

}  // namespace anjuan
