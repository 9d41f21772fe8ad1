#include "yaml/known_trees.h"

#include <doctest/doctest.h>

using namespace anjuan;

namespace {

constexpr std::string_view kText =
    "# 说明\n名称: 'a''b'\nlist: [1, true, , {k: \"x\\n\"}]\nblock: |\n  一\n  二\nnone:\n";

std::optional<yaml::Document> Parsed(std::string_view name, std::string_view text) {
  DiagnosticSink sink;
  return yaml::Parse(std::make_shared<const Source>(std::string(name), std::string(text)), sink);
}

}  // namespace

TEST_CASE("a known text gets its tree back whole, places included; another text is parsed") {
  const std::optional<yaml::Document> parsed = Parsed("a.yaml", kText);
  REQUIRE(parsed);
  const std::string tree = yaml::Freeze(*parsed);
  const auto source = std::make_shared<const Source>("b.yaml", std::string(kText));
  CHECK_FALSE(yaml::FindKnownTree(source));
  const yaml::KnownTree known[] = {{kText, tree}, {"not: frozen", ""}};
  yaml::KnowTrees(known);
  const std::optional<yaml::Document> found = yaml::FindKnownTree(source);
  REQUIRE(found);
  CHECK(found->source == source);
  CHECK((yaml::Freeze(*found) == tree));
  const yaml::Node* const block = found->root.Find("block");
  REQUIRE(block != nullptr);
  CHECK(block->text() == "一\n二\n");
  CHECK((block->style() == yaml::Style::kLiteral));
  CHECK(block->span().begin == parsed->root.Find("block")->span().begin);
  CHECK_FALSE(yaml::FindKnownTree(std::make_shared<const Source>("c", "not: frozen")));
  const std::optional<yaml::Document> other = Parsed("d.yaml", "not: frozen");
  REQUIRE(other);
  CHECK(other->root.Find("not")->text() == "frozen");
}
