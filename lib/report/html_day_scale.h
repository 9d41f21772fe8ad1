// Days on a line: equal days are equally wide, but a long stretch in which nothing happened is
// drawn short, and said.
//
// Units: the line is `width` units long; places on it have a whole unit as the least step.
#pragma once

#include <vector>

#include "value/date.h"

namespace anjuan {

class DayScale {
 public:
  struct Span {
    Date from;
    Date to;
  };
  struct Gap {
    int from = 0;  // units
    int to = 0;
    int64_t days = 0;
  };

  // `days` in any order, not empty. No stretch that lies in a span is shortened.
  DayScale(std::vector<Date> days, const std::vector<Span>& spans, int width);

  int At(Date day) const;  // of a day outside: the nearer end
  const std::vector<Gap>& gaps() const { return gaps_; }
  // First days of months that lie `room` units from each other, gaps left out.
  std::vector<Date> Months(int room) const;

 private:
  struct Stretch {
    Date from;
    Date to;
    double start = 0;  // in drawn days
    double drawn = 0;
  };

  std::vector<Stretch> stretches_;
  std::vector<Gap> gaps_;
  double drawn_ = 0;
  int width_;
};

}  // namespace anjuan
