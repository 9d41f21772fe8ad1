#include "base/arena.h"

#include <algorithm>

namespace anjuan {
namespace {
constexpr size_t kBlockBytes = 64 << 10;
}  // namespace

void Arena::NewBlock(size_t bytes) {
  // A kept block that is too small stays in place for a later, smaller piece of the next record.
  for (size_t i = used_blocks_; i < blocks_.size(); ++i) {
    if (blocks_[i].size < bytes) continue;
    std::swap(blocks_[i], blocks_[used_blocks_]);
    break;
  }
  if (used_blocks_ == blocks_.size() || blocks_[used_blocks_].size < bytes) {
    const size_t size = std::max(bytes, kBlockBytes);
    Block block{std::unique_ptr<char[]>(new char[size]), size};
    blocks_.insert(blocks_.begin() + static_cast<ptrdiff_t>(used_blocks_), std::move(block));
    ++blocks_allocated_;
  }
  next_ = blocks_[used_blocks_].bytes.get();
  left_ = blocks_[used_blocks_].size;
  ++used_blocks_;
}

void Arena::TakeBack(size_t keep) {
  size_t kept = 0;
  std::erase_if(blocks_, [&](const Block& block) {
    if (block.size > keep - kept) return true;
    kept += block.size;
    return false;
  });
  used_blocks_ = 0;
  next_ = nullptr;
  left_ = 0;
}

}  // namespace anjuan
