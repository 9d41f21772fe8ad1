// config, completion, man: what helps to set the program up.
#include <memory>

#include "base/texts/gate.h"
#include "cmd/option_values.h"

namespace anjuan {

void DefineSetup(CommandRow& root) {
  root.Add("config", gate_text::kHelpConfig, [] { return ConfigCommand{}; });
  const auto completion = std::make_shared<CompletionCommand>();
  CommandRow& row = root.Add("completion", gate_text::kHelpCompletion, [completion] {
    if (completion->shell.empty()) throw UsageError{gate_text::kWantsShell, {}, {}};
    OneOf("completion", completion->shell, {"bash", "zsh", "fish"});
    return *completion;
  });
  row.Argument("SHELL", completion->shell, gate_text::kHelpShell, Takes::kChoice);
  row.arguments.back().choices = {"bash", "zsh", "fish"};
  root.Add("man", gate_text::kHelpMan, [] { return ManCommand{}; });
}

}  // namespace anjuan
