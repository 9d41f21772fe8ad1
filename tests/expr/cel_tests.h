// The conformance tests of CEL, one JSON object a line.
//
// Shape:  scalars are kept as written; a map is key, value, key, value … .
// Errors: a line that is no test of this shape ends the reading, with what is wrong and where.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan::expr {

struct CelValue {
  std::string type;  // as the tests call it: null bool int uint double string bytes list map type
  std::string text;  // of a scalar: true, -12, Infinity
  std::vector<CelValue> items;
};

// A name of the test's environment: a variable of a type, or functions by their signatures, each
// as in functions.h: "fn(string, int) -> string".
struct CelName {
  std::string name;
  std::string type;
  std::vector<std::string> signatures;
  std::optional<CelValue> value;
};

struct CelTest {
  std::string file;
  std::string section;
  std::string name;
  std::string expr;
  std::string container;
  std::vector<CelName> names;
  bool check_only = false;  // not run: only its type is wanted
  bool unchecked = false;   // run without a checker
  bool wants_error = false;
  std::optional<CelValue> wanted;
  std::string wanted_type;  // "": any
};

// Nothing and `error` where a line is wrong.
std::optional<std::vector<CelTest>> ReadCelTests(std::string_view lines, std::string& error);

}  // namespace anjuan::expr
