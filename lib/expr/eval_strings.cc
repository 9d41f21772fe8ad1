#include "expr/eval_strings.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "base/utf8.h"
#include "expr/eval_lists.h"
#include "expr/eval_text.h"
#include "expr/patterns.h"
#include "expr/types.h"

namespace anjuan::expr {
namespace {

bool Holds(std::string_view text, std::string_view part) {
  if (part.empty()) return true;
  if (part.size() > text.size()) return false;
  return memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

// Each code point of `text` through `map`, which gives 0 to drop it.
template <typename Map>
Value MapText(std::string_view text, Frame& frame, Map map) {
  char* const out = static_cast<char*>(frame.scratch->Allocate(std::max<size_t>(text.size(), 1)));
  size_t size = 0;
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0xE4 && byte <= 0xE9 &&
        i + 2 < text.size()) {  // U+4000..9FFF: no map changes these
      for (int k = 0; k < 3; ++k) out[size++] = text[i++];
      continue;
    }
    const CodePoint point = DecodeAt(text, i);
    const char32_t to = map(point.value);
    if (to == point.value) {
      std::memcpy(out + size, text.data() + i, static_cast<size_t>(point.length));
      size += static_cast<size_t>(point.length);
    } else if (to != 0) {
      out[size++] = static_cast<char>(to);  // only ever ASCII
    }
    i += static_cast<size_t>(point.length);
  }
  return Value::String({out, size});
}

bool IsWord(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

Value NewText(std::string_view text, Frame& frame) {
  if (text.size() > kMaxBytes) return Value::Error(ErrorCode::kSize);
  return Value::String(frame.scratch->Copy(text));
}

Value SizeOfText(const Value& text) {
  return Value::Number(static_cast<int64_t>(CountCodePoints(text.view())));
}

Value Contains(const Value& text, const Value& part) {
  return Value::Bool(Holds(text.view(), part.view()));
}

Value StartsWith(const Value& text, const Value& part) {
  return Value::Bool(text.view().starts_with(part.view()));
}

Value EndsWith(const Value& text, const Value& part) {
  return Value::Bool(text.view().ends_with(part.view()));
}

Value ContainsAny(const Value& text, const Value& parts) {
  const Slot& list = *parts.slot;
  for (uint32_t i = 0; i < list.size; ++i) {
    if (Holds(text.view(), list.items[i].view())) return Value::Bool(true);
  }
  return list.open ? Value::Unknown() : Value::Bool(false);
}

Value ContainsAll(const Value& text, const Value& parts) {
  const Slot& list = *parts.slot;
  for (uint32_t i = 0; i < list.size; ++i) {
    if (!Holds(text.view(), list.items[i].view())) return Value::Bool(false);
  }
  return list.open ? Value::Unknown() : Value::Bool(true);
}

Value CountOf(const Value& text, const Value& part) {
  if (part.size == 0) return Value::Number(0);
  std::string_view rest = text.view();
  int64_t count = 0;
  for (size_t at = rest.find(part.view()); at != std::string_view::npos;
       at = rest.find(part.view())) {
    ++count;
    rest.remove_prefix(at + part.size);
  }
  return Value::Number(count);
}

Value MatchesAny(const Value& text, const Value& written) {
  std::string error;
  const PatternPtr pattern = CompilePattern(written.view(), error);
  if (pattern == nullptr) return Value::Error(ErrorCode::kBadPattern);
  return Value::Bool(IsFound(text.view(), *pattern));
}

Value EvalMatches(const Node& node, Frame& frame) {
  const Value text = Run(node.a, frame);
  if (!text.here()) return text;
  return Value::Bool(IsFound(text.view(), *node.pattern));
}

Value Squash(Arguments args, const Node&, Frame& frame) {
  return MapText(args[0].view(), frame, [](char32_t c) {
    return IsWhite(c) || c == 0x200B || c == 0xFEFF ? char32_t{0} : c;
  });
}

Value NfkcDigits(Arguments args, const Node&, Frame& frame) {
  return MapText(args[0].view(), frame, [](char32_t c) {
    const char32_t level = LevelWidth(c);
    return IsWord(level) ? level : c;
  });
}

Value EvalCodeText(const Node& node, Frame& frame) {
  const Value code = Run(node.a, frame);
  if (!code.here()) return code;
  const CodeList& codes = *frame.program->sites[node.a].type.codes;
  const size_t n = static_cast<size_t>(code.number);
  return n == 0 || n > codes.codes.size() ? Value::Unknown() : Value::String(codes.codes[n - 1]);
}

Value EvalCodeTexts(const Node& node, Frame& frame) {
  const Value from = Run(node.a, frame);
  if (!from.here()) return from;
  const CodeList* const codes = ElementOf(frame.program->sites[node.a].type).codes;
  assert(codes != nullptr);  // the checker asks for this of lists of codes alone
  Slot* const items = frame.scratch->AllocateArray<Slot>(std::max<size_t>(from.slot->size, 1));
  for (uint32_t i = 0; i < from.slot->size; ++i) {
    const size_t n = static_cast<size_t>(from.slot->items[i].number);
    const bool good = n > 0 && n <= codes->codes.size();
    items[i] = ToSlot(Value::String(good ? std::string_view(codes->codes[n - 1]) : ""));
  }
  return NewList(items, from.slot->size, from.slot->open, frame, 0, CertainPlaces(*from.slot));
}

}  // namespace anjuan::expr
