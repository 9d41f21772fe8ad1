// A pack as Markdown: a table by stage, then a section a rule.
#include "report/markdown_text.h"
#include "report/pack_docs.h"

namespace anjuan {
namespace {

constexpr std::string_view kSpecial = "\\`*_[]<>|#~&";

void AppendTable(const StageDocs& stage, Lang lang, std::string& out) {
  out += "\n### " + EscapeMarkdown(stage.label) + "\n\n";
  AppendMarkdownHead({Say(lang, TextId::kDocsRule), Say(lang, TextId::kDocsFault),
                      Say(lang, TextId::kShowSeverity), Say(lang, TextId::kShowBasis),
                      Say(lang, TextId::kShowScore), Say(lang, TextId::kShowReads)},
                     out);
  for (const RuleDocs& rule : stage.rules) {
    AppendMarkdownRow(
        {EscapeMarkdown(rule.id), EscapeMarkdown(rule.title), EscapeMarkdown(rule.severity),
         EscapeMarkdown(rule.basis), EscapeMarkdown(rule.deduct), EscapeMarkdown(rule.reads)},
        out);
  }
}

void AppendRule(const RuleDocs& rule, Lang lang, std::string& out) {
  out += "\n### " + EscapeMarkdown(rule.id) + " " + EscapeMarkdown(rule.title) + " (" +
         EscapeMarkdown(rule.severity) + ")\n\n" + EscapeMarkdown(rule.why) + "\n";
  for (const LabelledLines& part : rule.decided) {
    out += "\n**" + EscapeMarkdown(part.label) + "**\n\n";
    for (const ReadableLine& line : part.lines) {
      out += std::string(2 * line.depth, ' ') + "- " + EscapeMarkdown(line.text) + "\n";
    }
  }
  out += '\n';
  for (const LabelledText& fact : rule.facts) {
    out += "- **" + EscapeMarkdown(fact.label) + "** " + EscapeMarkdown(fact.text) + "\n";
  }
  if (rule.examples.empty()) return;
  out += "\n**" + Say(lang, TextId::kDocsExamples) + "**\n\n";
  AppendMarkdownHead({Say(lang, TextId::kTraceOutcome), Say(lang, TextId::kDocsExample)}, out);
  for (const LabelledText& example : rule.examples) {
    AppendMarkdownRow({EscapeMarkdown(example.label), EscapeMarkdown(example.text)}, out);
  }
}

}  // namespace

std::string EscapeMarkdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
      continue;
    }
    if (kSpecial.find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string MarkdownOf(const std::vector<PackDocs>& packs, Lang lang) {
  std::string out = "# " + Say(lang, TextId::kDocsTitle) + "\n";
  for (const PackDocs& pack : packs) {
    out += "\n## " + EscapeMarkdown(pack.title) + " (" + EscapeMarkdown(pack.name) + ")\n";
    for (const std::string& about : pack.about) out += "\n" + EscapeMarkdown(about) + "\n";
    for (const StageDocs& stage : pack.stages) AppendTable(stage, lang, out);
    if (!pack.params.empty()) {
      out += "\n### " + Say(lang, TextId::kDocsParams) + "\n\n";
      AppendMarkdownHead({Say(lang, TextId::kDocsParams), Say(lang, TextId::kDocsValue)}, out);
      for (const LabelledText& param : pack.params) {
        AppendMarkdownRow({EscapeMarkdown(param.label), EscapeMarkdown(param.text)}, out);
      }
    }
    for (const StageDocs& stage : pack.stages) {
      for (const RuleDocs& rule : stage.rules) AppendRule(rule, lang, out);
    }
  }
  return out;
}

}  // namespace anjuan
