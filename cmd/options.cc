#include "cmd/options.h"

#include <CLI/CLI.hpp>
#include <charconv>

#include "base/suggest.h"
#include "report/formats.h"

namespace anjuan {
namespace {

constexpr unsigned kMostJobs = 1024;

// A mistake in the value of an option, found by us.
struct UsageError {
  TextId id;
  std::vector<std::string> args;
  std::vector<std::string> hints;
};

struct RawOptions {
  std::string lang = "zh";
  std::string as_of;
  std::string fail_on = "major";
  std::string jobs;
  std::string color = "auto";
  std::string max_file;
  std::vector<std::string> outputs;
  bool no_progress = false;
  std::string inspect_format = "text";
  AuditCommand audit;
  InspectCommand inspect;
  RulesListCommand list;
  RulesShowCommand show;
  RulesTestCommand test;
  RulesCoverageCommand coverage;
  std::string coverage_format = "text";
  RulesDocsCommand docs;
  std::string docs_format = "md";
  RulesLintCommand lint;
  RulesSchemaCommand schema;
  RulesParamsCommand params;
};

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

class CommandLine {
 public:
  explicit CommandLine(Lang lang) : lang_(lang), app_(Words(TextId::kHelpProgram), "anjuan") {
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
    app_.allow_extras();
    app_.add_option("--lang", raw_.lang, Words(TextId::kHelpLang))->option_text("zh|en");
    DefineAudit();
    DefineInspect();
    DefineRules();
    DefineModel();
  }

  ParsedOptions Parse(int argc, const char* const* argv) {
    ParsedOptions parsed;
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      const CLI::App* shown = &app_;
      while (!shown->get_subcommands().empty()) shown = shown->get_subcommands().front();
      parsed.out = shown->help();
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
      parsed.options = Build();
    } catch (const UsageError& error) {
      return Wrong(error);
    }
    return parsed;
  }

 private:
  std::string Words(TextId id) const { return Say(lang_, id); }

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

  void DefineAudit() {
    audit_ = app_.add_subcommand("audit", Words(TextId::kHelpAudit));
    AuditCommand& to = raw_.audit;
    audit_->add_option("PATH", to.inputs, Words(TextId::kHelpPath))->option_text("...");
    AddRules(audit_, to.rules);
    audit_->add_option("--scheme", to.scheme, Words(TextId::kHelpScheme))->option_text("NAME|FILE");
    audit_->add_flag("--score", to.arithmetic, Words(TextId::kHelpScore));
    audit_->add_option("-o,--output", raw_.outputs, Words(TextId::kHelpOutput))
        ->option_text("FORMAT[=FILE]")
        ->allow_extra_args(false);
    audit_->add_option("--fail-on", raw_.fail_on, Words(TextId::kHelpFailOn))
        ->option_text("fatal|major|minor|hint|never");
    AddAsOf(audit_);
    audit_->add_option("-j,--jobs", raw_.jobs, Words(TextId::kHelpJobs))->option_text("N");
    AddColor(audit_);
    audit_->add_option("--max-file-mib", raw_.max_file, Words(TextId::kHelpMaxFile))
        ->option_text("N");
    audit_->add_flag("--no-progress", raw_.no_progress, Words(TextId::kHelpNoProgress));
  }

  void DefineInspect() {
    inspect_ = app_.add_subcommand("inspect", Words(TextId::kHelpInspect));
    InspectCommand& to = raw_.inspect;
    inspect_->add_option("FILE", to.files, Words(TextId::kHelpInspectFile))->option_text("...");
    inspect_->add_option("-o,--output", raw_.inspect_format, Words(TextId::kHelpInspectOutput))
        ->option_text("text|json");
    AddRules(inspect_, to.rules);
    AddAsOf(inspect_);
    AddColor(inspect_);
    inspect_->allow_extras();
  }

