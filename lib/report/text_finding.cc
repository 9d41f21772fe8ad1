#include "report/text_finding.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/display_width.h"
#include "base/terminal_text.h"
#include "report/finding_words.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

constexpr size_t kMostEvidence = 8;  // the machine formats give all, and so does --verbose
constexpr size_t kMostValueCells = 60;
constexpr size_t kSnippetCells = 100;  // where the terminal says nothing
constexpr size_t kContextCells = 12;   // of a line, before its mark
constexpr size_t kTellingValue = 4;    // bytes; a shorter value may stand in a line by chance

std::string EvidenceText(const TextLook& look, const Finding& finding, Detail detail) {
  const size_t most = detail == Detail::kVerbose ? finding.evidence.size() : kMostEvidence;
  std::string out;
  for (size_t i = 0; i < finding.evidence.size(); ++i) {
    if (i == most) {
      return out + look.Words(TextId::kMoreEvidence, {std::to_string(finding.evidence.size() - i)});
    }
    const Evidence& evidence = finding.evidence[i];
    if (i > 0) out += look.Words(TextId::kListSemicolon);
    out += evidence.label + " = " +
           CutTo(OnOneLine(ValueWords(evidence, look.lang())), kMostValueCells);
    if (evidence.line != 0) out += look.Words(TextId::kAtLine, {std::to_string(evidence.line)});
  }
  return out;
}

struct Span {
  size_t begin = 0;
  size_t end = 0;
};

// Where a field of this name is written: the value of an attribute or the text of an element.
std::optional<Span> FieldIn(std::string_view line, std::string_view name) {
  for (const auto& [before, after] :
       {std::pair{std::string(name) + "=\"", '"'}, std::pair{"<" + std::string(name) + ">", '<'}}) {
    const size_t at = line.find(before);
    if (at == std::string_view::npos) continue;
    const size_t end = line.find(after, at + before.size());
    if (end != std::string_view::npos && end > at + before.size()) {
      return Span{at + before.size(), end};
    }
  }
  return std::nullopt;
}

// What the finding is about in its line: the value as the evidence has it, else where the field is
// written by its name, else all of the line.
Span MarkIn(const Finding& finding, std::string_view line) {
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.line != finding.line || !evidence.value || evidence.value->empty()) continue;
    for (const std::string& name : {evidence.label, evidence.field}) {
      const size_t dot = name.rfind('.');
      const std::string_view last =
          std::string_view(name).substr(dot == std::string::npos ? 0 : dot + 1);
      if (const std::optional<Span> span = FieldIn(line, last)) return *span;
    }
    const size_t at = line.find(*evidence.value);
    if (at != std::string_view::npos && evidence.value->size() >= kTellingValue) {
      return {at, at + evidence.value->size()};
    }
  }
  return {0, line.size()};
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

// Begins so far into the line that the mark can be seen.
size_t ViewFrom(std::string_view line, Span mark, size_t room) {
  if (DisplayWidth(line.substr(0, mark.begin)) + kContextCells <= room) return 0;
  size_t from = mark.begin;
  while (from > 0 && DisplayWidth(line.substr(from, mark.begin - from)) < kContextCells) {
    do --from;
    while (from > 0 && (static_cast<unsigned char>(line[from]) & 0xC0) == 0x80);
  }
  return from;
}

//    84 │ <送达日期>2023-06-07</送达日期>
//       │           ^^^^^^^^^^
void AppendSnippet(const TextLook& look, const Finding& finding, std::string& out) {
  const std::string_view whole = Trimmed(finding.snippet);
  if (whole.empty()) return;
  const std::string number = std::to_string(finding.line);
  const std::string bar = " │ ";
  const size_t left = kFindingIndent + 2 + number.size() + DisplayWidth(bar);
  const size_t room =
      look.width() == 0 ? kSnippetCells : look.width() - std::min(look.width(), left);
  if (room < 2 * kContextCells) return;
  const Span mark = MarkIn(finding, whole);
  const size_t from = ViewFrom(whole, mark, room);
  const std::string lead = from > 0 ? "…" : "";
  const std::string shown = lead + ForTerminal(whole.substr(from));
  const size_t before = DisplayWidth(lead + ForTerminal(whole.substr(from, mark.begin - from)));
  const size_t cells = DisplayWidth(ForTerminal(whole.substr(mark.begin, mark.end - mark.begin)));
  const std::string indent(kFindingIndent + 2, ' ');
  out += indent + look.Paint(kDim, number + bar) + CutTo(shown, room) + '\n';
  out += indent + std::string(number.size(), ' ') + look.Paint(kDim, bar) +
         std::string(before, ' ') +
         look.Paint(LookOf(finding.rule->severity).color,
                    std::string(std::min(cells, room - before), '^')) +
         '\n';
}

}  // namespace

void AppendFailed(const TextLook& look, const std::string& file, const Finding& finding,
                  Detail detail, std::string& out) {
  const Rule& rule = *finding.rule;
  const SeverityLook& severity = LookOf(rule.severity);
  const std::string word = SeverityWord(rule.severity, look.lang());
  out += "  " + look.Paint(severity.color, std::string(severity.sign) + ' ' + word);
  const std::string id = ' ' + rule.id + "  ";
  out += id;
  look.Rest(2 + DisplayWidth(severity.sign) + 1 + DisplayWidth(word) + DisplayWidth(id),
            kFindingIndent, kBold, ForTerminal(rule.title), out);
  const auto part = [&](TextId name, std::string_view text) {
    look.Line(kFindingIndent, look.Words(name), OnOneLine(text), out);
  };
  part(TextId::kPartMessage, finding.message);
  if (finding.line != 0) {
    part(TextId::kPartPlace,
         ForTerminal(file) + ':' + std::to_string(finding.line) + "  " + finding.path);
    AppendSnippet(look, finding, out);
  }
  const std::string evidence = EvidenceText(look, finding, detail);
  if (!evidence.empty()) part(TextId::kPartEvidence, evidence);
  if (!rule.basis.empty()) part(TextId::kPartBasis, BasisWords(finding, look.lang()));
  if (!rule.fix.empty()) part(TextId::kPartFix, rule.fix);
}

}  // namespace anjuan
