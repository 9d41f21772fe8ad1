// What the rows of tables lead to: a sheet a case, a place a rule; and who made the page.
#include <algorithm>
#include <tuple>

#include "base/texts/page.h"
#include "report/finding_words.h"
#include "report/html_case.h"
#include "report/html_escape.h"
#include "report/html_sections.h"
#include "report/severity_word.h"

namespace anjuan {

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
             PageWords(info, page_text::kPageLeftHere, {std::to_string(one->left)}) + "</p>\n";
    }
    out += block.tail;
  }
  return out + "</section>\n";
}

std::string RuleSection(const RunInfo& info, const std::map<std::string, const Rule*>& rules) {
  std::string out = SectionStart(info, "rules", page_text::kPageRules) + "<p class=\"m\">" +
                    PageWords(info, page_text::kPageRulesMore) + "</p>\n";
  std::vector<std::pair<std::string, const Rule*>> order(rules.begin(), rules.end());
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second->id, a.second->pack) < std::tie(b.second->id, b.second->pack);
  });
  for (const auto& [anchor, rule] : order) {
    out += "<section id=\"" + anchor + "\"><h3>" + PageText(rule->id) + ' ' +
           PageText(rule->title) + "</h3><p>" + SeverityWord(rule->severity, info.lang) + " · " +
           PageText(rule->stage) + "</p>";
    const auto part = [&](TextId name, const std::string& text) {
      if (!text.empty())
        out += "<p><i>" + PageWords(info, name) + "</i>" + Bdi(text, 4000) + "</p>";
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

std::string Colophon(const RunInfo& info) {
  std::string out =
      "<footer><h2 class=\"m\">" + PageWords(info, page_text::kPageColophon) + "</h2><ul>\n";
  for (const auto& pack : info.rules->packs()) {
    out += "<li>" + PageText(pack->pack.title) + " · " + PageText(pack->pack.name) +
           " <code class=\"v\">" + PageText(pack->pack.version) + "</code> <code class=\"v\">" +
           pack->pack.digest.substr(0, 16) + "</code></li>\n";
  }
  return out + "</ul><p class=\"v\">" + PageWords(info, page_text::kPageMade, {info.version}) +
         "</p></footer>\n";
}

}  // namespace anjuan