  void DefineRules() {
    rules_ = app_.add_subcommand("rules", Words(TextId::kHelpRules));
    rules_->allow_extras();
    list_ = rules_->add_subcommand("list", Words(TextId::kHelpRulesList));
    AddPacks(list_, raw_.list.packs);
    show_ = rules_->add_subcommand("show", Words(TextId::kHelpRulesShow));
    show_->add_option("ID", raw_.show.id, Words(TextId::kHelpRuleId))->option_text(" ");
    AddPacks(show_, raw_.show.packs);
    show_->add_option("--file", raw_.show.file, Words(TextId::kHelpShowFile))->option_text("FILE");
    AddAsOf(show_);
    show_->add_flag("--ast", raw_.show.ast, Words(TextId::kHelpAst));
    show_->add_flag("--plan", raw_.show.plan, Words(TextId::kHelpPlan));
    test_ = rules_->add_subcommand("test", Words(TextId::kHelpRulesTest));
    test_->add_option("PACK", raw_.test.packs, Words(TextId::kHelpPackArgument))
        ->option_text("...");
    test_->add_option("--cases", raw_.test.cases, Words(TextId::kHelpCases))
        ->option_text("FILE")
        ->allow_extra_args(false);
    test_->add_flag("--mutate", raw_.test.mutate, Words(TextId::kHelpMutate));
    coverage_ = rules_->add_subcommand("coverage", Words(TextId::kHelpRulesCoverage));
    coverage_->add_option("PACK", raw_.coverage.packs, Words(TextId::kHelpPackArgument))
        ->option_text("...");
    coverage_->add_flag("--all", raw_.coverage.all, Words(TextId::kHelpCoverageAll));
    coverage_->add_option("-o,--output", raw_.coverage_format, Words(TextId::kHelpInspectOutput))
        ->option_text("text|json");
    docs_ = rules_->add_subcommand("docs", Words(TextId::kHelpRulesDocs));
    docs_->add_option("-o,--output", raw_.docs_format, Words(TextId::kHelpDocsOutput))
        ->option_text("md|html");
    AddRules(docs_, raw_.docs.rules);
    lint_ = rules_->add_subcommand("lint", Words(TextId::kHelpRulesLint));
    lint_->add_option("PACK", raw_.lint.packs, Words(TextId::kHelpPackArgument))
        ->option_text("...");
    lint_->add_flag("--strict", raw_.lint.strict, Words(TextId::kHelpStrict));
    lint_->add_flag("--notes", raw_.lint.notes, Words(TextId::kHelpNotes));
    schema_ = rules_->add_subcommand("schema", Words(TextId::kHelpRulesSchema));
    AddPacks(schema_, raw_.schema.packs);
    params_ = rules_->add_subcommand("params", Words(TextId::kHelpRulesParams));
    AddRules(params_, raw_.params.rules);
    for (CLI::App* const sub : {list_, show_, test_, coverage_, docs_, lint_, schema_, params_})
      sub->allow_extras();
  }

  void DefineModel() {
    model_ = app_.add_subcommand("model", Words(TextId::kHelpModel));
    fields_ = model_->add_subcommand("fields", Words(TextId::kHelpModelFields));
    for (CLI::App* const sub : {audit_, model_, fields_}) sub->allow_extras();
  }

  void AddAsOf(CLI::App* to) {
    to->add_option("--as-of", raw_.as_of, Words(TextId::kHelpAsOf))->option_text("DATE");
  }

  void AddRules(CLI::App* to, PackChoice& choice) {
    AddPacks(to, choice.packs);
    to->add_option("--set", choice.settings, Words(TextId::kHelpSet))
        ->option_text("NAME=VALUE")
        ->allow_extra_args(false);
  }

  void AddColor(CLI::App* to) {
    to->add_option("--color", raw_.color, Words(TextId::kHelpColor))
        ->option_text("auto|always|never");
  }

  void AddPacks(CLI::App* to, std::vector<std::string>& packs) {
    to->add_option("--pack", packs, Words(TextId::kHelpPack))
        ->option_text("NAME|DIR")
        ->allow_extra_args(false);
  }

  // What CLI11 could not place: an unknown option, subcommand or argument too many.
  void CheckNames() {
    const CLI::App* deepest = &app_;
    std::vector<std::string> left = app_.remaining();
    while (!deepest->get_subcommands().empty()) {
      deepest = deepest->get_subcommands().front();
      for (const std::string& name : deepest->remaining()) left.push_back(name);
    }
    if (!left.empty()) {
      std::vector<std::string> names;
      const bool option = left[0].starts_with('-');
      if (option) {
        for (const CLI::App* at = deepest; at != nullptr; at = at->get_parent()) {
          for (const CLI::Option* const known : at->get_options()) {
            for (const std::string& name : known->get_lnames()) names.push_back("--" + name);
          }
        }
      } else {
        for (const CLI::App* const sub : deepest->get_subcommands({})) {
          names.push_back(sub->get_name());
        }
      }
      const std::string written = left[0].substr(0, left[0].find('='));
      const std::vector<std::string_view> views(names.begin(), names.end());
      throw UsageError{option ? TextId::kUnknownOption : TextId::kUnknownArgument,
                       {written},
                       Suggest(written, views)};
    }
    if (deepest == &app_ || deepest == rules_ || deepest == model_) {
      throw UsageError{TextId::kWantsSubcommand, {}, {}};
    }
  }

  static std::string OneOf(const std::string& option, const std::string& value,
                           std::vector<std::string_view> known) {
    for (const std::string_view name : known) {
      if (name == value) return value;
    }
    std::string names;
    for (const std::string_view name : known)
      names += (names.empty() ? "" : " ") + std::string(name);
    throw UsageError{TextId::kOptionValue, {option, value, names}, Suggest(value, known)};
  }

