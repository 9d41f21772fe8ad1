// Memory that is given out piece by piece and taken back all at once.
//
// Owns:  its blocks; Reset keeps them, so that after warm-up nothing is allocated.
// Shape: every piece is aligned to 8 bytes.
// Not safe to share between threads: one per worker.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace anjuan {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  void* Allocate(size_t bytes) {
    bytes = (bytes + 7) & ~size_t{7};
    if (bytes > left_) NewBlock(bytes);
    void* const piece = next_;
    next_ += bytes;
    left_ -= bytes;
    return piece;
  }

  template <typename T>
  T* AllocateArray(size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 8);
    return static_cast<T*>(Allocate(count * sizeof(T)));
  }

  std::string_view Copy(std::string_view text) {
    if (text.empty()) return {};
    char* const to = static_cast<char*>(Allocate(text.size()));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  // Forgets every piece. Keeps at most `keep` bytes of blocks for the next use.
  void Reset(size_t keep = 4 << 20) {
    if (used_blocks_ > 0) TakeBack(keep);
  }

  // Blocks asked from the system since construction; for tests.
  size_t blocks_allocated() const { return blocks_allocated_; }

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    size_t size = 0;
  };

  void NewBlock(size_t bytes);
  void TakeBack(size_t keep);

  std::vector<Block> blocks_;
  size_t used_blocks_ = 0;  // blocks_[0, used_blocks_) hold pieces
  char* next_ = nullptr;
  size_t left_ = 0;
  size_t blocks_allocated_ = 0;
};

}  // namespace anjuan
