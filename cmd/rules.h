// What the subcommands of `rules` share.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cmd/commands.h"
#include "cmd/load.h"

namespace anjuan {

struct LoadedRules {
  std::unique_ptr<const Model> model;
  std::unique_ptr<const WorkdayCalendar> calendar;
  std::vector<std::unique_ptr<const CompiledPack>> packs;
};

// Nothing where a pack does not load; the reasons are on standard error.
std::optional<LoadedRules> LoadRules(const PackChoice& choice, Lang lang, Console& console);

// `exit`, unless the text could not be written.
ExitCode PrintResult(const std::string& text, ExitCode exit, Console& console);

TextId WordFor(Severity severity);

// rules_mutate.cc
ExitCode RunRulesMutate(const RulesTestCommand& command, Lang lang, Console& console);

}  // namespace anjuan
