// The days of one case in order, and the periods that rules counted between them: what a report
// draws. Of the fields that the rules of the run read.
#pragma once

#include <vector>

#include "audit/judged_period.h"
#include "audit/listing.h"

namespace anjuan {

struct Timeline {
  std::vector<Event> events;
  std::vector<JudgedPeriod> periods;
  std::vector<UndecidedPeriod> undecided;
};

}  // namespace anjuan
