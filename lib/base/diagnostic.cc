#include "base/diagnostic.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/display_width.h"
#include "base/terminal_text.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr size_t kMostCells = 160;   // of a source line; longer ones are cut around the caret
constexpr size_t kLeftCells = 60;    // kept before the caret of a cut line
constexpr size_t kMostBytes = 4096;  // looked at on either side of the mark
constexpr size_t kMostMessageCells = 1000;
constexpr std::string_view kEllipsis = "…";

// A part of a source line as the terminal shows it, and where the marked part of it stands.
struct ShownLine {
  std::string text;
  size_t caret = 0;   // cells before it
  size_t length = 0;  // cells of it
};

// The cells [left, right) of a line, and an ellipsis for what is cut off on either side.
struct Window {
  size_t left = 0;
  size_t right = 0;
};

Window WindowFor(size_t cells, size_t caret) {
  if (cells <= kMostCells) return {0, cells};
  const size_t left = caret > kMostCells - kLeftCells ? caret - kLeftCells : 0;
  const size_t right = std::min(left + kMostCells, cells);
  // Near the end the room to the right of the caret is given to the left.
  return {left == 0 ? 0 : std::min(left, right - kMostCells), right};
}

// The place of the code point that `at` is a byte of.
size_t FirstByteOf(std::string_view text, size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

// Shows `line`, of which the bytes [begin, end) are marked.
ShownLine Show(std::string_view line, size_t begin, size_t end) {
  // A line may be as long as its file, and have as many marks.
  begin = std::min(begin, line.size());
  const size_t first_byte = begin > kMostBytes ? FirstByteOf(line, begin - kMostBytes) : 0;
  const size_t last_byte = FirstByteOf(line, std::min(line.size(), begin + kMostBytes));
  const bool more_left = first_byte > 0;
  const bool more_right = last_byte < line.size();
  line = line.substr(first_byte, last_byte - first_byte);
  begin -= first_byte;
  end -= first_byte;

  struct Cell {
    char32_t shown;
    size_t at;
    size_t width;
  };
  std::vector<Cell> cells;
  size_t width = 0;
  size_t caret = 0;
  size_t caret_end = 0;
  for (size_t i = 0; i < line.size();) {
    if (i <= begin) caret = width;
    const CodePoint c = DecodeAt(line, i);
    const char32_t shown = ForTerminal(c.value);
    cells.push_back({shown, width, static_cast<size_t>(DisplayWidth(shown))});
    width += cells.back().width;
    if (i < end) caret_end = width;
    i += static_cast<size_t>(c.length);
  }
  if (begin >= line.size()) caret = width;
  const Window window = WindowFor(width, caret);

  ShownLine out;
  const bool cut_left = window.left > 0 || more_left;
  if (cut_left) out.text += kEllipsis;
  size_t first = width;  // cells cut off before the first one shown
  for (const Cell& cell : cells) {
    if (cell.at < window.left || cell.at + cell.width > window.right) continue;
    first = std::min(first, cell.at);
    AppendUtf8(cell.shown, out.text);
  }
  if (window.right < width || more_right) out.text += kEllipsis;
  first = std::min(first, caret);
  out.caret = caret - first + (cut_left ? 1 : 0);
  const size_t last = std::clamp(caret_end, caret, window.right);
  out.length = std::max<size_t>(1, last - caret);
  return out;
}

void AppendSourceLine(const Diagnostic& diagnostic, Place place, std::string& out) {
  const Source& source = *diagnostic.source;
  const std::string_view line = source.LineText(place.line);
  const size_t line_begin = static_cast<size_t>(line.data() - source.text().data());
  const size_t begin = diagnostic.span.begin - line_begin;
  const size_t end = std::max(diagnostic.span.begin, diagnostic.span.end) - line_begin;
  const ShownLine shown = Show(line, begin, end);
  const std::string number = std::to_string(place.line);
  out += " " + number + " |";
  if (!shown.text.empty()) out += " " + shown.text;
  out += "\n";
  out.append(number.size() + 1, ' ');
  out += " | ";
  out.append(shown.caret, ' ');
  out += "^";
  out.append(shown.length - 1, '~');
  out += "\n";
}

}  // namespace

Diagnostic& DiagnosticSink::Error(SourcePtr source, Span span, TextId id,
                                  std::vector<std::string> args) {
  ++errors_;
  diagnostics_.push_back(
      {DiagnosticLevel::kError, std::move(source), span, {id, std::move(args)}, {}});
  return diagnostics_.back();
}

Diagnostic& DiagnosticSink::Warning(SourcePtr source, Span span, TextId id,
                                    std::vector<std::string> args) {
  diagnostics_.push_back(
      {DiagnosticLevel::kWarning, std::move(source), span, {id, std::move(args)}, {}});
  return diagnostics_.back();
}

Diagnostic& DiagnosticSink::Note(SourcePtr source, Span span, TextId id,
                                 std::vector<std::string> args) {
  diagnostics_.push_back(
      {DiagnosticLevel::kNote, std::move(source), span, {id, std::move(args)}, {}});
  return diagnostics_.back();
}

std::string Format(const Diagnostic& diagnostic, Lang lang) {
  std::string out;
  Place place;
  if (diagnostic.source == nullptr) {
    out += "anjuan";
  } else {
    place = diagnostic.source->PlaceOf(diagnostic.span.begin);
    out += ForTerminal(diagnostic.source->name());
    out += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  }
  constexpr TextId kLevels[] = {TextId::kError, TextId::kWarning, TextId::kNote};
  out += ": " + Say(lang, kLevels[static_cast<size_t>(diagnostic.level)]) + ": ";
  out += CutTo(ForTerminal(Say(lang, diagnostic.message)), kMostMessageCells);
  out += " [";
  out += NameOf(diagnostic.message.id);
  out += "]\n";
  if (diagnostic.source != nullptr) AppendSourceLine(diagnostic, place, out);
  for (const Text& help : diagnostic.help) {
    out += Say(lang, TextId::kHelp) + ": " + ForTerminal(Say(lang, help)) + "\n";
  }
  return out;
}

std::string Format(const DiagnosticSink& sink, Lang lang) {
  const auto key = [](const Diagnostic* d) {
    static const std::string kNoName;
    const std::string& name = d->source == nullptr ? kNoName : d->source->name();
    return std::tuple<std::string_view, uint32_t, std::string_view>(name, d->span.begin,
                                                                    NameOf(d->message.id));
  };
  std::vector<const Diagnostic*> sorted;
  sorted.reserve(sink.diagnostics().size());
  for (const Diagnostic& diagnostic : sink.diagnostics()) sorted.push_back(&diagnostic);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Diagnostic* a, const Diagnostic* b) { return key(a) < key(b); });
  std::string out;
  // Repeats have one key, so only the texts since the key began need to be kept.
  std::set<std::string> same_key;
  for (size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && key(sorted[i]) != key(sorted[i - 1])) same_key.clear();
    std::string text = Format(*sorted[i], lang);
    if (same_key.contains(text)) continue;
    out += text;
    same_key.insert(std::move(text));
  }
  return out;
}

}  // namespace anjuan
