// Reports never replace what the run reads, nor each other, nor what a shell has opened.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kClean = ANJUAN_SOURCES "/samples/01-合格案卷.xml";

TEST_CASE("a report that would replace a file of the run, or another report, is refused") {
  const Scratch scratch;
  scratch.AddFolder("in");
  fs::copy_file(kClean, scratch.Path("in/case.xml"));
  fs::create_symlink("in/case.xml", scratch.Path("link.xml"));
  WriteFile(scratch.Path("w.yaml"), "waivers: []\n");
  const std::string before = ReadFile(scratch.Path("in/case.xml"));
  struct Row {
    std::string name;
    std::vector<std::string> arguments;
    std::string report;
  };
  const Row rows[] = {
      {"the case file", {"audit", "in/case.xml", "-o", "json=in/case.xml"}, "in/case.xml"},
      {"in another spelling",
       {"audit", "in/case.xml", "-o", "json=in/../in/case.xml"},
       "in/../in/case.xml"},
      {"through a link", {"audit", "in/case.xml", "-o", "json=link.xml"}, "link.xml"},
      {"the waivers", {"audit", "in", "--waivers", "w.yaml", "-o", "json=w.yaml"}, "w.yaml"},
      {"another report", {"audit", "in", "-o", "json=r", "-o", "sarif=./r"}, "./r"},
      {"of a baseline", {"baseline", "write", "in/case.xml", "-o", "in/case.xml"}, "in/case.xml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<std::string> arguments = row.arguments;
    arguments.insert(arguments.end(), {"--lang", "en"});
    Surroundings there;
    there.folder = scratch.folder();
    const Ran ran = Anjuan(arguments, there);
    CHECK(ran.exit == 2);
    CHECK(ran.err == "anjuan: error: the report " + row.report +
                         " would replace a file that this run reads, or another report\n");
    CHECK((ReadFile(scratch.Path("in/case.xml")) == before));
    CHECK_FALSE(fs::exists(scratch.Path("r")));
  }
}

TEST_CASE("a report in the folder that is audited is no input of the next run") {
  const Scratch scratch;
  fs::copy_file(kClean, scratch.Path("case.xml"));
  Surroundings there;
  there.folder = scratch.folder();
  const std::vector<std::string> arguments = {"audit",           ".",      "-o",
                                              "junit=junit.xml", "--lang", "en"};
  const Ran first = Anjuan(arguments, there);
  CHECK(first.exit == 0);
  const Ran second = Anjuan(arguments, there);
  CHECK(second.exit == 0);
  CHECK((second.out == first.out));
}

TEST_CASE("an empty value is refused, not taken for none") {
  struct Row {
    std::vector<std::string> arguments;
    std::string option;
  };
  const Row rows[] = {
      {{"--min-score", ""}, "--min-score"},
      {{"--max-indeterminate", ""}, "--max-indeterminate"},
      {{"-o", "json="}, "-o json="},
  };
  for (const Row& row : rows) {
    CAPTURE(row.option);
    std::vector<std::string> arguments = {"audit", "--lang", "en", kClean};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = Anjuan(arguments);
    CHECK(ran.exit == 2);
    CHECK(ran.err == "anjuan: error: option " + row.option +
                         " has an empty value\nrun anjuan --help for usage\n");
  }
}

TEST_CASE("a link stays a link, whether its end is there or not; a shell's file is added to") {
  const Scratch scratch;
  fs::create_symlink("there.json", scratch.Path("link.json"));
  Surroundings there;
  there.folder = scratch.folder();
  CHECK(Anjuan({"audit", kClean, "-o", "json=link.json"}, there).exit == 0);
  CHECK(fs::is_symlink(scratch.Path("link.json")));
  CHECK(ReadFile(scratch.Path("there.json")).starts_with("{\"run\":"));

  WriteFile(scratch.Path("log"), "old\n");
  const std::string command = std::string(ANJUAN_PROGRAM) + " audit '" + kClean +
                              "' -o ndjson=/dev/stdout --quiet >> '" + scratch.Path("log") + "'";
  CHECK(std::system(command.c_str()) == 0);
  const std::string log = ReadFile(scratch.Path("log"));
  CHECK(log.starts_with("old\n"));
  CHECK(log.find("{\"type\":\"run\"") != std::string::npos);
  CHECK(log.find("{\"type\":\"summary\"") != std::string::npos);
}

}  // namespace
}  // namespace anjuan::cli
