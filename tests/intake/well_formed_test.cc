// XML of our own, read back.
#include "intake/well_formed.h"

#include <doctest/doctest.h>

#include <string>

using namespace anjuan;

TEST_CASE("what is one whole document is, what is not is not, in one piece or byte by byte") {
  struct Row {
    const char* name;
    const char* xml;
    bool want;
  };
  const Row rows[] = {
      {"a document", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b=\"案\">卷<c/></a>", true},
      {"nothing", "", false},
      {"cut off", "<a><b>", false},
      {"two roots", "<a/><b/>", false},
      {"text behind it", "<a/>x", false},
      {"a bare ampersand", "<a>&</a>", false},
      {"a bare quote", "<a b=\"\"\"/>", false},
      {"a control character", "<a>\x1b</a>", false},
      {"one as a reference", "<a>&#27;</a>", false},
      {"bytes that are no UTF-8", "<a>\xFF</a>", false},
      {"a DOCTYPE", "<!DOCTYPE a><a/>", false},
      {"an entity nobody declared", "<a>&x;</a>", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    WellFormed whole;
    whole.Feed(row.xml);
    CHECK(whole.Finish() == row.want);
    WellFormed pieces;
    for (const char c : std::string(row.xml)) pieces.Feed({&c, 1});
    CHECK(pieces.Finish() == row.want);
  }
}
