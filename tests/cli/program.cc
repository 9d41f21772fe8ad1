#include "cli/program.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>

#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

// The test's environment without what would change the program's words, and with `added`.
std::vector<std::string> Environment(const std::map<std::string, std::string>& added) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const std::string name = text.substr(0, text.find('='));
    const bool shapes_output = name == "TZ" || name == "PATH" || name == "LANG" ||
                               name.starts_with("LC_") || name == "NO_COLOR" || name == "TERM" ||
                               name.starts_with("ANJUAN_") || name == "XDG_CONFIG_HOME";
    if (!shapes_output && !added.contains(name)) all.push_back(text);
  }
  for (const auto& [name, value] : added) all.push_back(name + '=' + value);
  const std::string program = ANJUAN_PROGRAM;
  if (!added.contains("PATH")) {
    all.push_back("PATH=" + program.substr(0, program.rfind('/')) + ":/usr/bin:/bin");
  }
  // Nobody's own configuration.
  if (!added.contains("XDG_CONFIG_HOME")) all.push_back("XDG_CONFIG_HOME=/nonexistent");
  return all;
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The writing end of a pipe that nobody reads.
int ClosedPipe() {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  close(ends[0]);
  return ends[1];
}

}  // namespace

Ran Anjuan(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
  std::vector<std::string> words = {ANJUAN_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return Run(words, surroundings);
}

Ran Run(const std::vector<std::string>& asked, const Surroundings& surroundings) {
  std::vector<std::string> words = asked;
  const Scratch scratch;
  const std::string out = scratch.Path("out");
  const std::string err = scratch.Path("err");
  std::vector<std::string> environment = Environment(surroundings.environment);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  constexpr int kNewFile = O_WRONLY | O_CREAT | O_TRUNC;
  const int pipe = surroundings.closed_output ? ClosedPipe() : -1;
  if (pipe >= 0) {
    posix_spawn_file_actions_adddup2(&actions, pipe, STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, pipe);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), kNewFile, 0600);
  }
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), kNewFile, 0600);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addchdir_np(&actions, surroundings.folder.c_str());
  pid_t child = 0;
  const int error = posix_spawnp(&child, words[0].c_str(), &actions, nullptr,
                                 Pointers(words).data(), Pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (pipe >= 0) close(pipe);
  REQUIRE(error == 0);

  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  Ran ran;
  if (WIFEXITED(status)) ran.exit = WEXITSTATUS(status);
  if (!surroundings.closed_output) ran.out = ReadFile(out);
  ran.err = ReadFile(err);
  return ran;
}

std::string ReadFile(const std::string& path) {
  const std::ifstream file(path, std::ios::binary);
  CAPTURE(path);
  REQUIRE(file.good());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void WriteFile(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  CAPTURE(path);
  REQUIRE(file.good());
}

}  // namespace anjuan::cli
