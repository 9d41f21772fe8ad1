// Texts of packs stand for themselves in Markdown and HTML; expressions come out in words.
#include "report/pack_docs.h"

#include <doctest/doctest.h>

#include "pack/rule_plan.h"
#include "report/html_escape.h"
#include "support/small_rules.h"

using namespace anjuan;

namespace {

std::string Lines(const std::vector<ReadableLine>& lines) {
  std::string out;
  for (const ReadableLine& line : lines) out += std::string(2 * line.depth, ' ') + line.text + "\n";
  return out;
}

std::string CheckInWords(const std::string& check, Lang lang) {
  const SmallRules rules({check});
  const CompiledPack& pack = *rules.rules().packs()[0];
  const Model& model = rules.rules().model();
  const Rule& rule = *pack.rules[0].rule;
  DiagnosticSink sink;
  const RulePlan plan = PlanRule(pack.pack, rule, model, sink);
  return Lines(ReadableCheck(rule, plan, model, pack.params_type.get(), lang));
}

}  // namespace

TEST_CASE("what means something to Markdown or HTML is escaped") {
  struct Row {
    const char* name;
    const char* text;
    const char* markdown;
    const char* html;
  };
  const Row rows[] = {
      {"plain", "超过期限 (90 日)", "超过期限 (90 日)", "超过期限 (90 日)"},
      {"a tag", "<script>x</script>", "\\<script\\>x\\</script\\>",
       "&lt;script&gt;x&lt;/script&gt;"},
      {"an attribute's end", "\" onload='x'", "\" onload='x'", "&quot; onload=&#39;x&#39;"},
      {"an entity", "a &lt; b", "a \\&lt; b", "a &amp;lt; b"},
      {"a cell's end", "a | b", "a \\| b", "a | b"},
      {"emphasis, code", "*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~", "*a* _b_ `c` ~d~"},
      {"a link", "[a](b)", "\\[a\\](b)", "[a](b)"},
      {"a backslash", "\\d", "\\\\d", "\\d"},
      {"lines", "a\nb\n", "a b", "a\nb\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(EscapeMarkdown(row.text) == row.markdown);
    CHECK(EscapeHtml(row.text) == row.html);
  }
}

TEST_CASE("no text of a pack gets into a page as it is") {
  const std::string bad = "<i>&\"'|*";
  RuleDocs rule{bad,          bad,         bad, bad, bad, bad, bad, {{bad, {{0, bad}, {1, bad}}}},
                {{bad, bad}}, {{bad, bad}}};
  const std::vector<PackDocs> packs = {{bad, bad, {bad}, {{bad, bad}}, {{bad, {rule}}}}};
  const std::string html = HtmlOf(packs, Lang::kEnglish);
  CHECK(html.find("<i>") == std::string::npos);
  CHECK(html.find("\"'|") == std::string::npos);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("http") == std::string::npos);
  const std::string markdown = MarkdownOf(packs, Lang::kEnglish);
  CHECK(markdown.find(" <i>") == std::string::npos);
  CHECK(markdown.find("'|*") == std::string::npos);
}

TEST_CASE("a check in words") {
  struct Row {
    const char* name;
    const char* check;
    const char* chinese;
    const char* english;
  };
  const Row rows[] = {
      {"a comparison", "require: decision.date <= filing.approved_on + days(7)",
       "处罚决定.日期 ≤ 立案.批准日期 + 7 日\n", "decision.date ≤ filing.approved_on + 7 days\n"},
      {"a chain takes a line an operand",
       "require: decision.sealed && (case.complex || !has(decision.date))",
       "处罚决定.盖章\n且 (案件.重大复杂 或 不是:有 处罚决定.日期)\n",
       "decision.sealed\nand (case.complex or not decision.date is given)\n"},
      {"what holds together less tightly stands in brackets",
       "require: decision.court_months - (1 - 2) * 3 == 4 && !(decision.sealed == true)",
       "处罚决定.诉讼期限 - (1 - 2) × 3 = 4\n且 不是:(处罚决定.盖章 = true)\n",
       "decision.court_months - (1 - 2) × 3 = 4\nand not (decision.sealed = true)\n"},
      {"elements", "require: documents.exists(d, d.kind == '立案审批表' && filled(d.date))",
       "文书 中有 d:d.种类 = “立案审批表” 且 已填 d.日期\n",
       "some d of documents: d.kind = '立案审批表' and d.date is filled in\n"},
      {"each", "each: {in: documents, as: d, where: d.sealed, require: has(d.date)}",
       "对 文书 中的每个 d:\n  d 是指:\n    d.盖章\n  有 d.日期\n",
       "for every d of documents:\n  where d has:\n    d.sealed\n  d.date is given\n"},
      {"a deadline",
       "deadline: {from: filing.approved_on, to: decision.date, at_least: workdays(3), or_on: "
       "true}",
       "处罚决定.日期 应在 立案.批准日期 满 3 个工作日 之后\n  届满当日亦可\n",
       "decision.date when 3 working days are over behind filing.approved_on\n"
       "  on the last day will do\n"},
      {"a choice", "require: \"decision.sealed ? case.complex : decision.number in ['一', '二']\"",
       "若 处罚决定.盖章 则 案件.重大复杂,否则 处罚决定.文号 属于 [“一”、“二”]\n",
       "if decision.sealed then case.complex, else decision.number in ['一', '二']\n"},
      {"a paper", "document: {kind: 立案审批表, has: [number]}",
       "卷内有 “立案审批表”\n且 卷内的 “立案审批表” 中每个 文书:已填 文书.文号\n",
       "there is '立案审批表'\nand every 文书 of papers '立案审批表': 文书.number is filled in\n"},
      {"a cure is told by itself", "require: decision.sealed\ncured_by: case.complex",
       "处罚决定.盖章\n", "decision.sealed\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(CheckInWords(row.check, Lang::kChinese) == row.chinese);
    CHECK(CheckInWords(row.check, Lang::kEnglish) == row.english);
  }
}
