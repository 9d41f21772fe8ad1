// rules lint, schema and show, as whoever writes rules runs them.
#include <doctest/doctest.h>

#include "cli/program.h"

namespace anjuan::cli {
namespace {

constexpr const char* kLate = "samples/03-超期办案.xml";

TEST_CASE("rules: 0 where all is well, 2 on mistakes, 3 where a file cannot be read") {
  struct Row {
    std::string name;
    std::vector<std::string> arguments;
    int exit;
    std::string out;  // stands somewhere in it
  };
  const Row rows[] = {
      {"shipped packs lint clean, strictly", {"rules", "lint", "--strict"}, 0, "错误 0,警告 0"},
      {"a pack by name", {"rules", "lint", "penalty", "--lang=en"}, 0, "0 errors, 0 warnings"},
      {"warnings do not fail", {"rules", "lint", "tests/golden/oversights"}, 0, "警告 7"},
      {"unless asked to", {"rules", "lint", "--strict", "tests/golden/oversights"}, 2, "警告 7"},
      {"errors fail", {"rules", "lint", "tests/golden/ten-mistakes"}, 2, "错误 10"},
      {"no such pack", {"rules", "lint", "no-such-pack"}, 2, "错误 1"},
      {"the schema", {"rules", "schema"}, 0, "\"$defs\""},
      {"its stages are the pack's",
       {"rules", "schema", "--pack", "tests/golden/oversights"},
       0,
       "\"决定\""},
      {"a rule", {"rules", "show", "P-DECIDE-01"}, 0, "超过办案期限作出处罚决定"},
      {"a rule's tree", {"rules", "show", "P-DECIDE-03", "--ast"}, 0, "macro exists a\n"},
      {"a deadline's tree", {"rules", "show", "P-DECIDE-01", "--ast"}, 0, "within:\n?:\n"},
      {"a deadline's plan", {"rules", "show", "P-DECIDE-01", "--plan"}, 0, "excluding:\n"},
      {"a check in full", {"rules", "show", "P-DECIDE-01"}, 0, "excluding: suspensions"},
      {"a rule's plan", {"rules", "show", "P-DECIDE-01", "--plan"}, 0, "read decision.date:"},
      {"a diagnostic", {"rules", "show", "unknown-field"}, 0, "未知的字段 '{0}'"},
      {"the same in English",
       {"rules", "show", "unknown-field", "--lang", "en"},
       0,
       "unknown field '{0}'"},
      {"changes that tests do not notice",
       {"rules", "test", "--mutate", "tests/golden/oversights", "--lang=en"},
       1,
       "tests/golden/oversights/decide/O-02.yaml:11:17: O-02 major: '<=' becomes '<'\n"},
      {"changes are not tried on cases apart",
       {"rules", "test", "--mutate", "--cases", "tests/law/x.yaml"},
       2,
       ""},
      {"the shipped packs to read", {"rules", "docs", "--pack", "penalty"}, 0, "P-DECIDE-01"},
      {"no such form of it", {"rules", "docs", "-o", "pdf"}, 2, ""},
      {"no such rule", {"rules", "show", "P-DECIDE-0l"}, 2, ""},
      {"a rule on a case file", {"rules", "show", "P-DECIDE-01", "--file", kLate}, 0, "不通过"},
      {"a file of three cases",
       {"rules", "show", "P-DECIDE-01", "--file", "samples/18-三案一档.xml"},
       0,
       "第 3 件"},
      {"a file that is cut off",
       {"rules", "show", "P-DECIDE-01", "--file", "samples/16-截断.xml"},
       3,
       ""},
      {"no such file", {"rules", "show", "P-DECIDE-01", "--file", "samples/none.xml"}, 3, ""},
      {"a day that is none", {"rules", "show", "P-DECIDE-01", "--as-of", "2024"}, 2, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Ran ran = Anjuan(row.arguments);
    CAPTURE(ran.err);
    CHECK(ran.exit == row.exit);
    CHECK(ran.out.find(row.out) != std::string::npos);
  }
}

TEST_CASE("an id that is near a rule's brings that rule to mind") {
  const Ran ran = Anjuan({"rules", "show", "P-DECIDE-0l", "--lang", "en"});
  CHECK(ran.err.find("there is no rule 'P-DECIDE-0l' [unknown-rule]") != std::string::npos);
  CHECK(ran.err.find("did you mean 'P-DECIDE-01'") != std::string::npos);
}

TEST_CASE("lint counts its notes, and lists them where asked") {
  const Ran counted = Anjuan({"rules", "lint", "--lang", "en"});
  CHECK(counted.err == "");
  CHECK(counted.out.find("do not consider a blank field [blank-not-considered] (list them") !=
        std::string::npos);
  const Ran listed = Anjuan({"rules", "lint", "--notes", "--lang", "en"});
  CHECK(listed.exit == 0);
  CHECK(listed.err.find(": note: a blank ") != std::string::npos);
  CHECK(listed.out.find("\n  case.number\n") != std::string::npos);
}

}  // namespace
}  // namespace anjuan::cli
