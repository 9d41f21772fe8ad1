#include "yaml/builder.h"

#include <algorithm>

namespace anjuan::yaml {
namespace {

constexpr size_t kMostMistakes = 100;
constexpr std::string_view kColonRepair = ":  ";  // as many bytes as a full-width colon
constexpr std::string_view kTextRepair = "_";

Span SpanOf(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

bool IsOneOf(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// The plain text of a null that is written down at `at`; empty where nothing is.
std::string_view WrittenNull(std::string_view text, size_t at) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text.substr(at, word.size()) == word) return word;
  }
  return {};
}

size_t WordEnd(std::string_view text, size_t at) {
  while (at < text.size() && !IsOneOf(text[at], " \t\r\n,[]{}")) ++at;
  return at;
}

Style StyleOf(Form form) {
  switch (form) {
    case Form::kSingleQuoted:
      return Style::kSingleQuoted;
    case Form::kDoubleQuoted:
      return Style::kDoubleQuoted;
    case Form::kLiteral:
    case Form::kFolded:
      return Style::kLiteral;
    case Form::kPlain:
      break;
  }
  return Style::kPlain;
}

}  // namespace

Repair RepairOfColon(const SourcePtr& source, size_t line_begin, size_t at) {
  const std::string_view text = source->text();
  size_t key = line_begin;
  while (key < at && IsOneOf(text[key], " \t-")) ++key;
  Repair repair{at, kColonRepair, {}};
  repair.diagnostic.source = source;
  repair.diagnostic.span = SpanOf(at, at + kColonRepair.size());
  repair.diagnostic.message = {TextId::kYamlFullwidthColon,
                               {std::string(text.substr(key, at - key))}};
  repair.diagnostic.help.push_back({TextId::kYamlWriteColon, {}});
  return repair;
}

Repair RepairOfText(const SourcePtr& source, size_t begin, size_t end, TextId id,
                    std::vector<std::string> args) {
  Repair repair{begin, kTextRepair, {}};
  repair.diagnostic.source = source;
  repair.diagnostic.span = SpanOf(begin, end);
  repair.diagnostic.message = {id, std::move(args)};
  repair.diagnostic.help.push_back({TextId::kYamlQuoteText, {}});
  return repair;
}

Builder::Builder(SourcePtr source, std::string_view text, const Limits& limits,
                 DiagnosticSink& sink)
    : source_(std::move(source)), text_(text), limits_(limits), sink_(sink) {}

Diagnostic& Builder::Report(Span span, TextId id, std::vector<std::string> args) {
  if (sink_.error_count() == kMostMistakes) {
    sink_.Error(source_, span, TextId::kYamlTooManyMistakes, {std::to_string(kMostMistakes)});
    throw Stop();
  }
  return sink_.Error(source_, span, id, std::move(args));
}

void Builder::Count(const Event& event) {
  if (++nodes_ <= limits_.nodes) return;
  Report(SpanOf(event.at, event.at), TextId::kYamlTooManyNodes, {std::to_string(limits_.nodes)});
  throw Stop();
}

void Builder::MoveToLine(size_t at) {
  if (at >= line_begin_ && at <= line_end_ && line_end_ > 0) return;
  const size_t feed = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
  line_begin_ = feed == std::string_view::npos ? 0 : feed + 1;
  line_end_ = LineEnd(text_, at);
  line_checked_ = false;
}

void Builder::CheckIndentation(size_t at) {
  MoveToLine(at);
  if (line_checked_) return;
  line_checked_ = true;
  for (size_t i = line_begin_; i < at && IsOneOf(text_[i], " \t"); ++i) {
    if (text_[i] != '\t') continue;
    Report(SpanOf(i, i + 1), TextId::kYamlTab).help.push_back({TextId::kYamlUseSpaces, {}});
    return;
  }
}

// Moves past anchors and tags, and reports the first.
Builder::Event Builder::SkipDecoration(Event event) {
  const size_t first = event.at;
  const TextId id = text_.substr(first, 1) == "!" ? TextId::kYamlTag : TextId::kYamlAnchor;
  while (event.at < text_.size() && IsOneOf(text_[event.at], "!&")) {
    event.at = SkipBlanks(text_, WordEnd(text_, event.at));
  }
  Report(SpanOf(first, WordEnd(text_, first)), id).help.push_back({TextId::kYamlQuoteText, {}});
  return event;
}

// `!has(a.b)`: an expression that lacks its quotes, most likely. The text is read again as such.
void Builder::TagIsText(const Event& event) {
  Node node;
  node.refused_ = true;
  node.span_ = SpanOf(event.at, WordEnd(text_, event.at));
  last_end_ = node.span_.end;
  repairs_.push_back(RepairOfText(source_, node.span_.begin, node.span_.end, TextId::kYamlTag, {}));
  Attach(std::move(node), Form::kPlain);
}

