// Whether bytes are one well-formed XML document, told piece by piece. For what the program wrote
// itself; it builds nothing, loads nothing and refuses a DOCTYPE.
#pragma once

#include <cstddef>
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
  // Where it was up to: of a fault, about where that is.
  size_t line() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace anjuan
