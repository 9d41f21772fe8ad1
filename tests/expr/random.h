// Numbers that look random and are the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace anjuan {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  // splitmix64
  uint64_t Next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }

  // Requires limit > 0.
  size_t Below(size_t limit) { return static_cast<size_t>(Next() % limit); }
  bool Chance(size_t percent) { return Below(100) < percent; }

  template <typename Range>
  const auto& Pick(const Range& range) {
    const std::span all(range);
    return all[Below(all.size())];
  }

 private:
  uint64_t state_;
};

}  // namespace anjuan
