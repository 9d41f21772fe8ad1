#include "report/text_look.h"

#include <algorithm>

#include "base/display_width.h"
#include "base/terminal_text.h"
#include "base/wrap.h"

namespace anjuan {
namespace {

constexpr std::string_view kReset = "\x1b[0m";

// By Severity.
constexpr SeverityLook kLooks[kSeverities] = {
    {"·", "\x1b[36m"},
    {"▲", "\x1b[33m"},
    {"✗", "\x1b[31m"},
    {"✗✗", "\x1b[1;31m"},
};

}  // namespace

const SeverityLook& LookOf(Severity severity) { return kLooks[static_cast<size_t>(severity)]; }

std::string TextLook::Paint(std::string_view color, std::string text) const {
  if (!color_) return text;
  return std::string(color) + text + std::string(kReset);
}

std::string OnOneLine(std::string_view text) {
  std::string line;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    line += text[i] == '\n' || text[i] == '\r' ? ' ' : text[i];
  }
  return ForTerminal(line);
}

void TextLook::Rest(size_t column, size_t indent, std::string_view color, std::string_view text,
                    std::string& out) const {
  std::string wrapped;
  AppendWrapped(text, column, indent, width_, wrapped);
  for (size_t begin = 0; begin <= wrapped.size();) {
    const size_t end = std::min(wrapped.find('\n', begin), wrapped.size());
    std::string line = wrapped.substr(begin, end - begin);
    if (begin > 0) {
      out.append(indent, ' ');
      line.erase(0, indent);
    } else if (line.empty()) {
      while (out.ends_with(' ')) out.pop_back();
    }
    if (!line.empty()) out += color.empty() ? line : Paint(color, std::move(line));
    out += '\n';
    begin = end + 1;
  }
}

void TextLook::Line(size_t indent, std::string_view label, std::string_view text,
                    std::string& out) const {
  const size_t behind = indent + DisplayWidth(label);
  out.append(indent, ' ');
  if (!label.empty()) out += Paint(kDim, std::string(label));
  AppendWrapped(text, behind, behind, width_, out);
  out += '\n';
}

}  // namespace anjuan
