#include "pack/shipped.h"

#include <doctest/doctest.h>

#include "yaml/known_trees.h"

using namespace anjuan;

TEST_CASE("the tree that ships with a file is the one its text parses to") {
  REQUIRE(kShippedFileCount > 0);
  for (size_t i = 0; i < kShippedFileCount; ++i) {
    const ShippedFile& file = kShippedFiles[i];
    CAPTURE(file.path);
    const auto source =
        std::make_shared<const Source>(std::string(file.path), std::string(file.text));
    DiagnosticSink sink;
    const std::optional<yaml::Document> parsed = yaml::Parse(source, sink);
    REQUIRE(parsed);
    CHECK(Format(sink, Lang::kEnglish) == "");
    CHECK((yaml::Freeze(*parsed) == file.tree));
  }
}
