#include "yaml/complaint.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>

namespace anjuan::yaml {
namespace {

constexpr size_t kNone = std::string_view::npos;

Span SpanOf(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

class Complaint {
 public:
  Complaint(const SourcePtr& source, std::string_view text, size_t at, std::string_view words,
            const Builder& builder, DiagnosticSink& sink)
      : source_(source), text_(text), at_(at), words_(words), builder_(builder), sink_(sink) {
    const size_t feed = at == 0 ? kNone : text.rfind('\n', at - 1);
    line_ = feed == kNone ? 0 : feed + 1;
  }

  std::vector<Repair> Explain() {
    if (builder_.lost_a_quote()) return {};  // said, and all behind it is noise
    const bool known = FindTab() || FindQuote() || FindDecoration() || FindColonSlips() ||
                       FindReserved() || FindMisplacedColon() || FindBracket() || FindEscape() ||
                       FindBehindQuote();
    if (!known) ReportSyntax();
    return std::move(repairs_);
  }

 private:
  bool Says(std::string_view words) const { return words_.starts_with(words); }

  bool SaysOneOf(std::initializer_list<std::string_view> all) const {
    return std::any_of(all.begin(), all.end(), [&](std::string_view one) { return Says(one); });
  }

  bool FindTab() {
    size_t i = line_;
    while (i < text_.size() && text_[i] == ' ') ++i;
    if (i >= text_.size() || text_[i] != '\t') return false;
    Help(sink_.Error(source_, SpanOf(i, i + 1), TextId::kYamlTab), TextId::kYamlUseSpaces);
    return true;
  }

  // A quote that is closed nowhere: the parser complains at the end of the text.
  bool FindQuote() {
    using namespace YAML::ErrorMsg;
    if (!SaysOneOf({EOF_IN_SCALAR, DOC_IN_SCALAR})) return false;
    const size_t quote = FirstOf("\"'");
    if (quote == kNone) return false;
    Help(sink_.Error(source_, SpanOf(quote, LineEnd(text_, quote)), TextId::kYamlUnclosedQuote),
         TextId::kYamlUseLiteral);
    return true;
  }

  // Text that begins with ! & or * and that the parser took for a tag, an anchor or an alias.
  bool FindDecoration() {
    using namespace YAML::ErrorMsg;
    if (!SaysOneOf({CHAR_IN_TAG_HANDLE, TAG_WITH_NO_SUFFIX, END_OF_VERBATIM_TAG, MULTIPLE_TAGS,
                    MULTIPLE_ANCHORS, MULTIPLE_ALIASES, ALIAS_CONTENT, ALIAS_NOT_FOUND,
                    ANCHOR_NOT_FOUND, CHAR_IN_ALIAS, CHAR_IN_ANCHOR, UNKNOWN_ANCHOR})) {
      return false;
    }
    const size_t mark = FirstOf("!&*");
    if (mark == kNone) return false;
    const TextId id = text_[mark] == '!'   ? TextId::kYamlTag
                      : text_[mark] == '&' ? TextId::kYamlAnchor
                                           : TextId::kYamlAlias;
    size_t end = mark + 1;
    while (end < text_.size() && IsNone(" \t\r\n,[]{}", text_[end])) ++end;
    repairs_.push_back(RepairOfText(source_, mark, end, id, {}));
    return true;
  }

  // Lines like `名称：x` between the last node and here.
  bool FindColonSlips() {
    for (size_t line = line_;;) {
      const size_t slip = FindColonSlip(text_, line, LineEnd(text_, line));
      if (slip != kNone && slip >= builder_.last_end()) {
        repairs_.push_back(RepairOfColon(source_, line, slip));
      }
      if (line == 0 || line < builder_.last_end()) break;
      const size_t feed = line < 2 ? kNone : text_.rfind('\n', line - 2);
      line = feed == kNone ? 0 : feed + 1;
    }
    std::reverse(repairs_.begin(), repairs_.end());
    return !repairs_.empty();
  }

  bool FindReserved() {
    if (!Says(YAML::ErrorMsg::UNKNOWN_TOKEN) || at_ >= text_.size()) return false;
    if (IsNone("@`%", text_[at_])) return false;
    repairs_.push_back(RepairOfText(source_, at_, at_ + 1, TextId::kYamlReserved,
                                    {std::string(text_.substr(at_, 1))}));
    return true;
  }

  bool FindMisplacedColon() {
    using namespace YAML::ErrorMsg;
    if (!SaysOneOf({MAP_VALUE, END_OF_MAP_FLOW}) || text_.substr(at_, 1) != ":") return false;
    const bool second = text_.substr(line_, at_ - line_).find(": ") != kNone;
    if (second) {
      repairs_.push_back(RepairOfText(source_, at_, at_ + 1, TextId::kYamlSecondColon, {}));
    } else {
      Help(sink_.Error(source_, SpanOf(at_, at_ + 1), TextId::kYamlKeyPlace),
           TextId::kYamlCheckLines);
    }
    return true;
  }

  bool FindBracket() {
    using namespace YAML::ErrorMsg;
    if (!SaysOneOf({END_OF_MAP_FLOW, END_OF_SEQ_FLOW, FLOW_END})) return false;
    const std::optional<size_t> bracket = builder_.open_bracket();
    if (!bracket) return false;
    sink_.Error(source_, SpanOf(*bracket, *bracket + 1), TextId::kYamlUnclosedBracket,
                {std::string(text_.substr(*bracket, 1))});
    return true;
  }

  bool FindEscape() {
    using namespace YAML::ErrorMsg;
    if (!SaysOneOf({INVALID_ESCAPE, INVALID_HEX, INVALID_UNICODE}) || at_ == 0) return false;
    const size_t slash = text_.rfind('\\', at_ - 1);
    if (slash == kNone || slash < line_) return false;
    const size_t end = std::max(at_, std::min(slash + 2, text_.size()));
    Help(sink_.Error(source_, SpanOf(slash, end), TextId::kYamlEscape,
                     {std::string(text_.substr(slash, end - slash))}),
         TextId::kYamlSingleQuotes);
    return true;
  }

  bool FindBehindQuote() {
    using namespace YAML::ErrorMsg;
    if (!SaysOneOf({END_OF_MAP, END_OF_SEQ}) || at_ == line_) return false;
    const size_t before = text_.find_last_not_of(" \t", at_ - 1);
    if (before == kNone || before < line_ || IsNone("\"'", text_[before])) return false;
    Help(sink_.Error(source_, SpanOf(at_, LineEnd(text_, at_)), TextId::kYamlBehindQuote),
         TextId::kYamlUseLiteral);
    return true;
  }

  void ReportSyntax() {
    using namespace YAML::ErrorMsg;
    Diagnostic& error =
        sink_.Error(source_, SpanOf(at_, at_), TextId::kYamlSyntax, {std::string(words_)});
    if (SaysOneOf({END_OF_MAP, END_OF_SEQ, MAP_KEY, BLOCK_ENTRY})) {
      Help(error, TextId::kYamlCheckLines);
    }
  }

  static bool IsNone(std::string_view set, char c) { return set.find(c) == kNone; }

  static void Help(Diagnostic& error, TextId id) { error.help.push_back({id, {}}); }

  // The first of these characters behind the last node, comments left out.
  size_t FirstOf(std::string_view set) const {
    size_t i = SkipBlanks(text_, builder_.last_end());
    while (i < text_.size() && IsNone(set, text_[i])) i = SkipBlanks(text_, i + 1);
    return i < text_.size() ? i : kNone;
  }

  const SourcePtr& source_;
  std::string_view text_;
  size_t at_;
  std::string_view words_;
  const Builder& builder_;
  DiagnosticSink& sink_;
  size_t line_ = 0;  // begin of the line of at_
  std::vector<Repair> repairs_;
};

}  // namespace

std::vector<Repair> Explain(const SourcePtr& source, std::string_view text, size_t at,
                            std::string_view words, const Builder& builder, DiagnosticSink& sink) {
  return Complaint(source, text, at, words, builder, sink).Explain();
}

}  // namespace anjuan::yaml
