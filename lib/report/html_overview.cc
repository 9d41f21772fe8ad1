// The first screen: what was looked at, what came out, where it lies.
#include "base/texts/page.h"
#include "report/finding_words.h"
#include "report/html_case.h"
#include "report/html_escape.h"
#include "report/html_sections.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

uint64_t DefectsOf(const Summary& summary) {
  uint64_t defects = 0;
  for (const uint64_t count : summary.findings) defects += count;
  return defects;
}

std::string N(uint64_t number) { return std::to_string(number); }

void Key(const std::string& name, const std::string& value, const std::string& more, bool bad,
         std::string& out) {
  out += bad ? "<div class=\"bad\">" : "<div>";
  out += "<dt>" + name + "</dt><dd><b>" + value + "</b>" + more + "</dd></div>\n";
}

}  // namespace

std::string PageWords(const RunInfo& info, TextId id,
                      std::initializer_list<std::string_view> args) {
  return EscapeHtml(Say(info.lang, id, args));
}

std::string SectionStart(const RunInfo& info, const std::string& id, TextId name) {
  return "<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\"><h2 id=\"" + id + "-h\">" +
         PageWords(info, name) + "</h2>\n";
}

std::string PageHeadline(const RunInfo& info, const Summary& summary) {
  return Say(info.lang, page_text::kPageTitleCounts,
             {Say(info.lang, page_text::kPageTitle), N(summary.cases), N(DefectsOf(summary))});
}

std::string Navigation(const RunInfo& info, bool inputs) {
  std::string out = "<nav aria-label=\"" + PageWords(info, page_text::kPageNavigation) + "\"><ul>";
  const auto link = [&](const char* id, TextId name) {
    out += std::string("<li><a href=\"#") + id + "\">" + PageWords(info, name) + "</a></li>";
  };
  link("main", page_text::kPageOverview);
  if (inputs) link("inputs", page_text::kPageInputs);
  link("findings", page_text::kPageFindings);
  link("cases", page_text::kPageCases);
  link("sheets", page_text::kPageSheets);
  link("rules", page_text::kPageRules);
  return out + "</ul></nav>\n";
}

std::string TopSection(const RunInfo& info, const Summary& summary) {
  const Scorer* const scorer = info.rules->scorer();
  std::string out = "<header class=\"top\"><h1>" + PageWords(info, page_text::kPageTitle) +
                    "</h1><p>" + PageWords(info, page_text::kPageAsOf, {FormatDate(info.as_of)});
  if (scorer != nullptr) {
    const Scheme& scheme = scorer->scheme();
    out += " · " + PageWords(info, page_text::kPageAsOfScheme,
                             {scheme.title.empty() ? scheme.name : scheme.title});
  }
  out += "</p></header>\n<dl class=\"keys\">\n";
  Key(PageWords(info, page_text::kPageFiles), N(summary.found),
      PageWords(info, page_text::kPageFilesMore, {N(summary.audited), N(summary.unaudited)}), false,
      out);
  Key(PageWords(info, page_text::kPageCaseCount), N(summary.cases),
      PageWords(info, page_text::kPageCasesMore,
                {N(summary.failed), N(summary.cases - summary.failed)}),
      false, out);
  const uint64_t defects = DefectsOf(summary);
  std::string severities;
  for (int i = kSeverities; i-- > 0;) {
    if (!severities.empty()) severities += " · ";
    severities += SeverityWord(static_cast<Severity>(i), info.lang) + "\u00A0" +
                  N(summary.findings[static_cast<size_t>(i)]);
  }
  Key(PageWords(info, page_text::kPageDefects), N(defects), severities, defects > 0, out);
  if (summary.scored > 0) {
    Key(PageWords(info, page_text::kPageAverage), FormatPoints(summary.AverageScore()),
        PageWords(info, page_text::kPageLowest, {FormatPoints({summary.lowest_score})}), false,
        out);
  }
  const uint64_t asked = summary.decided + summary.undecided;
  if (asked > 0) {
    const uint64_t tenths = summary.decided * 1000 / asked;
    Key(PageWords(info, page_text::kPageDecided), N(tenths / 10) + '.' + N(tenths % 10) + "%",
        PageWords(info, page_text::kPageDecidedMore, {N(summary.decided), N(asked)}), false, out);
  }
  return out + "</dl>\n";
}

std::string ChartSection(const RunInfo& info, const Summary& summary, const DefectCounts& counts) {
  std::string out;
  if (counts.empty()) {
    out += "<p class=\"note\">" + PageWords(info, page_text::kPageNoDefects) + "</p>\n";
  } else {
    out += "<ul class=\"legend\">";
    for (int i = kSeverities; i-- > 0;) {
      out += "<li class=\"s" + std::to_string(i) + "\">" +
             SeverityWord(static_cast<Severity>(i), info.lang) + "</li>";
    }
    out += "</ul>\n";
  }
  out += "<div class=\"charts\">\n<div>" + counts.StageBars(info);
  if (summary.scored > 0) out += GradeBars(info.rules->scorer()->scheme(), summary, info.lang);
  return out + "</div>\n<div>" + counts.AgencyBars(info) + "</div></div>\n" + counts.HeatMap(info);
}

}  // namespace anjuan
