// A pack as one HTML page: a table by stage, then a section a rule.
#include "report/html_escape.h"
#include "report/pack_docs.h"

namespace anjuan {
namespace {

constexpr std::string_view kStyle = R"(
body { font: 15px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif; color: #111; max-width: 62em; margin: 2em auto; padding: 0 1em; }
h1, h2, h3, th, dt { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "SimHei", sans-serif; }
h2 { border-bottom: 2px solid #111; margin-top: 2.5em; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { border: 1px solid #999; padding: .2em .5em; text-align: left; vertical-align: top; }
th { background: #eee; }
td.id { white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; }
dt { color: #555; }
dd { margin: 0; }
ul { margin: .2em 0; padding-left: 1.4em; }
a { color: inherit; }
.severity { font-size: 13px; color: #555; }
@page { margin: 18mm 15mm; }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; }
  h2 { break-before: page; }
  h3 { break-after: avoid; }
  tr, dl > * { break-inside: avoid; }
  thead { display: table-header-group; }
}
)";

std::string Element(std::string_view name, const std::string& inside) {
  return "<" + std::string(name) + ">" + inside + "</" + std::string(name) + ">";
}

std::string HeadRow(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) row += Element("th", EscapeHtml(cell));
  return Element("thead", Element("tr", row)) + "\n";
}

// Rules of two packs may share an id.
std::string AnchorOf(const PackDocs& pack, const RuleDocs& rule) {
  return EscapeHtml(pack.name + "/" + rule.id);
}

void AppendTable(const PackDocs& pack, const StageDocs& stage, Lang lang, std::string& out) {
  out += Element("h3", EscapeHtml(stage.label)) + "\n<table>\n" +
         HeadRow({Say(lang, TextId::kDocsRule), Say(lang, TextId::kDocsFault),
                  Say(lang, TextId::kShowSeverity), Say(lang, TextId::kShowBasis),
                  Say(lang, TextId::kShowScore), Say(lang, TextId::kShowReads)}) +
         "<tbody>\n";
  for (const RuleDocs& rule : stage.rules) {
    out += "<tr><td class=\"id\"><a href=\"#" + AnchorOf(pack, rule) + "\">" + EscapeHtml(rule.id) +
           "</a></td>";
    for (const std::string& cell :
         {rule.title, rule.severity, rule.basis, rule.deduct, rule.reads}) {
      out += Element("td", EscapeHtml(cell));
    }
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n";
}

// Lists inside lists, as deep as the lines say; a line is at most one deeper than the one before.
std::string ListOf(const std::vector<ReadableLine>& lines) {
  std::string out = "<ul>";
  size_t depth = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    for (; depth < lines[i].depth; ++depth) out += "<ul>";
    for (; depth > lines[i].depth; --depth) out += "</ul></li>";
    out += "<li>" + EscapeHtml(lines[i].text);
    const bool holds_more = i + 1 < lines.size() && lines[i + 1].depth > lines[i].depth;
    if (!holds_more) out += "</li>";
  }
  for (; depth > 0; --depth) out += "</ul></li>";
  return out + "</ul>";
}

void AppendRule(const PackDocs& pack, const RuleDocs& rule, Lang lang, std::string& out) {
  out += "<section id=\"" + AnchorOf(pack, rule) + "\">\n<h3>" + EscapeHtml(rule.id) + " " +
         EscapeHtml(rule.title) + " <span class=\"severity\">" + EscapeHtml(rule.severity) +
         "</span></h3>\n" + Element("p", EscapeHtml(rule.why)) + "\n<dl>\n";
  const auto row = [&](const std::string& label, const std::string& inside) {
    out += Element("dt", EscapeHtml(label)) + Element("dd", inside) + "\n";
  };
  for (const LabelledLines& part : rule.decided) row(part.label, ListOf(part.lines));
  for (const LabelledText& fact : rule.facts) row(fact.label, EscapeHtml(fact.text));
  out += "</dl>\n";
  if (!rule.examples.empty()) {
    out += "<table>\n" +
           HeadRow({Say(lang, TextId::kTraceOutcome), Say(lang, TextId::kDocsExamples)}) +
           "<tbody>\n";
    for (const LabelledText& example : rule.examples) {
      out += Element("tr", Element("td", EscapeHtml(example.label)) +
                               Element("td", EscapeHtml(example.text))) +
             "\n";
    }
    out += "</tbody>\n</table>\n";
  }
  out += "</section>\n";
}

}  // namespace

std::string HtmlOf(const std::vector<PackDocs>& packs, Lang lang) {
  const std::string title = Say(lang, TextId::kDocsTitle);
  std::string out = "<!DOCTYPE html>\n<html lang=\"" +
                    std::string(lang == Lang::kEnglish ? "en" : "zh-CN") +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n" +
                    Element("title", EscapeHtml(title)) + "\n<style>" + std::string(kStyle) +
                    "</style>\n</head>\n<body>\n" + Element("h1", EscapeHtml(title)) + "\n";
  for (const PackDocs& pack : packs) {
    out += Element("h2", EscapeHtml(pack.title) + " (" + EscapeHtml(pack.name) + ")") + "\n";
    for (const std::string& about : pack.about) out += Element("p", EscapeHtml(about)) + "\n";
    for (const StageDocs& stage : pack.stages) AppendTable(pack, stage, lang, out);
    if (!pack.params.empty()) {
      out += Element("h3", EscapeHtml(Say(lang, TextId::kDocsParams))) + "\n<table>\n" +
             HeadRow({Say(lang, TextId::kDocsParams), Say(lang, TextId::kDocsValue)}) + "<tbody>\n";
      for (const LabelledText& param : pack.params) {
        out += Element("tr", Element("td", EscapeHtml(param.label)) +
                                 Element("td", EscapeHtml(param.text))) +
               "\n";
      }
      out += "</tbody>\n</table>\n";
    }
    for (const StageDocs& stage : pack.stages) {
      for (const RuleDocs& rule : stage.rules) AppendRule(pack, rule, lang, out);
    }
  }
  return out + "</body>\n</html>\n";
}

}  // namespace anjuan
