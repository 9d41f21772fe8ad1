// What the subcommands of `rules` share.
#pragma once

#include <string>

#include "cmd/commands.h"
#include "cmd/load.h"

namespace anjuan {

// `exit`, unless the text could not be written.
ExitCode PrintResult(const std::string& text, ExitCode exit, Console& console);

// rules_mutate.cc
ExitCode RunRulesMutate(const RulesTestCommand& command, Lang lang, Console& console);

}  // namespace anjuan
