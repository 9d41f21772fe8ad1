// What puts a conformance test of CEL outside the rule language, and what only looks like it.
#include "expr/cel_outside.h"

#include <doctest/doctest.h>

using namespace anjuan::expr;

TEST_CASE("a test is outside for a thing that its expression holds") {
  struct Row {
    const char* name;
    const char* expr;
    const char* want;
  };
  const Row rows[] = {
      {"nothing", "1 + 2 == 3", ""},
      {"uint", "1u < 2", "uint"},
      {"hexadecimal uint", "0x1FU == 31", "uint"},
      {"a conversion to uint", "uint(1) == 1", "uint"},
      {"a u in a string or comment", "'1u' == \"2u\" // 3u", ""},
      {"a name that ends in u", "x1u == 1", ""},
      {"dyn", "dyn(1) == 1.0", "dyn"},
      {"dyn as a field", "x.dyn == 1", ""},
      {"null", "[null]", "null"},
      {"null as a field", "x.null", ""},
      {"a type", "type(1) == int", "type-value"},
      {"the name of a type", "x == string", "type-value"},
      {"a conversion", "string(1) == '1'", ""},
      {"the name of a type between backticks", "x.`content-type` == 1", ""},
      {"bytes", "b'a' == x", "bytes"},
      {"raw bytes", "Br\"\\\" == x", "bytes"},
      {"a raw string", "r'b\\' == 'b'", ""},
      {"a named zone", "t.getHours('US/Central') == 1", "zone"},
      {"a zone that is known", "t.getHours('Asia/Shanghai') == t.getHours('+08:00')", ""},
      {"a zone as an ordinary string", "t.contains('US/Central')", ""},
      {"format", "'%d'.format([1u])", "left-out"},
      {"quote", "strings.quote('a')", "left-out"},
      {"a map of a map", "{'a': 1}.transformMap(k, v, v)", "left-out"},
      {"a map's key", "{'format': 1}.format == 1", ""},
      {"an escaped quote", "'\\'' + '1u' == \"'\"", ""},
      {"triple quotes", "'''a'1u'b''' == 'x'", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CelTest test;
    test.expr = row.expr;
    CHECK(std::string(ThingOutside(test)) == row.want);
  }
}

TEST_CASE("a test is outside for a thing in its environment or the value it wants") {
  CelTest test;
  test.expr = "x";
  test.names = {{"x", "list(int)", {}, CelValue{"list", "", {{"int", "1", {}}}}}};
  test.wanted = CelValue{"list", "", {{"int", "1", {}}}};
  CHECK(ThingOutside(test).empty());
  test.wanted->items.front().type = "uint";
  CHECK(ThingOutside(test) == "uint");
  test.wanted->items.front().type = "null";
  CHECK(ThingOutside(test) == "null");
  test.wanted = CelValue{"type", "int", {}};
  CHECK(ThingOutside(test) == "type-value");
  test.wanted.reset();
  test.wanted_type = "list(dyn)";
  CHECK(ThingOutside(test).empty());
  test.names.front().type = "list(dyn)";
  CHECK(ThingOutside(test) == "dyn");
  test.names = {{"f", "", {"f('T, uint) -> bool"}, {}}};
  CHECK(ThingOutside(test) == "uint");
  test.names = {{"type", "int", {}, {}}};
  test.expr = "type == 1";
  CHECK(ThingOutside(test).empty());
}

TEST_CASE("a container matters where it shortens a name") {
  CelTest test;
  test.names = {{"a.b", "int", {}, {}}};
  CHECK(!NeedsContainer(test));
  test.container = "x";
  CHECK(!NeedsContainer(test));
  test.container = "a";
  CHECK(NeedsContainer(test));
}
