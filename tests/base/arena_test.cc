#include "base/arena.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace anjuan;

TEST_CASE("pieces are aligned to eight bytes and do not overlap") {
  Arena arena;
  char* last = nullptr;
  for (const size_t size : {1u, 7u, 8u, 9u, 100u, 70'000u, 3u}) {
    CAPTURE(size);
    char* const piece = static_cast<char*>(arena.Allocate(size));
    CHECK(reinterpret_cast<uintptr_t>(piece) % 8 == 0);
    CHECK(piece != last);
    std::memset(piece, 'x', size);
    last = piece;
  }
}

TEST_CASE("a copy outlives its original until Reset") {
  Arena arena;
  std::string original = "行政处罚决定书";
  const std::string_view copy = arena.Copy(original);
  original.assign(original.size(), '?');
  CHECK(copy == "行政处罚决定书");
  CHECK(arena.Copy("").empty());
  CHECK(arena.blocks_allocated() == 1);
}

TEST_CASE("after warm-up the same use asks the system for nothing") {
  Arena arena;
  const auto use = [&] {
    for (int i = 0; i < 1000; ++i) arena.Allocate(1000);
    arena.Allocate(500'000);
  };
  use();
  const size_t warm = arena.blocks_allocated();
  for (int round = 0; round < 3; ++round) {
    arena.Reset();
    use();
  }
  CHECK(arena.blocks_allocated() == warm);
}

TEST_CASE("Reset keeps no more than it may, many small blocks included") {
  Arena arena;
  for (int i = 0; i < 100; ++i) arena.Allocate(60'000);  // a block of 64 KiB each
  CHECK(arena.blocks_allocated() == 100);
  arena.Reset(size_t{10} * 65'536);
  for (int i = 0; i < 100; ++i) arena.Allocate(60'000);
  CHECK(arena.blocks_allocated() == 190);  // ten were kept
  arena.Reset(0);
  arena.Allocate(1);
  CHECK(arena.blocks_allocated() == 191);
}

TEST_CASE("one great piece does not stay") {
  Arena arena;
  arena.Allocate(64);
  arena.Allocate(8 << 20);
  arena.Reset();
  arena.Allocate(64);
  CHECK(arena.blocks_allocated() == 2);
  arena.Allocate(8 << 20);
  CHECK(arena.blocks_allocated() == 3);
}
