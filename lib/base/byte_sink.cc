#include "base/byte_sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/unfinished.h"

namespace anjuan {
namespace {

Error LastError() { return {Error::Code::kUnwritable, std::strerror(errno)}; }

Result<Written> WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<size_t>(n));
    } else if (errno == EPIPE) {
      return Written::kClosed;
    } else if (errno != EINTR) {
      return LastError();
    }
  }
  return Written::kAll;
}

class DescriptorSink final : public ByteSink {
 public:
  explicit DescriptorSink(int descriptor) : descriptor_(descriptor) {}

  Result<Written> Write(std::string_view bytes) override { return WriteAll(descriptor_, bytes); }
  Result<Written> Commit(Check /*check*/) override { return Written::kAll; }

 private:
  int descriptor_;
};

// A device or a pipe: written in place, there is nothing to rename.
class DeviceSink final : public ByteSink {
 public:
  explicit DeviceSink(int descriptor) : descriptor_(descriptor) {}
  DeviceSink(const DeviceSink&) = delete;
  DeviceSink& operator=(const DeviceSink&) = delete;
  ~DeviceSink() override { ::close(descriptor_); }

  Result<Written> Write(std::string_view bytes) override { return WriteAll(descriptor_, bytes); }
  Result<Written> Commit(Check /*check*/) override { return Written::kAll; }

 private:
  int descriptor_;
};

class FileSink final : public ByteSink {
 public:
  FileSink(std::string path, std::string temporary, int descriptor)
      : path_(std::move(path)),
        temporary_(std::move(temporary)),
        descriptor_(descriptor),
        unfinished_(temporary_) {}
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  ~FileSink() override {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!committed_) ::unlink(temporary_.c_str());
  }

  Result<Written> Write(std::string_view bytes) override { return WriteAll(descriptor_, bytes); }

  Result<Written> Commit(Check check) override {
    if (::fsync(descriptor_) != 0) return LastError();
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) return LastError();
    if (check != nullptr) {
      std::string fault = check(temporary_);
      if (!fault.empty()) return Error{Error::Code::kUnwritable, std::move(fault)};
    }
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) return LastError();
    committed_ = true;
    SyncFolder();
    return Written::kAll;
  }

 private:
  // So that the name stays as well. Some file systems cannot, and lose nothing that we promised.
  void SyncFolder() const {
    const size_t slash = path_.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path_.substr(0, slash + 1);
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    (void)::fsync(descriptor);
    ::close(descriptor);
  }

  std::string path_;
  std::string temporary_;
  int descriptor_;
  Unfinished unfinished_;
  bool committed_ = false;
};

// Where a link leads, so that it stays one: also where nothing is there yet.
std::string Followed(std::string path) {
  constexpr int kMostLinks = 40;
  char text[4096];
  for (int i = 0; i < kMostLinks; ++i) {
    const ssize_t size = ::readlink(path.c_str(), text, sizeof(text));
    if (size < 0 || static_cast<size_t>(size) == sizeof(text)) return path;
    const std::string next(text, static_cast<size_t>(size));
    const size_t slash = path.rfind('/');
    path = next.starts_with('/') || slash == std::string::npos ? next
                                                               : path.substr(0, slash + 1) + next;
  }
  return path;
}

}  // namespace

std::unique_ptr<ByteSink> SinkTo(int descriptor) {
  return std::make_unique<DescriptorSink>(descriptor);
}

Result<std::unique_ptr<ByteSink>> SinkToFile(const std::string& path) {
  const std::string target = Followed(path);
  struct stat old = {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists) {
    // What standard output or error goes to is written on, not replaced: > and >> stay true.
    for (const int standard : {STDOUT_FILENO, STDERR_FILENO}) {
      struct stat open = {};
      if (::fstat(standard, &open) != 0 || open.st_dev != old.st_dev || open.st_ino != old.st_ino) {
        continue;
      }
      const int descriptor = ::fcntl(standard, F_DUPFD_CLOEXEC, 0);
      if (descriptor < 0) return LastError();
      return std::unique_ptr<ByteSink>(std::make_unique<DeviceSink>(descriptor));
    }
  }
  if (exists && !S_ISREG(old.st_mode)) {
    const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return LastError();
    return std::unique_ptr<ByteSink>(std::make_unique<DeviceSink>(descriptor));
  }
  std::string temporary = target + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return LastError();
  auto sink = std::make_unique<FileSink>(target, std::move(temporary), descriptor);
  // mkostemp gives 0600; a report is as readable as the one it replaces, or as any new file.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(descriptor, exists ? old.st_mode & 0777 : 0666 & ~mask) != 0) return LastError();
  return std::unique_ptr<ByteSink>(std::move(sink));
}

}  // namespace anjuan
