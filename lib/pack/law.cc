#include "pack/law.h"

#include <limits>

namespace anjuan {

InForce Law::On(Date day) const {
  if (ended && *ended < day) return InForce::kNo;
  if (versions.empty()) return InForce::kUnknown;
  const Date start = commenced.value_or(versions.front().from);
  if (start <= day) return InForce::kYes;
  return first ? InForce::kNo : InForce::kUnknown;
}

const LawVersion* Law::VersionOn(Date day) const {
  for (const LawVersion& version : versions) {
    if (version.Has(day)) return &version;
  }
  return nullptr;
}

Money Times(Money amount, int64_t times) {
  constexpr int64_t kWhole = 10000;
  constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
  const int64_t rest = amount.fen % kWhole * times;  // below 10^12, since multiples are
  int64_t whole = 0;
  int64_t sum = 0;
  if (__builtin_mul_overflow(amount.fen / kWhole, times, &whole) ||
      __builtin_add_overflow(whole, (rest + kWhole / 2) / kWhole, &sum)) {
    return {kMost};
  }
  return {sum};
}

}  // namespace anjuan
