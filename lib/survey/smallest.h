// The `most` smallest of many values, whatever order they come in.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace anjuan {

template <typename T>
class Smallest {
 public:
  // Requires most >= 1.
  explicit Smallest(size_t most) : most_(most) {}

  void Add(T value) {
    if (full() && !(value < values_.back())) return;
    values_.insert(std::upper_bound(values_.begin(), values_.end(), value), std::move(value));
    if (values_.size() > most_) values_.pop_back();
  }
  void Merge(const Smallest& other) {
    for (const T& value : other.values_) Add(value);
  }

  bool full() const { return values_.size() >= most_; }
  const std::vector<T>& values() const { return values_; }  // ascending

  friend bool operator==(const Smallest&, const Smallest&) = default;

 private:
  size_t most_;
  std::vector<T> values_;
};

}  // namespace anjuan
