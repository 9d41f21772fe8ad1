// The words of the report formats: report_text::kName is a TextId.
#pragma once

#include "base/text.h"

namespace anjuan::report_text {

enum class Row : int {
#define ANJUAN_TEXT(id, name, zh, en) id,
#include "base/texts/report.inc"
#undef ANJUAN_TEXT
};

#define ANJUAN_TEXT(id, name, zh, en) \
  inline constexpr TextId id = TextIn(TextArea::kReport, static_cast<int>(Row::id));
#include "base/texts/report.inc"
#undef ANJUAN_TEXT

}  // namespace anjuan::report_text
