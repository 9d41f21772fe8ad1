// The words of summary, circular and recheck: survey_text::kName is a TextId.
#pragma once

#include "base/text.h"

namespace anjuan::survey_text {

enum class Row : int {
#define ANJUAN_TEXT(id, name, zh, en) id,
#include "base/texts/survey.inc"
#undef ANJUAN_TEXT
};

#define ANJUAN_TEXT(id, name, zh, en) \
  inline constexpr TextId id = TextIn(TextArea::kSurvey, static_cast<int>(Row::id));
#include "base/texts/survey.inc"
#undef ANJUAN_TEXT

}  // namespace anjuan::survey_text
