#include "expr/eval_text.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "expr/eval_lists.h"
#include "expr/eval_strings.h"

namespace anjuan::expr {
namespace {

Value OutOfRange() { return Value::Error(ErrorCode::kIndexRange); }

// Byte offset of code point `index`, the text's size for one past the last; npos beyond.
size_t OffsetOf(std::string_view text, int64_t index) {
  if (index < 0) return std::string_view::npos;
  size_t at = 0;
  for (; index > 0; --index) {
    if (at >= text.size()) return std::string_view::npos;
    at += static_cast<size_t>(DecodeAt(text, at).length);
  }
  return at;
}

int64_t CodePointsIn(std::string_view text) { return static_cast<int64_t>(CountCodePoints(text)); }

// Pieces of `text` between separators, at most `limit` of them; -1: all.
std::vector<std::string_view> Pieces(std::string_view text, std::string_view separator,
                                     int64_t limit) {
  std::vector<std::string_view> pieces;
  const auto more = [&] { return limit < 0 || static_cast<int64_t>(pieces.size()) + 1 < limit; };
  while (more() && pieces.size() <= kMaxElements) {
    // Without a separator each code point is a piece of its own.
    const size_t step = text.empty() ? 0 : static_cast<size_t>(DecodeAt(text, 0).length);
    const size_t at = !separator.empty()   ? text.find(separator)
                      : step < text.size() ? step
                                           : std::string_view::npos;
    if (at == std::string_view::npos) break;
    pieces.push_back(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  if (!text.empty() || !separator.empty()) pieces.push_back(text);
  return pieces;
}

template <typename Map>
Value MapAscii(std::string_view text, Frame& frame, Map map) {
  char* const out = static_cast<char*>(frame.scratch->Allocate(text.size() + 1));
  std::transform(text.begin(), text.end(), out, map);
  return Value::String({out, text.size()});
}

}  // namespace

bool IsWhite(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

Value CharAt(Arguments args, const Node&, Frame&) {
  const std::string_view text = args[0].view();
  const size_t at = OffsetOf(text, args[1].number);
  if (at == std::string_view::npos) return OutOfRange();
  return Value::String(text.substr(at, static_cast<size_t>(DecodeAt(text, at).length)));
}

Value IndexOf(Arguments args, const Node& node, Frame&) {
  const std::string_view text = args[0].view();
  const std::string_view part = args[1].view();
  const int64_t from = node.count > 2 ? args[2].number : 0;
  // An empty part is found wherever the search begins.
  if (part.empty() && from >= 0) return Value::Number(from);
  const size_t begin = OffsetOf(text, from);
  if (begin == std::string_view::npos || (node.count > 2 && begin == text.size() && from > 0)) {
    return OutOfRange();
  }
  const size_t at = text.find(part, begin);
  if (at == std::string_view::npos) return Value::Number(-1);
  return Value::Number(CodePointsIn(text.substr(0, at)));
}

Value LastIndexOf(Arguments args, const Node& node, Frame&) {
  const std::string_view text = args[0].view();
  const std::string_view part = args[1].view();
  size_t until = text.size();
  if (node.count > 2) {
    if (part.empty() && args[2].number >= 0) return Value::Number(args[2].number);
    until = OffsetOf(text, args[2].number);
    if (until == std::string_view::npos || until >= text.size()) return OutOfRange();
  }
  const size_t at = text.rfind(part, until);
  if (at == std::string_view::npos) return Value::Number(-1);
  return Value::Number(CodePointsIn(text.substr(0, at)));
}

Value Substring(Arguments args, const Node& node, Frame&) {
  const std::string_view text = args[0].view();
  const size_t begin = OffsetOf(text, args[1].number);
  const size_t end = node.count > 2 ? OffsetOf(text, args[2].number) : text.size();
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
    return OutOfRange();
  }
  return Value::String(text.substr(begin, end - begin));
}

Value LowerAscii(Arguments args, const Node&, Frame& frame) {
  return MapAscii(args[0].view(), frame,
                  [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

Value UpperAscii(Arguments args, const Node&, Frame& frame) {
  return MapAscii(args[0].view(), frame,
                  [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
}

Value Replace(Arguments args, const Node& node, Frame& frame) {
  const std::string_view text = args[0].view();
  const int64_t limit = node.count > 3 ? args[3].number : -1;
  if (limit == 0) return args[0];
  // One cut more than pieces: n replacements lie between n + 1 pieces.
  const std::vector<std::string_view> pieces =
      Pieces(text, args[1].view(), limit < 0 || limit >= INT64_MAX - 1 ? -1 : limit + 1);
  std::string out;
  // Between any two code points and at both ends, where the old text is empty.
  const bool between = args[1].size == 0;
  if (between) out += args[2].view();
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0 && !(between && limit > 0 && static_cast<int64_t>(i) >= limit)) {
      out += args[2].view();
    }
    out += pieces[i];
    if (out.size() > kMaxBytes) return Value::Error(ErrorCode::kSize);
  }
  const bool room = limit < 0 || static_cast<int64_t>(pieces.size()) < limit;
  if (between && !text.empty() && room) out += args[2].view();
  return NewText(out, frame);
}

Value Reverse(Arguments args, const Node&, Frame& frame) {
  const std::string_view text = args[0].view();
  char* const out = static_cast<char*>(frame.scratch->Allocate(text.size() + 1));
  size_t to = text.size();
  for (size_t i = 0; i < text.size();) {
    const size_t length = static_cast<size_t>(DecodeAt(text, i).length);
    to -= length;
    text.copy(out + to, length, i);
    i += length;
  }
  return Value::String({out, text.size()});
}

Value Split(Arguments args, const Node& node, Frame& frame) {
  const int64_t limit = node.count > 2 ? args[2].number : -1;
  std::vector<std::string_view> pieces;
  if (limit != 0) pieces = Pieces(args[0].view(), args[1].view(), limit);
  if (pieces.size() > kMaxElements) return Value::Error(ErrorCode::kSize);
  Slot* const items = frame.scratch->AllocateArray<Slot>(std::max<size_t>(pieces.size(), 1));
  for (size_t i = 0; i < pieces.size(); ++i) items[i] = ToSlot(Value::String(pieces[i]));
  return NewList(items, pieces.size(), false, frame);
}

Value Join(Arguments args, const Node& node, Frame& frame) {
  const Slot& list = *args[0].slot;
  if (list.open) return Value::Unknown();
  const std::string_view separator = node.count > 1 ? args[1].view() : std::string_view();
  std::string out;
  for (uint32_t i = 0; i < list.size; ++i) {
    if (i > 0) out += separator;
    out += list.items[i].view();
    if (out.size() > kMaxBytes) return Value::Error(ErrorCode::kSize);
  }
  return NewText(out, frame);
}

Value Trim(Arguments args, const Node&, Frame&) {
  std::string_view text = args[0].view();
  while (!text.empty()) {
    const CodePoint first = DecodeAt(text, 0);
    if (!IsWhite(first.value)) break;
    text.remove_prefix(static_cast<size_t>(first.length));
  }
  while (!text.empty()) {
    size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (!IsWhite(DecodeAt(text, last).value)) break;
    text = text.substr(0, last);
  }
  return Value::String(text);
}

}  // namespace anjuan::expr
