#include "report/xml_text.h"

#include <fmt/format.h>

#include "base/terminal_text.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

bool Allowed(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

std::string ForXml(std::string_view text, XmlPlace place) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const std::string_view bytes = text.substr(i, static_cast<size_t>(c.length));
    i += static_cast<size_t>(c.length);
    const bool plain_space = (c.value == '\t' || c.value == '\n') && place == XmlPlace::kContent;
    if (!c.valid || !Allowed(c.value)) {
      out += "\uFFFD";
    } else if (c.value == '&') {
      out += "&amp;";
    } else if (c.value == '<') {
      out += "&lt;";
    } else if (c.value == '>') {
      out += "&gt;";
    } else if (c.value == '"') {
      out += "&quot;";
    } else if (!plain_space && ForTerminal(c.value) != c.value) {
      out += fmt::format("&#x{:X};", static_cast<uint32_t>(c.value));
    } else {
      out.append(bytes);
    }
  }
  return out;
}

}  // namespace anjuan
