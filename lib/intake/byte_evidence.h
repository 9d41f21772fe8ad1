// What bytes prove about the encoding they are written in, whatever a label says.
//
// Only the bytes of a file that cannot be read as it is labelled are judged here, so that the
// message can say what went wrong; nothing is ever decoded on such evidence.
#pragma once

#include <string_view>

namespace anjuan {

// Valid UTF-8 with at least one character of three or four bytes. Text in another encoding is that
// only by an accident that no file of any length has. A cut last character does not count.
bool IsProvenUtf8(std::string_view bytes);

// Pairs of high bytes, at least two, and no other high bytes: Chinese text in the GB family.
bool IsProvenGb2312(std::string_view bytes);

// "UTF-8" or "GB18030" where the bytes are all that, and not one of them with a few damaged
// characters; "" where nothing can be said.
std::string_view LooksLike(std::string_view bytes);

// What a file that is no XML begins like: "PDF", "ZIP" …, or "".
std::string_view FileTypeOf(std::string_view bytes);

}  // namespace anjuan
