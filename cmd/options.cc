#include "cmd/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/suggest.h"
#include "base/texts/gate.h"
#include "cmd/configuration.h"
#include "cmd/option_values.h"

namespace anjuan {
namespace {

const char* Variable(const char* name) { return std::getenv(name); }

// The value of the last `option VALUE` or `option=VALUE` on the command line; nothing: none.
std::optional<std::string> Written(int argc, const char* const* argv, const std::string& option) {
  std::optional<std::string> value;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == option && i + 1 < argc) value = argv[i + 1];
    if (arg.starts_with(option + '=')) value = arg.substr(option.size() + 1);
  }
  return value;
}

bool WantsConfig(int argc, const char* const* argv) {
  const char* const variable = Variable("ANJUAN_NO_CONFIG");
  return (variable == nullptr || std::string_view(variable) != "true") &&
         std::none_of(argv, argv + argc,
                      [](const char* arg) { return std::string_view(arg) == "--no-config"; });
}

// The table of options, for CLI11 to parse.
class CommandLine {
 public:
  CommandLine(Lang lang, const GlobalOptions& global, const CommandRow& table,
              const Configuration& configuration, const DiagnosticSink& mistakes)
      : lang_(lang),
        global_(global),
        table_(table),
        configuration_(configuration),
        mistakes_(mistakes),
        app_(Words(table_.help), table_.name) {
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
      if (mistakes_.has_errors()) {
        parsed.err = Format(mistakes_, lang_);
        parsed.exit = ExitCode::kCouldNotRun;
        return parsed;
      }
      Options options;
      std::vector<ConfigCommand::Line> lines;
      for (const auto& [name, row] : configuration_.options()) lines.push_back(LineOf(name, *row));
      for (const CLI::App* at = &Deepest(); at != nullptr; at = at->get_parent()) {
        for (const OptionRow& row : rows_.at(at)->options) {
          RefuseEmpty(row);
          Configure(row);
        }
      }
      options.lang =
          OneOf("--lang", global_.lang, {"zh", "en"}) == "en" ? Lang::kEnglish : Lang::kChinese;
      options.command = command.build();
      if (auto* const config = std::get_if<ConfigCommand>(&options.command)) {
        config->lines = std::move(lines);
      }
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
      options_[&row] = app.add_flag(row.names, **flag, Words(row.help));
    } else if (auto* const* text = std::get_if<std::string*>(&row.to)) {
      options_[&row] = app.add_option(row.names, **text, Words(row.help));
      options_[&row]->option_text(row.shape);
    } else if (auto* const* texts = std::get_if<std::vector<std::string>*>(&row.to)) {
      CLI::Option* const option = app.add_option(row.names, **texts, Words(row.help));
      options_[&row] = option;
      option->option_text(row.shape);
      if (row.names.starts_with('-')) option->allow_extra_args(false);
    }
  }

  bool OnCommandLine(const OptionRow& row) const {
    const auto option = options_.find(&row);
    return option != options_.end() && option->second->count() > 0;
  }

  // A variable of a script that is not set must not switch a limit off.
  void RefuseEmpty(const OptionRow& row) const {
    auto* const* text = std::get_if<std::string*>(&row.to);
    if (text == nullptr || !OnCommandLine(row) || !(*text)->empty()) return;
    throw UsageError{gate_text::kOptionIsEmpty, {"--" + row.LongName()}, {}};
  }

  // Sets what the command line does not and the configuration does.
  void Configure(const OptionRow& row) const {
    const Configured* const set = configuration_.Find(row);
    if (set == nullptr || OnCommandLine(row)) return;
    if (auto* const* flag = std::get_if<bool*>(&row.to)) {
      **flag = set->values.back() == "true";
    } else if (auto* const* text = std::get_if<std::string*>(&row.to)) {
      **text = set->values.back();
    } else if (auto* const* texts = std::get_if<std::vector<std::string>*>(&row.to)) {
      **texts = set->values;
    }
  }

  ConfigCommand::Line LineOf(const std::string& name, const OptionRow& row) const {
    const Configured* const set = OnCommandLine(row) ? nullptr : configuration_.Find(row);
    ConfigCommand::Line line{name, "", ""};
    std::vector<std::string> values;
    if (set != nullptr) {
      values = set->values;
      line.origin = set->source == nullptr
                        ? Say(lang_, gate_text::kOriginEnvironment, {set->variable})
                        : set->source->name() + ':' +
                              std::to_string(set->source->PlaceOf(set->span.begin).line);
    } else {
      line.origin =
          Words(OnCommandLine(row) ? gate_text::kOriginCommandLine : gate_text::kOriginDefault);
      if (auto* const* flag = std::get_if<bool*>(&row.to)) values = {**flag ? "true" : "false"};
      if (auto* const* text = std::get_if<std::string*>(&row.to)) values = {**text};
      if (auto* const* texts = std::get_if<std::vector<std::string>*>(&row.to)) values = **texts;
    }
    for (const std::string& value : values) line.value += (line.value.empty() ? "" : "; ") + value;
    if (line.value.empty()) line.value = Words(gate_text::kNoValue);
    return line;
  }

  const CLI::App& Deepest() const {
    const CLI::App* deepest = &app_;
    while (!deepest->get_subcommands().empty()) deepest = deepest->get_subcommands().front();
    return *deepest;
  }

  // What set the option that a mistake is about; null: the command line.
  const Configured* SourceOf(const UsageError& error) const {
    if (error.args.empty()) return nullptr;
    for (const CLI::App* at = &Deepest(); at != nullptr; at = at->get_parent()) {
      for (const OptionRow& row : rows_.at(at)->options) {
        const bool meant =
            error.args[0] == "--" + row.LongName() || error.args[0] == "-" + row.ShortName();
        if (meant && !OnCommandLine(row)) return configuration_.Find(row);
      }
    }
    return nullptr;
  }

  ParsedOptions Wrong(const UsageError& error) const {
    ParsedOptions parsed;
    parsed.exit = ExitCode::kCouldNotRun;
    const Configured* const set = SourceOf(error);
    if (set != nullptr && set->source != nullptr) {
      Diagnostic mistake{
          DiagnosticLevel::kError, set->source, set->span, {error.id, error.args}, {}};
      if (!error.hints.empty()) {
        mistake.help.push_back({TextId::kDidYouMean, {JoinSuggestions(error.hints)}});
      }
      parsed.err = Format(mistake, lang_);
      return parsed;
    }
    std::string what = Say(lang_, error.id, error.args);
    if (set != nullptr) what = Say(lang_, gate_text::kFromEnvironment, {what, set->variable});
    parsed.err = "anjuan: " + Words(TextId::kError) + ": " + what + "\n";
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
    std::erase(left, "--");  // what follows it is an argument, and was taken as one
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
  const GlobalOptions& global_;
  const CommandRow& table_;
  const Configuration& configuration_;
  const DiagnosticSink& mistakes_;
  CLI::App app_;
  std::map<const OptionRow*, CLI::Option*> options_;
  std::map<const CLI::App*, const CommandRow*> rows_;
};

}  // namespace

std::string_view Version() { return ANJUAN_VERSION; }

ParsedOptions ParseOptions(int argc, const char* const* argv) {
  GlobalOptions global;
  const CommandRow table = DefineProgram(global);
  const DiskReader disk;
  DiagnosticSink mistakes;
  const ConfigurationPlaces places =
      WantsConfig(argc, argv) ? FindPlaces(disk) : ConfigurationPlaces();
  const Configuration configuration(table, places, disk, Variable, mistakes);
  // --lang decides the language of everything, the help included, so it is looked for first.
  std::optional<std::string> lang = Written(argc, argv, "--lang");
  for (const OptionRow& row : table.options) {
    const Configured* const set = row.LongName() == "lang" ? configuration.Find(row) : nullptr;
    if (!lang && set != nullptr) lang = set->values.back();
  }
  CommandLine line(lang == "en" ? Lang::kEnglish : Lang::kChinese, global, table, configuration,
                   mistakes);
  return line.Parse(argc, argv);
}

}  // namespace anjuan
