// Line ends as XML has them: CR and LF, and CR alone, are one LF.
//
// Why: libxml2 counts no line for a CR alone and, fed piece by piece, leaves CR in CDATA.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

class LineEnds {
 public:
  void Begin() { after_cr_ = false; }

  // The next piece of a file: the very same where it holds no CR; else it stays until the next
  // call, with a NUL behind it.
  std::string_view Plain(std::string_view text);

 private:
  std::string plain_;
  bool after_cr_ = false;  // the piece before ended in a CR
};

}  // namespace anjuan
