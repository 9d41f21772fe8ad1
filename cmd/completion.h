// Completion scripts of shells, made from the table of options.
#pragma once

#include <string>
#include <vector>

#include "cmd/option_table.h"

namespace anjuan {

// What the value of an option or argument may be.
struct Completions {
  std::vector<std::string> words;
  bool files = false;  // and any path
};
Completions CompletionsOf(const OptionRow& row);

// "--output" and "-o", as many as there are.
std::vector<std::string> FlagsOf(const OptionRow& row);

std::string BashCompletion(const CommandRow& program);
std::string ZshCompletion(const CommandRow& program, Lang lang);
std::string FishCompletion(const CommandRow& program, Lang lang);

std::string JoinWords(const std::vector<std::string>& words);

// In single quotes, as all three shells read them.
std::string ShellQuoted(std::string_view text);

}  // namespace anjuan
