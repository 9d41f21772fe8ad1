#include "expr/plain_strings.h"

#include <map>
#include <memory>
#include <regex>

#include "base/utf8.h"

namespace anjuan::expr {
namespace {

using Kind = Plain::Kind;
using Args = const std::vector<Plain>&;

// One element a code point. wchar_t, because std::regex knows it.
static_assert(sizeof(wchar_t) == 4);

std::wstring Wide(std::string_view text) {
  std::wstring wide;
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeAt(text, i);
    wide += static_cast<wchar_t>(point.value);
    i += static_cast<size_t>(point.length);
  }
  return wide;
}

std::string Narrow(std::wstring_view wide) {
  std::string text;
  for (const wchar_t wc : wide) {
    const auto c = static_cast<uint32_t>(static_cast<char32_t>(wc));
    const auto add = [&](uint32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0 | c >> 6);
      add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      add(0xE0 | c >> 12);
      add(0x80 | (c >> 6 & 0x3F));
      add(0x80 | (c & 0x3F));
    } else {
      add(0xF0 | c >> 18);
      add(0x80 | (c >> 12 & 0x3F));
      add(0x80 | (c >> 6 & 0x3F));
      add(0x80 | (c & 0x3F));
    }
  }
  return text;
}

Plain Text(std::wstring_view wide) { return PlainText(Narrow(wide)); }

bool Holds(const Plain& text, const Plain& part) {
  return text.text.find(part.text) != std::string::npos;
}

bool IsWhite(wchar_t c) {
  return c == L' ' || (c >= 0x9 && c <= 0xD) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Null where the pattern is none.
const std::wregex* PatternOf(const std::string& pattern) {
  static std::map<std::string, std::unique_ptr<const std::wregex>> known;
  const auto [at, is_new] = known.try_emplace(pattern);
  if (is_new) {
    try {
      at->second = std::make_unique<const std::wregex>(Wide(pattern));
    } catch (const std::regex_error&) {
    }
  }
  return at->second.get();
}

Plain Matches(Args args) {
  const std::wregex* const pattern = PatternOf(args[1].text);
  if (pattern == nullptr) return Failure();
  return Truth(std::regex_search(Wide(args[0].text), *pattern));
}

// Each of the parts, and for a list that is open the parts it may yet have.
Plain AnyOf(Args args) {
  for (const Plain& part : args[1].items) {
    if (Holds(args[0], part)) return Truth(true);
  }
  return args[1].open ? Unknown() : Truth(false);
}

Plain AllOf(Args args) {
  for (const Plain& part : args[1].items) {
    if (!Holds(args[0], part)) return Truth(false);
  }
  return args[1].open ? Unknown() : Truth(true);
}

Plain CountOf(Args args) {
  int64_t count = 0;
  if (args[1].text.empty()) return Whole(0);
  for (size_t at = args[0].text.find(args[1].text); at != std::string::npos;
       at = args[0].text.find(args[1].text, at + args[1].text.size())) {
    ++count;
  }
  return Whole(count);
}

Plain CharAt(Args args) {
  const std::wstring text = Wide(args[0].text);
  const int64_t at = args[1].number;
  if (at < 0 || at > static_cast<int64_t>(text.size())) return Failure();
  return Text(text.substr(static_cast<size_t>(at), 1));
}

Plain IndexOf(Args args) {
  const std::wstring text = Wide(args[0].text);
  const int64_t from = args.size() > 2 ? args[2].number : 0;
  if (from < 0) return Failure();
  if (args[1].text.empty()) return Whole(from);
  if (from > 0 && from >= static_cast<int64_t>(text.size())) return Failure();
  const size_t at = text.find(Wide(args[1].text), static_cast<size_t>(from));
  return Whole(at == std::wstring::npos ? -1 : static_cast<int64_t>(at));
}

Plain LastIndexOf(Args args) {
  const std::wstring text = Wide(args[0].text);
  const int64_t size = static_cast<int64_t>(text.size());
  const int64_t from = args.size() > 2 ? args[2].number : size;
  if (from < 0) return Failure();
  if (args[1].text.empty()) return Whole(from);
  if (args.size() > 2 && from >= size) return Failure();
  const size_t at = text.rfind(Wide(args[1].text), static_cast<size_t>(from));
  return Whole(at == std::wstring::npos ? -1 : static_cast<int64_t>(at));
}

Plain Substring(Args args) {
  const std::wstring text = Wide(args[0].text);
  const int64_t size = static_cast<int64_t>(text.size());
  const int64_t begin = args[1].number;
  const int64_t end = args.size() > 2 ? args[2].number : size;
  if (begin < 0 || begin > end || end > size) return Failure();
  return Text(text.substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin)));
}

