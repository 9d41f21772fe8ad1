#include "pack/shipped_laws.h"

#include <doctest/doctest.h>

#include "pack/shipped.h"

namespace anjuan::testing {

std::shared_ptr<const LawBook> ShippedLaws() {
  static const std::shared_ptr<const LawBook> book = [] {
    MemoryReader files;
    for (size_t i = 0; i < kShippedFileCount; ++i) {
      files.Add(std::string(kShippedFiles[i].path), std::string(kShippedFiles[i].text));
    }
    DiagnosticSink sink;
    std::shared_ptr<const LawBook> loaded = LoadLawBook(files, "laws", sink);
    CHECK(Format(sink, Lang::kEnglish) == "");
    return loaded;
  }();
  return book;
}

}  // namespace anjuan::testing
