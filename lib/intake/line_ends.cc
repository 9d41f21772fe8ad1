#include "intake/line_ends.h"

#include <algorithm>

namespace anjuan {
namespace {
constexpr size_t kKeptCapacity = 4 << 20;  // from one piece to the next
}  // namespace

std::string_view LineEnds::Plain(std::string_view text) {
  if (text.empty()) return text;
  const bool split = after_cr_ && text.front() == '\n';
  after_cr_ = text.back() == '\r';
  if (split) text.remove_prefix(1);
  size_t cr = text.find('\r');
  if (cr == std::string_view::npos) return text;
  if (plain_.capacity() > kKeptCapacity) plain_ = std::string();
  plain_.clear();
  plain_.reserve(text.size());
  for (; cr != std::string_view::npos; cr = text.find('\r')) {
    plain_ += text.substr(0, cr);
    plain_.push_back('\n');
    text.remove_prefix(cr + (text.substr(cr).starts_with("\r\n") ? 2 : 1));
  }
  plain_ += text;
  return plain_;
}

}  // namespace anjuan
