#include <fmt/format.h>

#include "expr/explain.h"
#include "expr/types.h"
#include "value/money.h"
#include "value/period.h"

namespace anjuan::expr {
namespace {

std::string FormatPeriod(const Value& value) {
  static constexpr std::string_view kUnits[] = {"days", "workdays", "months", "years"};
  return fmt::format("{}({})", kUnits[value.code], value.number);
}

// 90.5s, as CEL writes durations.
std::string FormatDuration(int64_t nanos) {
  const bool negative = nanos < 0;
  const uint64_t size = negative ? 0 - static_cast<uint64_t>(nanos) : static_cast<uint64_t>(nanos);
  std::string text = fmt::format("{}{}", negative ? "-" : "", size / 1'000'000'000);
  if (const uint64_t rest = size % 1'000'000'000; rest != 0) {
    std::string digits = fmt::format("{:09}", rest);
    digits.erase(digits.find_last_not_of('0') + 1);
    text += "." + digits;
  }
  return text + "s";
}

}  // namespace

std::string FormatTyped(const Value& value, const Type& type) {
  switch (type.kind) {
    case TypeKind::kBool:
      return value.number != 0 ? "true" : "false";
    case TypeKind::kInt:
      return std::to_string(value.number);
    case TypeKind::kDouble:
      return fmt::format("{}", value.real);
    case TypeKind::kString:
    case TypeKind::kDocKind:
      return std::string(value.view());
    case TypeKind::kEnum: {
      const size_t n = static_cast<size_t>(value.number);
      const std::vector<std::string>& codes = type.codes->codes;
      return n == 0 || n > codes.size() ? std::string() : codes[n - 1];
    }
    case TypeKind::kTimestamp:
      return FormatMoment(value.number);
    case TypeKind::kDuration:
      return FormatDuration(value.number);
    case TypeKind::kDate:
      return FormatDate({static_cast<int32_t>(value.number)});
    case TypeKind::kPeriod:
      return FormatPeriod(value);
    case TypeKind::kMoney:
      return FormatMoney({value.number});
    case TypeKind::kList:
      return std::to_string(value.slot->size);
    case TypeKind::kMap:
      return std::to_string(value.slot->size / 2);
    case TypeKind::kRecord:
    case TypeKind::kNone:
      break;
  }
  return {};
}

}  // namespace anjuan::expr
