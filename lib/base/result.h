// A value, or why there is none.
//
// For trouble with the world (disk, permission) and for questions without an answer; a question
// with a reason of its own names its type (Result<Date, YearWithoutData>). A mistake in a pack or
// an option is a Diagnostic (diagnostic.h); a defect of a case file is a Finding.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace anjuan {

struct Error {
  enum class Code {
    kNotFound,
    kUnreadable,  // permission, I/O
    kNotAFile,    // a directory, a device, a pipe
    kTooLarge,
    kUnwritable,
    kInvalid,     // text that does not parse
    kOutOfRange,  // a date past the calendar, an overflow
  };
  Code code = Code::kInvalid;
  std::string detail;  // the system's own words, or empty
};

template <typename T, typename E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(E error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Require ok().
  const T& operator*() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T& operator*() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& operator*() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const T* operator->() const { return &**this; }
  T* operator->() { return &**this; }

  // Requires !ok().
  const E& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, E> state_;
};

}  // namespace anjuan