// The first `limit` occurrences, all where it is negative. Nothing occurs before every code point
// and at the end.
Plain Replace(Args args) {
  const std::wstring text = Wide(args[0].text);
  const std::wstring from = Wide(args[1].text);
  const std::wstring to = Wide(args[2].text);
  const int64_t limit = args.size() > 3 ? args[3].number : -1;
  std::wstring out;
  int64_t done = 0;
  for (size_t i = 0; i <= text.size();) {
    const bool more = limit < 0 || done < limit;
    if (more && text.compare(i, from.size(), from) == 0) {
      out += to;
      ++done;
      if (!from.empty()) {
        i += from.size();
        continue;
      }
    }
    if (i < text.size()) out += text[i];
    ++i;
  }
  return Text(out);
}

Plain Split(Args args) {
  const std::wstring separator = Wide(args[1].text);
  const int64_t limit = args.size() > 2 ? args[2].number : -1;
  std::vector<Plain> pieces;
  if (limit == 0) return PlainList({});
  std::wstring rest = Wide(args[0].text);
  if (separator.empty() && rest.empty()) return PlainList({});
  while (limit < 0 || static_cast<int64_t>(pieces.size()) + 1 < limit) {
    const size_t at = separator.empty() ? 1 : rest.find(separator);
    if (at == std::wstring::npos || (separator.empty() && rest.size() < 2)) break;
    pieces.push_back(Text(rest.substr(0, at)));
    rest = rest.substr(at + separator.size());
  }
  pieces.push_back(Text(rest));
  return PlainList(std::move(pieces));
}

Plain Join(Args args) {
  if (args[0].open) return Unknown();
  std::string out;
  for (size_t i = 0; i < args[0].items.size(); ++i) {
    if (i > 0 && args.size() > 1) out += args[1].text;
    out += args[0].items[i].text;
  }
  return PlainText(out);
}

Plain Trim(Args args) {
  std::wstring text = Wide(args[0].text);
  while (!text.empty() && IsWhite(text.front())) text.erase(0, 1);
  while (!text.empty() && IsWhite(text.back())) text.pop_back();
  return Text(text);
}

// Each code point as `map` has it, 0 for none.
template <typename Map>
Plain Each(Args args, Map map) {
  std::wstring out;
  for (const wchar_t c : Wide(args[0].text)) {
    if (const wchar_t to = map(c); to != 0) out += to;
  }
  return Text(out);
}

wchar_t Halfwidth(wchar_t c) {
  const bool word =
      (c >= L'０' && c <= L'９') || (c >= L'Ａ' && c <= L'Ｚ') || (c >= L'ａ' && c <= L'ｚ');
  return word ? c - 0xFEE0 : c;
}

}  // namespace

Plain SizeOfText(const Plain& text) { return Whole(static_cast<int64_t>(Wide(text.text).size())); }

std::vector<PlainFunction> StringFunctions() {
  const auto white = [](wchar_t c) { return IsWhite(c) || c == 0x200B || c == 0xFEFF; };
  return {
      {"contains", [](Args args) { return Truth(Holds(args[0], args[1])); }},
      {"startsWith", [](Args args) { return Truth(args[0].text.starts_with(args[1].text)); }},
      {"endsWith", [](Args args) { return Truth(args[0].text.ends_with(args[1].text)); }},
      {"matches", Matches},
      {"containsAny", AnyOf},
      {"containsAll", AllOf},
      {"countOf", CountOf},
      {"charAt", CharAt},
      {"indexOf", IndexOf},
      {"lastIndexOf", LastIndexOf},
      {"substring", Substring},
      {"replace", Replace},
      {"split", Split},
      {"join", Join},
      {"trim", Trim},
      {"reverse",
       [](Args args) {
         const std::wstring text = Wide(args[0].text);
         return Text(std::wstring(text.rbegin(), text.rend()));
       }},
      {"squash",
       [white](Args args) {
         return Each(args, [&](wchar_t c) { return white(c) ? wchar_t{0} : c; });
       }},
      {"nfkcDigits", [](Args args) { return Each(args, Halfwidth); }},
      {"lowerAscii",
       [](Args args) {
         return Each(args, [](wchar_t c) { return c >= L'A' && c <= L'Z' ? c + 32 : c; });
       }},
      {"upperAscii",
       [](Args args) {
         return Each(args, [](wchar_t c) { return c >= L'a' && c <= L'z' ? c - 32 : c; });
       }},
  };
}

}  // namespace anjuan::expr
