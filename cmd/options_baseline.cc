// baseline: its subcommand and options.
#include <memory>

#include "base/texts/gate.h"
#include "cmd/option_values.h"

namespace anjuan {

void DefineBaseline(CommandRow& root) {
  struct Raw {
    BaselineWriteCommand write;
    std::string as_of;
    std::string jobs;
    std::string max_file;
  };
  const auto raw = std::make_shared<Raw>();
  CommandRow& baseline = root.Add("baseline", gate_text::kHelpBaselineCommand);
  CommandRow& row = baseline.Add("write", gate_text::kHelpBaselineWrite, [raw] {
    BaselineWriteCommand write = raw->write;
    if (write.inputs.empty()) throw UsageError{TextId::kWantsPath, {}, {}};
    write.as_of = DateOf("--as-of", raw->as_of);
    write.jobs = JobsOf(raw->jobs);
    write.limits = LimitsOf(raw->max_file);
    return write;
  });
  row.Arguments("PATH", raw->write.inputs, TextId::kHelpPath, Takes::kPath);
  row.Value("-o,--output", raw->write.file, gate_text::kHelpBaselineFile, "FILE", Takes::kFile);
  AddRules(row, raw->write.rules);
  AddAsOf(row, raw->as_of);
  AddJobs(row, raw->jobs);
  AddMaxFile(row, raw->max_file);
}

}  // namespace anjuan
