// Bytes whose memory is used again for the next file; unlike a string it never writes what is
// about to be overwritten.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>

namespace anjuan {

class ByteBuffer {
 public:
  char* data() { return bytes_.get(); }

  // Room for `size` bytes and a NUL behind them. The first `kept` bytes stay as they are.
  void Reserve(size_t size, size_t kept = 0) {
    if (size + 1 <= capacity_) return;
    const size_t capacity = std::max(size + 1, capacity_ + capacity_ / 2);
    std::unique_ptr<char[]> bytes = std::make_unique_for_overwrite<char[]>(capacity);
    if (kept > 0) std::memcpy(bytes.get(), bytes_.get(), kept);
    bytes_ = std::move(bytes);
    capacity_ = capacity;
  }

 private:
  std::unique_ptr<char[]> bytes_;
  size_t capacity_ = 0;
};

}  // namespace anjuan
