// inspect: case files as they are read.
#include "audit/inspection.h"
#include "cmd/commands.h"
#include "cmd/rules.h"
#include "intake/xml_reader.h"
#include "report/inspect_writer.h"

namespace anjuan {
namespace {

Projection Everything(const Model& model) {
  Projection all(model);
  all.AddAll();
  return all;
}

// One file after another; what was found of each goes out as it is read.
class Inspector {
 public:
  Inspector(const RuleSet& rules, const RunInfo& info, InspectWriter& writer, Console& console)
      : info_(info),
        writer_(writer),
        console_(console),
        everything_(Everything(rules.model())),
        auditor_(rules, info.as_of, info.lang),
        reader_(rules.model(), everything_, ReadLimits()) {}

  void File(const std::string& path) {
    std::string out;
    uint32_t records = 0;
    writer_.Begin(path, out);
    std::optional<InputFinding> problem = reader_.Read(disk_, path, [&](const Record& record) {
      writer_.Case(Inspect(auditor_, record, records++, info_.lang), out);
      Print(out);
    });
    if (!problem && records == 0) {
      problem.emplace();
      problem->problem = InputProblem::kEmpty;
      problem->message = {TextId::kNoRecords, {}};
    }
    unread_ = unread_ || problem.has_value();
    writer_.End(reader_.unknown_names(), problem, out);
    Print(out);
  }

  ExitCode exit() const {
    if (!written_) return ExitCode::kCouldNotRun;
    return unread_ ? ExitCode::kUnaudited : ExitCode::kClean;
  }

 private:
  void Print(std::string& out) {
    written_ = written_ && console_.out.Write(out).ok();
    out.clear();
  }

  const RunInfo& info_;
  InspectWriter& writer_;
  Console& console_;
  const DiskReader disk_;
  const Projection everything_;
  CaseAuditor auditor_;
  XmlReader reader_;
  bool unread_ = false;
  bool written_ = true;
};

}  // namespace

ExitCode RunInspect(const InspectCommand& command, Lang lang, Console& console) {
  std::optional<LoadedRules> loaded = LoadRules(command.rules, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  const RuleSet rules(*loaded->model, *loaded->calendar, std::move(loaded->packs), lang);
  RunInfo info;
  info.version = Version();
  info.as_of = command.as_of.value_or(TodayInChina());
  info.lang = lang;
  info.color = WantsColor(command.color, console);
  info.rules = &rules;
  const std::unique_ptr<InspectWriter> writer =
      command.json ? MakeInspectJson(info) : MakeInspectText(info, console.out_cells);
  InitXml();
  Inspector inspector(rules, info, *writer, console);
  for (const std::string& file : command.files) inspector.File(file);
  return inspector.exit();
}

}  // namespace anjuan
