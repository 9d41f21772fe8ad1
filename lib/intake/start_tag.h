// Lines within a start tag that stands on more than one.
#pragma once

#include <cstdint>
#include <string_view>

namespace anjuan {

// Gives the line of each attribute in turn, namespace declarations left out.
class AttributeLines {
 public:
  // `tag` begins with its <, which stands on `line`. It must be well-formed.
  AttributeLines(std::string_view tag, uint32_t line);

  uint32_t Next();

 private:
  void SkipBlanks();

  std::string_view rest_;
  uint32_t line_;
};

}  // namespace anjuan
