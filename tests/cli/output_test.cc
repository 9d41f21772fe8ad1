// Where reports go.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

constexpr const char* kNoNotice = "samples/02-未告知.xml";

TEST_CASE("a report to a file leaves the text report on standard output") {
  const Scratch scratch;
  const std::string file = scratch.Path("报告.json");
  const std::vector<std::string> common = {"audit", "--as-of", "2024-12-31", kNoNotice};
  const auto with = [&common](std::vector<std::string> more) {
    more.insert(more.begin(), common.begin(), common.end());
    return Anjuan(more);
  };
  const Ran plain = with({});
  const Ran both = with({"-o", "json=" + file});
  CHECK(both.exit == 1);
  CHECK(both.out == plain.out);
  CHECK(ReadFile(file) == with({"-o", "json"}).out);
  size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(scratch.folder())) {
    ++files;
  }
  CHECK(files == 1);  // no temporary name is left behind
}

TEST_CASE("a report that cannot be made leaves the old file as it was") {
  const Scratch scratch;
  const std::string file = scratch.Path("report.json");
  WriteFile(file, "old");
  const Ran ran = Anjuan({"audit", "--pack", "no-such-pack", "-o", "json=" + file, kNoNotice});
  CHECK(ran.exit == 2);
  CHECK(ReadFile(file) == "old");
}

TEST_CASE("a closed pipe is not an error") {
  Surroundings surroundings;
  surroundings.closed_output = true;
  const Ran ran = Anjuan({"audit", "-o", "ndjson", "samples/"}, surroundings);
  CHECK(ran.err == "");
  CHECK(ran.exit != 2);
  CHECK(ran.exit >= 0);
}

TEST_CASE("colour only where it is asked for, and the words stay the same") {
  const std::vector<std::string> common = {"audit", "--as-of", "2024-12-31", kNoNotice, "--color"};
  const auto with = [&common](const std::string& choice) {
    std::vector<std::string> arguments = common;
    arguments.push_back(choice);
    return Anjuan(arguments).out;
  };
  const std::string never = with("never");
  CHECK(with("auto") == never);  // standard output is no terminal here
  std::string always = with("always");
  CHECK(always != never);
  for (size_t at = always.find('\x1b'); at != std::string::npos; at = always.find('\x1b')) {
    always.erase(at, always.find('m', at) - at + 1);
  }
  CHECK(always == never);
}

}  // namespace
}  // namespace anjuan::cli
