#include "base/file_reader.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>

namespace anjuan {
namespace {

Error ErrorOf(int number) {
  const bool absent = number == ENOENT || number == ENOTDIR;
  const bool no_file = number == ENXIO || number == ENODEV;  // a socket, a device that is not there
  const Error::Code code = absent    ? Error::Code::kNotFound
                           : no_file ? Error::Code::kNotAFile
                                     : Error::Code::kUnreadable;
  return {code, std::generic_category().message(number)};
}

// A path that the system would read only up to its first NUL.
bool HoldsNul(const std::string& path) { return path.find('\0') != std::string::npos; }

FileKind KindOfMode(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::kFile;
  return S_ISDIR(mode) ? FileKind::kDirectory : FileKind::kOther;
}

class DiskStream final : public FileStream {
 public:
  DiskStream(int descriptor, uint64_t size) : descriptor_(descriptor), size_(size) {}
  ~DiskStream() override { close(descriptor_); }
  DiskStream(const DiskStream&) = delete;
  DiskStream& operator=(const DiskStream&) = delete;

  uint64_t size() const override { return size_; }

  Result<size_t> Read(char* to, size_t size) override {
    for (;;) {
      const ssize_t got = read(descriptor_, to, size);
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EINTR) return ErrorOf(errno);
    }
  }

 private:
  int descriptor_;
  uint64_t size_;
};

class MemoryStream final : public FileStream {
 public:
  explicit MemoryStream(std::string_view bytes) : size_(bytes.size()), left_(bytes) {}

  uint64_t size() const override { return size_; }

  Result<size_t> Read(char* to, size_t size) override {
    const size_t got = std::min(size, left_.size());
    std::memcpy(to, left_.data(), got);
    left_.remove_prefix(got);
    return got;
  }

 private:
  uint64_t size_;
  std::string_view left_;
};

// The path of a directory as the beginning of the paths in it; "" and "." are the top.
std::string PrefixOf(const std::string& path) {
  if (path.empty() || path == ".") return "";
  return path.back() == '/' ? path : path + "/";
}

}  // namespace

Result<size_t> FileReader::ReadAll(const std::string& path, uint64_t limit,
                                   std::string& out) const {
  const Result<std::unique_ptr<FileStream>> opened = Open(path);
  if (!opened) return opened.error();
  FileStream& file = **opened;
  if (file.size() > limit) return Error{Error::Code::kTooLarge, {}};
  // One byte more than the file had when it was opened shows that it ends there; it may have grown
  // since, and some system files say they hold nothing.
  size_t room = static_cast<size_t>(file.size()) + 1;
  size_t have = 0;
  for (;;) {
    if (out.size() < room) out.resize(room);
    const Result<size_t> got = file.Read(out.data() + have, room - have);
    if (!got) return got.error();
    if (*got == 0) break;
    have += *got;
    if (have > limit) return Error{Error::Code::kTooLarge, {}};
    if (have == room) room += std::max<size_t>(room / 2, 4096);
  }
  out.resize(have);
  return have;
}

Result<FileKind> DiskReader::KindOf(const std::string& path) const {
  if (HoldsNul(path)) return ErrorOf(ENOENT);
  struct stat status;
  if (stat(path.c_str(), &status) != 0) return ErrorOf(errno);
  return KindOfMode(status.st_mode);
}

Result<std::vector<std::string>> DiskReader::List(const std::string& path) const {
  if (HoldsNul(path)) return ErrorOf(ENOENT);
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(opendir(path.c_str()), closedir);
  if (directory == nullptr) return ErrorOf(errno);
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* const entry = readdir(directory.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) return ErrorOf(errno);
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::unique_ptr<FileStream>> DiskReader::Open(const std::string& path) const {
  if (HoldsNul(path)) return ErrorOf(ENOENT);
  // Without O_NONBLOCK, opening a pipe nobody writes to waits for ever.
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return ErrorOf(errno);
  struct stat status;
  if (fstat(descriptor, &status) != 0) {
    const int number = errno;
    close(descriptor);
    return ErrorOf(number);
  }
  if (!S_ISREG(status.st_mode)) {
    close(descriptor);
    return Error{Error::Code::kNotAFile, {}};
  }
  return std::unique_ptr<FileStream>(
      std::make_unique<DiskStream>(descriptor, static_cast<uint64_t>(status.st_size)));
}

Result<std::string> DiskReader::IdentityOf(const std::string& path) const {
  if (HoldsNul(path)) return ErrorOf(ENOENT);
  struct stat status;
  if (stat(path.c_str(), &status) != 0) return ErrorOf(errno);
  return std::to_string(status.st_dev) + ':' + std::to_string(status.st_ino);
}

Result<FileKind> MemoryReader::KindOf(const std::string& path) const {
  if (files_.contains(path)) return FileKind::kFile;
  const std::string prefix = PrefixOf(path);
  const auto below = files_.lower_bound(prefix);
  if (below != files_.end() && below->first.starts_with(prefix)) return FileKind::kDirectory;
  return ErrorOf(ENOENT);
}

Result<std::vector<std::string>> MemoryReader::List(const std::string& path) const {
  const Result<FileKind> kind = KindOf(path);
  if (!kind) return kind.error();
  if (*kind != FileKind::kDirectory) return ErrorOf(ENOTDIR);
  const std::string prefix = PrefixOf(path);
  std::set<std::string> names;
  for (auto it = files_.lower_bound(prefix); it != files_.end(); ++it) {
    if (!it->first.starts_with(prefix)) break;
    const std::string_view rest = std::string_view(it->first).substr(prefix.size());
    names.emplace(rest.substr(0, rest.find('/')));
  }
  return std::vector<std::string>(names.begin(), names.end());
}

Result<std::unique_ptr<FileStream>> MemoryReader::Open(const std::string& path) const {
  const auto found = files_.find(path);
  if (found != files_.end()) {
    return std::unique_ptr<FileStream>(std::make_unique<MemoryStream>(found->second));
  }
  const Result<FileKind> kind = KindOf(path);
  if (!kind) return kind.error();
  return Error{Error::Code::kNotAFile, {}};
}

}  // namespace anjuan
