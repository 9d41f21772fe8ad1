#include "base/terminal_text.h"
#include "report/text_finding.h"
#include "report/undecided_groups.h"

namespace anjuan {
namespace {

constexpr size_t kMostUndecided = 20;  // of a case; more are put together by what they lack
constexpr size_t kMostIds = 8;         // of such a group
constexpr size_t kIndent = 2;

}  // namespace

void AppendUndecided(const TextLook& look, const Model& model,
                     const std::vector<const Finding*>& findings, Detail detail, std::string& out) {
  const std::string sign = std::string(kUnknownSign) + ' ';
  const auto line = [&](const std::string& text) {
    out.append(kIndent, ' ');
    out += look.Paint(kUnknownColor, std::string(kUnknownSign)) + ' ';
    std::string rest;
    look.Line(kIndent + sign.size(), "", text, rest);
    out += rest.substr(kIndent + sign.size());
  };
  if (detail == Detail::kVerbose || findings.size() <= kMostUndecided) {
    for (const Finding* const finding : findings) {
      line(finding->rule->id + "  " + finding->rule->title + look.Words(TextId::kListSemicolon) +
           OnOneLine(finding->message));
    }
    return;
  }
  for (const UndecidedGroup& group : GroupUndecided(findings, model, look.lang())) {
    std::string text = ForTerminal(group.lacks) + ' ' + std::to_string(group.findings.size()) + ':';
    for (size_t i = 0; i < group.findings.size() && i < kMostIds; ++i) {
      text += ' ' + group.findings[i]->rule->id;
    }
    if (group.findings.size() > kMostIds) {
      text += look.Words(TextId::kMoreEvidence, {std::to_string(group.findings.size() - kMostIds)});
    }
    line(text);
  }
}

}  // namespace anjuan
