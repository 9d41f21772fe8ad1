#include "value/period.h"

#include <cassert>

namespace anjuan {

std::optional<Date> AddPeriod(Date date, Period period) {
  assert(period.unit != Period::Unit::kWorkdays);
  switch (period.unit) {
    case Period::Unit::kMonths:
      return AddMonths(date, period.count);
    case Period::Unit::kYears:
      return AddMonths(date, int64_t{12} * period.count);
    default:
      return AddDays(date, period.count);
  }
}

}  // namespace anjuan
