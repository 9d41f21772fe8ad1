#include "base/byte_sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

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
  Result<Written> Commit() override { return Written::kAll; }

 private:
  int descriptor_;
};

class FileSink final : public ByteSink {
 public:
  FileSink(std::string path, std::string temporary, int descriptor)
      : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor) {}
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  ~FileSink() override {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!committed_) ::unlink(temporary_.c_str());
  }

  Result<Written> Write(std::string_view bytes) override { return WriteAll(descriptor_, bytes); }

  Result<Written> Commit() override {
    if (::fsync(descriptor_) != 0) return LastError();
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) return LastError();
    committed_ = true;
    return Written::kAll;
  }

 private:
  std::string path_;
  std::string temporary_;
  int descriptor_;
  bool committed_ = false;
};

}  // namespace

std::unique_ptr<ByteSink> SinkTo(int descriptor) {
  return std::make_unique<DescriptorSink>(descriptor);
}

Result<std::unique_ptr<ByteSink>> SinkToFile(const std::string& path) {
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return LastError();
  // mkostemp gives 0600; a report is as readable as any new file.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(descriptor, 0666 & ~mask) != 0) return LastError();
  return std::unique_ptr<ByteSink>(
      std::make_unique<FileSink>(path, std::move(temporary), descriptor));
}

}  // namespace anjuan
