// The course of one case as a picture: its steps in order and the periods between them, all on one
// scale of days. Words beside it, so that nothing rests on colour alone.
//
// Shape: a figure of rows, words to the left and SVG to the right, or below where a screen is
//        narrow: places are shares of the width. A row a day with steps of the case itself; a day
//        on which only rows of lists have something (papers, evidence) where it lies between those;
//        a note counts the dates that have no row. Then a row a judged period, a missed one in red.
#pragma once

#include <string>

#include "audit/timeline.h"
#include "base/text.h"

namespace anjuan {

// "" where there is nothing to draw.
std::string TimelinePicture(const Timeline& timeline, Lang lang);

}  // namespace anjuan
