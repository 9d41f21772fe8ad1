// completion: the script for a shell.
#include "cmd/completion.h"

#include "cmd/commands.h"
#include "cmd/load.h"
#include "cmd/rules.h"
#include "report/document_formats.h"
#include "report/formats.h"

namespace anjuan {

Completions CompletionsOf(const OptionRow& row) {
  switch (row.takes) {
    case Takes::kNothing:
    case Takes::kText:
      return {};
    case Takes::kChoice:
      return {row.Choices(), false};
    case Takes::kFile:
    case Takes::kPath:
      return {{}, true};
    case Takes::kPack:
      return {ShippedPacks(), true};
    case Takes::kScheme:
      return {ShippedSchemes(), true};
    case Takes::kReport: {
      Completions formats;
      for (const ReportFormat& format : ReportFormats()) formats.words.emplace_back(format.name);
      return formats;
    }
    case Takes::kDocument: {
      Completions formats;
      for (const DocumentFormat& format : DocumentFormats()) {
        formats.words.emplace_back(format.name);
      }
      return formats;
    }
  }
  return {};
}

std::vector<std::string> FlagsOf(const OptionRow& row) {
  std::vector<std::string> flags;
  if (!row.LongName().empty()) flags.push_back("--" + row.LongName());
  if (!row.ShortName().empty()) flags.push_back("-" + row.ShortName());
  return flags;
}

std::string JoinWords(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string ShellQuoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

ExitCode RunCompletion(const CompletionCommand& command, Lang lang, Console& console) {
  GlobalOptions global;
  const CommandRow program = DefineProgram(global);
  const std::string script = command.shell == "bash"  ? BashCompletion(program)
                             : command.shell == "zsh" ? ZshCompletion(program, lang)
                                                      : FishCompletion(program, lang);
  return PrintResult(script, ExitCode::kClean, console);
}

}  // namespace anjuan
