// The calendar of working days as it stands in rules/calendars/*.yaml.
//
//   name: cn
//   title: 法定节假日和调休上班日
//   years:
//     2024:
//       source: [国务院办公厅关于2024年部分节假日安排的通知]
//       holidays:
//         春节: {off: [2024-02-10..2024-02-17], work: [2024-02-04, 2024-02-18]}
//
// Shape: days are written out, alone or as a span with both ends included. Each lies in its year,
//        and stands once. A day to work is a Saturday or Sunday; a working day by its weekday needs
//        no word. A year is whole: one that has no day off is a mistake.
#pragma once

#include <memory>

#include "base/diagnostic.h"
#include "value/workday_calendar.h"

namespace anjuan {

// Reports every mistake; null where any is an error.
std::unique_ptr<const WorkdayCalendar> LoadCalendar(SourcePtr source, DiagnosticSink& sink);

}  // namespace anjuan
