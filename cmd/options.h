// The command line as plain data. Nothing else in cmd/ sees argv; only options.cc sees CLI11.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "audit/gate.h"
#include "base/text.h"
#include "cmd/exit_code.h"
#include "intake/xml_reader.h"
#include "pack/pack.h"
#include "report/writer.h"
#include "survey/survey.h"
#include "value/date.h"

namespace anjuan {

struct OutputChoice {
  std::string format;
  std::string file;  // "" : standard output
};

enum class ColorChoice { kAuto, kAlways, kNever };

struct PackChoice {
  std::vector<std::string> packs;     // empty: every shipped one that applies
  std::vector<std::string> settings;  // name=value, of parameters
};

struct GateChoice {
  std::string waivers;   // file; "": none
  std::string baseline;  // likewise
  std::optional<Points> min_score;
  std::optional<IndeterminateLimit> max_indeterminate;
};

struct AuditCommand {
  std::vector<std::string> inputs;
  PackChoice rules;
  std::string scheme;  // name or file; "": that of the packs
  Detail detail = Detail::kNormal;
  GroupBy group_by = GroupBy::kFile;
  bool arithmetic = false;                             // of the score, in the text report
  std::vector<OutputChoice> outputs;                   // empty: text
  std::optional<Severity> fail_on = Severity::kMajor;  // nothing: never
  GateChoice gate;
  std::optional<Date> as_of;  // nothing: the day of the run
  unsigned jobs = 0;          // 0: all cores
  ColorChoice color = ColorChoice::kAuto;
  bool progress = true;
  ReadLimits limits;
};

struct InspectCommand {
  std::vector<std::string> files;
  PackChoice rules;
  std::optional<Date> as_of;
  ColorChoice color = ColorChoice::kAuto;
  bool json = false;
};

struct BaselineWriteCommand {
  std::vector<std::string> inputs;
  PackChoice rules;
  std::string file;           // "": standard output
  std::optional<Date> as_of;  // nothing: the day of the run
  unsigned jobs = 0;          // 0: all cores
  ReadLimits limits;
};

struct RulesListCommand {
  std::vector<std::string> packs;
};
struct RulesShowCommand {
  std::vector<std::string> packs;
  std::string id;             // of a rule or a diagnostic
  std::string file;           // a case file to work the rule out on; "" : none
  std::optional<Date> as_of;  // nothing: the day of the run
  bool ast = false;
  bool plan = false;
};
struct RulesCoverageCommand {
  std::vector<std::string> packs;
  bool all = false;  // each item with its rules
  bool json = false;
};
struct RulesDocsCommand {
  PackChoice rules;
  bool html = false;  // else Markdown
};
struct RulesLintCommand {
  std::vector<std::string> packs;
  bool strict = false;  // warnings fail
  bool notes = false;   // list them
};
struct RulesSchemaCommand {
  std::vector<std::string> packs;
};
struct RulesParamsCommand {
  PackChoice rules;
};
struct RulesTestCommand {
  std::vector<std::string> packs;
  std::vector<std::string> cases;  // files of cases that stand apart
  bool mutate = false;             // change the rules; not with cases
};
struct ModelFieldsCommand {};

// Filled by the parser, which alone knows what was written where.
struct ConfigCommand {
  struct Line {
    std::string name;
    std::string value;
    std::string origin;
  };
  std::vector<Line> lines;
};
struct CompletionCommand {
  std::string shell;
};
struct ManCommand {};

struct SummaryCommand {
  std::vector<std::string> reports;
  std::vector<std::string> earlier;  // to compare with
  std::vector<Dimension> by;
  std::optional<Dimension> rank;
  uint64_t least = 5;  // files of what is ranked
  size_t top = 10;
  std::vector<OutputChoice> outputs;  // of documents; empty: text
};
struct CircularCommand {
  std::vector<std::string> reports;
  std::string form = "circular";  // name of a template, or file
  std::optional<Date> due;
  std::vector<std::string> agencies;
  uint64_t least = 5;
  size_t listed = 500;  // defects of an agency
  std::vector<OutputChoice> outputs;
};
struct RecheckCommand {
  std::string earlier;
  AuditCommand audit;  // its outputs are documents
};

using Command =
    std::variant<AuditCommand, InspectCommand, RulesListCommand, RulesShowCommand, RulesTestCommand,
                 RulesCoverageCommand, RulesDocsCommand, RulesLintCommand, RulesSchemaCommand,
                 RulesParamsCommand, ModelFieldsCommand, BaselineWriteCommand, ConfigCommand,
                 CompletionCommand, ManCommand, SummaryCommand, CircularCommand, RecheckCommand>;

struct Options {
  Lang lang = Lang::kChinese;
  Command command;
};

// What parsing came to: options, or a text to print and how to end (--help, --version, a mistake).
struct ParsedOptions {
  std::optional<Options> options;
  std::string out;  // for standard output
  std::string err;  // for standard error
  ExitCode exit = ExitCode::kClean;
};

ParsedOptions ParseOptions(int argc, const char* const* argv);

std::string_view Version();

}  // namespace anjuan
