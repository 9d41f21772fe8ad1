// Packs as a standard to read (评查标准): what each rule finds fault with, why, and how it is
// decided.
//
// Shape:  a pack's own rules; those it inherits are counted and stand with the pack that wrote
// them. Writers: docs_markdown.cc, docs_html.cc. Every text of a pack is escaped in both.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "pack/compiled_pack.h"
#include "pack/review_items.h"
#include "report/readable.h"

namespace anjuan {

struct LabelledText {
  std::string label;
  std::string text;
};

struct LabelledLines {
  std::string label;
  std::vector<ReadableLine> lines;
};

struct RuleDocs {
  std::string id;
  std::string title;
  std::string severity;
  std::string basis;
  std::string deduct;  // each / at most
  std::string reads;   // labels of fields
  std::string why;
  std::vector<LabelledLines> decided;  // when, check, cured by; none empty
  std::vector<LabelledText> facts;     // fix, covers, effective …; none empty
  std::vector<LabelledText> examples;  // an outcome, and the case that has it
};

struct StageDocs {
  std::string label;
  std::vector<RuleDocs> rules;
};

struct PackDocs {
  std::string name;
  std::string title;
  std::vector<std::string> about;  // version; what it inherits
  std::vector<LabelledText> params;
  std::vector<StageDocs> stages;  // none empty
};

// `names` of review items, by id.
PackDocs DocsOf(const CompiledPack& pack, const Model& model,
                const std::map<std::string, std::string>& names, Lang lang);

std::string MarkdownOf(const std::vector<PackDocs>& packs, Lang lang);

// One page without scripts or anything from elsewhere.
std::string HtmlOf(const std::vector<PackDocs>& packs, Lang lang);

// Text that stands for itself in Markdown, on one line.
std::string EscapeMarkdown(std::string_view text);

}  // namespace anjuan
