// Where the value of an option comes from: command line, environment, project, user, default.
#include <doctest/doctest.h>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

// The line of an option in what `anjuan config` prints, spaces put together.
std::string LineOf(const std::string& option, const std::string& out) {
  size_t at = out.starts_with(option + ' ') ? 0 : out.find('\n' + option + ' ');
  REQUIRE(at != std::string::npos);
  if (at > 0) ++at;
  std::string line;
  for (const char c : out.substr(at, out.find('\n', at) - at)) {
    if (c != ' ' || !line.ends_with(' ')) line += c;
  }
  return line;
}

// A project with a folder inside, a user, and what each says; "": no file.
struct Places {
  Places(const std::string& project, const std::string& inside, const std::string& user) {
    there.folder = scratch.AddFolder("project/inside");
    scratch.AddFolder("user/anjuan");
    scratch.AddFolder("project/.git");
    there.environment["XDG_CONFIG_HOME"] = scratch.Path("user");
    if (!project.empty()) WriteFile(scratch.Path("project/anjuan.yaml"), project);
    if (!inside.empty()) WriteFile(scratch.Path("project/inside/anjuan.yaml"), inside);
    if (!user.empty()) WriteFile(scratch.Path("user/anjuan/anjuan.yaml"), user);
    WriteFile(scratch.Path("anjuan.yaml"), "jobs: 99\n");  // beyond .git
  }
  Scratch scratch;
  Surroundings there;
};

