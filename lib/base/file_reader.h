// Files as the rooms see them, so that tests need no disk.
//
// Errors: kNotFound, kUnreadable, kNotAFile (a directory, device, pipe or socket is never read),
//         kTooLarge.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anjuan {

enum class FileKind : uint8_t { kFile, kDirectory, kOther };

// Bytes of one open file, front to back.
class FileStream {
 public:
  virtual ~FileStream() = default;
  virtual uint64_t size() const = 0;  // when it was opened
  // Fills up to `size` bytes; 0 at the end.
  virtual Result<size_t> Read(char* to, size_t size) = 0;
};

class FileReader {
 public:
  virtual ~FileReader() = default;

  virtual Result<FileKind> KindOf(const std::string& path) const = 0;
  // Names in a directory, sorted by byte, without . and ..
  virtual Result<std::vector<std::string>> List(const std::string& path) const = 0;
  virtual Result<std::unique_ptr<FileStream>> Open(const std::string& path) const = 0;
  // The same for every path that leads to the same file or directory.
  virtual Result<std::string> IdentityOf(const std::string& path) const { return path; }

  // The whole file into `out`, whose memory is used again; kTooLarge past `limit` bytes.
  Result<size_t> ReadAll(const std::string& path, uint64_t limit, std::string& out) const;
};

// The disk. Directories and files reached through symbolic links are read.
class DiskReader final : public FileReader {
 public:
  Result<FileKind> KindOf(const std::string& path) const override;
  Result<std::vector<std::string>> List(const std::string& path) const override;
  Result<std::unique_ptr<FileStream>> Open(const std::string& path) const override;
  Result<std::string> IdentityOf(const std::string& path) const override;
};

// Files held in memory, by path; directories are the prefixes of paths.
class MemoryReader final : public FileReader {
 public:
  void Add(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }

  Result<FileKind> KindOf(const std::string& path) const override;
  Result<std::vector<std::string>> List(const std::string& path) const override;
  Result<std::unique_ptr<FileStream>> Open(const std::string& path) const override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace anjuan
