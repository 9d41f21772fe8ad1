#include "report/html_escape.h"

#include "base/digest.h"
#include "base/display_width.h"
#include "base/terminal_text.h"

namespace anjuan {

std::string EscapeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c != '\r') line.push_back(c == '\n' ? ' ' : c);
  }
  return ForTerminal(line);
}

std::string PageText(std::string_view text) { return EscapeHtml(OneLine(text)); }

std::string Bdi(std::string_view text, size_t cells) {
  return "<bdi>" + EscapeHtml(CutTo(OneLine(text), cells)) + "</bdi>";
}

std::string IdOf(char kind, std::string_view text) {
  constexpr size_t kDigits = 10;
  return kind + Sha256Hex(text).substr(0, kDigits);
}

}  // namespace anjuan
