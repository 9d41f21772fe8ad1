// zsh: a function a command, each one call of _arguments.
#include "cmd/completion.h"

namespace anjuan {
namespace {

// Of a description inside [...]: brackets and colons have a meaning there.
std::string Described(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string ActionOf(const OptionRow& row) {
  const Completions completions = CompletionsOf(row);
  if (completions.words.empty()) return completions.files ? "_files" : " ";
  std::string words = '(' + JoinWords(completions.words) + ')';
  if (!completions.files) return words;
  return "{_alternative \"names:names:" + words + "\" \"files:files:_files\"}";
}

std::string Trimmed(const OptionRow& row) {
  return row.LongName().empty() ? "value" : row.LongName();
}

std::string SpecsOf(const OptionRow& row, Lang lang) {
  const std::vector<std::string> flags = FlagsOf(row);
  std::string out;
  for (const std::string& flag : flags) {
    std::string spec = row.many() ? "*" : '(' + JoinWords(flags) + ')';
    spec += flag;
    if (row.takes != Takes::kNothing && flag.starts_with("--")) spec += '=';
    spec += '[' + Described(Say(lang, row.help)) + ']';
    if (row.takes != Takes::kNothing) spec += ':' + Trimmed(row) + ':' + ActionOf(row);
    out += " \\\n    " + ShellQuoted(spec);
  }
  return out;
}

void Walk(const CommandRow& command, const std::string& function, std::vector<OptionRow> above,
          Lang lang, std::string& out) {
  above.insert(above.end(), command.options.begin(), command.options.end());
  std::string specs;
  for (const OptionRow& row : above) specs += SpecsOf(row, lang);
  for (const OptionRow& row : command.arguments) {
    const std::string name = Described(row.names);
    specs += " \\\n    " + ShellQuoted((row.many() ? "*:" : ":") + name + ':' + ActionOf(row));
  }
  out += function + "() {\n";
  if (command.commands.empty()) {
    out += "  _arguments -s" + specs + "\n}\n\n";
    return;
  }
  out += "  local curcontext=$curcontext state line\n  local -a commands=(";
  for (const CommandRow& sub : command.commands) {
    out += "\n    " + ShellQuoted(sub.name + ':' + Described(Say(lang, sub.help)));
  }
  out += ")\n  _arguments -s -C" + specs +
         " \\\n    '1:command:->command' \\\n    '*::argument:->argument'\n"
         "  case $state in\n    command) _describe command commands ;;\n"
         "    argument)\n      case $line[1] in\n";
  for (const CommandRow& sub : command.commands) {
    out += "        " + sub.name + ") " + function + '_' + sub.name + " ;;\n";
  }
  out += "      esac ;;\n  esac\n}\n\n";
  for (const CommandRow& sub : command.commands) {
    Walk(sub, function + '_' + sub.name, above, lang, out);
  }
}

}  // namespace

std::string ZshCompletion(const CommandRow& program, Lang lang) {
  std::string out = "#compdef anjuan\n# zsh completion of anjuan\n\n";
  Walk(program, "_anjuan", {}, lang, out);
  // Autoloaded from fpath the file is the function itself; sourced, it registers it.
  out +=
      "if [[ $funcstack[1] == _anjuan ]]; then\n  _anjuan \"$@\"\nelse\n"
      "  compdef _anjuan anjuan\nfi\n";
  return out;
}

}  // namespace anjuan
