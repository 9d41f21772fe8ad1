#include "yaml/scan.h"

#include <algorithm>

#include "base/utf8.h"

namespace anjuan::yaml {
namespace {

constexpr std::string_view kFullwidthColon = "：";

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

// One past the closing quote, or npos where the text ends before it.
size_t QuoteEnd(std::string_view text, size_t begin) {
  const char quote = text[begin];
  for (size_t i = begin + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 == text.size() || text[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

// Bytes that an escape of a double-quoted scalar writes and yields. `at` is its backslash.
struct Escape {
  size_t written = 2;
  size_t yields = 1;
};

Escape EscapeAt(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return {1, 1};
  const char kind = text[at + 1];
  if (kind == 'L' || kind == 'P') return {2, 3};  // U+2028, U+2029
  const size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits == 0) return {2, 1};
  char32_t code = 0;
  for (size_t i = at + 2; i < at + 2 + digits && i < text.size(); ++i) {
    const char c = text[i];
    const bool is_digit = c >= '0' && c <= '9';
    code = code * 16 + static_cast<char32_t>(is_digit ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return {2 + digits, code < 0x80 ? 1u : code < 0x800 ? 2u : code < 0x10000 ? 3u : 4u};
}

class OffsetList {
 public:
  explicit OffsetList(size_t expected) { offsets_.reserve(expected); }

  void Add(size_t at) { offsets_.push_back(static_cast<uint32_t>(at)); }
  void AddRun(size_t at, size_t count) {
    for (size_t i = 0; i < count; ++i) Add(at + i);
  }
  std::vector<uint32_t> Take() { return std::move(offsets_); }

 private:
  std::vector<uint32_t> offsets_;
};

std::vector<uint32_t> QuotedOffsets(std::string_view text, size_t begin, Form form, size_t size) {
  OffsetList offsets(size + 1);
  const size_t close = QuoteEnd(text, begin);
  if (close == std::string_view::npos) return {};
  size_t i = begin + 1;
  while (i < close - 1) {
    if (form == Form::kSingleQuoted) {
      offsets.Add(i);
      i += text[i] == '\'' ? 2 : 1;
    } else if (text[i] == '\\') {
      const Escape escape = EscapeAt(text, i);
      for (size_t n = 0; n < escape.yields; ++n) offsets.Add(i);
      i += escape.written;
    } else {
      offsets.Add(i);
      ++i;
    }
  }
  offsets.Add(i);
  return offsets.Take();
}

// Walks the lines of a literal block beside those of its value: what a line of the text has more
// at its beginning is indentation. Gives nothing where the two do not go together.
struct LiteralWalk {
  std::vector<uint32_t> offsets;
  size_t end = 0;  // of the last line with a text, or of the header
};

LiteralWalk WalkLiteral(std::string_view text, size_t begin, std::string_view value) {
  LiteralWalk walk;
  OffsetList offsets(value.size() + 1);
  size_t line = begin;
  walk.end = LineEnd(text, begin);
  size_t past = walk.end;
  for (size_t i = 0; i < value.size();) {
    const size_t feed = text.find('\n', line);
    if (feed == std::string_view::npos) return {};
    line = feed + 1;
    const size_t line_end = LineEnd(text, line);
    const std::string_view wanted = value.substr(i, value.find('\n', i) - i);
    if (wanted.size() > line_end - line) return {};
    if (!wanted.empty()) {
      if (text.substr(line_end - wanted.size(), wanted.size()) != wanted) return {};
      offsets.AddRun(line_end - wanted.size(), wanted.size());
      walk.end = line_end;
    }
    i += wanted.size();
    past = line_end;
    if (i < value.size()) {
      offsets.Add(line_end);
      const size_t next = text.find('\n', line_end);
      past = next == std::string_view::npos ? text.size() : next + 1;
      ++i;
    }
  }
  offsets.Add(past);
  walk.offsets = offsets.Take();
  return walk;
}

}  // namespace

Form FormAt(std::string_view text, size_t begin) {
  switch (begin < text.size() ? text[begin] : '\0') {
    case '\'':
      return Form::kSingleQuoted;
    case '"':
      return Form::kDoubleQuoted;
    case '|':
      return Form::kLiteral;
    case '>':
      return Form::kFolded;
    default:
      return Form::kPlain;
  }
}

size_t LineEnd(std::string_view text, size_t at) {
  const size_t feed = std::min(text.find('\n', at), text.size());
  return feed > at && text[feed - 1] == '\r' ? feed - 1 : feed;
}

size_t SkipBlanks(std::string_view text, size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (c == '#') {
      at = LineEnd(text, at);
    } else if (IsBlank(c) || c == '\n' || c == '\r') {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

size_t FindBadEscape(std::string_view text, size_t begin, size_t end) {
  for (size_t i = begin; i + 1 < end; ++i) {
    if (text[i] != '\\') continue;
    if (text[i + 1] == 'N' || text[i + 1] == '_') return i;
    ++i;
  }
  return std::string_view::npos;
}

size_t FindColonSlip(std::string_view text, size_t begin, size_t end) {
  size_t i = begin;
  while (i < end && (IsBlank(text[i]) || (text[i] == '-' && i + 1 < end && IsBlank(text[i + 1])))) {
    ++i;
  }
  const size_t key = i;
  for (; i < end; ++i) {
    if (std::string_view(" \t'\"#:,[]{}").find(text[i]) != std::string_view::npos) break;
    const bool slip = text.substr(i, kFullwidthColon.size()) == kFullwidthColon;
    if (slip) return i > key ? i : std::string_view::npos;
  }
  return std::string_view::npos;
}

ScalarExtent ExtentOf(std::string_view text, size_t begin, Form form, std::string_view value) {
  const size_t line_end = begin < text.size() ? LineEnd(text, begin) : text.size();
  size_t end = line_end;
  bool runs_on = false;
  switch (form) {
    case Form::kPlain:
      runs_on = text.substr(begin, value.size()) != value;
      if (!runs_on) end = begin + value.size();
      break;
    case Form::kSingleQuoted:
    case Form::kDoubleQuoted: {
      const size_t close = QuoteEnd(text, begin);
      runs_on = close == std::string_view::npos || close > line_end;
      if (!runs_on) end = close;
      break;
    }
    case Form::kLiteral:
      end = std::max(end, WalkLiteral(text, begin, value).end);
      break;
    case Form::kFolded:
      break;
  }
  return {static_cast<uint32_t>(end), runs_on};
}

std::vector<uint32_t> OffsetsOf(std::string_view text, size_t begin, Form form,
                                std::string_view value) {
  std::vector<uint32_t> offsets;
  if (form == Form::kPlain) {
    if (text.substr(begin, value.size()) == value) {
      for (size_t i = 0; i <= value.size(); ++i)
        offsets.push_back(static_cast<uint32_t>(begin + i));
    }
  } else if (form == Form::kSingleQuoted || form == Form::kDoubleQuoted) {
    offsets = QuotedOffsets(text, begin, form, value.size());
  } else if (form == Form::kLiteral) {
    offsets = WalkLiteral(text, begin, value).offsets;
  }
  if (offsets.size() != value.size() + 1) {
    offsets.assign(value.size() + 1, static_cast<uint32_t>(begin));
  }
  return offsets;
}

}  // namespace anjuan::yaml
