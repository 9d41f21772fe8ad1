// The tables: of findings with their filter, of cases, of files.
#include <set>

#include "base/texts/page.h"
#include "report/finding_words.h"
#include "report/html_case.h"
#include "report/html_escape.h"
#include "report/html_sections.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

struct Column {
  TextId name;
  const char* order = "";  // id of the list whose options say how to sort
  bool number = false;
};

std::string TableStart(const RunInfo& info, TextId caption, const std::vector<Column>& columns) {
  std::string out =
      "<table class=\"list\"><caption>" + PageWords(info, caption) + "</caption><thead><tr>";
  for (const Column& column : columns) {
    out += "<th scope=\"col\"";
    if (column.number) out += " class=\"r\"";
    if (*column.order != '\0') out += " data-order=\"" + std::string(column.order) + '"';
    out += '>' + PageWords(info, column.name) + "</th>";
  }
  return out + "</tr></thead><tbody>\n";
}

std::string Linked(const std::string& id, const std::string& says, bool leads) {
  return leads ? "<a href=\"#" + id + "\">" + says + "</a>" : says;
}

class Filter {
 public:
  Filter(const RunInfo& info) : info_(info) {  // NOLINT(google-explicit-constructor)
    out_ = "<form hidden role=\"search\"><div><label for=\"q\">" +
           PageWords(info, page_text::kPageSearch) +
           "</label><input id=\"q\" type=\"search\" autocomplete=\"off\"></div>\n";
  }

  void List(const char* id, int column, TextId name, const std::vector<std::string>& options) {
    out_ += "<div><label for=\"" + std::string(id) + "\">" + PageWords(info_, name) +
            "</label><select id=\"" + id + "\" data-column=\"" + std::to_string(column) +
            "\"><option>" + PageWords(info_, page_text::kPageAny) + "</option>";
    for (const std::string& option : options) out_ += "<option>" + PageText(option) + "</option>";
    out_ += "</select></div>\n";
  }

  std::string Done() {
    return out_ + "<button type=\"button\">" + PageWords(info_, page_text::kPageClear) +
           "</button><div class=\"key\"><p id=\"count\" role=\"status\" aria-live=\"polite\" "
           "data-words=\"" +
           PageWords(info_, page_text::kPageShown, {"{0}", "{1}"}) +
           "\"></p><label><input type=\"checkbox\" checked>" +
           PageWords(info_, page_text::kPageSlash) + "</label></div></form>\n";
  }

 private:
  const RunInfo& info_;
  std::string out_;
};

}  // namespace

