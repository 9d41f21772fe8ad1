#include "report/html_case.h"

#include "base/texts/page.h"
#include "report/html_escape.h"
#include "report/html_finding.h"
#include "report/html_score.h"
#include "report/html_timeline.h"
#include "report/undecided_groups.h"

namespace anjuan {
namespace {

constexpr size_t kMostTitled = 24;  // undecided rules of a case; of more there are the ids only

class CaseMarkup {
 public:
  CaseMarkup(const RunInfo& info, const CaseResult& result)
      : info_(info), lang_(info.lang), result_(result) {
    file_ = result.file;
    if (result.record > 0) file_ += " #" + std::to_string(result.record + 1);
  }

  std::string Name() const { return Bdi(result_.identity.case_number.value_or(file_)); }
  std::string Title() const { return Bdi(result_.identity.case_title.value_or(file_)); }

  std::string RowEnd() const {
    std::string out = "</td><td>" + Title() + "</td><td>" + Agency();
    if (result_.score.scheme != nullptr) {
      out += "</td><td class=\"r\">" + ScoreInterval(result_.score, lang_) + "</td><td>" +
             PageText(result_.score.grade_name());
    }
    const auto number = [&](TextId name, size_t count) {
      out += "</td><td class=\"r\" data-n=\"" + Words(name) + "\">" + std::to_string(count);
    };
    number(page_text::kPageDefects, Defects());
    number(TextId::kOutcomeIndeterminate, result_.counts.indeterminate);
    return out + "</td></tr>\n";
  }

  std::string Head(const std::string& id) const {
    std::string out = "<article class=\"sheet\" id=\"" + id + "\">\n<header>";
    if (result_.score.scheme != nullptr) {
      out += "<p class=\"score\"><b>" + ScoreInterval(result_.score, lang_) + "</b> " +
             PageText(result_.score.grade_name()) + "</p>";
    }
    out += "<h3>" + Title() + "</h3>\n<dl class=\"facts\">";
    const CaseIdentity& identity = result_.identity;
    Fact(page_text::kPageCase, identity.case_number, out);
    Fact(page_text::kPageAgency, identity.agency, out);
    Fact(page_text::kPageProcedure, identity.procedure, out);
    Fact(page_text::kPageDecidedOn, identity.decided_on, out);
    Fact(page_text::kPageFile, file_, out);
    out += "</dl><p class=\"m\">" +
           Words(page_text::kPageCounts,
                 {std::to_string(result_.counts.passed), std::to_string(result_.counts.failed),
                  std::to_string(result_.counts.indeterminate),
                  std::to_string(result_.counts.not_applicable)}) +
           "</p>";
    if (result_.findings.empty()) out += "<p class=\"ok\">" + Words(page_text::kPageClean) + "</p>";
    for (const RunningPeriod& period : result_.running) {
      out += "<p class=\"run\">" + PageText(period.rule->id) + ' ' + PageText(period.rule->title) +
             " — " +
             Words(page_text::kPageRunning,
                   {FormatDate(period.due), std::to_string(period.days_left)}) +
             "</p>";
    }
    return out + "</header>\n";
  }

  std::string Tail() const {
    return Undecided() + ScoreArithmetic(result_.score, lang_) + Signatures() + "</article>\n";
  }

 private:
  std::string Words(TextId id, std::initializer_list<std::string_view> args = {}) const {
    return EscapeHtml(Say(lang_, id, args));
  }

  std::string Agency() const {
    return Bdi(result_.identity.agency.value_or(Say(lang_, TextId::kNotStated)));
  }

  size_t Defects() const {
    size_t defects = 0;
    for (const Finding& finding : result_.findings) {
      defects += finding.outcome == Outcome::kFailed && finding.relief != Relief::kWaived;
    }
    return defects;
  }

  void Fact(TextId name, const std::optional<std::string>& value, std::string& out) const {
    if (value) out += "<div><dt>" + Words(name) + "</dt><dd>" + Bdi(*value) + "</dd></div>";
  }

  // A parameter by what it is for, where the packs say it.
  std::string Lacking(const std::string& lacks) const {
    constexpr std::string_view kParams = "params.";
    if (!lacks.starts_with(kParams) || lang_ == Lang::kEnglish) return lacks;
    for (const auto& pack : info_.rules->packs()) {
      for (const Param& param : pack->pack.params) {
        if (param.name == std::string_view(lacks).substr(kParams.size())) return param.label;
      }
    }
    return lacks;
  }

  std::string Undecided() const {
    std::vector<const Finding*> undecided;
    for (const Finding& finding : result_.findings) {
      if (finding.outcome == Outcome::kIndeterminate) undecided.push_back(&finding);
    }
    if (undecided.empty()) return "";
    std::string out = "<details class=\"un\" open><summary>" +
                      Words(page_text::kPageUndecided, {std::to_string(undecided.size())}) +
                      "</summary><p class=\"m\">" + Words(page_text::kPageUndecidedMore) +
                      "</p><dl>\n";
    const bool titled = undecided.size() <= kMostTitled;
    for (const UndecidedGroup& group : GroupUndecided(undecided, info_.rules->model(), lang_)) {
      out += "<dt>" + Bdi(Lacking(group.lacks)) + ' ' + std::to_string(group.findings.size()) +
             "</dt><dd>";
      for (size_t i = 0; i < group.findings.size(); ++i) {
        const Finding& finding = *group.findings[i];
        if (i > 0) out += titled ? "<br>" : " ";
        out += PageText(finding.rule->id);
        if (titled) out += ' ' + PageText(finding.rule->title);
      }
      out += "</dd>\n";
    }
    return out + "</dl></details>\n";
  }

  std::string Signatures() const {
    return "<div class=\"sign\"><p>" + Words(page_text::kPageOpinion) + "</p><p>" +
           Words(page_text::kPageSigned) + "</p><p>" + Words(page_text::kPageReviewDate) +
           "</p></div>";
  }

  const RunInfo& info_;
  Lang lang_;
  const CaseResult& result_;
  std::string file_;
};

}  // namespace

std::string AnchorOf(const Rule& rule) { return IdOf('r', rule.pack + '\0' + rule.id); }

CaseBlock BlockOf(const RunInfo& info, const CaseResult& result) {
  const CaseMarkup markup(info, result);
  CaseBlock block;
  block.id = IdOf('c', result.file + '\0' + std::to_string(result.record));
  block.agency = result.identity.agency.value_or(Say(info.lang, TextId::kNotStated));
  block.row_start = "<tr><td>";
  block.link = markup.Name();
  block.row_end = markup.RowEnd();
  block.head = markup.Head(block.id);
  if (result.timeline != nullptr) block.timeline = TimelinePicture(*result.timeline, info.lang);
  block.tail = markup.Tail();
  for (size_t i = 0; i < result.findings.size(); ++i) {
    block.findings.push_back(BlockOf(info, result, i));
  }
  return block;
}

}  // namespace anjuan
