// Names of fields as a reader knows them.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "model/model.h"

namespace anjuan {

// 处罚决定.日期, or decision.date in English.
std::string LabelOf(const Field& field, Lang lang);

// The same for a cause of an unknown result: decision.date, partial:decision.date, calendar:2031,
// params.x. A cause that is neither a field nor a year stays as it is.
std::string LabelOfCause(const Model& model, std::string_view cause, Lang lang);

// calendar:2031: a year that the calendar of working days has no data for.
bool IsOfCalendar(std::string_view cause);

}  // namespace anjuan
