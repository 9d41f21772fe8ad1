// Options that are set beside the command line: by the environment, a project's file, a user's
// file.
//
// Shape:  anjuan.yaml is strict YAML; a key is the long name of an option, its value a scalar, true
//         or false for a flag, or a list where the option may stand several times. A name that
//         commands give different forms (--output) means that of the first command, audit.
//         ANJUAN_FAIL_ON is --fail-on; several values are set apart by semicolons.
// Order:  environment, project, user. The command line stands above them, defaults below.
// Paths:  relative ones in a file are relative to that file.
// Errors: to the sink; every mistake of every file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_reader.h"
#include "cmd/option_table.h"

namespace anjuan {

struct Configured {
  std::vector<std::string> values;
  std::string variable;  // of the environment; "": from a file
  SourcePtr source;      // the file
  Span span;
};

// Where files are looked for; nothing of it is looked up anew.
struct ConfigurationPlaces {
  std::vector<std::string> projects;  // nearest first; the first that is a file is the one
  std::string user;                   // "": none
};

// Of this process: up from the working directory, to the root or a folder that has .git.
ConfigurationPlaces FindPlaces(const FileReader& disk);

class Configuration {
 public:
  // `environment` gives the value of a variable, or null.
  Configuration(const CommandRow& table, const ConfigurationPlaces& places, const FileReader& disk,
                const char* (*environment)(const char* name), DiagnosticSink& sink);

  // What is set for an option of the table; null: nothing, or the name means another option.
  const Configured* Find(const OptionRow& row) const;
  // The options that can be set, by name.
  const std::map<std::string, const OptionRow*>& options() const { return options_; }

 private:
  void Learn(const CommandRow& command);
  void ReadFile(const std::string& path, const FileReader& disk, DiagnosticSink& sink);
  void ReadEnvironment(const char* (*environment)(const char* name), DiagnosticSink& sink);

  std::map<std::string, const OptionRow*> options_;
  std::map<std::string, Configured> set_;  // by name
};

// FAIL_ON of fail-on, with ANJUAN_ before it.
std::string VariableOf(const std::string& option);

}  // namespace anjuan
