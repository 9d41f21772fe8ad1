#include "intake/zip_entries.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace anjuan {
namespace {

constexpr size_t kBlock = 1 << 16;

Error ErrorOf(archive* zip, Error::Code code) {
  const char* const detail = archive_error_string(zip);
  return {code, detail == nullptr ? "" : detail};
}

}  // namespace

std::optional<Error> ReadZip(const std::string& path, const ZipEvents& events) {
  struct Free {
    void operator()(archive* zip) const { archive_read_free(zip); }
  };
  const std::unique_ptr<archive, Free> zip(archive_read_new());
  if (zip == nullptr) return Error{Error::Code::kUnreadable, ""};
  archive_read_support_format_zip(zip.get());
  if (archive_read_open_filename(zip.get(), path.c_str(), kBlock) != ARCHIVE_OK) {
    return ErrorOf(zip.get(), Error::Code::kUnreadable);
  }
  for (;;) {
    archive_entry* entry = nullptr;
    const int found = archive_read_next_header(zip.get(), &entry);
    if (found == ARCHIVE_EOF) return std::nullopt;
    if (found != ARCHIVE_OK) return ErrorOf(zip.get(), Error::Code::kInvalid);
    const char* const name = archive_entry_pathname(entry);
    events.entry(name == nullptr ? "" : name);
    const void* bytes = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    int read = ARCHIVE_OK;
    while ((read = archive_read_data_block(zip.get(), &bytes, &size, &offset)) == ARCHIVE_OK) {
      events.data({static_cast<const char*>(bytes), size});
    }
    if (read != ARCHIVE_EOF) return ErrorOf(zip.get(), Error::Code::kInvalid);
  }
}

}  // namespace anjuan
