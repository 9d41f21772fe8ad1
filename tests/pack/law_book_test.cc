#include "pack/law_book.h"

#include <doctest/doctest.h>

#include "pack/basis.h"
#include "pack/pack.h"
#include "pack/shipped.h"
#include "pack/shipped_laws.h"

using namespace anjuan;
using anjuan::testing::ShippedLaws;

namespace {

Date D(int year, int month, int day) { return *MakeDate(year, month, day); }

}  // namespace

TEST_CASE("a law is found by every way to write its name") {
  struct Row {
    const char* written;
    const char* name;  // "": not in the book
    int year;
  };
  const Row rows[] = {
      {"中华人民共和国行政处罚法", "中华人民共和国行政处罚法", 0},
      {"行政处罚法", "中华人民共和国行政处罚法", 0},
      {"处罚法", "中华人民共和国行政处罚法", 0},
      {"《中华人民共和国行政处罚法》", "中华人民共和国行政处罚法", 0},
      {"《行政处罚法》", "中华人民共和国行政处罚法", 0},
      {" 《 行政处罚法 》 ", "中华人民共和国行政处罚法", 0},
      {"《行政处罚法》(2021修订)", "中华人民共和国行政处罚法", 2021},
      {"《行政处罚法》（2021年修订）", "中华人民共和国行政处罚法", 2021},
      {"行政处罚法(2017修正)", "中华人民共和国行政处罚法", 2017},
      {"《行政处罚法（2021年修订）》", "中华人民共和国行政处罚法", 2021},
      {"无照经营查处取缔办法", "无照经营查处取缔办法", 0},
      {"中华人民共和国企业破产法（试行）", "中华人民共和国企业破产法（试行）", 0},
      {"罚缴分离办法", "罚款决定与罚款收缴分离实施办法", 0},
      {"六城市市容管理条例", "", 0},
      {"中华人民共和国", "", 0},
      {"《》", "", 0},
      {"", "", 0},
      {"(2021)", "", 0},
  };
  const auto book = ShippedLaws();
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const CitedLaw found = book->Find(row.written);
    CHECK((found.law == nullptr ? "" : found.law->name) == row.name);
    if (found.law != nullptr) CHECK(found.year == row.year);
  }
}

TEST_CASE("the version in force is that of the day, both ends counted") {
  struct Row {
    const char* law;
    Date day;
    InForce in_force;
    const char* adopted;  // "": no version is known
  };
  const Row rows[] = {
      {"行政处罚法", D(1996, 9, 30), InForce::kNo, ""},
      {"行政处罚法", D(1996, 10, 1), InForce::kYes, "1996-03-17"},
      {"行政处罚法", D(2021, 7, 14), InForce::kYes, "2017-09-01"},
      {"行政处罚法", D(2021, 7, 15), InForce::kYes, "2021-01-22"},
      {"民事诉讼法", D(2021, 12, 31), InForce::kUnknown, ""},
      {"民事诉讼法", D(2022, 1, 1), InForce::kYes, "2021-12-24"},
      {"民事诉讼法", D(2023, 12, 31), InForce::kYes, "2021-12-24"},
      {"民事诉讼法", D(2024, 1, 1), InForce::kYes, "2023-09-01"},
      {"环境噪声污染防治法", D(2022, 6, 4), InForce::kYes, "2018-12-29"},
      {"环境噪声污染防治法", D(2022, 6, 5), InForce::kNo, ""},
      {"噪声污染防治法", D(2022, 6, 4), InForce::kNo, ""},
      {"噪声污染防治法", D(2022, 6, 5), InForce::kYes, "2021-12-24"},
      {"食品安全法", D(2015, 9, 30), InForce::kUnknown, ""},
      {"食品安全法", D(2015, 10, 1), InForce::kYes, ""},
      {"食品安全法", D(2025, 11, 30), InForce::kYes, "2021-04-29"},
      {"食品安全法", D(2025, 12, 1), InForce::kYes, "2025-09-12"},
      {"无照经营查处取缔办法", D(2017, 9, 30), InForce::kUnknown, ""},
      {"无照经营查处取缔办法", D(2017, 10, 1), InForce::kNo, ""},
  };
  const auto book = ShippedLaws();
  for (const Row& row : rows) {
    CAPTURE(row.law);
    CAPTURE(FormatDate(row.day));
    const Law* const law = book->Find(row.law).law;
    REQUIRE(law != nullptr);
    CHECK(law->On(row.day) == row.in_force);
    const LawVersion* const version = law->VersionOn(row.day);
    const bool dated = version != nullptr && version->adopted;
    CHECK((dated ? FormatDate(*version->adopted) : "") == row.adopted);
  }
}

TEST_CASE("what is certain of a version ends on the day it was superseded or came in doubt") {
  const auto book = ShippedLaws();
  const auto certain = [&](const char* name, Date day) {
    const LawVersion* const version = book->Find(name).law->VersionOn(day);
    REQUIRE(version != nullptr);
    return version->Certain(day);
  };
  CHECK(certain("食品安全法", D(2025, 11, 30)));
  CHECK_FALSE(certain("食品安全法", D(2025, 12, 1)));
  CHECK(certain("大气污染防治法", D(2026, 8, 14)));
  CHECK_FALSE(certain("大气污染防治法", D(2026, 8, 15)));
  CHECK_FALSE(certain("行政处罚法", D(2021, 7, 14)));
}

TEST_CASE("the shipped book is whole") {
  size_t laws = 0;
  size_t versions = 0;
  size_t rows = 0;
  for (const auto& law : ShippedLaws()->laws()) {
    laws += !law->versions.empty();
    versions += law->versions.size();
    for (const LawVersion& version : law->versions) rows += version.fines.size();
  }
  CHECK(laws == 188);
  CHECK(versions == 213);
  CHECK(rows == 299);
  CHECK(ShippedLaws()->StandardName("MEE24") != "");
  CHECK(ShippedLaws()->StandardName("MEE25") == "");
}

TEST_CASE("every basis of a shipped rule is in the shipped book") {
  MemoryReader files;
  for (size_t i = 0; i < kShippedFileCount; ++i) {
    files.Add(std::string(kShippedFiles[i].path), std::string(kShippedFiles[i].text));
  }
  const PackShelf shelf{&files, "packs/", ShippedLaws()};
  size_t checked = 0;
  for (const std::string& name : PackNames(shelf)) {
    DiagnosticSink sink;
    const std::optional<Pack> pack = LoadPack(files, "packs/" + name, shelf, sink);
    REQUIRE(pack);
    for (const auto& rule : pack->rules) {
      checked += CheckBasis(*rule, *ShippedLaws(), sink).size();
    }
    CHECK(Format(sink, Lang::kEnglish) == "");
  }
  CHECK(checked > 100);
}
