// fish: a line an option, each with the condition under which it applies.
#include "cmd/completion.h"

namespace anjuan {
namespace {

// fish has '' for text, with \' and \\ inside.
std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// True at a word of this command and of none below it.
std::string Condition(const std::vector<std::string>& path, const CommandRow& command) {
  std::string out;
  for (const std::string& name : path) {
    out += (out.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + name);
  }
  if (command.commands.empty()) return out;
  std::vector<std::string> subs;
  for (const CommandRow& sub : command.commands) subs.push_back(sub.name);
  out += (out.empty() ? "" : "; and ") + ("not __fish_seen_subcommand_from " + JoinWords(subs));
  return out;
}

void Add(const std::string& condition, const std::string& rest, std::string& out) {
  out += "complete -c anjuan";
  if (!condition.empty()) out += " -n " + Quoted(condition);
  out += rest + '\n';
}

std::string ValueOf(const OptionRow& row) {
  const Completions completions = CompletionsOf(row);
  std::string out = completions.files ? " -r -F" : " -x";
  if (!completions.words.empty()) out += " -a " + Quoted(JoinWords(completions.words));
  return out;
}

void Walk(const CommandRow& command, const std::vector<std::string>& path, Lang lang,
          std::string& out) {
  // Options of the program stand anywhere, those of a command behind it.
  const std::string condition = Condition(path, command);
  for (const OptionRow& row : command.options) {
    std::string rest;
    if (!row.ShortName().empty()) rest += " -s " + row.ShortName();
    if (!row.LongName().empty()) rest += " -l " + row.LongName();
    if (row.takes != Takes::kNothing) rest += ValueOf(row);
    Add(path.empty() ? "" : condition, rest + " -d " + Quoted(Say(lang, row.help)), out);
  }
  for (const OptionRow& row : command.arguments) {
    const Completions completions = CompletionsOf(row);
    std::string rest = completions.files ? " -F" : " -f";
    if (!completions.words.empty()) rest += " -a " + Quoted(JoinWords(completions.words));
    Add(condition, rest, out);
  }
  for (const CommandRow& sub : command.commands) {
    Add(condition, " -f -a " + sub.name + " -d " + Quoted(Say(lang, sub.help)), out);
  }
  for (const CommandRow& sub : command.commands) {
    std::vector<std::string> below = path;
    below.push_back(sub.name);
    Walk(sub, below, lang, out);
  }
}

}  // namespace

std::string FishCompletion(const CommandRow& program, Lang lang) {
  std::string out = "# fish completion of anjuan\n";
  Walk(program, {}, lang, out);
  return out;
}

}  // namespace anjuan
