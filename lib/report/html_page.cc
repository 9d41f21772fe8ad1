#include "report/html_page.h"

#include <algorithm>

#include "base/digest.h"
#include "base/texts/page.h"
#include "report/html_escape.h"

namespace anjuan {
namespace {

unsigned HexDigit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); }

std::string Base64OfHex(const std::string& hex) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t at = 0; at < hex.size(); at += 6) {
    unsigned bits = 0;  // 24 of them, those that are missing zero
    for (size_t i = at; i < at + 6; ++i) bits = bits << 4 | (i < hex.size() ? HexDigit(hex[i]) : 0);
    const size_t digits = std::min<size_t>(4, ((hex.size() - at) * 4 + 5) / 6);
    for (size_t i = 0; i < 4; ++i) {
      out.push_back(i < digits ? kDigits[bits >> (18 - 6 * i) & 63] : '=');
    }
  }
  return out;
}

}  // namespace

std::string PolicyDigest(std::string_view text) { return "sha256-" + Base64OfHex(Sha256Hex(text)); }

std::string PageStart(const std::string& title, Lang lang) {
  std::string out = "<!doctype html>\n<html lang=\"";
  out += lang == Lang::kEnglish ? "en" : "zh-CN";
  out +=
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src '" +
      PolicyDigest(kPageStyle) + "'; script-src '" + PolicyDigest(kPageScript) +
      "'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<link rel=\"icon\" href=\"data:,\">\n<title>" +
      PageText(title) + "</title>\n<style>";
  out += kPageStyle;
  out += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">" +
         PageText(Say(lang, page_text::kSkipToContent)) + "</a>\n";
  return out;
}

std::string PageEnd() {
  return "<script>" + std::string(kPageScript) + "</script>\n</body>\n</html>\n";
}

}  // namespace anjuan
