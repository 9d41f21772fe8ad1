#include "base/result.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace anjuan;

TEST_CASE("a result holds a value or an error, never both") {
  const Result<int> value = 7;
  CHECK(value.ok());
  CHECK(static_cast<bool>(value));
  CHECK(*value == 7);

  const Result<int> error = Error{Error::Code::kOutOfRange, "past 2031"};
  CHECK_FALSE(error.ok());
  CHECK(error.error().code == Error::Code::kOutOfRange);
  CHECK(error.error().detail == "past 2031");
}

TEST_CASE("a value that cannot be copied can be moved out") {
  Result<std::unique_ptr<std::string>> result = std::make_unique<std::string>("案卷");
  CHECK(**result == "案卷");
  CHECK(result->get() != nullptr);
  const std::unique_ptr<std::string> out = *std::move(result);
  CHECK(*out == "案卷");
}