TEST_CASE("each value and its origin: the nearest says") {
  struct Row {
    const char* name;
    std::string project;
    std::string inside;
    std::string user;
    std::map<std::string, std::string> environment;
    std::string line;  // USER: the folder of the user's file
  };
  const Row rows[] = {
      {"nothing", "", "", "", {}, "fail-on major default"},
      {"the user", "", "", "fail-on: hint\n", {}, "fail-on hint USER/anjuan.yaml:1"},
      {"the project before the user",
       "\nfail-on: minor\n",
       "",
       "fail-on: hint\n",
       {},
       "fail-on minor ../anjuan.yaml:2"},
      {"the nearest file alone", "fail-on: minor\n", "jobs: 3\n", "", {}, "fail-on major default"},
      {"the environment before files",
       "fail-on: minor\n",
       "",
       "fail-on: hint\n",
       {{"ANJUAN_FAIL_ON", "never"}},
       "fail-on never environment variable ANJUAN_FAIL_ON"},
      {"an empty variable is none",
       "fail-on: minor\n",
       "",
       "",
       {{"ANJUAN_FAIL_ON", ""}},
       "fail-on minor ../anjuan.yaml:1"},
      {"nothing beyond the marker", "", "", "", {}, "jobs (none) default"},
      {"several in a variable",
       "pack: permit\n",
       "",
       "",
       {{"ANJUAN_PACK", "penalty;archive"}},
       "pack penalty; archive environment variable ANJUAN_PACK"},
      {"a list",
       "pack: [penalty, archive]\n",
       "",
       "",
       {},
       "pack penalty; archive ../anjuan.yaml:1"},
      {"a path is the file's",
       "waivers: w.yaml\n",
       "",
       "",
       {},
       "waivers ../w.yaml ../anjuan.yaml:1"},
      {"a path from the root stays",
       "waivers: /w.yaml\n",
       "",
       "",
       {},
       "waivers /w.yaml ../anjuan.yaml:1"},
      {"the file of a report",
       "output: json=r.json\n",
       "",
       "",
       {},
       "output json=../r.json ../anjuan.yaml:1"},
      {"a format alone", "output: json\n", "", "", {}, "output json ../anjuan.yaml:1"},
      {"a pack by name and by folder",
       "pack: [permit, ./own]\n",
       "",
       "",
       {},
       "pack permit; .././own ../anjuan.yaml:1"},
      {"a flag", "no-progress: true\n", "", "", {}, "no-progress true ../anjuan.yaml:1"},
      {"no files",
       "fail-on: minor\n",
       "",
       "fail-on: hint\n",
       {{"ANJUAN_NO_CONFIG", "true"}},
       "fail-on major default"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Places places(row.project, row.inside, row.user);
    for (const auto& [name, value] : row.environment) places.there.environment[name] = value;
    const Ran ran = Anjuan({"config", "--lang", "en"}, places.there);
    CHECK(ran.exit == 0);
    CHECK(ran.err == "");
    std::string want = row.line;
    if (const size_t user = want.find("USER"); user != std::string::npos) {
      want.replace(user, 4, places.scratch.Path("user/anjuan"));
    }
    CHECK(LineOf(want.substr(0, want.find(' ')), ran.out) == want);
  }
}

TEST_CASE("a mistake in a configuration is told where it stands, and ends with 2") {
  struct Row {
    const char* name;
    std::string file;
    const char* err;
  };
  const Row rows[] = {
      {"an option that is none", "fail-onn: minor\n",
       "anjuan.yaml:1:1: error: there is no option 'fail-onn' [unknown-setting]\n"
       " 1 | fail-onn: minor\n   | ^~~~~~~~\nhelp: did you mean 'fail-on'?\n"},
      {"a value that is none", "fail-on: majr\n",
       "anjuan.yaml:1:1: error: option --fail-on: found 'majr', want one of: fatal major minor "
       "hint never [option-value]\n"
       " 1 | fail-on: majr\n   | ^~~~~~~\nhelp: did you mean 'major'?\n"},
      {"a list where one is wanted", "jobs: [1, 2]\n",
       "anjuan.yaml:1:7: error: 'jobs' must be a single value [setting-wants-value]\n"
       " 1 | jobs: [1, 2]\n   |       ^~~~~~\n"},
      {"a map where values are wanted", "pack: {a: b}\n",
       "anjuan.yaml:1:7: error: 'pack' must be a value or a list of values "
       "[setting-wants-values]\n"
       " 1 | pack: {a: b}\n   |       ^~~~~~\n"},
      {"a flag that is neither", "score: 1\n",
       "anjuan.yaml:1:8: error: 'score' must be true or false [setting-wants-flag]\n"
       " 1 | score: 1\n   |        ^\n"},
      {"no value", "pack:\n",
       "anjuan.yaml:1:1: error: 'pack' must be a value or a list of values "
       "[setting-wants-values]\n"
       " 1 | pack:\n   | ^~~~\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Places places("", row.file, "");
    const Ran ran =
        Anjuan({"audit", "--lang", "en", ANJUAN_SOURCES "/samples/01-合格案卷.xml"}, places.there);
    CHECK(ran.exit == 2);
    CHECK(ran.out == "");
    CHECK(ran.err == row.err);
    CHECK(Anjuan({"--help"}, places.there).exit == 0);
    CHECK(Anjuan({"audit", "--no-config", ANJUAN_SOURCES "/samples/01-合格案卷.xml"}, places.there)
              .exit == 0);
  }
}

TEST_CASE("a mistake in a variable names the variable") {
  Surroundings there;
  there.environment["ANJUAN_JOBS"] = "two";
  there.environment["ANJUAN_LANG"] = "en";
  CHECK(Anjuan({"audit", "samples"}, there).err ==
        "anjuan: error: option --jobs: found 'two', want a whole number from 1 to 1024 "
        "(environment variable ANJUAN_JOBS)\nrun anjuan --help for usage\n");
  there.environment["ANJUAN_SCORE"] = "yes";
  CHECK(Anjuan({"audit", "samples"}, there).err ==
        "anjuan: error: 'ANJUAN_SCORE' must be true or false [setting-wants-flag]\n");
}

TEST_CASE("the command line is above what is configured") {
  const Places places("", "fail-on: never\noutput: json\n", "");
  const std::string late = ANJUAN_SOURCES "/samples/03-超期办案.xml";
  CHECK(Anjuan({"audit", late}, places.there).exit == 0);
  CHECK(Anjuan({"audit", late}, places.there).out.starts_with("{\"run\""));
  CHECK(Anjuan({"audit", "--fail-on", "major", late}, places.there).exit == 1);
  // -o of inspect takes other values: it is another option.
  CHECK(Anjuan({"inspect", late}, places.there).out.starts_with(late));
}

}  // namespace
}  // namespace anjuan::cli
