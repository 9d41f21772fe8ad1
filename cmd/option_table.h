// The command line as a table: every subcommand, its options, and where each value goes. Parsing,
// help, configuration, shell completion and the man page are all made from it.
//
// Shape: a tree of commands; a command that is run has `build`, one that only holds others has not.
// Owns:  where the values go belongs to `build` of the command (a shared struct of raw texts); of
//        the root, to the caller.
// New:   a subcommand defines its rows in a file of its own (options_<name>.cc, one Define
//        function), and DefineProgram calls it.
#pragma once

#include <functional>
#include <list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cmd/options.h"

namespace anjuan {

// What the value of an option is: how a shell completes it, and whether it holds a path.
enum class Takes {
  kNothing,  // a flag
  kText,
  kChoice,  // one of those its shape lists: "zh|en"
  kFile,
  kPath,      // a file or a folder
  kPack,      // a shipped pack, or a folder
  kScheme,    // a shipped scheme, or a file
  kReport,    // FORMAT[=FILE], of reports of cases
  kDocument,  // FORMAT[=FILE], of documents
};

struct OptionRow {
  std::string names;  // "-o,--output"; of an argument: "PATH"
  TextId help{};
  std::string shape;  // what stands for the value in help: "FORMAT[=FILE]"; of a flag: ""
  Takes takes = Takes::kText;
  // One value, several of them, or a flag; nothing: the parser itself acts on it (--help).
  std::variant<std::monostate, bool*, std::string*, std::vector<std::string>*> to;

  std::string LongName() const;   // "output"; "" where there is none
  std::string ShortName() const;  // "o"; likewise
  bool many() const { return std::holds_alternative<std::vector<std::string>*>(to); }
  std::vector<std::string> choices;          // of kChoice, where the shape does not list them
  std::vector<std::string> Choices() const;  // of kChoice
};

struct CommandRow {
  std::string name;
  TextId help{};
  std::vector<OptionRow> options;
  std::vector<OptionRow> arguments;  // at most one takes many
  std::list<CommandRow> commands;
  std::function<Command()> build;  // throws a UsageError

  CommandRow& Add(std::string command, TextId about, std::function<Command()> make = nullptr);
  void Flag(std::string flags, bool& where, TextId about);
  void Value(std::string flags, std::string& where, TextId about, std::string form,
             Takes what = Takes::kText);
  void Values(std::string flags, std::vector<std::string>& where, TextId about, std::string form,
              Takes what = Takes::kText);
  void Argument(std::string called, std::string& where, TextId about, Takes what = Takes::kText);
  void Arguments(std::string called, std::vector<std::string>& where, TextId about,
                 Takes what = Takes::kText);
};

// Options of the program as a whole, before or after the subcommand.
struct GlobalOptions {
  std::string lang = "zh";
  bool no_config = false;
};

// `global` must outlive the table.
CommandRow DefineProgram(GlobalOptions& global);

// options_<name>.cc
void DefineAudit(CommandRow& root);
void DefineBaseline(CommandRow& root);
void DefineInspect(CommandRow& root);
void DefineSurvey(CommandRow& root);  // summary, circular, recheck
void DefineRules(CommandRow& root);
void DefineModel(CommandRow& root);
void DefineSetup(CommandRow& root);

}  // namespace anjuan
