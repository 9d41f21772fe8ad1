#include <algorithm>

#include "audit/labels.h"
#include "base/terminal_text.h"
#include "report/text_finding.h"

namespace anjuan {
namespace {

constexpr size_t kMostUndecided = 20;  // of a case; more are put together by what they lack
constexpr size_t kMostIds = 8;         // of such a group
constexpr size_t kIndent = 2;

struct Group {
  std::string lacks;
  std::vector<const Finding*> findings;
};

// The entity that the first cause belongs to.
std::string LackOf(const Model& model, const Finding& finding, Lang lang) {
  if (finding.missing.empty()) return "";
  std::string lacks = LabelOfCause(model, finding.missing.front(), lang);
  if (!finding.missing.front().starts_with("params.")) {
    lacks.resize(std::min(lacks.find('.'), lacks.size()));
  }
  return lacks;
}

std::vector<Group> GroupsOf(const Model& model, const std::vector<const Finding*>& findings,
                            Lang lang) {
  std::vector<Group> groups;
  for (const Finding* const finding : findings) {
    std::string lacks = LackOf(model, *finding, lang);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& known) { return known.lacks == lacks; });
    if (group == groups.end()) group = groups.insert(groups.end(), {std::move(lacks), {}});
    group->findings.push_back(finding);
  }
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    return a.findings.size() > b.findings.size();
  });
  return groups;
}

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
           ForTerminal(finding->message));
    }
    return;
  }
  for (const Group& group : GroupsOf(model, findings, look.lang())) {
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
