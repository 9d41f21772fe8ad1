// Where scalars stand in a YAML text. yaml-cpp gives the place at which a scalar begins and what it
// says; its end, its style and the place of each of its bytes are read off the text here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace anjuan::yaml {

enum class Form : uint8_t { kPlain, kSingleQuoted, kDoubleQuoted, kLiteral, kFolded };

// By the character a scalar begins with.
Form FormAt(std::string_view text, size_t begin);

struct ScalarExtent {
  uint32_t end = 0;      // one past its last character; of one that runs on: of its first line
  bool runs_on = false;  // plain or quoted, and not over at the end of its line
};

// Of the scalar that begins at `begin` and that yaml-cpp read as `value`.
ScalarExtent ExtentOf(std::string_view text, size_t begin, Form form, std::string_view value);

// offsets[i] is the place of value[i], offsets[value.size()] one past the last. All of them are
// `begin` where the value is not what stands there (a folded scalar, one that runs on).
std::vector<uint32_t> OffsetsOf(std::string_view text, size_t begin, Form form,
                                std::string_view value);

// The end of the line that holds `at`: of its last character before CR LF or LF.
size_t LineEnd(std::string_view text, size_t at);

// `at` or the first place behind it that is neither white space, line end nor comment.
size_t SkipBlanks(std::string_view text, size_t at);

// The place of the first \N or \_ in a double-quoted scalar, npos where there is none: yaml-cpp
// makes malformed UTF-8 of them.
size_t FindBadEscape(std::string_view text, size_t begin, size_t end);

// The place of the full-width colon in `名称：x` or `- 名称：x` as the line [begin, end), npos
// where the line is none of them.
size_t FindColonSlip(std::string_view text, size_t begin, size_t end);

}  // namespace anjuan::yaml
