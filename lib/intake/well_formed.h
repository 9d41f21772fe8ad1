// Whether bytes are one well-formed XML document, told piece by piece. For what the program wrote
// itself; it builds nothing, loads nothing and refuses a DOCTYPE.
#pragma once

#include <memory>
#include <string_view>

namespace anjuan {

class WellFormed {
 public:
  WellFormed();
  ~WellFormed();

  void Feed(std::string_view bytes);
  // No more bytes come. True where the document was whole.
  bool Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace anjuan
