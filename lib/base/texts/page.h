// The words of the HTML report: page_text::kName is a TextId.
#pragma once

#include "base/text.h"

namespace anjuan::page_text {

enum class Row : int {
#define ANJUAN_TEXT(id, name, zh, en) id,
#include "base/texts/page.inc"
#undef ANJUAN_TEXT
};

#define ANJUAN_TEXT(id, name, zh, en) \
  inline constexpr TextId id = TextIn(TextArea::kPage, static_cast<int>(Row::id));
#include "base/texts/page.inc"
#undef ANJUAN_TEXT

}  // namespace anjuan::page_text
