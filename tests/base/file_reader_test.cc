#include "base/file_reader.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace anjuan;

namespace {

using Code = Error::Code;

// The disk reader is tried on what the kernel makes up: memory files, pipes, devices, /proc.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) { REQUIRE(number >= 0); }
  ~Descriptor() { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

 private:
  int number_;
};

void Fill(const Descriptor& file, const std::string& bytes) {
  REQUIRE(write(file.number(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
}

}  // namespace

TEST_CASE("a file is read whole, up to its limit and not a byte further") {
  const Descriptor file(memfd_create("test", MFD_CLOEXEC));
  Fill(file, "案卷一二");
  const DiskReader disk;
  std::string out = "left over from the file before, and longer";
  struct Row {
    std::string name;
    uint64_t limit;
    bool ok;
  };
  for (const Row& row : {Row{"room to spare", 100, true}, Row{"exactly the limit", 12, true},
                         Row{"one byte too many", 11, false}}) {
    CAPTURE(row.name);
    const Result<size_t> read = disk.ReadAll(file.path(), row.limit, out);
    REQUIRE(read.ok() == row.ok);
    if (row.ok) {
      CHECK(*read == 12);
      CHECK(out == "案卷一二");
    } else {
      CHECK(read.error().code == Code::kTooLarge);
    }
  }
}

TEST_CASE("an empty file is empty, and a file that says 0 bytes is read to its end") {
  const Descriptor file(memfd_create("test", MFD_CLOEXEC));
  const DiskReader disk;
  std::string out = "old";
  const Result<size_t> empty = disk.ReadAll(file.path(), 0, out);
  REQUIRE(empty.ok());
  CHECK(*empty == 0);
  CHECK(out.empty());

  const Result<size_t> status = disk.ReadAll("/proc/self/status", 1 << 20, out);
  REQUIRE(status.ok());
  CHECK(out.starts_with("Name:"));
  CHECK(out.size() == *status);
  const Result<size_t> limited = disk.ReadAll("/proc/self/status", 10, out);
  REQUIRE_FALSE(limited.ok());
  CHECK(limited.error().code == Code::kTooLarge);
}

TEST_CASE("reading again uses the same memory") {
  const Descriptor file(memfd_create("test", MFD_CLOEXEC));
  Fill(file, std::string(20'000, 'x'));
  const DiskReader disk;
  std::string out;
  REQUIRE(disk.ReadAll(file.path(), 1 << 20, out).ok());
  const char* const memory = out.data();
  for (int i = 0; i < 3; ++i) REQUIRE(disk.ReadAll(file.path(), 1 << 20, out).ok());
  CHECK(out.data() == memory);
  CHECK(out.size() == 20'000);
}

TEST_CASE("anything but a regular file is refused, and a pipe nobody writes to does not block") {
  int ends[2];
  REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
  const Descriptor read_end(ends[0]);
  const Descriptor write_end(ends[1]);
  const DiskReader disk;
  struct Row {
    std::string name;
    std::string path;
    Code want;
  };
  const Row rows[] = {
      {"a pipe", read_end.path(), Code::kNotAFile},
      {"a directory", "/", Code::kNotAFile},
      {"a device", "/dev/null", Code::kNotAFile},
      {"nothing", "/proc/self/no-such-file", Code::kNotFound},
      {"below a file", "/dev/null/x", Code::kNotFound},
      {"no name", "", Code::kNotFound},
      {"a name with NUL", std::string("/dev/zero\0.xml", 14), Code::kNotFound},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string out;
    const Result<size_t> read = disk.ReadAll(row.path, 100, out);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == row.want);
  }
}

TEST_CASE("kinds of paths on the disk") {
  const DiskReader disk;
  const Descriptor file(memfd_create("test", MFD_CLOEXEC));
  CHECK(*disk.KindOf(file.path()) == FileKind::kFile);
  CHECK(*disk.KindOf("/proc/self") == FileKind::kDirectory);
  CHECK(*disk.KindOf("/dev/null") == FileKind::kOther);
  CHECK(disk.KindOf("/proc/self/no-such-file").error().code == Code::kNotFound);
}

TEST_CASE("a directory is listed sorted by byte, without . and ..") {
  const DiskReader disk;
  const Result<std::vector<std::string>> names = disk.List("/proc/self");
  REQUIRE(names.ok());
  CHECK(std::is_sorted(names->begin(), names->end()));
  CHECK(std::find(names->begin(), names->end(), "status") != names->end());
  CHECK(std::find(names->begin(), names->end(), ".") == names->end());
  CHECK(std::find(names->begin(), names->end(), "..") == names->end());
  CHECK_FALSE(disk.List("/dev/null").ok());
  CHECK(disk.List("/proc/self/no-such-dir").error().code == Code::kNotFound);
}

TEST_CASE("files in memory behave like files on the disk") {
  MemoryReader memory;
  memory.Add("packs/penalty/pack.yaml", "name: penalty");
  memory.Add("packs/penalty/decide/B.yaml", "");
  memory.Add("packs/penalty/decide/A.yaml", "a");
  memory.Add("packs/案卷.yaml", "b");

  CHECK(*memory.KindOf("packs/penalty") == FileKind::kDirectory);
  CHECK(*memory.KindOf("packs/penalty/") == FileKind::kDirectory);
  CHECK(*memory.KindOf(".") == FileKind::kDirectory);
  CHECK(*memory.KindOf("packs/penalty/pack.yaml") == FileKind::kFile);
  CHECK(memory.KindOf("packs/pen").error().code == Code::kNotFound);

  CHECK(*memory.List("packs") == std::vector<std::string>{"penalty", "案卷.yaml"});
  CHECK(*memory.List("packs/penalty/decide") == std::vector<std::string>{"A.yaml", "B.yaml"});
  CHECK_FALSE(memory.List("packs/penalty/pack.yaml").ok());

  std::string out;
  CHECK(*memory.ReadAll("packs/penalty/pack.yaml", 13, out) == 13);
  CHECK(out == "name: penalty");
  CHECK(memory.ReadAll("packs/penalty/pack.yaml", 12, out).error().code == Code::kTooLarge);
  CHECK(memory.ReadAll("packs/penalty", 12, out).error().code == Code::kNotAFile);
  CHECK(memory.ReadAll("packs/none", 12, out).error().code == Code::kNotFound);
}
