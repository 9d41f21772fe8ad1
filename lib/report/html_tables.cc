// The tables of findings and of cases, and the sheets that their rows lead to.
#include <algorithm>
#include <set>

#include "base/texts/page.h"
#include "report/finding_words.h"
#include "report/html_case.h"
#include "report/html_escape.h"
#include "report/html_sections.h"

namespace anjuan {
namespace {

std::string Words(const RunInfo& info, TextId id,
                  std::initializer_list<std::string_view> args = {}) {
  return EscapeHtml(Say(info.lang, id, args));
}

std::string SectionStart(const RunInfo& info, const std::string& id, TextId name) {
  return "<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\"><h2 id=\"" + id + "-h\">" +
         Words(info, name) + "</h2>\n";
}

struct Column {
  TextId name;
  const char* order = "";  // id of the list whose options say how to sort
  bool number = false;
};

std::string TableStart(const RunInfo& info, TextId caption, const std::vector<Column>& columns) {
  std::string out =
      "<table class=\"list\"><caption>" + Words(info, caption) + "</caption><thead><tr>";
  for (const Column& column : columns) {
    out += "<th scope=\"col\"";
    if (column.number) out += " class=\"r\"";
    if (*column.order != '\0') out += " data-order=\"" + std::string(column.order) + '"';
    out += '>' + Words(info, column.name) + "</th>";
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
           Words(info, page_text::kPageSearch) +
           "</label><input id=\"q\" type=\"search\" autocomplete=\"off\"></div>\n";
  }

  void List(const char* id, int column, TextId name, const std::vector<std::string>& options) {
    out_ += "<div><label for=\"" + std::string(id) + "\">" + Words(info_, name) +
            "</label><select id=\"" + id + "\" data-column=\"" + std::to_string(column) +
            "\"><option>" + Words(info_, page_text::kPageAny) + "</option>";
    for (const std::string& option : options) out_ += "<option>" + PageText(option) + "</option>";
    out_ += "</select></div>\n";
  }

  std::string Done() {
    return out_ + "<button type=\"button\">" + Words(info_, page_text::kPageClear) +
           "</button><div class=\"key\"><p id=\"count\" role=\"status\" aria-live=\"polite\" "
           "data-words=\"" +
           Words(info_, page_text::kPageShown, {"{0}", "{1}"}) +
           "\"></p><label><input type=\"checkbox\" checked>" + Words(info_, page_text::kPageSlash) +
           "</label></div></form>\n";
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
            Words(info, page_text::kPageLeftFindings,
                  {std::to_string(kept.left()[rank]), name, std::to_string(kept.Count(rank))}) +
            "</li>";
  }
  if (!lost.empty()) {
    out += "<div class=\"note\"><p>" + Words(info, page_text::kPageLeftOut) + "</p><ul>" + lost +
           "</ul><p>" + Words(info, page_text::kPageLeftOthers) + "</p></div>\n";
  }
  if (kept.findings() == 0) {
    return out + "<p>" + Words(info, page_text::kPageNoDefects) + "</p></section>\n";
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
    out += "<div class=\"note\"><p>" + Words(info, page_text::kPageLeftOut) + "</p><ul>";
    if (left.sheets > 0) {
      out +=
          "<li>" + Words(info, page_text::kPageLeftSheets, {std::to_string(left.sheets)}) + "</li>";
    }
    if (left.timelines > 0) {
      out += "<li>" + Words(info, page_text::kPageLeftTimelines, {std::to_string(left.timelines)}) +
             "</li>";
    }
    out += "</ul><p>" + Words(info, page_text::kPageLeftOthers) + "</p></div>\n";
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

std::string SheetSection(const RunInfo& info, const KeptCases& kept, const Fixes* fixes) {
  std::string out = SectionStart(info, "sheets", page_text::kPageSheets);
  for (const std::unique_ptr<KeptCase>& one : kept.cases()) {
    if (one == nullptr || !one->shown) continue;
    const CaseBlock& block = one->block;
    out += block.head;
    if (one->pictured) out += block.timeline;
    std::string items;
    for (uint8_t rank = 0; rank < kRankUndecided; ++rank) {
      for (const FindingBlock& finding : block.findings) {
        if (finding.rank != rank || finding.detail.empty()) continue;
        items += finding.detail;
        if (fixes != nullptr) items += finding.title;
        items += finding.facts;
        if (fixes != nullptr) {
          const auto fix = fixes->find(finding.rule);
          items += finding.basis + (fix == fixes->end() ? "" : fix->second);
        }
        items += "</dl></li>\n";
      }
    }
    if (!items.empty()) out += "<ol class=\"fs\">\n" + items + "</ol>\n";
    if (one->left > 0) {
      out += "<p class=\"note\">" +
             Words(info, page_text::kPageLeftHere, {std::to_string(one->left)}) + "</p>\n";
    }
    out += block.tail;
  }
  return out + "</section>\n";
}

std::string RuleSection(const RunInfo& info, const std::map<std::string, const Rule*>& rules) {
  std::string out = SectionStart(info, "rules", page_text::kPageRules) + "<p class=\"m\">" +
                    Words(info, page_text::kPageRulesMore) + "</p>\n";
  std::vector<std::pair<std::string, const Rule*>> order;
  for (const auto& [anchor, rule] : rules) order.emplace_back(anchor, rule);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second->id, a.second->pack) < std::tie(b.second->id, b.second->pack);
  });
  for (const auto& [anchor, rule] : order) {
    out += "<section id=\"" + anchor + "\"><h3>" + PageText(rule->id) + ' ' +
           PageText(rule->title) + "</h3><p>" + SeverityWord(rule->severity, info.lang) + " · " +
           PageText(rule->stage) + "</p>";
    const auto part = [&](TextId name, const std::string& text) {
      if (!text.empty()) out += "<p><i>" + Words(info, name) + "</i>" + Bdi(text, 4000) + "</p>";
    };
    part(page_text::kPageWhy, rule->why);
    std::string basis;
    for (const std::string& law : rule->basis) {
      basis += (basis.empty() ? "" : Say(info.lang, TextId::kListSemicolon)) + law;
    }
    part(page_text::kPageBasis, basis);
    part(page_text::kPageFix, rule->fix);
    out += "</section>\n";
  }
  return out + "</section>\n";
}

std::string InputSection(const RunInfo& info, const std::string& rows, uint64_t left) {
  if (rows.empty()) return "";
  std::string out = SectionStart(info, "inputs", page_text::kPageInputs);
  if (left > 0) {
    out += "<p class=\"note\">" + Words(info, page_text::kPageLeftOut) + ' ' +
           Words(info, page_text::kPageLeftInputs, {std::to_string(left)}) + "</p>\n";
  }
  return out +
         TableStart(info, page_text::kPageInputsCaption,
                    {{page_text::kPageOutcome},
                     {page_text::kPageFile},
                     {page_text::kPageLine, "", true},
                     {page_text::kPageProblem}}) +
         rows + "</tbody></table></section>\n";
}

std::string Colophon(const RunInfo& info) {
  std::string out =
      "<footer><h2 class=\"m\">" + Words(info, page_text::kPageColophon) + "</h2><ul>\n";
  for (const auto& pack : info.rules->packs()) {
    out += "<li>" + PageText(pack->pack.title) + " · " + PageText(pack->pack.name) +
           " <code class=\"v\">" + PageText(pack->pack.version) + "</code> <code class=\"v\">" +
           pack->pack.digest.substr(0, 16) + "</code></li>\n";
  }
  return out + "</ul><p class=\"v\">" + Words(info, page_text::kPageMade, {info.version}) +
         "</p></footer>\n";
}

}  // namespace anjuan