Span Builder::SpanOfNothing(const Event& event) const {
  const size_t here = std::min(event.at, text_.size());
  if (open_.empty()) return SpanOf(here, here);
  const Open& open = open_.back();
  if (open.node.is_map()) {
    if (!open.has_key) return SpanOf(here, std::min(here + 1, text_.size()));
    const size_t colon = SkipBlanks(text_, open.key.span.end);
    const bool found = colon < text_.size() && text_[colon] == ':';
    return SpanOf(open.key.span.begin, found ? colon + 1 : open.key.span.end);
  }
  const size_t dash = SkipBlanks(text_, last_end_);
  const bool found = !open.flow && dash < here && text_[dash] == '-';
  return found ? SpanOf(dash, dash + 1) : SpanOf(here, here);
}

void Builder::Null(Event event) {
  Count(event);
  event.at = std::min(event.at, text_.size());
  if (event.decorated) event = SkipDecoration(event);
  Node node;
  // What follows an empty value stands no deeper than the map or list it is in.
  const bool is_key = !open_.empty() && open_.back().node.is_map() && !open_.back().has_key;
  const bool may_be_written = open_.empty() || open_.back().flow || is_key || event.decorated ||
                              event.column > open_.back().column;
  const std::string_view written =
      may_be_written ? WrittenNull(text_, event.at) : std::string_view();
  if (written.empty()) {
    node.span_ = SpanOfNothing(event);
  } else {
    node.span_ = SpanOf(event.at, event.at + written.size());
    if (is_key || written == "Null" || written == "NULL") {
      node.kind_ = Kind::kScalar;
      node.text_ = written;
    }
  }
  last_end_ = std::max<size_t>(last_end_, node.span_.end);
  Attach(std::move(node), Form::kPlain);
}

void Builder::Alias(Event event) {
  Count(event);
  Node node;
  node.refused_ = true;
  node.span_ = SpanOf(event.at, WordEnd(text_, event.at));
  last_end_ = node.span_.end;
  Report(node.span_, TextId::kYamlAlias).help.push_back({TextId::kYamlQuoteText, {}});
  Attach(std::move(node), Form::kPlain);
}

void Builder::Scalar(Event event, std::string_view value) {
  Count(event);
  event.at = std::min(event.at, text_.size());
  CheckIndentation(event.at);
  Node node;
  // A tag of a lone ! looks like none at all but for the text.
  if (event.decorated || text_.substr(event.at, 1) == "!") {
    const size_t behind = SkipBlanks(text_, WordEnd(text_, event.at));
    const bool tag = text_.substr(event.at, 1) == "!";
    if (tag && FormAt(text_, behind) == Form::kPlain) return TagIsText(event);
    event = SkipDecoration(event);
  }
  const Form form = FormAt(text_, event.at);
  const ScalarExtent extent = ExtentOf(text_, event.at, form, value);
  node.kind_ = Kind::kScalar;
  node.style_ = StyleOf(form);
  node.span_ = SpanOf(event.at, extent.end);
  last_end_ = extent.end;
  // What the author wrote, not what a repair made of it.
  const bool as_written = form == Form::kPlain && !extent.runs_on;
  node.text_ = as_written ? source_->text().substr(event.at, value.size()) : std::string(value);
  if (form == Form::kFolded) {
    Report(node.span_, TextId::kYamlFolded).help.push_back({TextId::kYamlUseLiteral, {}});
  } else if (form == Form::kPlain) {
    const bool slipped = FindSlips(event.at, value, extent.runs_on);
    if (extent.runs_on && !slipped) {
      Report(node.span_, TextId::kYamlMultiLine).help.push_back({TextId::kYamlOneLine, {}});
    }
  } else if (extent.runs_on) {
    lost_a_quote_ = true;
    Report(node.span_, TextId::kYamlUnclosedQuote).help.push_back({TextId::kYamlUseLiteral, {}});
  } else if (form == Form::kDoubleQuoted) {
    CheckEscapes(node);
  }
  Attach(std::move(node), form);
}

void Builder::CheckEscapes(Node& node) {
  const size_t bad = FindBadEscape(text_, node.span_.begin, node.span_.end);
  if (bad == std::string_view::npos) return;
  Report(SpanOf(bad, bad + 2), TextId::kYamlEscape, {std::string(text_.substr(bad, 2))})
      .help.push_back({TextId::kYamlSingleQuotes, {}});
  node.kind_ = Kind::kNull;
  node.text_.clear();
  node.refused_ = true;
}

// Whether a plain scalar stands where an entry of a map may have been meant: alone on its line.
bool Builder::MayBeEntry(size_t begin, bool runs_on) const {
  if (open_.empty()) return true;
  const Open& open = open_.back();
  if (open.flow) return false;
  if (open.node.is_list()) return runs_on;
  if (!open.has_key) return false;
  const std::string_view between = text_.substr(open.key.span.end, begin - open.key.span.end);
  return between.find('\n') != std::string_view::npos;
}

