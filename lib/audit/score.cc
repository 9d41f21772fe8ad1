#include "audit/score.h"

namespace anjuan {

Points ShareOf(Points earned, Points kept, Points all) {
  if (all.hundredths == 0) return earned;
  return {(2 * earned.hundredths * kept.hundredths + all.hundredths) / (2 * all.hundredths)};
}

}  // namespace anjuan
