// The words of waivers, baselines, configuration: gate_text::kName is a TextId.
#pragma once

#include "base/text.h"

namespace anjuan::gate_text {

enum class Row : int {
#define ANJUAN_TEXT(id, name, zh, en) id,
#include "base/texts/gate.inc"
#undef ANJUAN_TEXT
};

#define ANJUAN_TEXT(id, name, zh, en) \
  inline constexpr TextId id = TextIn(TextArea::kGate, static_cast<int>(Row::id));
#include "base/texts/gate.inc"
#undef ANJUAN_TEXT

}  // namespace anjuan::gate_text
