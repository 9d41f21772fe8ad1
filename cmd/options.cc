#include "cmd/options.h"

#include <CLI/CLI.hpp>
#include <map>

#include "base/suggest.h"
#include "cmd/option_values.h"

namespace anjuan {
namespace {

// --lang decides the language of everything, the help included, so it is looked for first.
Lang FindLang(int argc, const char* const* argv) {
  Lang lang = Lang::kChinese;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--lang=en" || (arg == "--lang" && i + 1 < argc && argv[i + 1] == std::string("en")))
      lang = Lang::kEnglish;
  }
  return lang;
}

// The table of options, for CLI11 to parse.
class CommandLine {
 public:
  explicit CommandLine(Lang lang)
      : lang_(lang), table_(DefineProgram(global_)), app_(Words(table_.help), table_.name) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", Words(TextId::kHelpUsage));
    formatter->label("Positionals", Words(TextId::kHelpPositionals));
    formatter->label("Options", Words(TextId::kHelpOptions));
    formatter->label("Subcommands", Words(TextId::kHelpSubcommands));
    formatter->label("OPTIONS", Words(TextId::kHelpOptionsWord));
    formatter->label("SUBCOMMAND", Words(TextId::kHelpSubcommandWord));
    for (const char* const type : {"TEXT", "UINT", "INT"}) formatter->label(type, " ");
    formatter->column_width(28);
    app_.formatter(formatter);
    app_.set_help_flag("-h,--help", Words(TextId::kHelpHelp));
    app_.set_version_flag("--version", "anjuan " + std::string(Version()),
                          Words(TextId::kHelpVersion));
    app_.fallthrough();
    Fill(app_, table_);
  }

  ParsedOptions Parse(int argc, const char* const* argv) {
    ParsedOptions parsed;
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      parsed.out = Deepest().help();
      return parsed;
    } catch (const CLI::CallForVersion&) {
      parsed.out = app_.version() + "\n";
      return parsed;
    } catch (const CLI::ParseError& error) {
      // Values are read as text and checked by us, so what is left is a missing argument.
      const std::string what = error.what();
      return Wrong({TextId::kOptionWantsValue, {what.substr(0, what.find(':'))}, {}});
    }
    try {
      CheckNames();
      const CommandRow& command = *rows_.at(&Deepest());
      if (command.build == nullptr) throw UsageError{TextId::kWantsSubcommand, {}, {}};
      Options options;
      options.lang =
          OneOf("--lang", global_.lang, {"zh", "en"}) == "en" ? Lang::kEnglish : Lang::kChinese;
      options.command = command.build();
      parsed.options = std::move(options);
    } catch (const UsageError& error) {
      return Wrong(error);
    }
    return parsed;
  }

 private:
  std::string Words(TextId id) const { return Say(lang_, id); }

  void Fill(CLI::App& app, const CommandRow& command) {
    rows_[&app] = &command;
    app.allow_extras();
    for (const OptionRow& row : command.arguments) AddRow(app, row);
    for (const OptionRow& row : command.options) AddRow(app, row);
    for (const CommandRow& sub : command.commands) {
      Fill(*app.add_subcommand(sub.name, Words(sub.help)), sub);
    }
  }

  void AddRow(CLI::App& app, const OptionRow& row) {
    if (auto* const* flag = std::get_if<bool*>(&row.to)) {
      app.add_flag(row.names, **flag, Words(row.help));
    } else if (auto* const* text = std::get_if<std::string*>(&row.to)) {
      app.add_option(row.names, **text, Words(row.help))->option_text(row.shape);
    } else if (auto* const* texts = std::get_if<std::vector<std::string>*>(&row.to)) {
      CLI::Option* const option = app.add_option(row.names, **texts, Words(row.help));
      option->option_text(row.shape);
      if (row.names.starts_with('-')) option->allow_extra_args(false);
    }
  }

  const CLI::App& Deepest() const {
    const CLI::App* deepest = &app_;
    while (!deepest->get_subcommands().empty()) deepest = deepest->get_subcommands().front();
    return *deepest;
  }

  ParsedOptions Wrong(const UsageError& error) const {
    ParsedOptions parsed;
    parsed.exit = ExitCode::kCouldNotRun;
    parsed.err =
        "anjuan: " + Words(TextId::kError) + ": " + Say(lang_, error.id, error.args) + "\n";
    if (!error.hints.empty()) {
      parsed.err += Words(TextId::kHelp) + ": " +
                    Say(lang_, TextId::kDidYouMean, {JoinSuggestions(error.hints)}) + "\n";
    }
    parsed.err += Words(TextId::kSeeHelp) + "\n";
    return parsed;
  }

  // What CLI11 could not place: an unknown option, subcommand or argument too many.
  void CheckNames() const {
    const CLI::App* deepest = &app_;
    std::vector<std::string> left = app_.remaining();
    while (!deepest->get_subcommands().empty()) {
      deepest = deepest->get_subcommands().front();
      for (const std::string& name : deepest->remaining()) left.push_back(name);
    }
    if (left.empty()) return;
    std::vector<std::string> names;
    const bool option = left[0].starts_with('-');
    if (option) {
      for (const CLI::App* at = deepest; at != nullptr; at = at->get_parent()) {
        for (const OptionRow& row : rows_.at(at)->options) names.push_back("--" + row.LongName());
      }
    } else {
      for (const CommandRow& sub : rows_.at(deepest)->commands) names.push_back(sub.name);
    }
    const std::string written = left[0].substr(0, left[0].find('='));
    const std::vector<std::string_view> views(names.begin(), names.end());
    throw UsageError{option ? TextId::kUnknownOption : TextId::kUnknownArgument,
                     {written},
                     Suggest(written, views)};
  }

  Lang lang_;
  GlobalOptions global_;
  CommandRow table_;
  CLI::App app_;
  std::map<const CLI::App*, const CommandRow*> rows_;
};

}  // namespace

std::string_view Version() { return ANJUAN_VERSION; }

ParsedOptions ParseOptions(int argc, const char* const* argv) {
  return CommandLine(FindLang(argc, argv)).Parse(argc, argv);
}

}  // namespace anjuan
