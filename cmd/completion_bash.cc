// bash: one function. It finds the command by the words before the cursor, then looks up what may
// follow in three tables: subcommands, options and values.
#include "cmd/completion.h"

namespace anjuan {
namespace {

constexpr std::string_view kFunction = R"bash(_anjuan() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path=anjuan i next
  # bash splits --option=value into three words.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    next=$(_anjuan_commands "$path")
    [[ " $next " == *" ${COMP_WORDS[i]} "* && ${COMP_WORDS[i]} != -* ]] && path+=" ${COMP_WORDS[i]}"
  done
  COMPREPLY=()
  if _anjuan_values "$path" "$prev"; then
    return
  fi
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_anjuan_options "$path")" -- "$cur")
    return
  fi
  next=$(_anjuan_commands "$path")
  if [[ -n $next ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$next" -- "$cur")
    return
  fi
  _anjuan_values "$path" ""
}
complete -o filenames -F _anjuan anjuan
)bash";

void Walk(const CommandRow& command, const std::string& path, std::vector<OptionRow> above,
          std::string& commands, std::string& options, std::string& values) {
  std::vector<std::string> names;
  for (const CommandRow& sub : command.commands) names.push_back(sub.name);
  if (!names.empty()) {
    commands += "    '" + path + "') echo " + ShellQuoted(JoinWords(names)) + " ;;\n";
  }
  above.insert(above.end(), command.options.begin(), command.options.end());
  std::vector<std::string> flags;
  for (const OptionRow& row : above) {
    for (std::string& flag : FlagsOf(row)) flags.push_back(std::move(flag));
  }
  options += "    '" + path + "') echo " + ShellQuoted(JoinWords(flags)) + " ;;\n";

  const auto add = [&](const std::string& flag, const OptionRow& row) {
    const Completions completions = CompletionsOf(row);
    std::string call;
    if (!completions.words.empty()) {
      call += " -W " + ShellQuoted(JoinWords(completions.words));
    }
    if (completions.files) call += " -f";
    values += "    '" + path + ":" + flag + "') ";
    values += call.empty() ? ":" : "mapfile -t COMPREPLY < <(compgen" + call + " -- \"$cur\")";
    values += " ;;\n";
  };
  for (const OptionRow& row : above) {
    if (row.takes == Takes::kNothing) continue;
    for (const std::string& flag : FlagsOf(row)) add(flag, row);
  }
  for (const OptionRow& row : command.arguments) add("", row);
  for (const CommandRow& sub : command.commands) {
    Walk(sub, path + ' ' + sub.name, above, commands, options, values);
  }
}

std::string Lookup(const std::string& name, const std::string& key, const std::string& rows,
                   const std::string& otherwise) {
  return name + "() {\n  case " + key + " in\n" + rows + "    *) " + otherwise +
         " ;;\n  esac\n}\n\n";
}

}  // namespace

std::string BashCompletion(const CommandRow& program) {
  std::string commands;
  std::string options;
  std::string values;
  Walk(program, program.name, {}, commands, options, values);
  return "# bash completion of anjuan\n\n" + Lookup("_anjuan_commands", "$1", commands, ":") +
         Lookup("_anjuan_options", "$1", options, ":") +
         Lookup("_anjuan_values", "\"$1:$2\"", values, "return 1") + std::string(kFunction);
}

}  // namespace anjuan
