// rules coverage over the shipped packs and catalogue.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "cli/program.h"

namespace anjuan::cli {
namespace {

size_t CountOf(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("shipped packs leave no item of fields or texts without a rule or a reason") {
  const Ran ran = Anjuan({"rules", "coverage", "-o", "json"});
  CHECK(ran.exit == 0);
  CHECK(ran.err == "");
  CHECK(ran.out.starts_with("{\"items\":332,"));
  // One row an item; a row without rules says why.
  std::istringstream rows(ran.out.substr(ran.out.find("\"list\":")));
  size_t fields = 0;
  size_t texts = 0;
  for (std::string row; std::getline(rows, row, '}');) {
    const bool covered = row.find("\"rules\":[]") == std::string::npos;
    const bool is_field = row.find("\"class\":\"S\"") != std::string::npos;
    const bool is_text = row.find("\"class\":\"T\"") != std::string::npos;
    if (!is_field && !is_text) continue;
    CAPTURE(row);
    CHECK((covered || row.find("\"why_not\":null") == std::string::npos));
    if (covered) ++(is_field ? fields : texts);
  }
  CHECK(fields >= 210);
  CHECK(texts >= 38);
}

TEST_CASE("coverage lists items and their rules where asked") {
  const Ran few = Anjuan({"rules", "coverage", "penalty"});
  CHECK(few.exit == 0);
  CHECK(CountOf(few.out, "P-DECIDE-01") == 0);
  const Ran all = Anjuan({"rules", "coverage", "--all", "penalty"});
  CHECK(all.exit == 0);
  CHECK(CountOf(all.out, "P-DECIDE-01") == 1);
  CHECK(Anjuan({"rules", "coverage", "-o", "xml"}).exit == 2);
}

}  // namespace
}  // namespace anjuan::cli
