// Timestamps and durations as functions of rule expressions.
//
// Units: a timestamp is seconds since 1970 and nanoseconds; a duration is nanoseconds.
// Zones: UTC, Z, ±hh:mm, hh:mm and Asia/Shanghai; getters without a zone mean UTC.
#pragma once

#include "expr/node.h"

namespace anjuan::expr {

Value TimestampOfText(const Value& text);  // RFC 3339
Value TimestampOfInt(const Value& seconds);
Value IntOfTimestamp(const Value& moment);
Value DurationOfText(const Value& text);  // 1h30m, -1.5s
Value TextOfTimestamp(Arguments args, const Node& node, Frame& frame);
Value TextOfDuration(Arguments args, const Node& node, Frame& frame);

Value AddDuration(const Value& moment, const Value& duration);
Value AddToDuration(const Value& duration, const Value& moment);
Value SubtractDuration(const Value& moment, const Value& duration);
Value Between(const Value& later, const Value& earlier);

enum class Part : uint8_t {
  kFullYear,
  kMonth,       // from 0
  kDate,        // from 1
  kDayOfMonth,  // from 0
  kDayOfWeek,   // from 0, Sunday
  kDayOfYear,   // from 0
  kHours,
  kMinutes,
  kSeconds,
  kMilliseconds,
};

Value PartOf(Part part, const Value& moment, int64_t offset_seconds);
// Seconds east of UTC; nothing where the text is no zone of the list above.
bool ZoneOffset(std::string_view zone, int64_t& seconds);

template <Part P>
Value UtcPart(const Value& moment) {
  return PartOf(P, moment, 0);
}
template <Part P>
Value ZonePart(const Value& moment, const Value& zone) {
  int64_t offset = 0;
  if (!ZoneOffset(zone.view(), offset)) return Value::Error(ErrorCode::kBadArgument);
  return PartOf(P, moment, offset);
}

Value HoursOf(const Value& duration);
Value MinutesOf(const Value& duration);
Value SecondsOf(const Value& duration);
Value MillisecondsOf(const Value& duration);

}  // namespace anjuan::expr
