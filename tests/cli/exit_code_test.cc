// How the program ends, and what it says where it could not run.
#include <doctest/doctest.h>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

constexpr const char* kClean = "samples/01-合格案卷.xml";
constexpr const char* kNoNotice = "samples/02-未告知.xml";
constexpr const char* kCutOff = "samples/16-截断.xml";

TEST_CASE("exit code: 0 clean, 1 findings, 2 could not run, 3 something unaudited") {
  struct Row {
    std::string name;
    std::vector<std::string> arguments;
    int exit;
  };
  const Row rows[] = {
      {"a clean file", {"audit", kClean}, 0},
      {"findings below --fail-on", {"audit", "--fail-on", "never", kNoNotice}, 0},
      {"a finding at --fail-on", {"audit", kNoNotice}, 1},
      {"one bad file among good ones", {"audit", kClean, kNoNotice}, 1},
      {"a file cut off", {"audit", kCutOff}, 3},
      {"no such file", {"audit", "samples/no-such-file.xml"}, 3},
      {"3 goes before 1", {"audit", kNoNotice, kCutOff}, 3},
      {"--fail-on never does not hide an unaudited file",
       {"audit", "--fail-on", "never", kCutOff},
       3},
      {"2 goes before 3", {"audit", "--pack", "no-such-pack", kCutOff}, 2},
      {"no pack of that name", {"audit", "--pack", "no-such-pack", kClean}, 2},
      {"nothing to audit", {"audit"}, 2},
      {"-- before a file", {"audit", "--", kClean}, 0},
      {"-- before a name like an option", {"audit", "--", "--no-such-file.xml"}, 3},
      {"no subcommand", {}, 2},
      {"an unknown subcommand", {"adit"}, 2},
      {"an unknown format", {"audit", "-o", "pdf", kClean}, 2},
      {"a date that is none", {"audit", "--as-of", "2024-02-30", kClean}, 2},
      {"no threads", {"audit", "--jobs", "0", kClean}, 2},
      {"a report that cannot be written",
       {"audit", "-o", "json=/no/such/folder/r.json", kClean},
       2},
      {"a workbook for standard output", {"audit", "-o", "xlsx", kClean}, 2},
      {"two reports for one standard output", {"audit", "-o", "json", "-o", "ndjson", kClean}, 2},
      {"inspect: findings are not its matter", {"inspect", kNoNotice}, 0},
      {"inspect: a value that does not parse", {"inspect", "tests/golden/inspect-running.xml"}, 0},
      {"inspect: a file cut off", {"inspect", kCutOff}, 3},
      {"inspect: a file cut off, in JSON", {"inspect", "-o", "json", kCutOff}, 3},
      {"inspect: one bad file among good ones", {"inspect", kClean, kCutOff, kNoNotice}, 3},
      {"inspect: no such file", {"inspect", "samples/no-such-file.xml"}, 3},
      {"inspect: a folder", {"inspect", "samples"}, 3},
      {"inspect: no file", {"inspect"}, 2},
      {"inspect: no such pack", {"inspect", "--pack", "no-such-pack", kClean}, 2},
      {"inspect: 2 goes before 3", {"inspect", "--pack", "no-such-pack", kCutOff}, 2},
      {"inspect: a format of audit alone", {"inspect", "-o", "ndjson", kClean}, 2},
      {"inspect: a date that is none", {"inspect", "--as-of", "2024-02-30", kClean}, 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Ran ran = Anjuan(row.arguments);
    CAPTURE(ran.err);
    CHECK(ran.exit == row.exit);
    CHECK(ran.err.empty() == (row.exit != 2));
    if (row.exit == 2) CHECK(ran.out.empty());
  }
}

TEST_CASE("a mistake on the command line is told with what was wanted") {
  struct Row {
    std::string name;
    std::vector<std::string> arguments;
    const char* err;
  };
  const Row rows[] = {
      {"an unknown option, and what it is near",
       {"audit", "--jbos", "2", kClean, "--lang", "en"},
       "anjuan: error: unknown option '--jbos'\n"
       "help: did you mean '--jobs'?\n"
       "run anjuan --help for usage\n"},
      {"the same in Chinese",
       {"audit", "--jbos", "2", kClean},
       "anjuan: 错误: 未知选项 '--jbos'\n"
       "提示: 是否想写 '--jobs'?\n"
       "用 anjuan --help 查看用法\n"},
      {"an option that is near nothing",
       {"audit", "--xyzzy", kClean, "--lang=en"},
       "anjuan: error: unknown option '--xyzzy'\n"
       "run anjuan --help for usage\n"},
      {"an unknown subcommand",
       {"audti", kClean, "--lang=en"},
       "anjuan: error: unknown subcommand or stray argument 'audti'\n"
       "help: did you mean 'audit'?\n"
       "run anjuan --help for usage\n"},
      {"a value outside its list",
       {"audit", "--fail-on", "majro", kClean, "--lang=en"},
       "anjuan: error: option --fail-on: found 'majro', want one of: fatal major minor hint never\n"
       "help: did you mean 'major'?\n"
       "run anjuan --help for usage\n"},
      {"a count that is none",
       {"audit", "--jobs", "two", kClean, "--lang=en"},
       "anjuan: error: option --jobs: found 'two', want a whole number from 1 to 1024\n"
       "run anjuan --help for usage\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Ran ran = Anjuan(row.arguments);
    CHECK(ran.exit == 2);
    CHECK(ran.out == "");
    CHECK(ran.err == row.err);
  }
}

TEST_CASE("--help and --version print on standard output and end well") {
  const Ran help = Anjuan({"--help"});
  CHECK(help.exit == 0);
  CHECK(help.err == "");
  for (const std::string word : {"audit", "rules", "model", "--lang", "--version", "用法"}) {
    CAPTURE(word);
    CHECK(help.out.find(word) != std::string::npos);
  }
  const Ran english = Anjuan({"audit", "--help", "--lang", "en"});
  CHECK(english.exit == 0);
  for (const std::string word : {"Usage", "--fail-on", "--as-of", "--jobs", "FORMAT[=FILE]"}) {
    CAPTURE(word);
    CHECK(english.out.find(word) != std::string::npos);
  }
  const Ran version = Anjuan({"--version"});
  CHECK(version.exit == 0);
  CHECK(version.out == "anjuan " ANJUAN_VERSION "\n");
  CHECK(version.err == "");
}

}  // namespace
}  // namespace anjuan::cli
