#include "intake/start_tag.h"

#include <algorithm>
#include <cstddef>

namespace anjuan {
namespace {
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kNameEnds = " \t\r\n=/>";
}  // namespace

AttributeLines::AttributeLines(std::string_view tag, uint32_t line) : rest_(tag), line_(line) {
  rest_.remove_prefix(std::min(rest_.find_first_of(kNameEnds), rest_.size()));
}

void AttributeLines::SkipBlanks() {
  size_t i = 0;
  for (; i < rest_.size() && kBlanks.find(rest_[i]) != std::string_view::npos; ++i) {
    if (rest_[i] == '\n') ++line_;
  }
  rest_.remove_prefix(i);
}

uint32_t AttributeLines::Next() {
  for (;;) {
    SkipBlanks();
    const uint32_t line = line_;
    const std::string_view name = rest_.substr(0, rest_.find_first_of(kNameEnds));
    rest_.remove_prefix(name.size());
    SkipBlanks();
    if (!rest_.starts_with('=')) return line;
    rest_.remove_prefix(1);
    SkipBlanks();
    if (rest_.empty()) return line;
    const size_t end = std::min(rest_.find(rest_[0], 1), rest_.size() - 1);
    line_ += static_cast<uint32_t>(
        std::count(rest_.begin(), rest_.begin() + static_cast<ptrdiff_t>(end), '\n'));
    rest_.remove_prefix(end + 1);
    if (name != "xmlns" && !name.starts_with("xmlns:")) return line;
  }
}

}  // namespace anjuan
