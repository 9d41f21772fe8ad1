// The catalogue of review items, as shipped and with mistakes, and the rules that name its items.
#include "pack/review_items.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/file_reader.h"
#include "pack/shipped.h"
#include "support/small_model.h"

using namespace anjuan;

namespace {

std::vector<ReviewItem> Read(const std::string& text, DiagnosticSink& sink) {
  const auto document =
      yaml::Parse(std::make_shared<const Source>("items.yaml", "items:\n" + text), sink);
  REQUIRE(document.has_value());
  return ReadReviewItems(*document, sink);
}

std::vector<ReviewItem> Shipped() {
  const ShippedFile* const end = kShippedFiles + kShippedFileCount;
  const ShippedFile* const file = std::find_if(kShippedFiles, end, [](const ShippedFile& one) {
    return one.path == "catalogue/review-items.yaml";
  });
  REQUIRE(file != end);
  DiagnosticSink sink;
  const auto document = yaml::Parse(
      std::make_shared<const Source>(std::string(file->path), std::string(file->text)), sink);
  REQUIRE(document.has_value());
  std::vector<ReviewItem> items = ReadReviewItems(*document, sink);
  CHECK(Format(sink, Lang::kEnglish) == "");
  return items;
}

constexpr const char kPack[] = R"(name: 试
title: 试验
version: "1"
model: small
law_date: {default: decision.date}
stages: {decide: 决定}
scoring: {scheme: generic}
)";

std::string RuleText(const std::string& id, const std::string& covers, const std::string& tests) {
  return "id: " + id + "\nname: x\ntitle: 规则 " + id +
         "\nstage: 决定\nseverity: major\nbasis: [某法 1]\ncovers: " + covers +
         "\nwhy: 说明\nrequire: decision.sealed\nmessage: 不符\nfix: 无\n"
         "score: {section: 程序, deduct: 1, cap: 1}\ntests: " +
         tests + "\n";
}

struct Loaded {
  std::unique_ptr<const Model> model = SmallModel();
  CompiledPacks packs;
};

Loaded LoadTwoRules() {
  MemoryReader files;
  files.Add("p/pack.yaml", kPack);
  files.Add("p/decide/T-1.yaml",
            RuleText("T-1", "[RI-A-01, RI-A-03]", "[{name: 一, expect: passed, case: {}}]"));
  files.Add("p/decide/T-2.yaml", RuleText("T-2", "[RI-A-02]", "[]"));
  Loaded loaded;
  DiagnosticSink sink;
  std::optional<Pack> pack = LoadPack(files, "p", {&files, ""}, sink);
  REQUIRE(pack.has_value());
  loaded.packs.push_back(CompilePack(std::move(*pack), *loaded.model, true, sink));
  REQUIRE(loaded.packs[0] != nullptr);
  return loaded;
}

}  // namespace

TEST_CASE("the shipped catalogue: 332 items, each with a class, a strength and a name of its own") {
  std::vector<ReviewItem> items = Shipped();
  CHECK(items.size() == 332);
  const auto count = [&](char item_class) {
    return std::count_if(items.begin(), items.end(),
                         [&](const ReviewItem& item) { return item.item_class == item_class; });
  };
  CHECK(count('S') == 250);
  CHECK(count('T') == 43);
  CHECK(count('X') == 10);
  CHECK(count('H') == 29);
  std::sort(items.begin(), items.end(),
            [](const ReviewItem& a, const ReviewItem& b) { return a.name < b.name; });
  for (size_t i = 1; i < items.size(); ++i) {
    CAPTURE(items[i].name);
    CHECK(items[i].name != items[i - 1].name);
  }
}

TEST_CASE("a mistake in the catalogue is shown where it stands") {
  struct Row {
    const char* name;
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"sound", "  - {id: RI-A-01, class: S, strength: D, name: 甲, why_not: 乙}\n", ""},
      {"a class that is none", "  - {id: RI-A-01, class: Q, strength: A, name: 甲}\n",
       R"(items.yaml:2:26: error: class: found 'Q', want one of STXH [review-item-letter]
 2 |   - {id: RI-A-01, class: Q, strength: A, name: 甲}
   |                          ^
)"},
      {"two strengths", "  - {id: RI-A-01, class: S, strength: AB, name: 甲}\n",
       R"(items.yaml:2:39: error: strength: found 'AB', want one of ABCD [review-item-letter]
 2 |   - {id: RI-A-01, class: S, strength: AB, name: 甲}
   |                                       ^~
)"},
      {"an item twice",
       "  - {id: RI-A-01, class: S, strength: A, name: 甲}\n"
       "  - {id: RI-A-01, class: S, strength: A, name: 乙}\n",
       R"(items.yaml:3:10: error: the review item 'RI-A-01' stands twice [review-item-twice]
 3 |   - {id: RI-A-01, class: S, strength: A, name: 乙}
   |          ^~~~~~~
)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DiagnosticSink sink;
    (void)Read(row.text, sink);
    CHECK(Format(sink, Lang::kEnglish) == row.want);
  }
}

TEST_CASE("an item is covered by rules that name it and have tests") {
  const Loaded loaded = LoadTwoRules();
  DiagnosticSink sink;
  const std::vector<ReviewItem> items = Read(
      "  - {id: RI-A-01, class: S, strength: A, name: 甲}\n"
      "  - {id: RI-A-02, class: S, strength: A, name: 乙}\n",
      sink);
  const std::vector<ItemCoverage> coverage = CoverageOf(items, loaded.packs);
  REQUIRE(coverage.size() == 2);
  REQUIRE(coverage[0].rules.size() == 1);
  CHECK(coverage[0].rules[0]->id == "T-1");
  CHECK(coverage[1].rules.empty());  // T-2 has no tests
}

TEST_CASE("a rule that covers what the catalogue does not have is told so") {
  const Loaded loaded = LoadTwoRules();
  DiagnosticSink sink;
  const std::vector<ReviewItem> items = Read(
      "  - {id: RI-A-01, class: S, strength: A, name: 甲}\n"
      "  - {id: RI-A-02, class: S, strength: A, name: 乙}\n",
      sink);
  CheckCovers(items, loaded.packs, sink);
  CHECK(Format(sink, Lang::kEnglish) ==
        R"(p/decide/T-1.yaml:7:19: error: there is no review item 'RI-A-03' [unknown-review-item]
 7 | covers: [RI-A-01, RI-A-03]
   |                   ^~~~~~~
help: did you mean 'RI-A-01' or 'RI-A-02'?
)");
}
