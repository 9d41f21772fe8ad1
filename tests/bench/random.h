// Numbers that are the same for one seed on every machine; the standard distributions are not.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  // 0 to n - 1. Requires n >= 1.
  int Below(int n) { return static_cast<int>(Next() % static_cast<uint64_t>(n)); }
  // Both ends included.
  int Between(int low, int high) { return low + Below(high - low + 1); }
  bool OneIn(int n) { return Below(n) == 0; }

  template <typename T, size_t kSize>
  const T& Pick(const std::array<T, kSize>& of) {
    return of[static_cast<size_t>(Below(static_cast<int>(kSize)))];
  }

 private:
  // splitmix64
  uint64_t Next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  uint64_t state_;
};
