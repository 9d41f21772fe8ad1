// Completion scripts and the man page: made from the options, and read by the programs they are
// for.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

// Where the program is not installed there is nothing to ask.
bool Installed(const std::string& program) {
  return std::filesystem::exists("/usr/bin/" + program) ||
         std::filesystem::exists("/bin/" + program);
}

TEST_CASE("bash completes commands, options and values") {
  struct Row {
    std::vector<std::string> words;  // the last is under the cursor
    std::string want;
  };
  const Row rows[] = {
      {{"anjuan", "au"}, "audit"},
      {{"anjuan", "rules", "s"}, "show schema"},
      {{"anjuan", "baseline", ""}, "write"},
      {{"anjuan", "--lang", "en", "rules", "sh"}, "show"},
      {{"anjuan", "audit", "--fail"}, "--fail-on"},
      {{"anjuan", "audit", "--la"}, "--lang"},
      {{"anjuan", "audit", "--fail-on", "m"}, "major minor"},
      {{"anjuan", "audit", "--fail-on", "=", "m"}, "major minor"},
      {{"anjuan", "audit", "--fail-on", "="}, "fatal major minor hint never"},
      {{"anjuan", "audit", "-o", "nd"}, "ndjson"},
      {{"anjuan", "rules", "docs", "-o", ""}, "md html"},
      {{"anjuan", "audit", "--pack", "perm"}, "permit"},
      {{"anjuan", "audit", "--scheme", "ea"}, "earn"},
      {{"anjuan", "audit", "--waivers", "READ"}, "README.md README.zh-CN.md"},
      {{"anjuan", "audit", "samples/gate/READ"}, "samples/gate/README.md"},
      {{"anjuan", "audit", "--as-of", ""}, ""},
      {{"anjuan", "completion", ""}, "bash zsh fish"},
      {{"anjuan", "nothing", "--x"}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    std::vector<std::string> command = {
        "bash", "--norc", "-c",
        "source <(anjuan completion bash); COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
        "_anjuan; sorted=$(printf '%s\\n' \"${COMPREPLY[@]}\"); echo ${sorted}",
        "bash"};
    command.insert(command.end(), row.words.begin(), row.words.end());
    Surroundings there;
    there.environment["LC_ALL"] = "C.UTF-8";
    const Ran ran = Run(command, there);
    CHECK(ran.err == "");
    CHECK(ran.out == row.want + "\n");
  }
}

TEST_CASE("zsh and fish read their scripts") {
  struct Row {
    std::string shell;
    std::string command;
    std::string part;  // of what is printed
  };
  const Row rows[] = {
      {"zsh", "zsh -n =(anjuan completion zsh) && echo ok", "ok"},
      {"zsh",
       "autoload -U compinit; compinit -u -D; eval \"$(anjuan completion zsh)\"; "
       "print $_comps[anjuan]",
       "_anjuan"},
      {"fish", "anjuan completion fish | source; complete -C 'anjuan audit --fail-on m'", "major"},
      {"fish", "anjuan completion fish | source; complete -C 'anjuan rules sh'", "show"},
      {"fish", "anjuan completion fish | source; complete -C 'anjuan au'", "audit"},
  };
  for (const Row& row : rows) {
    if (!Installed(row.shell)) continue;
    CAPTURE(row.command);
    const Scratch scratch;
    Surroundings there;
    there.environment["HOME"] = scratch.folder();
    const Ran ran = Run({row.shell, row.shell == "zsh" ? "-fc" : "-Nc", row.command}, there);
    CHECK(ran.err == "");
    CHECK(ran.out.find(row.part) != std::string::npos);
  }
}

TEST_CASE("the man page has its sections and every option, and its readers find no fault") {
  for (const std::string lang : {"zh", "en"}) {
    CAPTURE(lang);
    const Ran page = Anjuan({"man", "--lang", lang});
    CHECK(page.exit == 0);
    CHECK(page.err == "");
    size_t at = 0;
    for (const std::string section :
         {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "\"EXIT STATUS\"", "ENVIRONMENT", "FILES",
          "EXAMPLES", "\"SEE ALSO\""}) {
      CAPTURE(section);
      const size_t found = page.out.find(".SH " + section + "\n");
      REQUIRE(found != std::string::npos);
      CHECK(found >= at);
      at = found;
    }
    for (const std::string part :
         {"\\-\\-fail\\-on fatal|major|minor|hint|never", "\\-o, \\-\\-output", "baseline write"}) {
      CAPTURE(part);
      CHECK(page.out.find(part) != std::string::npos);
    }
    const bool any_han = std::any_of(page.out.begin(), page.out.end(),
                                     [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
    CHECK(any_han == (lang == "zh"));
    const Scratch scratch;
    WriteFile(scratch.Path("anjuan.1"), page.out);
    if (Installed("groff")) {
      const Ran groff =
          Run({"groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", scratch.Path("anjuan.1")});
      CHECK(groff.exit == 0);
      CHECK(groff.err == "");
    }
    if (Installed("mandoc")) {
      const Ran lint = Run({"mandoc", "-T", "lint", "-W", "warning", scratch.Path("anjuan.1")});
      CHECK(lint.out == "");
    }
  }
}

}  // namespace
}  // namespace anjuan::cli