std::string FindingSection(const RunInfo& info, const KeptCases& kept) {
  std::string out = SectionStart(info, "findings", page_text::kPageFindings);
  std::string lost;
  for (uint8_t rank = 0; rank < kRanks; ++rank) {
    if (kept.left()[rank] == 0) continue;
    const std::string name =
        rank < kSeverities ? SeverityWord(static_cast<Severity>(kSeverities - 1 - rank), info.lang)
        : rank == kRankWaived ? Say(info.lang, page_text::kPageWaived)
                              : Say(info.lang, TextId::kOutcomeIndeterminate);
    lost += "<li>" +
            PageWords(info, page_text::kPageLeftFindings,
                      {std::to_string(kept.left()[rank]), name, std::to_string(kept.Count(rank))}) +
            "</li>";
  }
  if (!lost.empty()) {
    out += "<div class=\"note\"><p>" + PageWords(info, page_text::kPageLeftOut) + "</p><ul>" +
           lost + "</ul><p>" + PageWords(info, page_text::kPageLeftOthers) + "</p></div>\n";
  }
  if (kept.findings() == 0) {
    return out + "<p>" + PageWords(info, page_text::kPageNoDefects) + "</p></section>\n";
  }

  std::set<std::string> agencies;
  std::set<std::string> stages;
  // The gravest first, then as the cases stand.
  std::array<std::string, kRanks> rows;
  for (const std::unique_ptr<KeptCase>& one : kept.cases()) {
    if (one == nullptr) continue;
    for (const FindingBlock& finding : one->block.findings) {
      if (finding.row_start.empty()) continue;
      agencies.insert(OneLine(one->block.agency));
      stages.insert(OneLine(finding.stage));
      rows[finding.rank] +=
          finding.row_start +
          Linked(finding.id.empty() ? one->block.id : finding.id, finding.link, one->shown) +
          finding.row_end;
    }
  }
  std::vector<std::string> severities;
  for (int i = kSeverities; i-- > 0;) {
    severities.push_back(SeverityWord(static_cast<Severity>(i), info.lang));
  }
  Filter filter(info);
  filter.List("fs", 0, page_text::kPageSeverity, severities);
  filter.List("ft", 4, page_text::kPageStage, {stages.begin(), stages.end()});
  filter.List("fa", 3, page_text::kPageAgency, {agencies.begin(), agencies.end()});
  filter.List("fo", 5, page_text::kPageOutcome,
              {Say(info.lang, TextId::kOutcomeFailed), Say(info.lang, page_text::kPageWaived),
               Say(info.lang, TextId::kOutcomeIndeterminate)});
  out += filter.Done() + TableStart(info, page_text::kPageFindingsCaption,
                                    {{page_text::kPageSeverity, "fs"},
                                     {page_text::kPageDefect},
                                     {page_text::kPageCase},
                                     {page_text::kPageAgency},
                                     {page_text::kPageStage},
                                     {page_text::kPageOutcome, "fo"}});
  for (const std::string& of_rank : rows) out += of_rank;
  return out + "</tbody></table></section>\n";
}

std::string CaseSection(const RunInfo& info, const Summary& summary, const KeptCases& kept,
                        const LeftOut& left) {
  std::string out = SectionStart(info, "cases", page_text::kPageCases);
  if (left.sheets > 0 || left.timelines > 0) {
    out += "<div class=\"note\"><p>" + PageWords(info, page_text::kPageLeftOut) + "</p><ul>";
    if (left.sheets > 0) {
      out += "<li>" + PageWords(info, page_text::kPageLeftSheets, {std::to_string(left.sheets)}) +
             "</li>";
    }
    if (left.timelines > 0) {
      out += "<li>" +
             PageWords(info, page_text::kPageLeftTimelines, {std::to_string(left.timelines)}) +
             "</li>";
    }
    out += "</ul><p>" + PageWords(info, page_text::kPageLeftOthers) + "</p></div>\n";
  }
  std::vector<Column> columns = {
      {page_text::kPageCase}, {page_text::kPageCaseTitle}, {page_text::kPageAgency}};
  if (summary.scored > 0) {
    columns.push_back({page_text::kPageScore, "", true});
    columns.push_back({page_text::kPageGrade});
  }
  columns.push_back({page_text::kPageDefects, "", true});
  columns.push_back({TextId::kOutcomeIndeterminate, "", true});
  out += TableStart(info, page_text::kPageCasesCaption, columns);
  for (const std::unique_ptr<KeptCase>& one : kept.cases()) {
    if (one == nullptr || !one->shown) continue;
    out += one->block.row_start + Linked(one->block.id, one->block.link, true) + one->block.row_end;
  }
  return out + "</tbody></table></section>\n";
}

std::string InputSection(const RunInfo& info, const std::string& rows, uint64_t left) {
  if (rows.empty()) return "";
  std::string out = SectionStart(info, "inputs", page_text::kPageInputs);
  if (left > 0) {
    out += "<p class=\"note\">" + PageWords(info, page_text::kPageLeftOut) + ' ' +
           PageWords(info, page_text::kPageLeftInputs, {std::to_string(left)}) + "</p>\n";
  }
  return out +
         TableStart(info, page_text::kPageInputsCaption,
                    {{page_text::kPageOutcome},
                     {page_text::kPageFile},
                     {page_text::kPageLine, "", true},
                     {page_text::kPageProblem}}) +
         rows + "</tbody></table></section>\n";
}

}  // namespace anjuan
