// The encoding that an XML declaration names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace anjuan {

// What `<?xml … encoding="…"?>` at the beginning of `text` says; "" where it says nothing.
// White space before the declaration is passed over: it is a mistake, but not one of encoding.
std::string_view DeclaredEncoding(std::string_view text);

enum class LabelFamily : uint8_t {
  kNone,
  kUtf8,
  kGb,        // GB18030 and its subsets, by any of their names
  kWide,      // two or four bytes a character: no declaration can be read as bytes under it
  kEightBit,  // one byte a character: any bytes are valid under it
  kOther,
  kInvalid,  // no name of an encoding; such a name must not reach the converter
};

// Capitals, - and _ do not matter.
LabelFamily FamilyOf(std::string_view label);

}  // namespace anjuan
