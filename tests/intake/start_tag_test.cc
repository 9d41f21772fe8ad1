#include "intake/start_tag.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace anjuan;

TEST_CASE("the line of an attribute is that of its name") {
  struct Row {
    const char* name;
    const char* tag;
    std::vector<uint32_t> lines;
  };
  const Row rows[] = {
      {"one line", "<a b='1' c=\"2\"", {5, 5}},
      {"one a line", "<a\n b='1'\n c='2'", {6, 7}},
      {"space around =", "<a\nb\n=\n'1'\nc='2'", {6, 9}},
      {"a line end in a value", "<a b='\n\n' c='2'", {5, 7}},
      {"the other quote, = and > in a value", "<a b='\"=>\n' c=\"'/>\n\" d='3'", {5, 6, 7}},
      {"CR and LF", "<a\r\nb='1'\r\nc='2'\r\n", {6, 7}},
      {"declarations are left out", "<a xmlns='u\n' b='1'\nxmlns:p='v' p:c='2'", {6, 7}},
      {"a name that begins like one", "<a xmlnsx='1'\nxmln='2'", {5, 6}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    AttributeLines lines(row.tag, 5);
    for (const uint32_t want : row.lines) CHECK(lines.Next() == want);
  }
}

TEST_CASE("a tag that ends early gives lines without end") {
  for (const char* const tag : {"", "<a", "<a b", "<a b=", "<a b='", "<a b='1", "<a \n\n"}) {
    AttributeLines lines(tag, 1);
    for (int i = 0; i < 3; ++i) CHECK(lines.Next() >= 1);
  }
}