  static uint64_t Count(const std::string& option, const std::string& value, uint64_t most) {
    uint64_t n = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), n);
    if (error != std::errc() || end != value.data() + value.size() || n < 1 || n > most) {
      throw UsageError{TextId::kOptionCount, {option, value, std::to_string(most)}, {}};
    }
    return n;
  }

  Options Build() {
    Options options;
    options.lang =
        OneOf("--lang", raw_.lang, {"zh", "en"}) == "en" ? Lang::kEnglish : Lang::kChinese;
    if (audit_->parsed()) {
      options.command = BuildAudit();
    } else if (inspect_->parsed()) {
      options.command = BuildInspect();
    } else if (list_->parsed()) {
      options.command = raw_.list;
    } else if (show_->parsed()) {
      if (raw_.show.id.empty()) throw UsageError{TextId::kWantsRuleId, {}, {}};
      raw_.show.as_of = AsOf();
      options.command = raw_.show;
    } else if (test_->parsed()) {
      if (raw_.test.mutate && !raw_.test.cases.empty()) {
        throw UsageError{TextId::kOptionsExclude, {"--mutate", "--cases"}, {}};
      }
      options.command = raw_.test;
    } else if (coverage_->parsed()) {
      raw_.coverage.json = OneOf("-o", raw_.coverage_format, {"text", "json"}) == "json";
      options.command = raw_.coverage;
    } else if (docs_->parsed()) {
      raw_.docs.html = OneOf("-o", raw_.docs_format, {"md", "html"}) == "html";
      options.command = raw_.docs;
    } else if (lint_->parsed()) {
      options.command = raw_.lint;
    } else if (params_->parsed()) {
      options.command = raw_.params;
    } else if (schema_->parsed()) {
      options.command = raw_.schema;
    } else {
      options.command = ModelFieldsCommand{};
    }
    return options;
  }

  std::optional<Date> AsOf() const {
    if (raw_.as_of.empty()) return std::nullopt;
    Date date;
    if (ParseDate(raw_.as_of, date) != Parsed::kValue) {
      throw UsageError{TextId::kOptionDate, {"--as-of", raw_.as_of}, {}};
    }
    return date;
  }

  ColorChoice Color() const {
    OneOf("--color", raw_.color, {"auto", "always", "never"});
    return raw_.color == "always"  ? ColorChoice::kAlways
           : raw_.color == "never" ? ColorChoice::kNever
                                   : ColorChoice::kAuto;
  }

  InspectCommand BuildInspect() {
    InspectCommand inspect = raw_.inspect;
    if (inspect.files.empty()) throw UsageError{TextId::kWantsFile, {}, {}};
    inspect.json = OneOf("-o", raw_.inspect_format, {"text", "json"}) == "json";
    inspect.as_of = AsOf();
    inspect.color = Color();
    return inspect;
  }

  AuditCommand BuildAudit() {
    AuditCommand audit = raw_.audit;
    if (audit.inputs.empty()) throw UsageError{TextId::kWantsPath, {}, {}};
    OneOf("--fail-on", raw_.fail_on, {"fatal", "major", "minor", "hint", "never"});
    audit.fail_on = SeverityNamed(raw_.fail_on);
    audit.color = Color();
    audit.progress = !raw_.no_progress;
    audit.as_of = AsOf();
    if (!raw_.jobs.empty()) {
      audit.jobs = static_cast<unsigned>(Count("--jobs", raw_.jobs, kMostJobs));
    }
    if (!raw_.max_file.empty()) {
      audit.limits.file_bytes = Count("--max-file-mib", raw_.max_file, 1 << 20) << 20;
    }
    bool standard_output = false;
    for (const std::string& written : raw_.outputs) {
      const size_t equals = written.find('=');
      OutputChoice choice;
      std::vector<std::string_view> formats;
      for (const ReportFormat& format : ReportFormats()) formats.push_back(format.name);
      choice.format = OneOf("-o", written.substr(0, equals), formats);
      if (equals != std::string::npos) choice.file = written.substr(equals + 1);
      if (choice.file.empty() && standard_output) {
        throw UsageError{TextId::kOneStandardOutput, {}, {}};
      }
      standard_output = standard_output || choice.file.empty();
      audit.outputs.push_back(std::move(choice));
    }
    return audit;
  }

  Lang lang_;
  CLI::App app_;
  RawOptions raw_;
  CLI::App* audit_ = nullptr;
  CLI::App* inspect_ = nullptr;
  CLI::App* rules_ = nullptr;
  CLI::App* list_ = nullptr;
  CLI::App* show_ = nullptr;
  CLI::App* test_ = nullptr;
  CLI::App* coverage_ = nullptr;
  CLI::App* docs_ = nullptr;
  CLI::App* lint_ = nullptr;
  CLI::App* schema_ = nullptr;
  CLI::App* params_ = nullptr;
  CLI::App* model_ = nullptr;
  CLI::App* fields_ = nullptr;
};

}  // namespace

std::string_view Version() { return ANJUAN_VERSION; }

ParsedOptions ParseOptions(int argc, const char* const* argv) {
  return CommandLine(FindLang(argc, argv)).Parse(argc, argv);
}

}  // namespace anjuan
