#include "base/unfinished.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>

namespace anjuan {
namespace {

constexpr size_t kSlots = 64;
constexpr size_t kNone = kSlots;

// A handler may read nothing else: plain memory that does not move, freed by nobody. The newest is
// removed first, so that a folder goes after the file in it.
struct Slot {
  std::atomic<char*> path = nullptr;
};
std::array<Slot, kSlots> slots;
static_assert(std::atomic<char*>::is_always_lock_free);

extern "C" void OnSignal(int signal) {
  for (size_t i = kSlots; i-- > 0;) {
    const char* const path = slots[i].path.load();
    if (path != nullptr && ::unlink(path) != 0) ::rmdir(path);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

Unfinished::Unfinished(const std::string& path) : slot_(kNone) {
  char* const copy = new char[path.size() + 1];
  std::memcpy(copy, path.c_str(), path.size() + 1);
  for (size_t i = 0; i < kSlots; ++i) {
    char* free = nullptr;
    if (slots[i].path.compare_exchange_strong(free, copy)) {
      slot_ = i;
      return;
    }
  }
  delete[] copy;
}

Unfinished::~Unfinished() {
  if (slot_ != kNone) delete[] slots[slot_].path.exchange(nullptr);
}

void RemoveUnfinishedOnSignals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    // What a parent told us to ignore (nohup) stays ignored.
    if (std::signal(signal, OnSignal) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

}  // namespace anjuan
