// What a case scores, with the arithmetic: enough to count it again by hand.
//
// Shape:  parts in the scheme's order: its sections; of the earn style the items, then the basic
//         elements; of the fixed style one, the full mark. Lines by part, then as the rules stand.
//         value = what the parts keep, less what a veto does; never below 0.
// Units:  points are hundredths; the earn style rounds its share once, half up.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pack/scheme.h"

namespace anjuan {

// What one rule takes.
struct ScoreLine {
  const Rule* rule = nullptr;
  uint32_t part = 0;
  uint32_t places = 0;  // failed findings that count
  uint32_t free = 0;    // failed findings that another rule's stands for
  uint32_t waived = 0;  // failed findings that somebody answers for
  Points each;          // a finding
  Points most;          // the rule
  Points taken;         // by failed findings
  Points at_stake;      // further, by indeterminate ones; with `taken` never over `most`

  bool capped() const { return each.hundredths * places > most.hundredths; }
};

struct ScorePart {
  std::string_view name;  // of a section, else ""
  Points of;              // its points; of items, of those that are applicable
  Points taken;           // by its lines; counts up to `of`
  Points at_stake;        // likewise

  Points lost() const { return {Least(taken.hundredths)}; }
  Points lost_at_most() const { return {Least(taken.hundredths + at_stake.hundredths)}; }

 private:
  int64_t Least(int64_t hundredths) const {
    return hundredths < of.hundredths ? hundredths : of.hundredths;
  }
};

struct Score {
  const Scheme* scheme = nullptr;  // null: the run has none, and nothing else is filled
  Points value;                    // what is indeterminate counts as no defect
  Points floor;                    // what is indeterminate counts as failed
  Points before_veto;              // value, but for what a veto does
  size_t grade = 0;                // of value; index into the scheme's grades
  std::vector<ScorePart> parts;
  std::vector<ScoreLine> lines;
  std::vector<const Rule*> vetoes;           // failed
  std::vector<const Rule*> possible_vetoes;  // indeterminate

  const std::string& grade_name() const { return scheme->grades[grade].name; }
};

// What the items of the earn style come to: `earned` times kept of all, half up; all of it where
// there is nothing to earn.
Points ShareOf(Points earned, Points kept, Points all);

}  // namespace anjuan
