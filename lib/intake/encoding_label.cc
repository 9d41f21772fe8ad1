#include "intake/encoding_label.h"

#include <algorithm>
#include <iterator>

namespace anjuan {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr size_t kLongestLabel = 40;

// Levelled: capitals, without - and _.
constexpr std::string_view kGbNames[] = {
    "GB2312", "GBK",      "GB18030",  "CP936",           "MS936",      "XGBK",
    "EUCCN",  "GB231280", "CSGB2312", "CSISO58GB231280", "WINDOWS936",
};
constexpr std::string_view kWideNames[] = {"UTF16", "UTF32", "UCS2", "UCS4", "ISO10646UCS"};
constexpr std::string_view kEightBitNames[] = {"ISO8859", "WINDOWS125", "CP125", "LATIN",
                                               "USASCII", "ASCII",      "ANSI"};

bool IsLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

template <size_t n>
bool BeginsWithAny(std::string_view name, const std::string_view (&names)[n]) {
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view other) { return name.starts_with(other); });
}

std::string_view SkipBlanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text;
}

}  // namespace

std::string_view DeclaredEncoding(std::string_view text) {
  constexpr std::string_view kOpen = "<?xml";
  text = SkipBlanks(text);
  if (!text.starts_with(kOpen)) return {};
  text.remove_prefix(kOpen.size());
  text = text.substr(0, text.find("?>"));
  // Pseudo-attributes: name = "value".
  while (!(text = SkipBlanks(text)).empty()) {
    const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n="));
    text = SkipBlanks(text.substr(name.size()));
    if (name.empty() || !text.starts_with('=')) return {};
    text = SkipBlanks(text.substr(1));
    if (text.empty() || (text[0] != '"' && text[0] != '\'')) return {};
    const size_t end = text.find(text[0], 1);
    if (end == std::string_view::npos) return {};
    if (name == "encoding") return text.substr(1, end - 1);
    text.remove_prefix(end + 1);
  }
  return {};
}

LabelFamily FamilyOf(std::string_view label) {
  if (label.empty()) return LabelFamily::kNone;
  if (label.size() > kLongestLabel || !IsLetter(label[0])) return LabelFamily::kInvalid;
  std::string name;
  for (const char c : label) {
    if (IsLetter(c)) {
      name.push_back(static_cast<char>(c & ~0x20));
    } else if (c >= '0' && c <= '9') {
      name.push_back(c);
    } else if (c != '-' && c != '_' && c != '.') {
      return LabelFamily::kInvalid;
    }
  }
  if (name == "UTF8") return LabelFamily::kUtf8;
  if (std::find(std::begin(kGbNames), std::end(kGbNames), name) != std::end(kGbNames)) {
    return LabelFamily::kGb;
  }
  if (BeginsWithAny(name, kWideNames)) return LabelFamily::kWide;
  if (BeginsWithAny(name, kEightBitNames)) return LabelFamily::kEightBit;
  return LabelFamily::kOther;
}

}  // namespace anjuan
