#include "report/markdown_text.h"

#include <algorithm>

#include "base/terminal_text.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr std::string_view kSpecial = "\\`*_[]<>#~&|!@$%";
// What sites make a link of: @name #12 !12 $12 %"x" &12 ~label
constexpr std::string_view kMarks = "@#!$%&~";
constexpr std::string_view kBreak = "&#8203;";

bool IsAlnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool StartsAddress(std::string_view rest) {
  constexpr std::string_view kWww = "www.";
  return rest.starts_with("://") ||
         (rest.size() >= kWww.size() &&
          std::equal(kWww.begin(), kWww.end(), rest.begin(),
                     [](char want, char c) { return want == (IsAlnum(c) ? c | 0x20 : c); }));
}

}  // namespace

std::string ForMarkdown(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const CodePoint c = DecodeAt(text, i);
    i += static_cast<size_t>(c.length);
    if (rest.starts_with("\r\n")) continue;  // the line feed says it
    if (c.value == '\n' || c.value == '\r') {
      out += "<br>";
    } else if (c.value < 0x80 && kSpecial.find(rest[0]) != std::string_view::npos) {
      out += "&#" + std::to_string(static_cast<uint32_t>(c.value)) + ';';
      if (kMarks.find(rest[0]) != std::string_view::npos && rest.size() > 1) out.append(kBreak);
    } else {
      AppendUtf8(ForTerminal(c.value), out);
      if (StartsAddress(rest)) out.append(kBreak);
    }
  }
  return out;
}

void AppendMarkdownRow(const std::vector<std::string>& cells, std::string& out) {
  out += '|';
  for (const std::string& cell : cells) out += ' ' + cell + " |";
  out += '\n';
}

void AppendMarkdownHead(const std::vector<std::string>& cells, std::string& out) {
  AppendMarkdownRow(cells, out);
  AppendMarkdownRow(std::vector<std::string>(cells.size(), "---"), out);
}

}  // namespace anjuan
