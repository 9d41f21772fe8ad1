// A text with a name, and where things stand in it.
//
// Shape: offsets are bytes from 0; lines and columns are 1-based; columns count code points
//        (SARIF: unicodeCodePoints). A line ends at LF; a CR before it is not shown.
// Owns:  its name and text. Nodes, tokens and diagnostics point into it, so it must outlive them;
//        sources are held by shared_ptr for that.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan {

// Bytes [begin, end) of a source.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct Place {
  uint32_t line = 0;
  uint32_t column = 0;
};

class Source {
 public:
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }

  Place PlaceOf(uint32_t offset) const;
  std::string_view LineText(uint32_t line) const;  // without its line end; 1-based

 private:
  std::string name_;
  std::string text_;
  std::vector<uint32_t> line_starts_;
};

using SourcePtr = std::shared_ptr<const Source>;

}  // namespace anjuan