bool Builder::FindSlips(size_t begin, std::string_view value, bool runs_on) {
  if (!MayBeEntry(begin, runs_on)) return false;
  size_t line = begin;
  size_t covered = 0;  // bytes of `value` on the lines before
  bool found = false;
  while (line < text_.size() && covered < value.size()) {
    const size_t end = LineEnd(text_, line);
    const size_t slip = FindColonSlip(text_, line, end);
    if (slip == std::string_view::npos && !found) return false;  // the first line must be one
    if (slip != std::string_view::npos) repairs_.push_back(RepairOfColon(source_, line, slip));
    found = true;
    covered += end - line + 1;
    const size_t feed = text_.find('\n', end);
    if (feed == std::string_view::npos) break;
    line = std::min(text_.find_first_not_of(" \t\r\n", feed), text_.size());
  }
  return found;
}

void Builder::Begin(Event event, Kind kind, bool flow) {
  Count(event);
  event.at = std::min(event.at, text_.size());
  CheckIndentation(event.at);
  if (event.decorated) event = SkipDecoration(event);
  event.at = std::min(event.at, text_.size());
  if (open_.size() == static_cast<size_t>(limits_.depth)) {
    Report(SpanOf(event.at, event.at), TextId::kYamlTooDeep, {std::to_string(limits_.depth)});
    throw Stop();
  }
  MoveToLine(event.at);
  Open open;
  open.node.kind_ = kind;
  open.node.span_ = SpanOf(event.at, event.at);
  open.column = event.column;
  open.flow = flow;
  open.line_end = line_end_;
  last_end_ = event.at;
  open_.push_back(std::move(open));
}

void Builder::End() {
  Open closed = std::move(open_.back());
  open_.pop_back();
  Span& span = closed.node.span_;
  const bool bracket = span.begin < text_.size() && IsOneOf(text_[span.begin], "[{");
  if (bracket) {
    size_t i = SkipBlanks(text_, std::max<size_t>(last_end_, span.begin + 1));
    while (i < text_.size() && IsOneOf(text_[i], ",:?")) i = SkipBlanks(text_, i + 1);
    if (i < text_.size() && IsOneOf(text_[i], "]}")) last_end_ = i + 1;
    const size_t shown = std::min(last_end_, closed.line_end);
    span.end = std::max(span.end, static_cast<uint32_t>(std::max<size_t>(shown, span.begin + 1)));
  }
  Attach(std::move(closed.node), Form::kPlain);
}

std::optional<size_t> Builder::open_bracket() const {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    const size_t at = open->node.span_.begin;
    if (at < text_.size() && IsOneOf(text_[at], "[{")) return at;
  }
  return std::nullopt;
}

void Builder::Attach(Node node, Form form) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& open = open_.back();
  Span& span = open.node.span_;
  if (node.span_.begin >= span.begin && node.span_.begin < open.line_end) {
    const size_t end = std::min<size_t>(node.span_.end, open.line_end);
    span.end = std::max(span.end, static_cast<uint32_t>(end));
  }
  if (open.node.is_list()) {
    open.node.items_.push_back(std::move(node));
  } else if (!open.has_key) {
    AttachKey(open, std::move(node), form);
  } else {
    AttachValue(open, std::move(node));
  }
}

void Builder::AttachKey(Open& open, Node node, Form form) {
  open.has_key = true;
  open.key = {std::move(node.text_), node.span_, false, form == Form::kPlain};
  const bool text = node.is_scalar() && form != Form::kLiteral && form != Form::kFolded;
  if (!text) {
    if (!node.refused()) Report(node.span_, TextId::kYamlKeyShape);
    return;
  }
  const auto [first, is_new] = open.seen.emplace(open.key.text, open.key.span);
  open.key.usable = is_new;
  if (is_new) return;
  const Place place = source_->PlaceOf(first->second.begin);
  Report(open.key.span, TextId::kYamlDuplicateKey,
         {open.key.text, std::to_string(place.line), std::to_string(place.column)});
}

void Builder::AttachValue(Open& open, Node node) {
  open.has_key = false;
  if (node.is_null() && !node.refused()) CheckColon(open);
  if (!open.key.usable) return;
  open.node.entries_.push_back({std::move(open.key.text), open.key.span, std::move(node)});
}

// Of a key without a value: `名称：x` and `名称` alone come to that.
void Builder::CheckColon(const Open& open) {
  const Span span = open.key.span;
  const size_t next = SkipBlanks(text_, span.end);
  if (span.begin == span.end || text_.substr(next, 1) == ":") return;
  if (open.flow && next == text_.size()) return;   // a bracket that is not closed, which is said
  if (text_.substr(span.begin, 1) == ":") return;  // no key at all, which is reported
  const size_t slip =
      open.key.plain ? FindColonSlip(text_, span.begin, span.end) : std::string_view::npos;
  if (slip != std::string_view::npos) {
    repairs_.push_back(RepairOfColon(source_, span.begin, slip));
  } else {
    Report(span, TextId::kYamlNoColon, {open.key.text});
  }
}

}  // namespace anjuan::yaml
